import { type Messages, localisedText as text } from '../evidence/index.js';
import { discreteMessages } from './discrete/messages.js';
import { diversificationMessages } from './diversified/messages.js';
import { infeasibleMessages } from './infeasible/messages.js';
import { modelPortfolioMessages } from './model-portfolios/messages.js';
import { resampledMessages } from './resampled/messages.js';
import { riskBudgetMessages } from './risk-budgets/messages.js';
import { robustMessages } from './robust/messages.js';
import { shortfallMessages } from './shortfall/messages.js';

/** Texts for the reasons that an allocation gives, in three languages. */
export const allocationMessages: Messages = Object.freeze({
  ...infeasibleMessages,
  ...discreteMessages,
  ...modelPortfolioMessages,
  ...diversificationMessages,
  ...resampledMessages,
  ...riskBudgetMessages,
  ...robustMessages,
  ...shortfallMessages,
  'allocation.rules-conflict': text(
    '没有任何组合能同时满足以下要求：{rules}。请放宽其中至少一项。',
    '並無任何組合能同時符合以下要求：{rules}。請放寬其中至少一項。',
    'No portfolio can meet these requirements together: {rules}. At least one of them has to be relaxed.',
  ),
  'allocation.not-certified': text(
    '未能得出可验证的最优配置，因此不提供配置结果。',
    '未能得出可予驗證的最佳配置，因此不提供配置結果。',
    'No allocation could be proved to be the best, so none is given.',
  ),
  'allocation.max-binding': text(
    '{subject}已达到{bound:percent}的上限；如无此上限，配置比例会更高。',
    '{subject}已達{bound:percent}的上限；若無此上限，配置比例會更高。',
    '{subject} is at its limit of {bound:percent}; without the limit more would be held.',
  ),
  'allocation.min-binding': text(
    '{subject}保持在{bound:percent}的最低比例；如无此要求，配置比例会更低。',
    '{subject}維持於{bound:percent}的最低比例；若無此要求，配置比例會更低。',
    '{subject} is at its minimum of {bound:percent}; without the minimum less would be held.',
  ),
  'allocation.not-held-for-least-risk': text(
    '未配置{subject}：加入后不会降低组合的风险，或其比例已受其他要求限制。',
    '並無配置{subject}：加入後不會降低組合的風險，或其比例已受其他要求限制。',
    '{subject} is not held: holding it would not lower the risk of the portfolio, or another requirement leaves no room for it.',
  ),
  'allocation.not-held': text(
    '未配置{subject}：其预期收益（扣除交易成本后）不足以补偿为组合增加的风险，或其比例已受其他要求限制。',
    '並無配置{subject}：其預期回報（扣除交易成本後）不足以補償為組合增添的風險，或其比例已受其他要求限制。',
    '{subject} is not held: its expected return, after any costs of trading, does not make up for the risk it would add, or another requirement leaves no room for it.',
  ),
  'allocation.group-max-binding': text(
    '“{subject}”类资产合计已达到{bound:percent}的上限；如无此上限，配置比例会更高。',
    '「{subject}」類資產合計已達{bound:percent}的上限；若無此上限，配置比例會更高。',
    'The assets in “{subject}” together are at their limit of {bound:percent}; without the limit more would be held.',
  ),
  'allocation.group-min-binding': text(
    '“{subject}”类资产合计保持在{bound:percent}的最低比例；如无此要求，配置比例会更低。',
    '「{subject}」類資產合計維持於{bound:percent}的最低比例；若無此要求，配置比例會更低。',
    'The assets in “{subject}” together are at their minimum of {bound:percent}; without the minimum less would be held.',
  ),
  'allocation.target-return-binding': text(
    '为达到每年{target:percent2}的预期收益目标，组合承担了相应的风险；降低该目标可减少风险。预期收益并非收益承诺。',
    '為達至每年{target:percent2}的預期回報目標，組合承擔了相應風險；調低目標可減少風險。預期回報並非回報保證。',
    'The risk taken is what the target of {target:percent2} expected return a year calls for; a lower target would need less. An expected return is no promise.',
  ),
  'allocation.rule-cost': text(
    '{rule}：如取消这一要求，在同等风险下预期年收益可提高约{expectedReturn:percent2}。预期收益并非收益承诺。',
    '{rule}：若取消此項要求，在同等風險下預期年回報可提高約{expectedReturn:percent2}。預期回報並非回報保證。',
    '{rule}: without it about {expectedReturn:percent2} more a year could be expected at the same risk. An expected return is no promise.',
  ),
  'allocation.rule-cost-in-risk': text(
    '{rule}：如取消这一要求，在同等预期收益下波动率可降低约{volatility:percent2}。',
    '{rule}：若取消此項要求，在同等預期回報下波幅可降低約{volatility:percent2}。',
    '{rule}: without it about {volatility:percent2} less volatility would do for the same expected return.',
  ),
  'allocation.rule-cost-in-tracking-error': text(
    '{rule}：如取消这一要求，在同等预期收益下跟踪误差可降低约{volatility:percent2}。',
    '{rule}：若取消此項要求，在同等預期回報下追蹤誤差可降低約{volatility:percent2}。',
    '{rule}: without it about {volatility:percent2} less tracking error would do for the same expected return.',
  ),
  'allocation.ridge': text(
    '所给协方差不足以唯一确定组合，计算时为每项资产增加了{ridge}的方差。',
    '所給協方差不足以唯一確定組合，計算時為每項資產增添了{ridge}的方差。',
    'The covariance given does not settle the portfolio; a variance of {ridge} was added to every asset.',
  ),
  'allocation.target-volatility-unreachable': text(
    '在现有要求下，组合的波动率最低为{least:percent2}，无法达到{limit:percent2}的波动率上限。',
    '在現有要求下，組合的波幅最低為{least:percent2}，無法達到{limit:percent2}的波幅上限。',
    'Under these requirements no portfolio has a volatility below {least:percent2}, so the limit of {limit:percent2} cannot be met.',
  ),
  'allocation.tracking-error-unreachable': text(
    '在现有要求下，组合相对基准的跟踪误差最低为{least:percent2}，无法达到{limit:percent2}的上限。',
    '在現有要求下，組合相對基準的追蹤誤差最低為{least:percent2}，無法達到{limit:percent2}的上限。',
    'Under these requirements no portfolio stays closer to the benchmark than a tracking error of {least:percent2}, so the limit of {limit:percent2} cannot be met.',
  ),
  'allocation.no-excess-return': text(
    '没有任何组合的预期收益高于无风险收益，因此不存在夏普比率最高的组合。',
    '並無任何組合的預期回報高於無風險回報，因此並無夏普比率最高的組合。',
    'No portfolio is expected to earn more than the riskless return, so none has the highest Sharpe ratio.',
  ),
  'allocation.riskless-excess-return': text(
    '有组合在不承担风险的情况下，预期收益已高于所设的无风险收益，因此不存在夏普比率最高的组合。请核对无风险收益。',
    '有組合在不承擔風險的情況下，預期回報已高於所設的無風險回報，因此並無夏普比率最高的組合。請核對無風險回報。',
    'A portfolio without risk is expected to earn more than the riskless return given, so none has the highest Sharpe ratio. The riskless return should be checked.',
  ),
  'allocation.frozen-outside-bounds': text(
    '{subject}按要求维持在{held:percent}，不在{min:percent}至{max:percent}的规定范围内。',
    '{subject}按要求維持於{held:percent}，不在{min:percent}至{max:percent}的規定範圍內。',
    '{subject} has to stay at {held:percent}, which is outside the {min:percent} to {max:percent} laid down for it.',
  ),
  'allocation.frozen-binding': text(
    '{subject}按要求维持在{bound:percent}；如可调整，组合会更优。',
    '{subject}按要求維持於{bound:percent}；若可調整，組合會更佳。',
    '{subject} has to stay at {bound:percent}; a portfolio that could change it would be better.',
  ),
  'allocation.rule-max-binding': text(
    '组合已达到“{subject}”规则的上限{bound}；如无此上限，组合会更优。',
    '組合已達「{subject}」規則的上限{bound}；若無此上限，組合會更佳。',
    'The portfolio is at the upper limit of the rule “{subject}”, {bound}; without it the portfolio would be better.',
  ),
  'allocation.rule-min-binding': text(
    '组合处于“{subject}”规则的下限{bound}；如无此下限，组合会更优。',
    '組合處於「{subject}」規則的下限{bound}；若無此下限，組合會更佳。',
    'The portfolio is at the lower limit of the rule “{subject}”, {bound}; without it the portfolio would be better.',
  ),
  'allocation.relative-max-binding': text(
    '组合已达到“{subject}”的相对上限（{bound}倍）；如无此上限，组合会更优。',
    '組合已達「{subject}」的相對上限（{bound}倍）；若無此上限，組合會更佳。',
    'The portfolio is at the relative limit “{subject}” ({bound} {bound|time|times}); without it the portfolio would be better.',
  ),
  'allocation.relative-min-binding': text(
    '组合处于“{subject}”的相对下限（{bound}倍）；如无此下限，组合会更优。',
    '組合處於「{subject}」的相對下限（{bound}倍）；若無此下限，組合會更佳。',
    'The portfolio is at the relative minimum “{subject}” ({bound} {bound|time|times}); without it the portfolio would be better.',
  ),
  'allocation.short-binding': text(
    '卖空合计已达到{bound:percent}的上限；如无此上限，组合会更优。',
    '沽空合計已達{bound:percent}的上限；若無此上限，組合會更佳。',
    'Short positions together are at their limit of {bound:percent}; without it the portfolio would be better.',
  ),
  'allocation.leverage-binding': text(
    '头寸总规模已达到{bound:percent}的上限；如无此上限，组合会更优。',
    '持倉總規模已達{bound:percent}的上限；若無此上限，組合會更佳。',
    'The sizes of all positions sum to their limit of {bound:percent}; without it the portfolio would be better.',
  ),
  'allocation.turnover-binding': text(
    '换手率已达到{bound:percent}的上限；如可多作调整，组合会更优。',
    '換手率已達{bound:percent}的上限；若可多作調整，組合會更佳。',
    'Turnover is at its limit of {bound:percent}; with more trading the portfolio would be better.',
  ),
  'allocation.tracking-error-binding': text(
    '相对基准的跟踪误差已达到{bound:percent2}的上限；如无此上限，组合会更优。',
    '相對基準的追蹤誤差已達{bound:percent2}的上限；若無此上限，組合會更佳。',
    'The tracking error against the benchmark is at its limit of {bound:percent2}; without it the portfolio would be better.',
  ),
  'allocation.target-volatility-binding': text(
    '组合的波动率已达到{bound:percent2}的上限；承担更多风险可换取更高的预期收益。预期收益并非收益承诺。',
    '組合的波幅已達{bound:percent2}的上限；承擔更多風險可換取更高的預期回報。預期回報並非回報保證。',
    'The volatility is at its limit of {bound:percent2}; more risk would buy a higher expected return. An expected return is no promise.',
  ),
  'allocation.budget-max-binding': text(
    '可投资比例{bound:percent}已全部用足。',
    '可投資比例{bound:percent}已全部用足。',
    'All of the {bound:percent} that may be invested is invested.',
  ),
  'allocation.budget-min-binding': text(
    '已按要求至少投资{bound:percent}；如无此要求，投资比例会更低。',
    '已按要求最少投資{bound:percent}；若無此要求，投資比例會更低。',
    'No more than the {bound:percent} that has to be invested is invested; without the requirement it would be less.',
  ),
});
