import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What the reasons about the least deposit say, in three languages. */
export const destinationMessages: Messages = Object.freeze({
  'rebalancing.deposit-cannot-reach': text(
    '{class:term}占比{weight:percent2}，无论存入多少并只作买入，都不能使其回到{below:percent2}至{above:percent2}之间。',
    '{class:term}比重{weight:percent2}，無論存入多少並只作買入，都不能使其回到{below:percent2}至{above:percent2}之間。',
    '{class:term} is at {weight:percent2}: no deposit that is spent on purchases alone brings it between {below:percent2} and {above:percent2}.',
  ),
  'rebalancing.no-deposit-found': text(
    '在最低购买金额、步长和约定限制之内，未找到只靠买入就能使各项回到容许范围的存入金额。',
    '在最低認購金額、遞增單位及協定限制之內，未找到只靠買入就能使各項回到容許範圍的存入金額。',
    'Within minimum purchases, steps and the agreed limits no deposit was found that brings everything back within its range by purchases alone.',
  ),
});
