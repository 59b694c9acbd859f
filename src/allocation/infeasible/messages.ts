import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Texts for what would have to give way where rules conflict. */
export const infeasibleMessages: Messages = Object.freeze({
  'allocation.firm-rules-conflict': text(
    '以下要求互相矛盾，且均不可放宽：{rules}。须更改其中至少一项，否则没有可行的组合。',
    '以下要求互相抵觸，且均不可放寬：{rules}。須更改其中至少一項，否則並無可行的組合。',
    'These requirements contradict each other, and none of them may give way: {rules}. There is no portfolio unless one of them is changed.',
  ),
  'allocation.target-unreachable': text(
    '在其他要求之下，预期收益最高只能达到{highest:percent2}，低于{target:percent2}的目标。',
    '在其他要求之下，預期回報最高只能達到{highest:percent2}，低於{target:percent2}的目標。',
    'Under the other requirements the highest expected return within reach is {highest:percent2}, below the target of {target:percent2}.',
  ),
  'allocation.loosen-min': text(
    '可行办法：将{subject}的最低比例由{from:percent2}降至{shown:percent2}。',
    '可行辦法：將{subject}的最低比例由{from:percent2}降至{shown:percent2}。',
    'What would do: lower the minimum of {subject} from {from:percent2} to {shown:percent2}.',
  ),
  'allocation.loosen-max': text(
    '可行办法：将{subject}的上限由{from:percent2}提高至{shown:percent2}。',
    '可行辦法：將{subject}的上限由{from:percent2}提高至{shown:percent2}。',
    'What would do: raise the limit of {subject} from {from:percent2} to {shown:percent2}.',
  ),
  'allocation.loosen-frozen': text(
    '可行办法：允许{subject}的比例由{from:percent2}调整至{shown:percent2}。',
    '可行辦法：容許{subject}的比例由{from:percent2}調整至{shown:percent2}。',
    'What would do: let {subject} move from {from:percent2} to {shown:percent2}.',
  ),
  'allocation.loosen-group-min': text(
    '可行办法：将“{subject}”类资产的最低合计比例由{from:percent2}降至{shown:percent2}。',
    '可行辦法：將「{subject}」類資產的最低合計比例由{from:percent2}降至{shown:percent2}。',
    'What would do: lower the minimum of the assets in “{subject}” together from {from:percent2} to {shown:percent2}.',
  ),
  'allocation.loosen-group-max': text(
    '可行办法：将“{subject}”类资产的合计上限由{from:percent2}提高至{shown:percent2}。',
    '可行辦法：將「{subject}」類資產的合計上限由{from:percent2}提高至{shown:percent2}。',
    'What would do: raise the limit of the assets in “{subject}” together from {from:percent2} to {shown:percent2}.',
  ),
  'allocation.loosen-rule-min': text(
    '可行办法：将规则“{subject}”的下限由{from:number}降至{shown:number}。',
    '可行辦法：將規則「{subject}」的下限由{from:number}降至{shown:number}。',
    'What would do: lower the minimum of the rule “{subject}” from {from:number} to {shown:number}.',
  ),
  'allocation.loosen-rule-max': text(
    '可行办法：将规则“{subject}”的上限由{from:number}提高至{shown:number}。',
    '可行辦法：將規則「{subject}」的上限由{from:number}提高至{shown:number}。',
    'What would do: raise the limit of the rule “{subject}” from {from:number} to {shown:number}.',
  ),
  'allocation.loosen-relative-min': text(
    '可行办法：将规则“{subject}”的最低倍数由{from:number}降至{shown:number}。',
    '可行辦法：將規則「{subject}」的最低倍數由{from:number}降至{shown:number}。',
    'What would do: lower the least multiple in the rule “{subject}” from {from:number} to {shown:number}.',
  ),
  'allocation.loosen-relative-max': text(
    '可行办法：将规则“{subject}”的最高倍数由{from:number}提高至{shown:number}。',
    '可行辦法：將規則「{subject}」的最高倍數由{from:number}提高至{shown:number}。',
    'What would do: raise the largest multiple in the rule “{subject}” from {from:number} to {shown:number}.',
  ),
  'allocation.loosen-relative': text(
    '可行办法：允许规则“{subject}”偏离{shown:percent2}的组合比例。',
    '可行辦法：容許規則「{subject}」偏離{shown:percent2}的組合比例。',
    'What would do: let the rule “{subject}” be missed by {shown:percent2} of the portfolio.',
  ),
  'allocation.loosen-short': text(
    '可行办法：将空头合计上限由{from:percent2}提高至{shown:percent2}。',
    '可行辦法：將淡倉合計上限由{from:percent2}提高至{shown:percent2}。',
    'What would do: raise the limit of all short positions together from {from:percent2} to {shown:percent2}.',
  ),
  'allocation.loosen-leverage': text(
    '可行办法：将总持仓规模上限由{from:percent2}提高至{shown:percent2}。',
    '可行辦法：將總持倉規模上限由{from:percent2}提高至{shown:percent2}。',
    'What would do: raise the limit of the sizes of all positions from {from:percent2} to {shown:percent2}.',
  ),
  'allocation.loosen-turnover': text(
    '可行办法：将换手率上限由{from:percent2}提高至{shown:percent2}。',
    '可行辦法：將換手率上限由{from:percent2}提高至{shown:percent2}。',
    'What would do: raise the limit of turnover from {from:percent2} to {shown:percent2}.',
  ),
  'allocation.loosen-target-return': text(
    '可行办法：将预期收益目标由{from:percent2}降至{shown:percent2}。',
    '可行辦法：將預期回報目標由{from:percent2}降至{shown:percent2}。',
    'What would do: lower the target of the expected return from {from:percent2} to {shown:percent2}.',
  ),
  'allocation.loosen-budget': text(
    '可行办法：将各项比例之和由{from:percent2}改为{shown:percent2}。',
    '可行辦法：將各項比例之和由{from:percent2}改為{shown:percent2}。',
    'What would do: let the weights sum to {shown:percent2} instead of {from:percent2}.',
  ),
  'allocation.loosen-budget-min': text(
    '可行办法：将各项比例之和的下限由{from:percent2}降至{shown:percent2}。',
    '可行辦法：將各項比例之和的下限由{from:percent2}降至{shown:percent2}。',
    'What would do: lower the least sum of the weights from {from:percent2} to {shown:percent2}.',
  ),
  'allocation.loosen-budget-max': text(
    '可行办法：将各项比例之和的上限由{from:percent2}提高至{shown:percent2}。',
    '可行辦法：將各項比例之和的上限由{from:percent2}提高至{shown:percent2}。',
    'What would do: raise the largest sum of the weights from {from:percent2} to {shown:percent2}.',
  ),
  'allocation.loosen-together': text(
    '以上各项须同时放宽。',
    '以上各項須同時放寬。',
    'All of these have to give way together.',
  ),
});
