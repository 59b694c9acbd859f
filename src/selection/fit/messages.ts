import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What a combination of products is like, in three languages. */
export const fitMessages: Messages = Object.freeze({
  'selection.nothing-eligible': text(
    '在考察的{count}只产品中，目前没有适合您的产品。建议将资金保留在存款中。',
    '在檢視的{count}項產品中，現時並無適合閣下的產品。建議將資金保留於存款。',
    'No product suits you at present (number looked at: {count}). We suggest that the money stays on deposit.',
  ),
  'selection.nothing-eligible-beside': text(
    '在考察的{count}只产品中，目前没有适合您买入的产品。现有持仓可继续持有，其余资金建议保留在存款中。',
    '在檢視的{count}項產品中，現時並無適合閣下買入的產品。現有持倉可繼續持有，其餘資金建議保留於存款。',
    'No product suits you at present (number looked at: {count}). What you hold can stay, and we suggest that the rest of the money stays on deposit.',
  ),
  'selection.cannot-be-invested': text(
    '在现有限制下，合适的产品无法容纳全部资金。',
    '在現有限制下，合適的產品未能容納全部資金。',
    'Under the limits that are set, the suitable products cannot take the whole amount.',
  ),
  'selection.in-the-way.product': text(
    '单一产品的上限使资金无法全部投入。',
    '單一產品的上限令資金未能全數投入。',
    'The limits on single products stand in the way.',
  ),
  'selection.in-the-way.issuer': text(
    '单一发行机构的上限使资金无法全部投入。',
    '單一發行機構的上限令資金未能全數投入。',
    'The limits on issuers stand in the way.',
  ),
  'selection.in-the-way.group': text(
    '产品组的上下限使资金无法全部投入：{groups}。',
    '產品組別的上下限令資金未能全數投入：{groups}。',
    'The limits on groups stand in the way: {groups}.',
  ),
  'selection.in-the-way.number': text(
    '产品数目的限制使资金无法全部投入。',
    '產品數目的限制令資金未能全數投入。',
    'The number of products that is allowed stands in the way.',
  ),
  'selection.in-the-way.least-weight': text(
    '每只产品的最低比例（{least:percent}）使资金无法全部投入。',
    '每項產品的最低比例（{least:percent}）令資金未能全數投入。',
    'The least weight of a product, {least:percent}, stands in the way.',
  ),
  'selection.in-the-way.money-needed': text(
    '按日需要动用的资金使资金无法全部投入。',
    '按日需要動用的資金令資金未能全數投入。',
    'The money that is needed on set days stands in the way.',
  ),
  'selection.money-needed-binds': text(
    '为在{on}前取回{needed:money}，组合已据此安排。',
    '為於{on}前取回{needed:money}，組合已據此安排。',
    'The combination was chosen so that {needed:money} can be back by {on}, and no more than that can.',
  ),
  'selection.purchase-limit-binds': text(
    '“{name}”限制每日申购，在申购期结束前最多可买入{most:money}，因此不再多买。',
    '「{name}」限制每日認購，在認購期結束前最多可買入{most:money}，因此不再多買。',
    'Purchases of {name} are limited by day: until its last day of subscription at most {most:money} can be bought.',
  ),
  'selection.cannot-be-sold': text(
    '您持有的“{name}”目前无法赎回，因此保留。',
    '閣下持有的「{name}」現時未能贖回，因此保留。',
    'Your holding of {name} cannot be redeemed at present, so it stays.',
  ),
  'selection.sold-later': text(
    '您持有的“{name}”须待{on}才可委托赎回。',
    '閣下持有的「{name}」須待{on}才可作贖回指示。',
    'The sale of your holding of {name} can be ordered from {on} on.',
  ),
  'selection.redemption-limit-binds': text(
    '“{name}”限制每日赎回，{on}前最多可取回{most:money}，因此不再多买。',
    '「{name}」限制每日贖回，{on}前最多可取回{most:money}，因此不再多買。',
    'Redemptions of {name} are limited by day: by {on} at most {most:money} can be back, so no more of it is bought.',
  ),
  'selection.in-the-way.amounts': text(
    '产品的起购、最低或最高持有金额使资金无法全部投入。',
    '產品的最低認購額、最低或最高持有額令資金未能全數投入。',
    'The smallest purchases, or the least or most that products let a client hold, stand in the way.',
  ),
  'selection.not-proved': text(
    '未能在限定步骤内找到符合全部限制的产品组合，也未能证明不存在这样的组合，因此不提供产品组合。',
    '未能在限定步驟內找到符合全部限制的產品組合，亦未能證明沒有此等組合，因此不提供產品組合。',
    'Within the steps allowed no combination was found that keeps all limits, nor was it proved that there is none, so none is given.',
  ),
  'selection.target-not-matched': text(
    '可选产品无法完全实现目标配置：与目标的年化跟踪误差为{trackingError:percent2}，单一资产类别最大偏离{maxDeviation:percent2}。',
    '可選產品未能完全達致目標配置：與目標的年度追蹤誤差為{trackingError:percent2}，單一資產類別最大偏離{maxDeviation:percent2}。',
    'The products available cannot match the target exactly: the tracking error is {trackingError:percent2} a year and the largest deviation of an asset class {maxDeviation:percent2}.',
  ),
  'selection.minimums-bind': text(
    '按目标应投入的金额不符合部分产品的起购、追加、赎回或最低持有金额，或不足单只产品的最低比例，组合已据此重新计算。',
    '按目標應投入的金額不符合部分產品的最低認購、追加、贖回或持有額，或不足單一產品的最低比例，組合已據此重新計算。',
    'What the target calls for does not fit the smallest purchase, addition, redemption or holding of some products, or the least weight of a product; the combination was worked out anew with them.',
  ),
  'selection.cap-binds': text(
    '{products}已达到单一产品{cap:percent}的上限，其余资金已重新分配至其他产品。',
    '{products}已達單一產品{cap:percent}的上限，其餘資金已重新分配至其他產品。',
    '{products}: at the limit of {cap:percent} per product; the rest was spread over other products.',
  ),
  'selection.number-binds': text(
    '组合的产品数目受限，共选用{number}只产品。',
    '組合的產品數目受限，共選用{number}項產品。',
    'The number of products is limited; the combination has {number}.',
  ),
  'selection.search-ended': text(
    '考察{examined}个方案后停止搜索，所列为已找到的最佳方案，尚未证明没有更好的方案。',
    '檢視{examined}個方案後停止搜尋，所列為已找到的最佳方案，尚未證明沒有更好的方案。',
    'The search ended after {examined} {examined|combination|combinations}. This is the best that was found; that there is no better one is not proved.',
  ),
  'selection.issuer-limit-binds': text(
    '“{name}”已达到单一发行机构{limit:percent}的上限。',
    '「{name}」已達單一發行機構{limit:percent}的上限。',
    '{name}: at the limit of {limit:percent} per issuer.',
  ),
  'selection.unknown-issuer-limit-binds': text(
    '发行机构不明的产品合计已达到{limit:percent}的上限。',
    '發行機構不明的產品合計已達{limit:percent}的上限。',
    'Products whose issuer is not known are at the limit of {limit:percent} in all.',
  ),
  'selection.group-limit-binds': text(
    '“{name}”组已达到{limit:percent}的上限。',
    '「{name}」組別已達{limit:percent}的上限。',
    'The group {name} is at its limit of {limit:percent}.',
  ),
  'selection.group-minimum-binds': text(
    '“{name}”组处于{limit:percent}的下限。',
    '「{name}」組別處於{limit:percent}的下限。',
    'The group {name} is at its least, {limit:percent}.',
  ),
  'selection.bought-over-days': text(
    '“{name}”每日最多可买入{daily:money}，全部买入需要{days}天。',
    '「{name}」每日最多可買入{daily:money}，全部買入需要{days}日。',
    'Of {name} at most {daily:money} can be bought a day, so the purchase takes {days} {days|day|days}.',
  ),
  'selection.range-not-kept': text(
    '可选产品无法使{class:term}处于{min:percent}至{max:percent}之间，实际为{share:percent}。',
    '可選產品未能令{class:term}處於{min:percent}至{max:percent}之間，實際為{share:percent}。',
    'The products available cannot keep {class:term} between {min:percent} and {max:percent}; it is {share:percent}.',
  ),
});
