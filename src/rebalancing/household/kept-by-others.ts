import { least, most } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import type { PosedProblem } from './pose-problem.js';
import type { Cell } from './share-problem.js';
import { splitTarget } from './split-target.js';

/** A problem within limits, and whose accounts keep money in place of others. */
export interface Limited extends PosedProblem {
  /** What each account keeps beyond its own part; below 0 what others keep in its place. They sum to 0. */
  readonly kept: readonly bigint[];
}

/**
 * Cells within limits, where an account that may not sell for the money that it is to keep leaves that to the free money of others: all together keep what one
 * account that holds everything would keep.
 *
 * @param cells what of the problem's cells the policy's funding leaves.
 */
export function keptByOthers(problem: PosedProblem, cells: readonly Cell[]): Limited {
  const { money } = problem;
  const limited = { ...problem, cells };
  const sums = (amountOf: (place: number) => bigint): bigint[] => {
    const sum = money.map(() => 0n);
    for (const [j, { account }] of cells.entries()) sum[account]! += amountOf(j);
    return sum;
  };
  const stays = sums((j) => cells[j]!.least);
  // What cannot be sold in any case is not left to others.
  const fast = sums((j) => problem.cells[j]!.least);
  const held = sums((j) => cells[j]!.held);
  const short = money.map((amount, i) => most(stays[i]! - most(amount, fast[i]!), 0n));
  const free = money.map((amount, i) => most(amount - held[i]!, 0n));
  const given = least(sumOf(short), sumOf(free));
  if (given === 0n) return { ...limited, kept: money.map(() => 0n) };
  const [from, to] = [free, short].map((parts) => splitTarget(given, parts.map(Number)));
  const kept = money.map((_, i) => from![i]! - to![i]!);
  return { ...limited, money: money.map((amount, i) => amount - kept[i]!), kept };
}
