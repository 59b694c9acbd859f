import type { Messages } from 'aptfolio/evidence';
import { text } from './text.js';

/** In which situations the packs of rules were asked, and what surrounds their answers. */
export const rulingTexts: Messages = {
  'cases.rule': text(
    '{rule} ({articles}): {text}',
    '{rule}（{articles}）：{text}',
    '{rule}（{articles}）：{text}',
  ),
  'cases.change': text(
    '{situation}. To make it “{becomes}”: {change}.',
    '{situation}。若{change}，则为“{becomes}”。',
    '{situation}。若{change}，則為「{becomes}」。',
  ),
  'cases.notice': text(
    'To be sent to the client ({channel}, urgency {urgency}; because of {because}): “{text}”',
    '待发送客户的通知（渠道：{channel}；紧急程度：{urgency}；依据：{because}）：“{text}”',
    '待發送客戶的通知（渠道：{channel}；緊急程度：{urgency}；依據：{because}）：「{text}」',
  ),
  'cases.record': text(
    'Answers on record: {count}, the last under the hash {hash}.',
    '已记录{count}次判断，末次哈希{hash}。',
    '已記錄{count}次判斷，末次雜湊{hash}。',
  ),

  'ruling.A1.bank': text(
    'P05 as a bank wealth product; the client insists after a warning',
    'P05为银行理财产品，客户经警示后仍坚持',
    'P05為銀行理財產品，客戶經警示後仍堅持',
  ),
  'ruling.A1.fund': text(
    'P05 as a fund that the client asks for',
    'P05为基金，客户主动要求购买',
    'P05為基金，客戶主動要求購買',
  ),
  'ruling.A1.fund.then': text(
    'after the special warning in writing, with special care',
    '已作特别书面警示并尽特别注意义务',
    '已作特別書面警示並履行特別注意義務',
  ),
  'ruling.A1.solicited': text(
    'The same fund, but proposed by the bank',
    '同一基金，但由银行主动推介',
    '同一基金，但由銀行主動推介',
  ),
  'ruling.A1.lowest-bank': text(
    'A client of the lowest category insists on P03 as a bank wealth product',
    '最低类别客户坚持购买P03（银行理财产品）',
    '最低類別客戶堅持購買P03（銀行理財產品）',
  ),
  'ruling.A1.lowest-fund': text(
    'A client of the lowest category insists on P03 as a fund',
    '最低类别客户坚持购买P03（基金）',
    '最低類別客戶堅持購買P03（基金）',
  ),

  'ruling.A2.purchase': text(
    'Purchase of the wealth product P02',
    '申购理财产品P02',
    '認購理財產品P02',
  ),
  'ruling.A2.redemption': text(
    'Redemption of the wealth product P09',
    '赎回理财产品P09',
    '贖回理財產品P09',
  ),
  'ruling.A2.lower': text(
    'Switch from P06 (R3) to P02 (R2)',
    '由P06（R3）转入P02（R2）',
    '由P06（R3）轉入P02（R2）',
  ),
  'ruling.A2.leap': text(
    'Assessed on 2028-02-29, purchase of P02 on 2029-02-28',
    '2028-02-29测评，2029-02-28申购P02',
    '2028-02-29評估，2029-02-28認購P02',
  ),
  'ruling.A2.leap.then': text('on 2029-03-01', '2029-03-01申购', '2029-03-01認購'),
  'ruling.A2.fund': text('Purchase of the fund P03', '申购基金P03', '認購基金P03'),

  'ruling.A4.bold': text(
    'Rated {level}, as tolerance alone would have it, buys an R4 wealth product',
    '若仅按承受意愿评为{level}，申购R4理财产品',
    '若只按承受意願評為{level}，認購R4理財產品',
  ),
  'ruling.A4.bold.then': text('with special care', '已尽特别注意义务', '已履行特別注意義務'),
  'ruling.A4.capped': text(
    'Rated {level}, buys it with special care',
    '评为{level}，已尽特别注意义务，申购该产品',
    '評為{level}，已履行特別注意義務，認購該產品',
  ),

  'ruling.A12.add': text('Adding to P06, a fund', '追加申购基金P06', '追加認購基金P06'),
  'ruling.A12.add-bank': text(
    'The same for a bank wealth product',
    '同样情形，产品为银行理财产品',
    '同樣情形，產品為銀行理財產品',
  ),
  'ruling.A12.redeem': text('Redeeming P06', '赎回P06', '贖回P06'),
  'ruling.A12.tell-csrc': text(
    'What the holder of a fund is owed',
    '对基金持有人的义务',
    '對基金持有人的義務',
  ),
  'ruling.A12.tell-csrc.then': text('once the client was told', '已告知客户', '已告知客戶'),
  'ruling.A12.tell-nfra-investment': text(
    'What the holder of a bank wealth product is owed',
    '对银行理财产品持有人的义务',
    '對銀行理財產品持有人的義務',
  ),
  'ruling.A12.tell-nfra-investment.then': text(
    'once the client was told',
    '已告知客户',
    '已告知客戶',
  ),

  'ruling.A16.low': text(
    'Aged 15, buys an R2 wealth product',
    '15岁，申购R2理财产品',
    '15歲，認購R2理財產品',
  ),
  'ruling.A16.low.then': text('with the guardian’s consent', '法定代理人同意', '法定代理人同意'),
  'ruling.A16.middling': text(
    'Aged 15, buys an R3 wealth product with the guardian’s consent',
    '15岁，经法定代理人同意申购R3理财产品',
    '15歲，經法定代理人同意認購R3理財產品',
  ),
  'ruling.A16.small': text(
    'Aged 6, buys an R2 wealth product with the guardian’s consent',
    '6岁，经法定代理人同意申购R2理财产品',
    '6歲，經法定代理人同意認購R2理財產品',
  ),

  'ruling.A19.soft': text(
    'A gold fund for money that is needed in two years',
    '以两年后使用的资金购买黄金基金',
    '以兩年後使用的資金購買黃金基金',
  ),
  'ruling.A19.soft.then': text(
    'set aside by one adviser → upheld by another',
    '一位顾问豁免 → 另一位恢复',
    '一位顧問豁免 → 另一位恢復',
  ),
  'ruling.A19.hard': text(
    '28 % of the assets in the gold fund',
    '黄金基金占资产28%',
    '黃金基金佔資產28%',
  ),
  'ruling.A19.hard.then': text(
    'set aside by two risk officers',
    '两名风险管理人员豁免',
    '兩名風險管理人員豁免',
  ),
  'ruling.A19.law': text(
    'P05 as a bank wealth product, above the client’s level',
    'P05为银行理财产品，高于客户等级',
    'P05為銀行理財產品，高於客戶級別',
  ),

  'ruling.A20.order': text(
    '{order} on the day of the proposal',
    '{order}，建议书当日',
    '{order}，建議書當日',
  ),
  'ruling.A20.order.then': text(
    'the day after → with the answer',
    '次日 → 取得答复后',
    '翌日 → 取得答覆後',
  ),
};
