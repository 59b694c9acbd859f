import { least, most, ratio, shareOf, sizeOf } from '../account/exact.js';
import type { Holding } from '../account/read-holdings.js';
import type { Inside } from '../policy/compiled-policy.js';
import { exposuresOf } from '../reach/measure.js';
import { type NearestProblem, nearest } from '../reach/nearest.js';
import { nearestMeasured } from '../reach/nearest-measured.js';
import { totalOf, weightsOf } from '../reach/weights-of.js';
import type { PosedProblem } from './pose-problem.js';
import type { ShareProblem } from './share-problem.js';
import { splitTarget } from './split-target.js';

/** What all accounts together hold of a product, and can hold, each with its own money. */
interface Range {
  readonly held: bigint;
  readonly low: bigint;
  readonly high: bigint;
}

/**
 * Where what can be traded keeps all accounts together from their targets those that are nearest: what cannot be held is made up for as in an account
 * that holds everything, by what the policy measures. Where the target is by asset classes, with the products that such an account would have.
 */
export function pooledTargets(
  problem: PosedProblem,
  inside: Inside,
): Pick<ShareProblem, 'targets' | 'wished'> {
  const { targets, whole, kind, raises = false } = problem;
  if (raises || whole <= 0n) return { targets };
  return kind === 'products' ? productTargets(problem, inside) : classTargets(problem, inside);
}

function productTargets(
  problem: PosedProblem,
  inside: Inside,
): Pick<ShareProblem, 'targets' | 'wished'> {
  const { targets, whole, lines } = problem;
  const ranges = lines.map((id) => rangeOf(id, problem));
  if (targets.every((target, i) => ranges[i]!.low <= target && target <= ranges[i]!.high)) {
    return { targets };
  }
  const sought = new Map(lines.map((id, i) => [id, ratio(targets[i]!, whole)]));
  const weights = nearestWeights(problem, inside, sought);
  const amounts = ranges.map((range, i) =>
    within(range, shareOf(whole, weights.get(lines[i]!) ?? 0)),
  );
  return { targets: withRest(targets, amounts, ranges) };
}

/** Class weights that differ by less are the same: what is behind it is the noise of solving. */
const NOISE = 3e-6;

function classTargets(
  problem: PosedProblem,
  inside: Inside,
): Pick<ShareProblem, 'targets' | 'wished'> {
  const { targets, whole, lines, aimed } = problem;
  if (aimed === undefined) return { targets };
  const asked = targets.reduce((sum, target) => sum + target, 0n);
  const amountOf = new Map(lines.map((id, i) => [id, targets[i]!]));
  const wanted = weightsOf(inside.assetClasses, (id) => ratio(amountOf.get(id) ?? 0n, whole));
  const weights = nearestWeights(problem, inside, aimed, wanted);
  const wished = new Map([...weights].map(([id, weight]) => [id, shareOf(whole, weight)]));
  const classes = exposuresOf(holdingsOf(problem), ({ id }) => weights.get(id)!, inside);
  if (classes.every((one, k) => Math.abs(one - wanted[k]!) <= NOISE)) return { targets, wished };
  const reached = new Map(inside.assetClasses.map((id, k) => [id, Math.max(0, classes[k]!)]));
  const invested = least(asked, shareOf(whole, totalOf(classes)));
  if (invested === 0n) return { targets: targets.map(() => 0n), wished };
  return {
    targets: splitTarget(
      invested,
      lines.map((id) => reached.get(id) ?? 0),
    ),
    wished,
  };
}

function rangeOf(id: string, { cells, money }: PosedProblem): Range {
  let [held, low, high] = [0n, 0n, 0n];
  for (const cell of cells) {
    if (cell.product !== id) continue;
    held += cell.held;
    low += cell.least;
    high += most(cell.least, least(cell.most, money[cell.account]!));
  }
  return { held, low, high };
}

/** What any account holds or may buy, once each, by ascending id. */
function holdingsOf({ origins }: PosedProblem): readonly Holding[] {
  const byId = new Map(origins.map(({ holding }) => [holding.id, holding]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * By product, within what all accounts can hold.
 *
 * @param classes asset classes to come near to; absent: those of the reference, by what the policy measures.
 */
function nearestWeights(
  problem: PosedProblem,
  inside: Inside,
  reference: ReadonlyMap<string, number>,
  classes?: Float64Array,
): ReadonlyMap<string, number> {
  const { targets, whole } = problem;
  const holdings = holdingsOf(problem);
  const ids = holdings.map(({ id }) => id);
  const ranges = ids.map((id) => rangeOf(id, problem));
  const weigh = (amountOf: (range: Range) => bigint): Float64Array =>
    weightsOf(ranges, (range) => ratio(amountOf(range), whole));
  const [low, high] = [weigh((range) => range.low), weigh((range) => range.high)];
  const sought = weightsOf(ids, (id) => reference.get(id) ?? 0);
  const asked = targets.reduce((sum, target) => sum + target, 0n);
  const near: NearestProblem = {
    holdings,
    low,
    high,
    sum: Math.min(totalOf(high), Math.max(totalOf(low), ratio(asked, whole))),
    wanted: classes ?? exposuresOf(holdings, (_, i) => sought[i]!, inside),
    reference: sought,
    now: weigh((range) => range.held),
  };
  if (isWithin(near)) return reference;
  const found = classes === undefined ? nearestMeasured({ inside }, near)! : nearest(near)!;
  return new Map(ids.map((id, i) => [id, found[i]!]));
}

/** Whether the reference is possible as it is. */
function isWithin({ reference, low, high, sum }: NearestProblem): boolean {
  const isMet = Math.abs(totalOf(reference) - sum) <= NOISE;
  return isMet && reference.every((weight, i) => low[i]! <= weight && weight <= high[i]!);
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
