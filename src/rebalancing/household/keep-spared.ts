import { least, most } from '../account/exact.js';
import type { Goals } from '../reach/goals.js';
import type { Occasion } from '../reach/situation.js';
import { isSpared } from '../reach/spared.js';
import type { PosedProblem } from './pose-problem.js';
import type { Sharing } from './share-problem.js';

/** A sharing in which accounts buy of what is spared no more than all together are to come to: what they would pay for it stays money. */
export function keepSpared(
  sharing: Sharing,
  { cells }: Pick<PosedProblem, 'cells'>,
  { values }: Goals,
  occasion: Occasion,
): Sharing {
  const amounts = [...sharing.amounts];
  const left = [...sharing.left];
  let isChanged = false;
  occasion.account.holdings.forEach(({ id }, place) => {
    const own = [...cells.keys()].filter((j) => cells[j]!.product === id);
    let beyond = own.reduce((sum, j) => sum + amounts[j]!, -values[place]!);
    if (beyond <= BigInt(cells.length) || !isSpared(occasion, place)) return;
    for (const j of own) {
      const { account, held, least: fewest } = cells[j]!;
      const by = least(beyond, most(amounts[j]! - most(held, fewest), 0n));
      amounts[j]! -= by;
      left[account]! += by;
      beyond -= by;
      isChanged ||= by > 0n;
    }
  });
  return isChanged ? { ...sharing, amounts, left } : sharing;
}
