import { type Messages, localisedText as text } from '../evidence/index.js';

/** Texts for the reasons that screening and selection give, in three languages. */
export const selectionMessages: Messages = Object.freeze({
  'selection.risk-above-level': text(
    '该产品风险等级为{rating}（发行机构评为{issuerRisk}，销售机构评为{distributorRisk}，以较高者为准），高于您的风险承受能力等级{level}。',
    '此產品的風險評級為{rating}（發行機構評為{issuerRisk}，分銷機構評為{distributorRisk}，以較高者為準），高於閣下的風險級別{level}。',
    'The product is rated {rating}, above your risk level {level}. The issuer rates it {issuerRisk}, the distributor {distributorRisk}; the higher rating counts.',
  ),
  'selection.lock-up-too-long': text(
    '该产品封闭期为{days}天，超过您可接受的最长{maximum}天，期间资金无法取用。',
    '此產品的鎖定期為{days}日，超過閣下可接受的最長{maximum}日，其間資金不能提取。',
    'Money in this product is locked up for {days} days, longer than the {maximum} days that suit you.',
  ),
  'selection.subscription-suspended': text(
    '该产品目前暂停申购。',
    '此產品現正暫停認購。',
    'The product does not accept purchases at present.',
  ),
  'selection.redemption-suspended': text(
    '该产品目前暂停赎回，投入的资金可能无法按时取回。',
    '此產品現正暫停贖回，投入的資金或未能如期取回。',
    'The product does not allow redemptions at present, so money invested could not be had back.',
  ),
  'selection.closed': text(
    '该产品已停止销售。',
    '此產品已停止發售。',
    'The product is no longer offered.',
  ),
  'selection.below-minimum-purchase': text(
    '该产品起购金额为{minimum:money}，高于可投资金额{available:money}。',
    '此產品的最低認購額為{minimum:money}，高於可投資金額{available:money}。',
    'The smallest purchase is {minimum:money}, more than the {available:money} available.',
  ),
  'selection.hold-only': text(
    '您持有的“{name}”（{product}）可继续持有，但不可再追加买入。',
    '閣下持有的「{name}」（{product}）可繼續持有，但不可再增持。',
    'You may keep your holding of “{name}” ({product}), but it cannot be added to.',
  ),
  'selection.nothing-eligible': text(
    '在考察的{count}只产品中，目前没有适合您的产品。建议将资金保留在存款中。',
    '在檢視的{count}項產品中，現時並無適合閣下的產品。建議將資金保留於存款。',
    'None of the {count} products looked at suits you at present. We suggest that the money stays on deposit.',
  ),
  'selection.cannot-be-invested': text(
    '受单一产品上限及起购金额限制，合适的产品无法容纳全部资金。',
    '受單一產品上限及最低認購額所限，合適的產品未能容納全部資金。',
    'With the limit per product and the smallest purchases, the suitable products cannot take the whole amount.',
  ),
  'selection.not-proved': text(
    '未能在限定步骤内得出可验证的最优组合，因此不提供产品组合。',
    '未能在限定步驟內得出可予驗證的最佳組合，因此不提供產品組合。',
    'No combination could be proved to be the best within the steps allowed, so none is given.',
  ),
  'selection.target-not-matched': text(
    '可选产品无法完全实现目标配置：与目标的年化跟踪误差为{trackingError:percent2}，单一资产类别最大偏离{maxDeviation:percent2}。',
    '可選產品未能完全達致目標配置：與目標的年度追蹤誤差為{trackingError:percent2}，單一資產類別最大偏離{maxDeviation:percent2}。',
    'The products available cannot match the target exactly: the tracking error is {trackingError:percent2} a year and the largest deviation of an asset class {maxDeviation:percent2}.',
  ),
  'selection.minimums-bind': text(
    '部分产品的起购金额高于按目标应投入的金额，组合已据此重新计算。',
    '部分產品的最低認購額高於按目標應投入的金額，組合已據此重新計算。',
    'Some smallest purchases are larger than the target calls for; the combination was worked out anew with them.',
  ),
  'selection.cap-binds': text(
    '{products}已达到单一产品{cap:percent}的上限，其余资金已重新分配至其他产品。',
    '{products}已達單一產品{cap:percent}的上限，其餘資金已重新分配至其他產品。',
    '{products}: at the limit of {cap:percent} per product; the rest was spread over other products.',
  ),
});
