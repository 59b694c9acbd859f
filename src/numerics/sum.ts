/**
 * The sum of numbers with the rounding errors carried along: as exact as if twice the digits were kept.
 *
 * An empty list sums to 0. Infinities and NaN pass through as in a plain sum.
 *
 * Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974).
 *
 * @example
 * ```ts
 * import { neumaierSum } from './src/numerics/index.js';
 *
 * neumaierSum([1, 1e100, 1, -1e100]); // => 2
 * ```
 */
export function neumaierSum(values: Iterable<number> | ArrayLike<number>): number {
  const list: ArrayLike<number> = 'length' in values ? values : Array.from(values);
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < list.length; i++) {
    const value = list[i]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost + 0 : sum;
}
