import { least, most, ratio, sizeOf } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import type { Goals } from '../reach/goals.js';
import { exposuresOf } from '../reach/measure.js';
import { sumOfWeights } from '../reach/weights-of.js';
import type { Pool } from './pool.js';
import type { PosedProblem } from './pose-problem.js';
import type { ShareProblem } from './share-problem.js';
import { splitTarget } from './split-target.js';

/**
 * What all accounts together come to of each line, and of each product where the lines are classes: they add up to what is asked for where they differ
 * from it by no more than rounding.
 */
export function reachedTargets(
  { kind, lines, whole, targets }: PosedProblem,
  goals: Reached,
  { inside, holdings }: Pick<Pool, 'inside' | 'holdings'>,
): Pick<ShareProblem, 'targets' | 'wished'> {
  const { values, weights: exact } = goals;
  const asked = sumOf(targets);
  const rest = asked - sumOf(values);
  const isRounding =
    Math.abs(sumOfWeights(exact) - ratio(asked, whole)) <= TINY &&
    sizeOf(rest) <= BigInt(values.length);
  if (kind === 'products') {
    const filled = isRounding ? withRest(rest, goals, holdings) : values;
    const amounts = new Map(holdings.map(({ id }, i) => [id, filled[i]!]));
    const reached = lines.map((id) => amounts.get(id) ?? 0n);
    const isMet = isRounding && reached.every((one, i) => sizeOf(one - targets[i]!) <= 1n);
    return { targets: isMet ? targets : reached };
  }
  const wished = new Map(holdings.map(({ id }, i) => [id, values[i]!]));
  const invested = isRounding ? asked : sumOf(values);
  if (invested <= 0n) return { targets: lines.map(() => 0n), wished };
  const classes = exposuresOf(holdings, (_, i) => exact[i]!, inside);
  const reached = new Map(inside.assetClasses.map((id, k) => [id, classes[k]!]));
  const weights = lines.map((id) => reached.get(id) ?? 0);
  return { targets: splitTarget(invested, weights), wished };
}

/** What is come to, within which limits. */
type Reached = Pick<Goals, 'values' | 'weights' | 'low' | 'high'>;

/** Sums of weights that differ by less are the same. */
const TINY = 1e-9;

/** Units that rounding leaves over go, one each, to what moves the furthest. */
function withRest(
  rest: bigint,
  { values, low, high }: Reached,
  holdings: Pool['holdings'],
): readonly bigint[] {
  const filled = [...values];
  let left = rest;
  const step = left > 0n ? 1n : -1n;
  const moves = values.map((value, i) => sizeOf(value - holdings[i]!.value));
  const order = [...values.keys()].sort((a, b) => compare(moves[b]!, moves[a]!));
  for (const i of order) {
    const next = filled[i]! + step;
    if (left === 0n || moves[i] === 0n || next !== least(high[i]!, most(low[i]!, next))) continue;
    filled[i] = next;
    left -= step;
  }
  return filled;
}

/** Class weights that differ by less are the same: what is behind it is the noise of solving. */
const NOISE = 3e-6;

/** What lines are told to be asked for: classes that are missed by the noise of solving are not missed. */
export function toldTargets(
  { kind, whole, targets }: PosedProblem,
  reached: readonly bigint[],
): readonly bigint[] {
  if (kind === 'products') return targets;
  const isNoise = (apart: bigint): boolean => Math.abs(ratio(apart, whole)) <= NOISE;
  return targets.map((target, i) => (isNoise(target - reached[i]!) ? reached[i]! : target));
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
