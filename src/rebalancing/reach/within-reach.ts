import { ratio } from '../account/exact.js';
import { type MissedEdges, missedEdges, worstOf } from '../destination/missed-edges.js';
import { zoneOf } from '../destination/zone.js';
import type { Drift, DriftLine } from '../drift/drift.js';
import type { Inside } from '../policy/compiled-policy.js';
import { findNearest, type Wanted } from './allowed.js';
import { destinationWeights } from './destination-weights.js';
import type { Limits } from './limits.js';
import { exposuresOf, type Measured, measureWeights } from './measure.js';
import type { Occasion } from './situation.js';
import { roundingIn, sumOfWeights, weightsOf } from './weights-of.js';

/** Weights that differ by less are the same: what is behind it is the noise of solving. */
const NOISE = 1e-9;

/**
 * Where a destination short of the target cannot be reached: the destination on the way to what comes nearest to the target, so that another look finds
 * nothing more to trade. What has its zone out of reach is to come as near to it as it can. `undefined` where nothing is missed.
 *
 * @param reached the weights that come nearest to the destination without limits.
 */
export function destinationWithinReach(
  occasion: Occasion,
  limits: Limits,
  reached: Float64Array,
): Wanted | undefined {
  const { account, aim, inside, task } = occasion;
  if (task === 'raise' || inside.policy.way.destination.kind === 'target') return undefined;
  if (worstOf(missedIn(occasion, reached)) <= NOISE) return undefined;
  const targets = weightsOf(account.holdings, ({ target }) => target);
  const wanted = { products: targets, classes: aim.classes, sum: 1 };
  const whole = { ...occasion, inside: withWholeScope(inside) };
  const best = findNearest(whole, limits, wanted);
  if (Math.abs(sumOfWeights(best) - 1) > NOISE) return undefined;
  const weightOf = new Map(measured(occasion, best).lines.map(({ id, current }) => [id, current]));
  const from = withFixed(occasion, limits);
  const lines = from.drift.lines.map((line) =>
    line.kind === 'cash' ? line : aimedAt(line, weightOf.get(line.id)!),
  );
  return destinationWeights({
    ...whole,
    inset: furtherIn(occasion, lines),
    account: { holdings: account.holdings.map((one, i) => ({ ...one, target: best[i]! })) },
    aim: { ...aim, classes: exposuresOf(account.holdings, (_, i) => best[i]!, inside) },
    now: { ...from, drift: { ...from.drift, lines } },
  });
}

/** Today's weights, with what may have one value only there: the others go what is left of the way. */
function withFixed(occasion: Occasion, { low, high }: Limits): Measured {
  const { account, aim, inside, money, now } = occasion;
  const isMoved = ({ value }: { readonly value: bigint }, i: number): boolean =>
    low[i] === high[i] && low[i] !== value;
  if (!account.holdings.some(isMoved)) return now;
  const products = weightsOf(account.holdings, (holding, i) =>
    isMoved(holding, i) ? ratio(low[i]!, money.investable) : now.products[i]!,
  );
  return measureWeights(account.holdings, products, aim, inside, account.history.breached);
}

/** What weights miss of the destination, all lines together; what comes near by less than the noise of solving is the same. */
export function missedBy(occasion: Occasion, weights: Float64Array): number {
  let sum = 0;
  for (const by of missedIn(occasion, weights).values()) sum += Math.round(by / NOISE);
  return sum;
}

function missedIn(occasion: Occasion, weights: Float64Array): MissedEdges {
  const { drift } = occasion.now;
  return missedEdges(drift, measured(occasion, weights), occasion.inside.policy);
}

function measured({ account, aim, inside }: Occasion, weights: Float64Array): Drift {
  return measureWeights(account.holdings, weights, aim, inside, account.history.breached).drift;
}

/** What has to move is aimed further in by what rounding may take, so that another look does not find it out of its band by a hair. */
function furtherIn(occasion: Occasion, lines: readonly DriftLine[]): ReadonlyMap<string, number> {
  const { inside, inset } = occasion;
  const rounding = roundingIn(occasion);
  const moved = new Map(inset);
  for (const line of lines) {
    const { low, high } = zoneOf(line, inside.policy.way.destination);
    const isThere = low <= line.current && line.current <= high;
    if (!isThere) moved.set(line.id, (moved.get(line.id) ?? 0) + rounding);
  }
  return moved;
}

/** Where what has left its band alone cannot be brought there, everything moves. */
function withWholeScope(inside: Inside): Inside {
  const { policy } = inside;
  if (policy.way.scope.kind === 'whole') return inside;
  return { ...inside, policy: { ...policy, way: { ...policy.way, scope: { kind: 'whole' } } } };
}

/** A line with another target, which counts as in order. */
export function aimedAt(line: DriftLine, target: number): DriftLine {
  const below = Math.min(line.below, target);
  const above = Math.max(line.above, target);
  return { ...line, target, drift: line.current - target, below, above };
}
