import { type Box, HOLDING } from './box.js';
import type { DiscreteModel } from './discrete-model.js';
import { type Domain, leastFrom, mostUpTo, SAME_WEIGHT } from './domain.js';

/**
 * Weights near relaxed ones that meet the rules on sizes and numbers: the holdings that carry most risk stay, the others go.
 *
 * Nothing where the box does not allow it. The other rules, the budget among them, are not looked at.
 */
export function roundOff(
  model: DiscreteModel,
  box: Box,
  weights: Float64Array,
): Float64Array | undefined {
  const { domains, problem, maxHoldings, minHoldings } = model;
  const size = weights.length;
  const risk = (a: number): number => weights[a]! * weights[a]! * problem.risk.diagonal[a]!;
  const isSure = (a: number): boolean => box.holding[a] === HOLDING.held;
  const order = Array.from({ length: size }, (_, a) => a)
    .filter((a) => box.holding[a] !== HOLDING.out)
    .sort((a, b) => Number(isSure(b)) - Number(isSure(a)) || risk(b) - risk(a) || a - b);
  const rounded = new Float64Array(size);
  let held = 0;
  for (const a of order) {
    const isNeeded = isSure(a) || held < minHoldings;
    if (held >= maxHoldings && !isSure(a)) break;
    const weight = nearest(domains[a]!, weights[a]!, isNeeded, box.lower[a]!, box.upper[a]!);
    if (weight === undefined) return undefined;
    rounded[a] = weight;
    if (Math.abs(weight) > SAME_WEIGHT) held++;
  }
  return held > maxHoldings ? undefined : rounded;
}

/** The nearest weight of a domain within limits, other than 0 if something must be held. */
function nearest(
  domain: Domain,
  weight: number,
  isNeeded: boolean,
  least: number,
  most: number,
): number | undefined {
  const isFit = (one: number): boolean =>
    one >= least - SAME_WEIGHT &&
    one <= most + SAME_WEIGHT &&
    !(isNeeded && Math.abs(one) <= SAME_WEIGHT);
  const ends = domain.pieces.flatMap(({ low, high }) => [low, high]);
  const near = [mostUpTo(domain, weight), leastFrom(domain, weight), ...ends].filter(isFit);
  if (near.length === 0) return undefined;
  return near.reduce((best, one) =>
    Math.abs(one - weight) < Math.abs(best - weight) ? one : best,
  );
}
