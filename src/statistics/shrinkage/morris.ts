import { brent } from '../../numerics/index.js';
import { makeInterval, normalReach } from '../interval.js';
import { orderedSum } from '../ordered-sum.js';
import { finite } from '../sample.js';
import type { Shrinkage } from './shrinkage.js';

/** A group's figure with the variance of its error. */
export interface NoisyFigure {
  readonly id: string;
  readonly value: number;
  readonly variance: number;
}

/**
 * Morris's estimate with one common centre, for at least four groups.
 *
 * Source: C. N. Morris, JASA 78 (1983) 47–55.
 */
export function shrunkByMorris(estimates: readonly NoisyFigure[], confidence: number): Shrinkage {
  const k = estimates.length;
  const between = betweenVariance(estimates);
  const weights = weightsAt(estimates, between);
  const total = orderedSum(weights);
  const centre = centreOf(estimates, weights);
  const typical = orderedSum(estimates.map(({ variance }, i) => weights[i]! * variance)) / total;
  const reach = normalReach(confidence);
  const groups = estimates.map(({ id, value, variance }, i) => {
    const pull = ((k - 3) / (k - 1)) * variance * weights[i]!;
    const gap = value - centre;
    const ownShare = (k * weights[i]!) / total;
    // The second term is what not knowing the variance between groups adds.
    const unsure = (2 / (k - 3)) * pull * pull * (typical + between) * weights[i]!;
    const error = variance * (1 - ((k - ownShare) / k) * pull) + unsure * gap * gap;
    const shrunk = value - pull * gap;
    const width = reach * Math.sqrt(error);
    return Object.freeze({
      id,
      raw: value,
      shrunk: shrunk + 0,
      weight: 1 - pull,
      interval: makeInterval(shrunk - width, shrunk + width, confidence, 'morris'),
    });
  });
  return Object.freeze({
    status: 'shrunk',
    groups: Object.freeze(groups),
    centre: centre + 0,
    betweenVariance: between,
    method: 'morris',
  });
}

/** The variance between groups that makes the weighted squares about the centre what they are expected to be. */
function betweenVariance(estimates: readonly NoisyFigure[]): number {
  const excess = (between: number): number => {
    const weights = weightsAt(estimates, between);
    const centre = centreOf(estimates, weights);
    const squares = estimates.map(
      ({ value }, i) => (value - centre) * weights[i]! * (value - centre),
    );
    return finite(orderedSum(squares), 'groups') - (estimates.length - 1);
  };
  if (excess(0) <= 0) return 0;
  let high = estimates.reduce((most, { variance }) => Math.max(most, variance), 0);
  while (excess(high) > 0) high = finite(high * 4, 'groups');
  const found = brent(excess, 0, high, { tolerance: 0, maxIterations: 500 });
  return found.status === 'converged' ? found.root : high;
}

function weightsAt(estimates: readonly NoisyFigure[], between: number): number[] {
  return estimates.map(({ variance }) => 1 / (variance + between));
}

function centreOf(estimates: readonly NoisyFigure[], weights: readonly number[]): number {
  const total = orderedSum(weights);
  return orderedSum(estimates.map(({ value }, i) => value * (weights[i]! / total)));
}
