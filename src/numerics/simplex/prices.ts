import { BASIS_STATUS, type LinearProgram } from './linear-program.js';
import type { Tableau } from './tableau.js';

/** A sum of prices below this part of the size of its terms is 0. */
export const ROUNDING = 1e-14;

/** What a status allows: nothing for a basic variable, one sign at a bound. */
export function cleanPrice({ status, lower, upper }: Tableau, j: number, price: number): number {
  const code = status[j];
  if (code === BASIS_STATUS.basic || code === BASIS_STATUS.freeAtZero) return 0;
  if (lower[j] === upper[j]) return price + 0;
  return (code === BASIS_STATUS.atLower ? Math.max(0, price) : Math.min(0, price)) + 0;
}

/** c − A'y, where rounding becomes 0. */
export function reducedCosts(
  { rows: { matrix } }: LinearProgram,
  prices: Float64Array,
  start: Float64Array,
): Float64Array<ArrayBuffer> {
  const n = start.length;
  const left = new Float64Array(start);
  const terms = new Float64Array(n);
  for (let i = 0, at = 0; i < prices.length; i++) {
    const price = prices[i]!;
    for (let j = 0; j < n; j++, at++) {
      const term = matrix[at]! * price;
      left[j]! -= term;
      terms[j]! += Math.abs(term);
    }
  }
  for (let j = 0; j < n; j++) {
    if (Math.abs(left[j]!) <= ROUNDING * (terms[j]! + Math.abs(start[j]!))) left[j] = 0;
  }
  return left;
}
