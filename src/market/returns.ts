import { at, checkList, checkRange } from '../errors/index.js';
import { log } from '../numerics/index.js';

/**
 * Simple returns of a price series: `price_t / price_(t−1) − 1`, one fewer than there are prices.
 *
 * `prices` are above 0 (1e-100 to 1e100) in order of time, at least two. A missing, non-finite or
 * non-positive price is refused with its path: a gap is the caller's to fill or to drop, never a silent zero return.
 *
 * @example
 * ```ts
 * import { simpleReturns } from 'aptfolio/market';
 *
 * simpleReturns([100, 110, 99]); // => [0.1, -0.1]
 * ```
 */
export function simpleReturns(prices: readonly number[] | Float64Array): readonly number[] {
  return returnsBy(prices, RETURN_OF.simple);
}

/**
 * Logarithmic returns of a price series: `log(price_t / price_(t−1))`, one fewer than there are prices.
 *
 * They add up over time to the logarithm of the whole growth. Prices are checked as by `simpleReturns`.
 *
 * @example
 * ```ts
 * import { logReturns } from 'aptfolio/market';
 *
 * logReturns([100, 200, 100]); // => [0.6931471805599453, -0.6931471805599453]
 * ```
 */
export function logReturns(prices: readonly number[] | Float64Array): readonly number[] {
  return returnsBy(prices, RETURN_OF.log);
}

/** `simple`: growth − 1. `log`: the natural logarithm of the growth. */
export type ReturnForm = 'simple' | 'log';

/** The return between two prices. */
export const RETURN_OF: Readonly<Record<ReturnForm, (before: number, after: number) => number>> = {
  simple: (before, after) => (after - before) / before,
  log: (before, after) => log(after / before),
};

/** Far beyond any price, and near enough to 1 that no quotient of two prices overflows. */
export const PRICES = { min: 1e-100, max: 1e100 };

function returnsBy(
  prices: readonly number[] | Float64Array,
  returnOf: (before: number, after: number) => number,
): readonly number[] {
  const list = prices instanceof Float64Array ? [...prices] : prices;
  const checked = Array.from(checkList<unknown>(list, 'prices', { minLength: 2 }), (price, i) =>
    checkRange(price, at('prices', i), PRICES),
  );
  // + 0 turns a negative zero into zero.
  return Object.freeze(checked.slice(1).map((after, i) => returnOf(checked[i]!, after) + 0));
}
