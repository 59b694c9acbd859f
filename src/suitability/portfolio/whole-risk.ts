import { inner, multiply } from '../../numerics/index.js';
import { gap, known, type Measure, unknown } from './measure.js';
import type { Move, Position } from './positions.js';
import type { ReadCovariance, ReadProduct } from './read-portfolio.js';

/** The risk rating of a whole portfolio. */
export interface WholeRating {
  /** Mean of the ratings by value, rounded up to nine digits after the point, so that it never looks lower than it is. */
  readonly mean: number;
  /** The mean rounded up to a whole level from 1 to 5; 0 for a portfolio of nothing. */
  readonly level: number;
}

/** What a portfolio has in each product, in the smallest units of one currency. */
export type Units = ReadonlyMap<ReadProduct, bigint>;

/** Positions put together by product, with what moves; every value must be known. */
export function unitsByProduct(positions: readonly Position[], move?: Move): Measure<Units> {
  const reasons = positions.flatMap(({ units }) => (units.known ? [] : units.reasons));
  if (reasons.length > 0) return unknown(reasons);
  const held = new Map<ReadProduct, bigint>();
  const add = (product: ReadProduct, units: bigint): void => {
    held.set(product, (held.get(product) ?? 0n) + units);
  };
  for (const { product, units } of positions) if (units.known) add(product, units.value);
  if (move !== undefined) {
    add(move.out, -move.units);
    add(move.into, move.units);
  }
  return known(new Map([...held].filter(([, units]) => units !== 0n)));
}

/** Nine digits after the point, as rules reckon. */
const STEPS = 1_000_000_000n;

/**
 * The mean rating by value, exact: Σ value × rating / Σ value. What is held in something unrated makes the whole unrated.
 *
 * A mean tells nothing of how the products move together, and a little of something very risky hardly shows in it; the volatility and
 * the shares of single products must be looked at beside it.
 */
export function ratingOf(held: Units): Measure<WholeRating> {
  const unrated = [...held.keys()].filter(({ rating }) => rating === undefined);
  if (unrated.length > 0) {
    return unknown(
      unrated.map(({ id }) => gap('suitability.portfolio-no-rating', { product: id })),
    );
  }
  let [weighted, total] = [0n, 0n];
  for (const [{ rating = 0 }, units] of held) {
    weighted += units * BigInt(rating);
    total += units;
  }
  if (total === 0n) return known({ mean: 0, level: 0 });
  const mean = Number(over(weighted * STEPS, total)) / Number(STEPS);
  return known(Object.freeze({ mean, level: Number(over(weighted, total)) }));
}

/** A quotient of two numbers of at least 0, rounded up. */
function over(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

/**
 * The annual volatility √(w′Σw), rounded to nine digits after the point as rules reckon; 0 for a portfolio of nothing.
 *
 * Source: H. Markowitz, Portfolio Selection, Journal of Finance 7 (1952) 77–91.
 */
export function volatilityOf(held: Units, { ids, matrix }: ReadCovariance): Measure<number> {
  const total = [...held.values()].reduce((sum, units) => sum + units, 0n);
  if (total === 0n) return known(0);
  const weights = new Float64Array(ids.length);
  const strange = new Set<string>();
  for (const [product, units] of held) {
    const weight = Number(units) / Number(total);
    for (const [id, share] of Object.entries(product.lookThrough ?? { [product.id]: 1 })) {
      const row = ids.indexOf(id);
      if (share === 0) continue;
      if (row < 0) strange.add(id);
      else weights[row]! += weight * share;
    }
  }
  if (strange.size > 0) {
    return unknown([...strange].map((id) => gap('suitability.portfolio-no-covariance', { id })));
  }
  const variance = Math.max(0, inner(weights, multiply(matrix, weights)));
  return known(Math.round(Math.sqrt(variance) * 1e9) / 1e9);
}
