import { type Box, HOLDING } from './box.js';
import type { DiscreteModel } from './discrete-model.js';
import { leastFrom, mostUpTo, SAME_WEIGHT } from './domain.js';
import { narrow } from './node.js';

/**
 * Splits a box into parts that leave out its relaxed portfolio, which breaks a discrete rule, but no portfolio that meets all.
 *
 * Empty where nothing is left to split.
 */
export function branch(model: DiscreteModel, box: Box, weights: Float64Array): readonly Box[] {
  return (
    splitAtGap(model, box, weights) ??
    splitByHolding(model, box, weights) ??
    splitWidest(model, box, weights)
  ).filter((part) => part !== undefined);
}

type Parts = readonly (Box | undefined)[];

/** A weight that is not permitted: it goes down, or up. */
function splitAtGap(model: DiscreteModel, box: Box, weights: Float64Array): Parts | undefined {
  const { domains, problem } = model;
  let chosen = -1;
  let most = 0;
  for (let a = 0; a < weights.length; a++) {
    const weight = weights[a]!;
    const below = mostUpTo(domains[a]!, weight);
    const above = leastFrom(domains[a]!, weight);
    const off = Math.min(weight - below, above - weight);
    if (!(off > SAME_WEIGHT)) continue;
    const score = off * off * problem.risk.diagonal[a]!;
    if (chosen >= 0 && score <= most) continue;
    most = score;
    chosen = a;
  }
  if (chosen < 0) return undefined;
  const domain = domains[chosen]!;
  return [
    narrow(model, box, chosen, { upper: mostUpTo(domain, weights[chosen]!) }),
    narrow(model, box, chosen, { lower: leastFrom(domain, weights[chosen]!) }),
  ];
}

/** Too many or too few holdings: one that is not decided is held, or it is not. */
function splitByHolding(model: DiscreteModel, box: Box, weights: Float64Array): Parts | undefined {
  const { holding } = box;
  let held = 0;
  for (let a = 0; a < weights.length; a++) {
    if (holding[a] === HOLDING.held || Math.abs(weights[a]!) > SAME_WEIGHT) held++;
  }
  const tooMany = held > model.maxHoldings;
  if (!tooMany && held >= model.minHoldings) return undefined;
  let chosen = -1;
  let most = 0;
  for (let a = 0; a < weights.length; a++) {
    if (holding[a] !== HOLDING.open) continue;
    const size = Math.abs(weights[a]!);
    if (tooMany !== size > SAME_WEIGHT) continue;
    const variance = model.problem.risk.diagonal[a]!;
    const score = tooMany ? size * size * variance : -variance;
    if (chosen >= 0 && score <= most) continue;
    most = score;
    chosen = a;
  }
  if (chosen < 0) return undefined;
  return [
    narrow(model, box, chosen, { holding: HOLDING.out }),
    narrow(model, box, chosen, { holding: HOLDING.held }),
  ];
}

/** Whole lots that fail only in money: the portfolio itself, and what lies beside it. */
function splitWidest(model: DiscreteModel, box: Box, weights: Float64Array): Parts {
  const { lower, upper } = box;
  let chosen = -1;
  for (let a = 0; a < weights.length; a++) {
    if (upper[a]! - lower[a]! <= SAME_WEIGHT) continue;
    if (chosen < 0 || upper[a]! - lower[a]! > upper[chosen]! - lower[chosen]!) chosen = a;
  }
  const step = chosen < 0 ? 0 : model.domains[chosen]!.step;
  if (step === 0) return [];
  const weight = weights[chosen]!;
  return [
    narrow(model, box, chosen, { upper: weight - step / 2 }),
    narrow(model, box, chosen, { lower: weight, upper: weight }),
    narrow(model, box, chosen, { lower: weight + step / 2 }),
  ];
}
