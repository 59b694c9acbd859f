import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What the reasons for a decision as a whole say, in three languages. */
export const resultMessages: Messages = Object.freeze({
  'rebalancing.within-bands': {
    'zh-Hans': '各类资产占比均在约定区间内，无需调整。',
    'zh-Hant': '各類資產比重均在協定範圍內，毋須調整。',
    en: 'Every asset class is within its agreed range. No adjustment is needed.',
  },
  'rebalancing.out-of-band': {
    'zh-Hans':
      '{class:term}占比{weight:percent2}，目标{target:percent2}，偏离超出容许的{band:percent2}（即{edge:percent2}）。',
    'zh-Hant':
      '{class:term}比重{weight:percent2}，目標{target:percent2}，偏離超出容許的{band:percent2}（即{edge:percent2}）。',
    en: '{class:term} is at {weight:percent2}, its target is {target:percent2}; up to {band:percent2} away on this side, {edge:percent2}, is accepted.',
  },
  'rebalancing.gain-above-cost': {
    'zh-Hans':
      '调整的预期改善（按{years:number}年计约{gain:money}）高于费用（{cost:money}），建议调整。',
    'zh-Hant':
      '調整的預期改善（以{years:number}年計約{gain:money}）高於費用（{cost:money}），建議調整。',
    en: 'The expected improvement (about {gain:money} over a {years:number}-year period) exceeds the cost ({cost:money}). We suggest the adjustment.',
  },
  'rebalancing.cost-above-gain': {
    'zh-Hans':
      '调整费用（{cost:money}）不低于预期改善（按{years:number}年计约{gain:money}），建议暂不调整。',
    'zh-Hant':
      '調整費用（{cost:money}）不低於預期改善（以{years:number}年計約{gain:money}），建議暫不調整。',
    en: 'The cost ({cost:money}) is not below the expected improvement (about {gain:money} over a {years:number}-year period). We suggest leaving the portfolio as it is.',
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
  'rebalancing.money-spared': text(
    '{amount:money}留作现金：已高于约定区间或没有目标的产品不再为此买入。',
    '{amount:money}留作現金：已高於協定範圍或沒有目標的產品不再為此買入。',
    '{amount:money} stays money: nothing is bought for it of what stands above its range already, or has no target.',
  ),
  'rebalancing.no-trigger': text(
    '虽有偏离，但未触发任何约定的调整条件，暂不调整。',
    '雖有偏離，但未觸發任何協定的調整條件，暫不調整。',
    'There is drift, but nothing that was agreed calls for an adjustment.',
  ),
  'rebalancing.one-stage': text(
    '按已定的分批安排进行，本次为其中一批。',
    '按已定的分批安排進行，是次為其中一批。',
    'This is one of the stages in which it was decided to act.',
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
  'rebalancing.still-out-of-band': text(
    '交易后{class:term}占比{weight:percent2}，仍不在{below:percent2}至{above:percent2}之间。',
    '交易後{class:term}比重{weight:percent2}，仍不在{below:percent2}至{above:percent2}之間。',
    'After these trades {class:term} is at {weight:percent2}, still not between {below:percent2} and {above:percent2}.',
  ),
  'rebalancing.cash-still-out': text(
    '交易后待投资的现金占{weight:percent2}，仍超出容许范围。',
    '交易後待投資的現金佔{weight:percent2}，仍超出容許範圍。',
    'After these trades money to invest is {weight:percent2} of the portfolio, still more or less than is accepted.',
  ),
  'rebalancing.now-out-of-band': text(
    '交易后{class:term}占比{weight:percent2}，交易前在区间内，现不在{below:percent2}至{above:percent2}之间。',
    '交易後{class:term}比重{weight:percent2}，交易前在區間內，現不在{below:percent2}至{above:percent2}之間。',
    'After these trades {class:term}, which was within its range, is at {weight:percent2}, not between {below:percent2} and {above:percent2}.',
  ),
  'rebalancing.cash-now-out': text(
    '交易后待投资的现金占{weight:percent2}，交易前在容许范围内，现已超出。',
    '交易後待投資的現金佔{weight:percent2}，交易前在容許範圍內，現已超出。',
    'After these trades money to invest is {weight:percent2} of the portfolio, more or less than is accepted, which it was not before.',
  ),
  'rebalancing.account-frozen': text(
    '账户已冻结，不能交易或支取。',
    '戶口已凍結，不能交易或提款。',
    'The account is frozen: nothing is traded or paid out.',
  ),
  'rebalancing.counts-what-is-under-way': text(
    '有{count:number}项在途委托或款项，均按完成后的情形计算。',
    '有{count:number}項在途指示或款項，均按完成後的情形計算。',
    'Orders and money that are still under way: {count:number}. They are counted as done.',
  ),
  'rebalancing.account-no-purchases': text(
    '账户目前只能卖出和支取，不能买入。',
    '戶口目前只可賣出和提款，不可買入。',
    'The account may sell and pay out at present, but buys nothing.',
  ),
  'rebalancing.account-closed': text('账户已关闭。', '戶口已關閉。', 'The account is closed.'),
  'rebalancing.max-weight-exceeded': text(
    '{product}占比{weight:percent2}，仍高于约定的最高占比{most:percent2}。',
    '{product}比重{weight:percent2}，仍高於協定的最高比重{most:percent2}。',
    '{product} is {weight:percent2} of the portfolio, still above the {most:percent2} that was agreed at most.',
  ),
  'rebalancing.max-weight-of-issuer-exceeded': text(
    '{issuer}的合计占比为{weight:percent2}，高于约定的上限{most:percent2}。',
    '{issuer}的合計比重為{weight:percent2}，高於協定的上限{most:percent2}。',
    'What is with {issuer} is {weight:percent2} of the portfolio, above the {most:percent2} that was agreed at most.',
  ),
  'rebalancing.max-weight-of-unknown-issuers-exceeded': text(
    '发行机构不明的产品合计占比为{weight:percent2}，高于约定的上限{most:percent2}。',
    '發行機構不明的產品合計比重為{weight:percent2}，高於協定的上限{most:percent2}。',
    'What is with issuers that are not known is {weight:percent2} of the portfolio, above the {most:percent2} that was agreed at most.',
  ),
  'rebalancing.max-weight-of-group-exceeded': text(
    '“{group:term}”的合计占比为{weight:percent2}，高于约定的上限{most:percent2}。',
    '「{group:term}」的合計比重為{weight:percent2}，高於協定的上限{most:percent2}。',
    'The group {group:term} is {weight:percent2} of the portfolio, above the {most:percent2} that was agreed at most.',
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
    'Everything is brought back within its range by as few trades as can do it: {count:number}.',
  ),
  'rebalancing.few-trades': text(
    '以{count:number}笔交易使各项回到约定区间；未逐一尝试所有组合。',
    '以{count:number}宗交易使各項回到協定範圍；未逐一嘗試所有組合。',
    'Everything is brought back within its range by few trades: {count:number}. Not every smaller set was tried.',
  ),
  'rebalancing.steps-need-more': text(
    '所找到的最少交易按可下单的金额取整后，会使更多部分偏离约定区间，因此改作其他交易。',
    '所找到的最少交易按可下單的金額取整後，會使更多部分偏離協定範圍，因此改作其他交易。',
    'In the amounts that can be ordered, the fewest trades that were found would leave more out of its band, so others are made.',
  ),
  'rebalancing.bands-out-of-reach': text(
    '目前未找到能使各项全部回到约定区间的交易组合，已尽量接近目标。',
    '目前未找到能使各項全部回到協定範圍的交易組合，已盡量接近目標。',
    'No set of trades that brings everything back within its range was found at present; the portfolio comes as near to its target as was found possible.',
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
  'rebalancing.withdrawal-from-coming': text(
    '支取的{amount:money}由现金及在途资金支付。',
    '提取的{amount:money}由現金及在途資金支付。',
    'The withdrawal of {amount:money} is paid from cash and from money that is on its way.',
  ),
  'rebalancing.withdrawal-not-covered': text(
    '目前无法筹足支取的{amount:money}，因此暂不支付，也不为此卖出；目前最多可支付{most:money}。',
    '目前無法籌足提取的{amount:money}，因此暫不支付，也不為此賣出；目前最多可支付{most:money}。',
    'The withdrawal of {amount:money} cannot be raised in full at present, so it is not paid and nothing is sold for it. Up to {most:money} could be paid.',
  ),
  'rebalancing.withdrawal-in-part': text(
    '支取的{amount:money}目前无法筹足，先支付其中的{paid:money}。',
    '提取的{amount:money}目前無法籌足，先支付其中的{paid:money}。',
    'The withdrawal of {amount:money} cannot be raised in full at present; {paid:money} of it is paid.',
  ),
  'rebalancing.withdrawal-coverable': text(
    '如陆续卖出可卖部分，{amount:money}最早可在{on}付足。',
    '如陸續賣出可賣部分，{amount:money}最早可於{on}付足。',
    'If what can be sold is sold as soon as it can be, all of the {amount:money} could be paid on {on} at the earliest.',
  ),
  'rebalancing.withdrawal-late': text(
    '支取的款项{on}才到账，晚于需用款的{by}。',
    '提取的款項{on}才到賬，遲於需用款的{by}。',
    'The withdrawal can be paid on {on} only, later than the {by} on which it is needed.',
  ),
  'rebalancing.overdraft': text(
    '透支{amount:money}须予补足。',
    '透支{amount:money}須予補足。',
    'An overdraft of {amount:money} is to be made good.',
  ),
  'rebalancing.below-floor': text(
    '现金低于约定保留的{amount:money}，须予补足。',
    '現金低於協定保留的{amount:money}，須予補足。',
    'There was less money than the {amount:money} that is to be kept, which is to be made good.',
  ),
  'rebalancing.losses-taken': text(
    '有{count:number}项持仓可实现亏损以抵减税款。',
    '有{count:number}項持倉可實現虧損以抵減稅款。',
    'Holdings with losses that are taken to lower tax: {count:number}.',
  ),
  'rebalancing.turnover-caps-the-rest': text(
    '除筹集资金外，为不超过约定的换手率，其余交易按{factor:percent2}的比例进行。',
    '除籌集資金外，為不超過協定的換手率，其餘交易按{factor:percent2}的比例進行。',
    'Beyond what raises the money, trades are made at {factor:percent2} of their size, so that turnover stays within what was agreed.',
  ),
  'rebalancing.gain-budget-caps-the-rest': text(
    '除筹集资金外，为不超过收益预算，其余交易按{factor:percent2}的比例进行。',
    '除籌集資金外，為不超過收益預算，其餘交易按{factor:percent2}的比例進行。',
    'Beyond what raises the money, trades are made at {factor:percent2} of their size, so that realised gains stay within their budget.',
  ),
  'rebalancing.tax-budget-caps-the-rest': text(
    '除筹集资金外，为不超过税款预算，其余交易按{factor:percent2}的比例进行。',
    '除籌集資金外，為不超過稅款預算，其餘交易按{factor:percent2}的比例進行。',
    'Beyond what raises the money, trades are made at {factor:percent2} of their size, so that tax stays within its budget.',
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
