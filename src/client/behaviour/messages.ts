import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What is said about investment behaviour, its phases and segments. */
export const behaviourMessages: Messages = Object.freeze({
  'client.panic-sale': text(
    '{product}：{peakDate}至{fallDate}下跌{depth:percent}之后，客户卖出持仓的{share:percent}，所得{proceeds:money}。',
    '{product}：{peakDate}至{fallDate}下跌{depth:percent}之後，客戶賣出持倉的{share:percent}，所得{proceeds:money}。',
    '{product}: after a fall of {depth:percent} from {peakDate} to {fallDate}, {share:percent} of the holding was sold for {proceeds:money}.',
  ),
  'client.no-prices': text(
    '缺少价格数据，无法判断是否为恐慌性卖出。',
    '欠缺價格資料，未能判斷是否屬恐慌性賣出。',
    'Without prices it cannot be told whether sells followed a fall.',
  ),
  'client.no-valuations': text(
    '缺少{missing}的资产估值，无法计算换手率。',
    '欠缺{missing}的資產估值，未能計算換手率。',
    'Turnover cannot be worked out, because the value of the investments is missing for {missing}.',
  ),
  'client.no-investments': text(
    '期内投资资产为零，无法计算换手率。',
    '期內投資資產為零，未能計算換手率。',
    'There were no investments, so there is no turnover.',
  ),
  'client.no-gains-and-losses': text(
    '卖出当日可实现的盈利有{gains}次、亏损有{losses}次，两者须各有至少一次才能比较。',
    '賣出當日可實現的盈利有{gains}次、虧損有{losses}次，兩者須各有最少一次方可比較。',
    'On days with a sale, gains that could have been realised: {gains}; losses: {losses}. A comparison needs at least one of each.',
  ),
  'client.segment-undetermined': text(
    '缺少{missing:term}，无法确定所属分层。',
    '欠缺{missing:term}，未能確定所屬分層。',
    'The segment cannot be determined, because {missing:term} is missing.',
  ),

  'client.phase.not-started': text('尚未开始投资', '尚未開始投資', 'Not started'),
  'client.phase.dormant': text('休眠期', '休眠期', 'Dormant'),
  'client.phase.withdrawal': text('支取期', '提取期', 'Withdrawal'),
  'client.phase.contribution': text('定期投入期', '定期投入期', 'Regular contribution'),
  'client.phase.accumulation': text('积累期', '累積期', 'Accumulation'),
  'client.phase.holding': text('持有期', '持有期', 'Holding'),
});
