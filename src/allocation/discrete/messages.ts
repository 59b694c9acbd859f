import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Texts for what rules on numbers, sizes and lots have to say. */
export const discreteMessages: Messages = Object.freeze({
  'allocation.max-holdings-binding': text(
    '组合已持有{bound}项资产，达到数量上限。',
    '組合已持有{bound}項資產，達至數目上限。',
    'The portfolio holds {bound} {bound|asset|assets}, the most that it may.',
  ),
  'allocation.min-ticket-binding': text(
    '{subject}按最低持有比例{bound:percent}配置；如无此要求，配置比例会更低。',
    '{subject}按最低持有比例{bound:percent}配置；若無此要求，配置比例會更低。',
    '{subject} is held at its minimum ticket of {bound:percent}; without it less would be held.',
  ),
  'allocation.gap-left': text(
    '所给组合符合全部要求，是在设定的搜索范围内找到的最优组合；尚未证明不存在更优组合，目标值的差距不超过{gap:percent2}。',
    '所給組合符合全部要求，是在設定的搜尋範圍內找到的最佳組合；尚未證明並無更佳組合，目標值的差距不超過{gap:percent2}。',
    'The portfolio meets all requirements and is the best that was found. It is not proved that there is none better; the objective could gain {gap:percent2} at most.',
  ),
  'allocation.search-ended': text(
    '在设定的搜索范围内（{nodes}个节点）未找到符合全部要求的组合，也未能证明不存在这样的组合。',
    '在設定的搜尋範圍內（{nodes}個節點）未找到符合全部要求的組合，亦未能證明並無此等組合。',
    'Within the limits of the search ({nodes} {nodes|node|nodes}) no portfolio that meets all requirements was found, nor was it proved that there is none.',
  ),
  'allocation.lots-cash': text(
    '按整手买卖后，剩余现金为{cash:money}。',
    '按完整買賣單位交易後，剩餘現金為{cash:money}。',
    'After trading in whole lots, {cash:money} is left in cash.',
  ),
  'allocation.lots-breach': text(
    '按整手买卖后，“{rule}”这一要求未能完全满足，差距不超过{by:percent2}。',
    '按完整買賣單位交易後，「{rule}」這項要求未能完全符合，差距不超過{by:percent2}。',
    'In whole lots the requirement “{rule}” is missed by up to {by:percent2}.',
  ),
  'allocation.lots-breach-number': text(
    '按整手买卖后，“{rule}”这一要求未能完全满足，差距约为{by:number}。',
    '按完整買賣單位交易後，「{rule}」這項要求未能完全符合，差距約為{by:number}。',
    'In whole lots the requirement “{rule}” is missed by about {by:number}.',
  ),
});
