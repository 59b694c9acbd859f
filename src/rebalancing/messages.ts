import { type Messages, mergeMessages } from '../evidence/index.js';
import { householdMessages } from './household/messages.js';
import { lotMessages } from './lots/messages.js';
import { triggerMessages } from './triggers/messages.js';
import { weighingMessages } from './weighing/messages.js';

/** What the reasons for trading and for not trading say, in three languages. */
export const rebalancingMessages: Messages = mergeMessages(
  householdMessages,
  lotMessages,
  triggerMessages,
  weighingMessages,
  {
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
    'rebalancing.switch-pays': {
      'zh-Hans': '转换费用约在{breakEvenYears:number}年后收回，短于计划持有的{years:number}年。',
      'zh-Hant': '轉換費用約於{breakEvenYears:number}年後收回，短於計劃持有的{years:number}年。',
      en: 'The cost of switching is earned back after about {breakEvenYears:number} years, within the planned {years:number}.',
    },
    'rebalancing.switch-too-late': {
      'zh-Hans':
        '转换费用约需{breakEvenYears:number}年才能收回，长于计划持有的{years:number}年，不建议转换。',
      'zh-Hant':
        '轉換費用約需{breakEvenYears:number}年方可收回，長於計劃持有的{years:number}年，不建議轉換。',
      en: 'The cost of switching would be earned back only after about {breakEvenYears:number} years, longer than the planned {years:number}. We advise against it.',
    },
    'rebalancing.switch-never-pays': {
      'zh-Hans': '新产品的年度费用并不更低，转换费用无法收回，不建议转换。',
      'zh-Hant': '新產品的年度費用並非較低，轉換費用無法收回，不建議轉換。',
      en: 'The new product has no lower annual fee, so the cost of switching is never earned back. We advise against it.',
    },
  },
);
