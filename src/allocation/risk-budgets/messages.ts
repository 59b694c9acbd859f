import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Texts for what methods that divide risk have to say. */
export const riskBudgetMessages: Messages = Object.freeze({
  'allocation.assets-without-risk': text(
    '以下资产没有风险，无法承担风险预算，因此无法按风险分配：{assets}。请将其剔除、将其风险预算设为0，或为其设定比例上限。',
    '以下資產並無風險，無法承擔風險預算，因此不能按風險分配：{assets}。請將其剔除、將其風險預算設為0，或為其設定比例上限。',
    'These assets have no risk, so that no share of the risk can be theirs: {assets}. Leave them out, give them no budget of risk, or set an upper limit.',
  ),
  'allocation.no-weight-without-risk': text(
    '以下资产没有风险，而该方法按风险确定比例，因此无法为其确定比例：{assets}。请将其剔除。',
    '以下資產並無風險，而此方法按風險釐定比例，因此無法為其釐定比例：{assets}。請將其剔除。',
    'These assets have no risk, so that weights that follow from risk cannot be given: {assets}. Leave them out.',
  ),
  'allocation.risks-cancel': text(
    '以下资产的风险可以相互完全抵消，因此没有可供分配的风险：{assets}。',
    '以下資產的風險可以互相完全抵銷，因此並無可供分配的風險：{assets}。',
    'The risks of these assets can cancel each other out, so that there is no risk to divide: {assets}.',
  ),
  'allocation.risk-budgets-not-certified': text(
    '未能得出可验证的、符合风险预算的配置，因此不提供配置结果。',
    '未能得出可予驗證並符合風險預算的配置，因此不提供配置結果。',
    'No weights that meet the budgets of risk could be proved, so none are given.',
  ),
  'allocation.risk-budgets-out-of-reach': text(
    '在现有上下限内，未找到风险按预算分配的组合：资产之间相互对冲，按预算比例分配风险时，各项比例之和始终超过可投资比例。降低最低比例或调整风险预算或可得出配置。',
    '在現有上下限內，未能找到風險按預算分配的組合：資產之間互相對沖，按預算比例分配風險時，各項比例之和始終超出可投資比例。調低最低比例或調整風險預算或可得出配置。',
    'Within the bounds no portfolio was found that divides the risk as budgeted: the assets hedge each other, and weights that divide it so sum to more than may be invested. Lower minimums or other budgets of risk may allow one.',
  ),
  'allocation.no-risk-budget': text(
    '{subject}没有风险预算，仅按{bound:percent}的最低比例持有。',
    '{subject}並無風險預算，僅按{bound:percent}的最低比例持有。',
    '{subject} has no budget of risk; it is held at its minimum of {bound:percent} and no more.',
  ),
  'allocation.risk-held-up': text(
    '{subject}须保持{bound:percent}的最低比例，因此承担了{share:percent}的组合风险，而其风险预算为{budget:percent}。',
    '{subject}須維持{bound:percent}的最低比例，因此承擔了{share:percent}的組合風險，而其風險預算為{budget:percent}。',
    '{subject} is kept at its minimum of {bound:percent} and so brings {share:percent} of the risk, against a budget of {budget:percent}.',
  ),
  'allocation.risk-held-down': text(
    '{subject}不得超过{bound:percent}的上限，因此只承担了{share:percent}的组合风险，而其风险预算为{budget:percent}。',
    '{subject}不得超過{bound:percent}的上限，因此只承擔了{share:percent}的組合風險，而其風險預算為{budget:percent}。',
    '{subject} is kept at its limit of {bound:percent} and so brings {share:percent} of the risk, against a budget of {budget:percent}.',
  ),
});
