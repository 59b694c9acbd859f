import { boundsOf, HOLDING, OUT, statesOf } from './choices.js';
import type { ProductParts } from './make-program.js';

/** Sums of weights may miss 1 by rounding. */
const ROUNDING = 1e-9;

/**
 * Whether some number of products could hold everything, by the least and the most of each alone.
 *
 * The fewest products at their least must leave room, and the most products at their most must suffice. A search would find out
 * too, but only after it has told apart every combination.
 */
export function numberFits(parts: ProductParts): boolean {
  const { minProducts, maxProducts } = parts.terms;
  const caps = capsOf(parts);
  const ranges = parts.choices.map((choice, i) => {
    const states = statesOf(choice);
    const held = HOLDING.filter((state) => states & state).map((state) => boundsOf(choice, state));
    return {
      least: Math.min(...held.map(({ kept, bought }) => kept[0] + bought[0])),
      most: Math.min(Math.max(0, ...held.map(({ kept, bought }) => kept[1] + bought[1])), caps[i]!),
      mustBeHeld: !(states & OUT),
      canBeHeld: held.length > 0,
    };
  });
  const possible = ranges.filter(({ canBeHeld }) => canBeHeld);
  if (possible.length < minProducts) return false;
  const certain = possible.filter(({ mustBeHeld }) => mustBeHeld);
  const free = possible.filter(({ mustBeHeld }) => !mustBeHeld);
  if (certain.length > maxProducts) return false;
  const leasts = free.map(({ least }) => least).sort((a, b) => a - b);
  const mosts = free.map(({ most }) => most).sort((a, b) => b - a);
  const least =
    sum(certain.map((one) => one.least)) +
    sum(leasts.slice(0, Math.max(0, minProducts - certain.length)));
  const most =
    sum(certain.map((one) => one.most)) + sum(mosts.slice(0, maxProducts - certain.length));
  return least <= 1 + ROUNDING && most >= 1 - ROUNDING;
}

/** The most of each product that limits on several leave it. */
function capsOf({ limits, products }: ProductParts): Float64Array {
  const caps = new Float64Array(products.length).fill(Number.POSITIVE_INFINITY);
  for (const { shares, max } of limits) {
    for (let i = 0; i < caps.length; i++) {
      if (shares[i]! > 0) caps[i] = Math.min(caps[i]!, max / shares[i]!);
    }
  }
  return caps;
}

function sum(weights: readonly number[]): number {
  return weights.reduce((all, weight) => all + weight, 0);
}
