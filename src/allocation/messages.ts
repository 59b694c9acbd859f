import { type Messages, localisedText as text } from '../evidence/index.js';

/** Texts for the reasons that an allocation gives, in three languages. */
export const allocationMessages: Messages = Object.freeze({
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
  'allocation.not-held': text(
    '未配置{subject}：其预期收益不足以补偿为组合增加的风险，或其比例已受其他要求限制。',
    '並無配置{subject}：其預期回報不足以補償為組合增添的風險，或其比例已受其他要求限制。',
    '{subject} is not held: its expected return does not make up for the risk it would add, or another requirement leaves no room for it.',
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
});
