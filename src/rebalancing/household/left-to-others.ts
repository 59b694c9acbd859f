import type { CurrencyCode } from '../../money/index.js';
import { toAccount } from '../account/rates.js';
import type { NotTraded } from '../result/trade.js';
import { outOf } from '../rounding/make-plan.js';
import type { Act } from './act-on-household.js';
import type { PosedProblem } from './pose-problem.js';
import type { ReadShareAccount } from './read-household.js';
import type { Cell } from './share-problem.js';

/** What cells may come to of which an account cannot trade as little as they are to change by, by their places. */
export type Settled = ReadonlyMap<number, Pick<Cell, 'least' | 'most'>>;

/** So many ways are tried. */
const MOST_TRIES = 10;

/**
 * Where the household stays outside its bands and a minimum or a step keeps an account from a trade, all is shared out anew with nothing traded there, or no less
 * than can be: the other accounts make up for it. The way that leaves least outside is gone, of equals the first; none
 * that leaves more money over and yet something outside.
 *
 * @param rounding what is no more outside than that is inside, as a weight.
 * @param actWith acts with cells that are settled.
 */
export function leaveToOthers<C extends CurrencyCode>(
  first: Act<C>,
  accounts: readonly ReadShareAccount[],
  rounding: number,
  actWith: (settled: Settled) => Act<C>,
): Act<C> {
  const outIn = ({ after }: Act<C>): number => outOf(after.measured);
  const leavesMore = (one: Act<C>, other: Act<C>): boolean =>
    outIn(one) > rounding && one.after.measured.cash > other.after.measured.cash + rounding;
  let best = first;
  const open: { readonly act: Act<C>; readonly settled: Settled }[] = [
    { act: first, settled: new Map() },
  ];
  let tries = 0;
  for (let from = open.shift(); from !== undefined; from = open.shift()) {
    for (const settled of waysFrom(from.act, from.settled, accounts)) {
      if (!best.isBrought || outIn(best) <= rounding || tries++ >= MOST_TRIES) return best;
      const act = actWith(settled);
      if (outIn(act) < outIn(best) && !leavesMore(act, best)) best = act;
      open.push({ act, settled });
    }
  }
  return best;
}

/** Nothing traded of what cannot be traded so little; and no less of it than can be, once. */
function waysFrom<C extends CurrencyCode>(
  act: Act<C>,
  settled: Settled,
  accounts: readonly ReadShareAccount[],
): readonly Settled[] {
  const { cells } = act.plan.problem;
  const places = notTradedIn(act);
  const heldAt = (j: number) => ({ least: cells[j]!.held, most: cells[j]!.held });
  const none = places.map((j) => [j, heldAt(j)] as const);
  const least = places.map(
    (j) => [j, settled.has(j) ? heldAt(j) : leastIn(act, j, accounts)] as const,
  );
  if (places.length === 0) return [];
  const isOnce = places.every((j) => settled.has(j));
  return (isOnce ? [none] : [none, least]).map((more) => new Map([...settled, ...more]));
}

/** Cells that are to change and do not, for the size of the trade. */
function notTradedIn<C extends CurrencyCode>({ plan, results }: Act<C>): readonly number[] {
  const { problem, sharing } = plan;
  return [...problem.cells.keys()].filter((j) => {
    const { account, product, held } = problem.cells[j]!;
    const result = results[account];
    if (sharing.amounts[j] === held || result === undefined) return false;
    const isTraded = result.trades.some((trade) => trade.product === product);
    const isForSize = (one: NotTraded): boolean => one.product === product && one.forSize === true;
    return !isTraded && result.notTraded.some(isForSize);
  });
}

/** What a cell may come to with no less than the least purchase, or the least sale. */
function leastIn<C extends CurrencyCode>(
  { plan: { problem, sharing } }: Act<C>,
  place: number,
  accounts: readonly ReadShareAccount[],
): Pick<Cell, 'least' | 'most'> {
  const { account, held, least, most } = problem.cells[place]!;
  const { rate, minimumPurchase, minimumRedemption } = problem.origins[place]!.holding;
  const { toHousehold } = accounts[account]!;
  return sharing.amounts[place]! > held
    ? { least: held + toHousehold(toAccount(minimumPurchase, rate)), most }
    : { least, most: held - toHousehold(toAccount(minimumRedemption, rate)) };
}

/** The problem with cells that are settled, where their limits let them. */
export function withSettled(problem: PosedProblem, settled: Settled): PosedProblem {
  const cells = problem.cells.map((cell, j): Cell => {
    const own = settled.get(j);
    if (own === undefined || own.least < cell.least || own.most > cell.most) return cell;
    return own.least > own.most ? cell : { ...cell, ...own, isSettled: true };
  });
  return { ...problem, cells };
}
