import { least, most, ratio, shareOf, sizeOf } from '../account/exact.js';
import type { Inside } from '../policy/compiled-policy.js';
import { exposuresOf } from '../reach/measure.js';
import { nearestMeasured } from '../reach/nearest-measured.js';
import { totalOf, weightsOf } from '../reach/weights-of.js';
import type { PosedProblem } from './pose-problem.js';

/** What all accounts together hold of a product, and can hold, each with its own money. */
interface Range {
  readonly held: bigint;
  readonly low: bigint;
  readonly high: bigint;
}

/**
 * Targets by products, where what can be traded keeps all accounts together from them those that are nearest: what cannot be held is made up for as
 * in an account that holds everything, by what the policy measures.
 */
export function pooledTargets(problem: PosedProblem, inside: Inside): readonly bigint[] {
  const { targets, whole, kind, raises = false } = problem;
  if (kind === 'classes' || raises || whole <= 0n) return targets;
  const ranges = targets.map((_, line) => rangeOf(line, problem));
  if (targets.every((target, i) => ranges[i]!.low <= target && target <= ranges[i]!.high)) {
    return targets;
  }
  const weights = nearestWeights(problem, ranges, inside);
  const amounts = ranges.map((range, line) =>
    within(range, shareOf(whole, weights.get(line) ?? 0)),
  );
  return withRest(targets, amounts, ranges);
}

function rangeOf(line: number, { cells, money }: PosedProblem): Range {
  let [held, low, high] = [0n, 0n, 0n];
  for (const cell of cells) {
    if (cell.exposures[0]![0] !== line) continue;
    held += cell.held;
    low += cell.least;
    high += most(cell.least, least(cell.most, money[cell.account]!));
  }
  return { held, low, high };
}

/** By line; lines that no account can hold have none. */
function nearestWeights(
  { cells, origins, targets, whole }: PosedProblem,
  ranges: readonly Range[],
  inside: Inside,
): ReadonlyMap<number, number> {
  const cellOf = new Map(cells.map(({ exposures }, j) => [exposures[0]![0], j]));
  const lines = [...cellOf.keys()].sort((a, b) => a - b);
  const holdings = lines.map((line) => origins[cellOf.get(line)!]!.holding);
  const weigh = (amountOf: (range: Range) => bigint): Float64Array =>
    weightsOf(lines, (line) => ratio(amountOf(ranges[line]!), whole));
  const [low, high] = [weigh((range) => range.low), weigh((range) => range.high)];
  const reference = weightsOf(lines, (line) => ratio(targets[line]!, whole));
  const asked = targets.reduce((sum, target) => sum + target, 0n);
  const found = nearestMeasured(
    { inside },
    {
      holdings,
      low,
      high,
      sum: Math.min(totalOf(high), Math.max(totalOf(low), ratio(asked, whole))),
      wanted: exposuresOf(holdings, (_, i) => reference[i]!, inside),
      reference,
      now: weigh((range) => range.held),
    },
  )!;
  return new Map(lines.map((line, i) => [line, found[i]!]));
}

/** Units that rounding leaves over go, one each, to what moves the furthest. */
function withRest(
  targets: readonly bigint[],
  amounts: readonly bigint[],
  ranges: readonly Range[],
): readonly bigint[] {
  const filled = [...amounts];
  let rest = [...targets, ...amounts.map((amount) => -amount)].reduce((sum, one) => sum + one, 0n);
  const step = rest > 0n ? 1n : -1n;
  const moves = amounts.map((amount, line) => sizeOf(amount - ranges[line]!.held));
  const order = amounts.map((_, line) => line).sort((a, b) => compare(moves[b]!, moves[a]!));
  for (const line of order) {
    const next = filled[line]! + step;
    if (rest === 0n || moves[line] === 0n || next !== within(ranges[line]!, next)) continue;
    filled[line] = next;
    rest -= step;
  }
  return filled;
}

function within({ low, high }: Range, amount: bigint): bigint {
  return least(high, most(low, amount));
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
