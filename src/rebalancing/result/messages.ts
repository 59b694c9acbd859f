import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What the reasons of a decision and of each trade that is made or not made say, in three languages. */
export const resultMessages: Messages = Object.freeze({
  'rebalancing.within-bands': {
    'zh-Hans': '各类资产占比均在约定区间内，无需调整。',
    'zh-Hant': '各類資產比重均在協定範圍內，毋須調整。',
    en: 'Every asset class is within its agreed range. No adjustment is needed.',
  },
  'rebalancing.out-of-band': {
    'zh-Hans': '{class}占比与目标相差{drift:percent2}，超出容许范围（上下各{band:percent2}）。',
    'zh-Hant': '{class}比重與目標相差{drift:percent2}，超出容許範圍（上下各{band:percent2}）。',
    en: '{class} is {drift:percent2} from its target weight; up to {band:percent2} either way is accepted.',
  },
  'rebalancing.gain-above-cost': {
    'zh-Hans':
      '调整的预期改善（按{years:number}年计约{gain:money}）高于费用（{cost:money}），建议调整。',
    'zh-Hant':
      '調整的預期改善（以{years:number}年計約{gain:money}）高於費用（{cost:money}），建議調整。',
    en: 'The expected improvement (about {gain:money} over {years:number} year(s)) exceeds the cost ({cost:money}). We suggest the adjustment.',
  },
  'rebalancing.cost-above-gain': {
    'zh-Hans':
      '调整费用（{cost:money}）不低于预期改善（按{years:number}年计约{gain:money}），建议暂不调整。',
    'zh-Hant':
      '調整費用（{cost:money}）不低於預期改善（以{years:number}年計約{gain:money}），建議暫不調整。',
    en: 'The cost ({cost:money}) is not below the expected improvement (about {gain:money} over {years:number} year(s)). We suggest leaving the portfolio as it is.',
  },
  'rebalancing.nothing-to-trade': {
    'zh-Hans': '所需交易均低于最低金额或目前无法办理，暂不调整。',
    'zh-Hant': '所需交易均低於最低金額或目前未能辦理，暫不調整。',
    en: 'Every trade that would be needed is too small or cannot be made at present, so nothing is traded.',
  },
  'rebalancing.target-out-of-reach': {
    'zh-Hans': '部分所需交易目前无法办理，其余产品已按最接近目标的方式调整。',
    'zh-Hant': '部分所需交易目前未能辦理，其餘產品已按最貼近目標的方式調整。',
    en: 'Some of the trades that the target asks for cannot be made. The others are adjusted to come as near to it as possible.',
  },
  'rebalancing.to-target': {
    'zh-Hans': '{product}：占比由{from:percent2}调整至{to:percent2}。',
    'zh-Hant': '{product}：比重由{from:percent2}調整至{to:percent2}。',
    en: '{product}: from {from:percent2} to {to:percent2} of the portfolio.',
  },
  'rebalancing.residual': {
    'zh-Hans': '{product}用于承接尾差及未执行的小额交易，使买卖金额完全相等。',
    'zh-Hant': '{product}用作承接尾差及未執行的小額交易，使買賣金額完全相等。',
    en: '{product} takes what rounding and trades not made leave over, so that purchases equal sales exactly.',
  },
  'rebalancing.below-minimum-trade': {
    'zh-Hans': '{product}：所需交易金额{amount:money}低于最低交易金额，本次不交易。',
    'zh-Hant': '{product}：所需交易金額{amount:money}低於最低交易金額，是次不作交易。',
    en: '{product}: the trade of {amount:money} is below the minimum and is not made.',
  },
  'rebalancing.below-minimum-purchase': {
    'zh-Hans':
      '{product}：所需买入金额{amount:money}低于该产品的最低购买金额，其余产品已相应调整。',
    'zh-Hant':
      '{product}：所需買入金額{amount:money}低於該產品的最低認購金額，其餘產品已相應調整。',
    en: '{product}: the purchase of {amount:money} is below the product’s own minimum; the others are adjusted around it.',
  },
  'rebalancing.reduced': {
    'zh-Hans': '{product}：为使买卖金额相等，交易金额减少{amount:money}。',
    'zh-Hant': '{product}：為使買賣金額相等，交易金額減少{amount:money}。',
    en: '{product}: the trade is reduced by {amount:money}, so that purchases equal sales.',
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
  'rebalancing.no-trigger': text(
    '虽有偏离，但未触发任何约定的调整条件，暂不调整。',
    '雖有偏離，但未觸發任何協定的調整條件，暫不調整。',
    'There is drift, but nothing that was agreed calls for an adjustment.',
  ),
  'rebalancing.nothing-held': text(
    '账户内没有可调整的资产。',
    '戶口內沒有可調整的資產。',
    'There is nothing in the account to adjust.',
  ),
  'rebalancing.nothing-called-for': text(
    '目前无需交易。',
    '目前毋須交易。',
    'Nothing calls for a trade.',
  ),
  'rebalancing.at-destination': text(
    '{product}已处于应有的占比，无需交易。',
    '{product}已處於應有的比重，毋須交易。',
    '{product} is where it should be and is not traded.',
  ),
  'rebalancing.account-frozen': text(
    '账户已冻结，不能交易或支取。',
    '戶口已凍結，不能交易或提款。',
    'The account is frozen: nothing is traded or paid out.',
  ),
  'rebalancing.account-closed': text('账户已关闭。', '戶口已關閉。', 'The account is closed.'),
  'rebalancing.frozen': text(
    '{product}：账户已冻结，不能交易。',
    '{product}：戶口已凍結，不能交易。',
    '{product}: the account is frozen, so nothing is traded.',
  ),
  'rebalancing.lots-locked': text(
    '{product}：部分份额仍在持有期或封闭期内，暂不能赎回。',
    '{product}：部分份額仍在持有期或封閉期內，暫不能贖回。',
    '{product}: some of the holding is still within its holding period or term and cannot be redeemed yet.',
  ),
  'rebalancing.daily-limit': text(
    '{product}：超过当日限额的{amount:money}今日不能办理。',
    '{product}：超過當日限額的{amount:money}今日不能辦理。',
    '{product}: {amount:money} is beyond the limit of the day.',
  ),
  'rebalancing.maximum-holding': text(
    '{product}：已达到单一客户最高持有金额。',
    '{product}：已達單一客戶最高持有金額。',
    '{product}: a client may not hold more of it.',
  ),
  'rebalancing.max-weight': text(
    '{product}：已达到约定的最高占比。',
    '{product}：已達協定的最高比重。',
    '{product}: it may not be a larger part of the portfolio.',
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
  'rebalancing.nothing-bought': text(
    '{product}：约定只卖出，不买入。',
    '{product}：協定只賣出，不買入。',
    '{product}: nothing is bought by agreement.',
  ),
  'rebalancing.max-weight-exceeded': text(
    '{product}占比{weight:percent2}，仍高于约定的最高占比{most:percent2}。',
    '{product}比重{weight:percent2}，仍高於協定的最高比重{most:percent2}。',
    '{product} is {weight:percent2} of the portfolio, still above the {most:percent2} that was agreed at most.',
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
  'rebalancing.cannot-be-paid': text(
    '{product}：资金不足，{amount:money}不买入。',
    '{product}：資金不足，{amount:money}不買入。',
    '{product}: there is no money for {amount:money} of the purchase.',
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
  'rebalancing.turnover-caps-trades': text(
    '为不超过约定的换手率，所有交易按{factor:percent2}的比例进行。',
    '為不超過協定的換手率，所有交易按{factor:percent2}的比例進行。',
    'All trades are made at {factor:percent2} of their size, so that turnover stays within what was agreed.',
  ),
  'rebalancing.gain-budget-caps-trades': text(
    '为不超过收益预算，所有交易按{factor:percent2}的比例进行。',
    '為不超過收益預算，所有交易按{factor:percent2}的比例進行。',
    'All trades are made at {factor:percent2} of their size, so that realised gains stay within their budget.',
  ),
  'rebalancing.tax-budget-caps-trades': text(
    '为不超过税款预算，所有交易按{factor:percent2}的比例进行。',
    '為不超過稅款預算，所有交易按{factor:percent2}的比例進行。',
    'All trades are made at {factor:percent2} of their size, so that tax stays within its budget.',
  ),
  'rebalancing.turnover-exceeded': text(
    '为筹集所需资金，换手率超过了约定的上限。',
    '為籌集所需資金，換手率超過了協定的上限。',
    'Raising the money takes more turnover than was agreed.',
  ),
  'rebalancing.gain-budget-exceeded': text(
    '为筹集所需资金，已实现收益超过了预算。',
    '為籌集所需資金，已實現收益超過了預算。',
    'Raising the money realises more gains than their budget allows.',
  ),
  'rebalancing.tax-budget-exceeded': text(
    '为筹集所需资金，税款超过了预算。',
    '為籌集所需資金，稅款超過了預算。',
    'Raising the money costs more tax than its budget allows.',
  ),
  'rebalancing.fewest-trades': text(
    '以最少的{count:number}笔交易使各项回到约定区间。',
    '以最少的{count:number}宗交易使各項回到協定範圍。',
    '{count:number} trade(s) bring everything back within its range; fewer would not.',
  ),
  'rebalancing.few-trades': text(
    '以{count:number}笔交易使各项回到约定区间；未逐一尝试所有组合。',
    '以{count:number}宗交易使各項回到協定範圍；未逐一嘗試所有組合。',
    '{count:number} trade(s) bring everything back within its range; not every smaller set was tried.',
  ),
  'rebalancing.bands-out-of-reach': text(
    '目前没有交易组合能使各项全部回到约定区间，已尽量接近目标。',
    '目前沒有交易組合能使各項全部回到協定範圍，已盡量接近目標。',
    'No set of trades brings everything back within its range at present; the portfolio comes as near to its target as it can.',
  ),
  'rebalancing.raises-money': text(
    '{product}：占比由{from:percent2}降至{to:percent2}，以筹集资金。',
    '{product}：比重由{from:percent2}降至{to:percent2}，以籌集資金。',
    '{product}: from {from:percent2} to {to:percent2} of the portfolio, to raise money.',
  ),
  'rebalancing.waits-for-proceeds': text(
    '{product}：待卖出款项到账后于{on}下单。',
    '{product}：待賣出款項到賬後於{on}下單。',
    '{product}: the order is placed on {on}, once the proceeds of the sales are there.',
  ),
  'rebalancing.money-still-missing': text(
    '仍缺{missing:money}，目前无法筹集。',
    '仍缺{missing:money}，目前無法籌集。',
    '{missing:money} is still missing and cannot be raised at present.',
  ),
  'rebalancing.withdrawal-raised': text(
    '为支取{amount:money}卖出部分资产，优先卖出占比偏高者。',
    '為提取{amount:money}賣出部分資產，優先賣出比重偏高者。',
    'Holdings are sold for the withdrawal of {amount:money}, those above their target first.',
  ),
  'rebalancing.withdrawal-from-cash': text(
    '支取的{amount:money}由现金支付。',
    '提取的{amount:money}由現金支付。',
    'The withdrawal of {amount:money} is paid from cash.',
  ),
  'rebalancing.withdrawal-not-covered': text(
    '目前无法筹足支取的{amount:money}，因此暂不支付。',
    '目前無法籌足提取的{amount:money}，因此暫不支付。',
    'The withdrawal of {amount:money} cannot be raised in full at present, so it is not paid yet.',
  ),
  'rebalancing.deposit-invested': text(
    '存入的{amount:money}用于投资。',
    '存入的{amount:money}用於投資。',
    'The deposit of {amount:money} is invested.',
  ),
  'rebalancing.deposit-waits': text(
    '存入的{amount:money}暂以现金持有。',
    '存入的{amount:money}暫以現金持有。',
    'The deposit of {amount:money} stays cash for now.',
  ),
});
