import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What the reasons of each trade that is made or not made say, in three languages. */
export const tradeMessages: Messages = Object.freeze({
  'rebalancing.to-target': {
    'zh-Hans': '{product}：占比由{from:percent2}调整至{to:percent2}。',
    'zh-Hant': '{product}：比重由{from:percent2}調整至{to:percent2}。',
    en: '{product}: from {from:percent2} to {to:percent2} of the portfolio.',
  },
  'rebalancing.sold-in-smaller-whole': text(
    '{product}：卖出{amount:money}；因费用使组合总额减少，其占比由{from:percent2}变为{to:percent2}。',
    '{product}：賣出{amount:money}；因費用使組合總額減少，其比重由{from:percent2}變為{to:percent2}。',
    '{product}: {amount:money} is sold; as costs make the portfolio smaller, its weight goes from {from:percent2} to {to:percent2} all the same.',
  ),
  'rebalancing.residual': {
    'zh-Hans': '{product}：其中{amount:money}用于承接尾差及未执行的交易。',
    'zh-Hant': '{product}：其中{amount:money}用作承接尾差及未執行的交易。',
    en: '{product}: {amount:money} of this evens out what rounding and trades not made leave over.',
  },
  'rebalancing.below-minimum-trade': {
    'zh-Hans': '{product}：所需交易金额{amount:money}低于最低交易金额，本次不交易。',
    'zh-Hant': '{product}：所需交易金額{amount:money}低於最低交易金額，是次不作交易。',
    en: '{product}: the trade of {amount:money} is below the minimum and is not made.',
  },
  'rebalancing.below-minimum-purchase': text(
    '{product}：所需买入金额{amount:money}低于该产品的最低购买金额，其余产品已相应调整。',
    '{product}：所需買入金額{amount:money}低於該產品的最低認購金額，其餘產品已相應調整。',
    '{product}: the purchase of {amount:money} is below the product’s own minimum; the others are adjusted around it.',
  ),
  'rebalancing.arrives-below-minimum': text(
    '{product}：扣除费用和税款后，可用于买入的款项低于该产品的最低购买金额，{amount:money}不买入。',
    '{product}：扣除費用和稅款後，可用作買入的款項低於該產品的最低認購金額，{amount:money}不買入。',
    '{product}: {amount:money} is not bought, because what is left to buy it with, after fees and tax, is below the product’s own minimum.',
  ),
  'rebalancing.fee-takes-all': {
    'zh-Hans': '{product}：买入{amount:money}将全部用于支付费用，因此不买入。',
    'zh-Hant': '{product}：買入{amount:money}將全數用作支付費用，因此不會買入。',
    en: '{product}: its fee would take all of a purchase of {amount:money}, which is not made.',
  },
  'rebalancing.reduced': {
    'zh-Hans': '{product}：受其他交易的实际金额影响，少交易{amount:money}。',
    'zh-Hant': '{product}：受其他交易的實際金額影響，少交易{amount:money}。',
    en: '{product}: {amount:money} less is traded, because of what the other trades come to.',
  },
  'rebalancing.locked': {
    'zh-Hans': '{product}处于封闭期或锁定期，目前不能买卖。',
    'zh-Hant': '{product}處於封閉期或鎖定期，目前不能買賣。',
    en: '{product} is locked and can be neither bought nor sold at present.',
  },
  'rebalancing.sell-only': {
    'zh-Hans': '{product}可继续持有或赎回，但不能追加购买。',
    'zh-Hant': '{product}可繼續持有或贖回，但不可加購。',
    en: '{product} may be kept or redeemed, but not added to.',
  },
  'rebalancing.buy-only': {
    'zh-Hans': '{product}目前不能赎回。',
    'zh-Hant': '{product}目前不可贖回。',
    en: '{product} cannot be redeemed at present.',
  },
  'rebalancing.no-subscription': {
    'zh-Hans': '{product}目前不接受申购。',
    'zh-Hant': '{product}目前不接受認購。',
    en: '{product} does not accept purchases at present.',
  },
  'rebalancing.no-redemption': {
    'zh-Hans': '{product}目前暂停赎回。',
    'zh-Hant': '{product}目前暫停贖回。',
    en: '{product} does not accept redemptions at present.',
  },
  'rebalancing.at-destination': text(
    '{product}处于目标占比或其容许范围内，无需交易。',
    '{product}處於目標比重或其容許範圍內，毋須交易。',
    '{product} is at its target, or near enough to it, and is not traded.',
  ),
  'rebalancing.not-among-fewest': text(
    '{product}维持{weight:percent2}：所选的少数交易不涉及该产品。',
    '{product}維持{weight:percent2}：所選的少數交易不涉及該產品。',
    '{product} stays at {weight:percent2}: the few trades that were chosen do without it.',
  ),
  'rebalancing.not-called-for': text(
    '{product}维持{weight:percent2}（目标{target:percent2}）：按约定的衡量方式、调整范围和资金安排，无需交易该产品。',
    '{product}維持{weight:percent2}（目標{target:percent2}）：按協定的衡量方式、調整範圍和資金安排，毋須交易該產品。',
    '{product} stays at {weight:percent2}, its target is {target:percent2}: by what the policy measures, what it moves and where its money comes from, no trade of it is asked for.',
  ),
  'rebalancing.solved-around': text(
    '{product}维持{weight:percent2}（目标{target:percent2}）：目标所需的交易未能全部办理，在所找到的安排中，整体最接近目标者不涉及该产品。',
    '{product}維持{weight:percent2}（目標{target:percent2}）：目標所需的交易未能全部辦理，在所找到的安排中，整體最貼近目標者不涉及該產品。',
    '{product} stays at {weight:percent2}, its target is {target:percent2}: not all that the target asks for can be traded, and of the ways that were found the one that brings the whole nearest does without this product.',
  ),
  'rebalancing.left-as-it-is': text(
    '{product}占比{weight:percent2}（目标{target:percent2}）：除必须办理的交易外，不作其他调整。',
    '{product}比重{weight:percent2}（目標{target:percent2}）：除必須辦理的交易外，不作其他調整。',
    '{product} is left at {weight:percent2}, its target is {target:percent2}: beyond what must be done nothing is traded.',
  ),
  'rebalancing.left-in-household': text(
    '{product}维持现状：家庭目前无需调整，除必须办理的交易外，不作其他交易。',
    '{product}維持現狀：家庭目前毋須調整，除必須辦理的交易外，不作其他交易。',
    '{product} is left as it is: nothing else is due in the household, and beyond what must be done nothing is traded.',
  ),
  'rebalancing.frozen': text(
    '{product}：账户已冻结，不能交易。',
    '{product}：戶口已凍結，不能交易。',
    '{product}: the account is frozen, so nothing is traded.',
  ),
  'rebalancing.settles-too-late': text(
    '{product}：卖出款项{on}才到账，晚于需用款的{by}，因此不为此卖出。',
    '{product}：賣出款項{on}才到賬，遲於需用款的{by}，因此不為此賣出。',
    '{product}: its money would be there on {on}, later than the {by} on which it is needed, so it is not sold for that.',
  ),
  'rebalancing.part-held': text(
    '{product}：其中{amount:money}受限，不能卖出。',
    '{product}：其中{amount:money}受限，不可賣出。',
    '{product}: {amount:money} of it is held fast and cannot be sold.',
  ),
  'rebalancing.restricted-until': text(
    '{product}：该限制至{until}（含当日）为止。',
    '{product}：該限制至{until}（含當日）為止。',
    '{product}: this holds up to and on {until}.',
  ),
  'rebalancing.no-purchases': text(
    '{product}：账户目前不能买入，因此不买入。',
    '{product}：戶口目前不可買入，因此不買入。',
    '{product}: the account buys nothing at present.',
  ),
  'rebalancing.kept-only': text(
    '{product}不在目标所列的可买入产品之内，只继续持有或卖出，不买入。',
    '{product}不在目標所列的可買入產品之內，只會繼續持有或賣出，不會買入。',
    '{product} is not among the products that may be bought for the target: it is kept or sold, but not added to.',
  ),
  'rebalancing.under-way': text(
    '{product}：{amount:money}正在买入，{on}到账之前不能卖出。',
    '{product}：{amount:money}正在買入，{on}到賬之前不可賣出。',
    '{product}: {amount:money} is only being bought and cannot be sold before {on}.',
  ),
  'rebalancing.lots-locked': text(
    '{product}：部分份额仍在持有期或封闭期内，暂不能赎回。',
    '{product}：部分份額仍在持有期或封閉期內，暫不能贖回。',
    '{product}: some of the holding is still within its holding period or term and cannot be redeemed yet.',
  ),
  'rebalancing.holding-locked': text(
    '{product}仍在持有期或封闭期内，暂不能赎回。',
    '{product}仍在持有期或封閉期內，暫不能贖回。',
    '{product} is still within its holding period or term and cannot be redeemed yet.',
  ),
  'rebalancing.daily-limit': text(
    '{product}：超过当日限额的{amount:money}今日不能办理。',
    '{product}：超過當日限額的{amount:money}今日不能辦理。',
    '{product}: {amount:money} is beyond the limit of the day.',
  ),
  'rebalancing.pro-rata-day': text(
    '{product}：{on}每笔赎回仅按{share:percent}的比例办理，其余部分的处理取决于合同，因此{amount:money}不在该日赎回。',
    '{product}：{on}每筆贖回僅按{share:percent}的比例辦理，其餘部分的處理取決於合約，因此{amount:money}不在該日贖回。',
    '{product}: on {on} only {share:percent} of each redemption is carried out, and the contract says what becomes of the rest. So {amount:money} is not redeemed on that day.',
  ),
  'rebalancing.maximum-holding': text(
    '{product}：已达到单一客户最高持有金额。',
    '{product}：已達單一客戶最高持有金額。',
    '{product}: a client may not hold more of it.',
  ),
  'rebalancing.max-weight': text(
    '{product}：约定最高占投资组合的{most:percent2}。',
    '{product}：協定最高佔投資組合的{most:percent2}。',
    '{product}: it may be {most:percent2} of the portfolio at most.',
  ),
  'rebalancing.max-weight-of-issuer': text(
    '{product}：买入{amount:money}会使{issuer}的合计占比超过约定上限，因此不买入。',
    '{product}：買入{amount:money}會使{issuer}的合計比重超過協定上限，因此不買入。',
    '{product}: {amount:money} is not bought, because more would then be with {issuer} than was agreed at most.',
  ),
  'rebalancing.max-weight-of-unknown-issuers': text(
    '{product}：买入{amount:money}会使发行机构不明的产品合计占比超过约定上限，因此不买入。',
    '{product}：買入{amount:money}會使發行機構不明的產品合計比重超過協定上限，因此不買入。',
    '{product}: {amount:money} is not bought, because more would then be with issuers that are not known than was agreed at most.',
  ),
  'rebalancing.max-weight-of-group': text(
    '{product}：买入{amount:money}会使“{group:term}”的合计占比超过约定上限，因此不买入。',
    '{product}：買入{amount:money}會使「{group:term}」的合計比重超過協定上限，因此不買入。',
    '{product}: {amount:money} is not bought, because more would then be in the group {group:term} than was agreed at most.',
  ),
  'rebalancing.sold-for-caps': text(
    '{product}：卖出至目标占比{target:percent2}以下，使各发行机构和产品组合计占比不超过约定上限。',
    '{product}：賣出至目標比重{target:percent2}以下，使各發行機構和產品組合計比重不超過協定上限。',
    '{product}: it is sold below its target of {target:percent2}, so that no issuer and no group of products is more than was agreed.',
  ),
  'rebalancing.within-caps': text(
    '{product}：为使各发行机构和产品组合计占比不超过约定上限，{amount:money}不买入。',
    '{product}：為使各發行機構和產品組合計比重不超過協定上限，{amount:money}不買入。',
    '{product}: {amount:money} is not bought, so that no issuer and no group of products becomes more than was agreed.',
  ),
  'rebalancing.no-price': text(
    '{product}：以整份额交易，但价格未知，因此不交易。',
    '{product}：以整份額交易，但價格未知，因此不交易。',
    '{product} trades in whole units and its price is not known, so it is not traded.',
  ),
  'rebalancing.loss-kept': text(
    '{product}：亏损份额暂不卖出，以免亏损不能抵税。',
    '{product}：虧損份額暫不賣出，以免虧損不能抵稅。',
    '{product}: lots at a loss are kept for now, so that the loss is not spoilt.',
  ),
  'rebalancing.wash-sale': text(
    '{product}：近期曾亏本卖出，暂不买入。',
    '{product}：近期曾虧本賣出，暫不買入。',
    '{product} was sold at a loss lately and is not bought for now.',
  ),
  'rebalancing.nothing-sold': text(
    '{product}：约定只使用新增资金，不卖出。',
    '{product}：協定只使用新增資金，不賣出。',
    '{product}: only free money is used by agreement, and nothing is sold.',
  ),
  'rebalancing.sold-last': text(
    '{product}：约定先使用资金，再卖出偏离约定区间的部分；本次无需再卖出该产品。',
    '{product}：協定先使用資金，再賣出偏離協定範圍的部分；本次毋須再賣出該產品。',
    '{product}: by agreement free money is used first, then what is out of its range is sold; no more of this product is sold for it.',
  ),
  'rebalancing.nothing-bought': text(
    '{product}：约定只卖出，不买入。',
    '{product}：協定只賣出，不買入。',
    '{product}: nothing is bought by agreement.',
  ),
  'rebalancing.cut-to-step': text(
    '{product}：{amount:money}因交易单位而未交易。',
    '{product}：{amount:money}因交易單位而未交易。',
    '{product}: {amount:money} does not fit the steps in which it trades.',
  ),
  'rebalancing.below-minimum-holding': text(
    '{product}：卖出后余额将低于最低持有金额，因此{amount:money}不卖出。',
    '{product}：賣出後餘額將低於最低持有金額，因此{amount:money}不賣出。',
    '{product}: what would stay is below its minimum holding, so {amount:money} is not sold.',
  ),
  'rebalancing.below-minimum-redemption': text(
    '{product}：所需卖出金额{amount:money}低于该产品的最低赎回金额，本次不卖出。',
    '{product}：所需賣出金額{amount:money}低於該產品的最低贖回金額，是次不賣出。',
    '{product}: the sale of {amount:money} is below the product’s least redemption and is not made.',
  ),
  'rebalancing.cannot-be-paid': text(
    '{product}：资金不足，{amount:money}不买入。',
    '{product}：資金不足，{amount:money}不買入。',
    '{product}: there is no money for {amount:money} of the purchase.',
  ),
  'rebalancing.no-free-money': text(
    '{product}：约定只用可用资金买入，而目前须先筹集资金，因此{amount:money}不买入。',
    '{product}：協定只用可用資金買入，而目前須先籌集資金，因此{amount:money}不買入。',
    '{product}: by agreement only free money buys, and there is none as long as money must be raised, so {amount:money} is not bought.',
  ),
  'rebalancing.no-more-needed': text(
    '{product}：不再需要更多资金，因此少卖出{amount:money}。',
    '{product}：不再需要更多資金，因此少賣出{amount:money}。',
    '{product}: {amount:money} less is sold, because no more money is needed.',
  ),
  'rebalancing.max-trades': text(
    '{product}：为不超过约定的交易笔数，{amount:money}不交易。',
    '{product}：為不超過協定的交易宗數，{amount:money}不交易。',
    '{product}: {amount:money} is not traded, so that there are no more trades than agreed.',
  ),
  'rebalancing.nothing-left': text(
    '{product}：没有剩余资金可以承接{amount:money}。',
    '{product}：沒有剩餘資金可以承接{amount:money}。',
    '{product}: nothing is left over for the {amount:money} that it was to take.',
  ),
  'rebalancing.turnover': text(
    '{product}：为不超过约定的换手率，{amount:money}不交易。',
    '{product}：為不超過協定的換手率，{amount:money}不交易。',
    '{product}: {amount:money} is not traded, so that turnover stays within what was agreed.',
  ),
  'rebalancing.evens-steps': text(
    '{product}：占比由{from:percent2}调整至{to:percent2}，使各产品按交易单位取整后的整体最接近目标。',
    '{product}：比重由{from:percent2}調整至{to:percent2}，使各產品按交易單位取整後的整體最接近目標。',
    '{product}: from {from:percent2} to {to:percent2} of the portfolio, as all trades in whole steps come nearest to the target so.',
  ),
  'rebalancing.raises-money': text(
    '{product}：占比由{from:percent2}降至{to:percent2}，以筹集资金。',
    '{product}：比重由{from:percent2}降至{to:percent2}，以籌集資金。',
    '{product}: from {from:percent2} to {to:percent2} of the portfolio, to raise money.',
  ),
  'rebalancing.raises-what-it-can': text(
    '{product}：卖出{amount:money}以筹集资金，账户已无可投资的资金。',
    '{product}：賣出{amount:money}以籌集資金，戶口已無可投資的資金。',
    '{product}: {amount:money} is sold to raise money; nothing is left to invest.',
  ),
  'rebalancing.at-least-purchase': text(
    '{product}：该产品每次至少买入{least:money}，因此买入多于目标所需的金额。',
    '{product}：該產品每次至少買入{least:money}，因此買入多於目標所需的金額。',
    '{product}: no less than {least:money} of it may be bought, so more is bought than the target asks for.',
  ),
  'rebalancing.at-least-redemption': text(
    '{product}：该产品每次至少赎回{least:money}或全部赎回，因此卖出多于所需的金额。',
    '{product}：該產品每次至少贖回{least:money}或全部贖回，因此賣出多於所需的金額。',
    '{product}: no less than {least:money} of it may be redeemed unless all of it is, so more is sold than is asked for.',
  ),
  'rebalancing.sold-whole': text(
    '{product}：卖出后余额将低于最低持有金额{least:money}，因此全部卖出。',
    '{product}：賣出後餘額將低於最低持有金額{least:money}，因此全部賣出。',
    '{product}: what would stay is below its minimum holding of {least:money}, so all of it is sold.',
  ),
  'rebalancing.waits-for-proceeds': text(
    '{product}：待卖出款项到账后于{on}下单。',
    '{product}：待賣出款項到賬後於{on}下單。',
    '{product}: the order is placed on {on}, once the proceeds of the sales are there.',
  ),
});
