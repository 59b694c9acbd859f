import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
} from '../../errors/index.js';
import { LARGEST } from '../moments.js';
import { PRICES, RETURN_OF, type ReturnForm } from '../returns.js';

/** What to do where a price is missing. */
export type PriceGapPolicy =
  /** No gap is taken. */
  | { readonly missing?: 'refuse' }
  /** The last price stands for at most `limit` further periods; what is longer stays missing. */
  | { readonly missing: 'carry-forward'; readonly limit: number }
  /** The first price after a gap carries the return since the last price before it. */
  | { readonly missing: 'span' };

export type PriceReturnsOptions = PriceGapPolicy & {
  /** `simple` (the default) or `log`. */
  readonly form?: ReturnForm;
};

/** Returns of a price series, and what was done about its gaps. */
export interface PriceReturns {
  /** One fewer than there are prices: `returns[t]` ends at `prices[t + 1]`. `null` where there is none. */
  readonly returns: readonly (number | null)[];
  /** Places of the prices that were carried forward. */
  readonly filled: readonly number[];
  /** Returns over more than one period: the places of their two prices. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** Places of the returns that are missing. */
  readonly missing: readonly number[];
}

/**
 * Returns of a price series with gaps, by a policy that the caller names.
 *
 * `prices` are above 0 (1e-100 to 1e100) in order of time, at least two; `null` is a gap. A carried price makes a return of 0 now and a
 * larger one later: it lowers volatilities and correlations, which is why the result lists its places. A span keeps the
 * return whole, but in one period. Before the first price there is nothing to carry or to span: those returns are `null`.
 *
 * Throws `inconsistent` for a limit without `carry-forward`, `missing-value` with the path of a gap under `refuse`, and as `simpleReturns` does.
 *
 * @example
 * ```ts
 * import { returnsFromPrices } from 'aptfolio/market';
 *
 * const prices = [100, null, 110, 99];
 * returnsFromPrices(prices, { missing: 'span' });
 * // => { returns: [null, 0.1, -0.1], filled: [], spans: [{ from: 0, to: 2 }], missing: [0] }
 * returnsFromPrices(prices, { missing: 'carry-forward', limit: 1 });
 * // => { returns: [0, 0.1, -0.1], filled: [1], spans: [], missing: [] }
 * returnsFromPrices(prices); // => throws 'missing-value', 'prices[1]'
 * ```
 */
export function returnsFromPrices(
  prices: readonly (number | null)[] | Float64Array,
  options: PriceReturnsOptions = {},
): PriceReturns {
  const { policy, limit, form } = checkPolicy(options);
  const list = prices instanceof Float64Array ? [...prices] : prices;
  const given = checkList<unknown>(list, 'prices', { minLength: 2 }).map((price, place) => {
    if (price === null && policy !== 'refuse') return null;
    return checkRange(price, at('prices', place), PRICES);
  });
  if (given.every((price) => price === null)) {
    throw new AptfolioError('missing-value', 'prices', 'at least one price');
  }
  const { known, filled } = carryForward(given, limit);
  const returns: (number | null)[] = [];
  const spans: { readonly from: number; readonly to: number }[] = [];
  const missing: number[] = [];
  let last = known[0] === null ? -1 : 0;
  for (let place = 1; place < known.length; place++) {
    const price = known[place] ?? null;
    const isNext = last === place - 1;
    if (price === null || last < 0 || !(isNext || policy === 'span')) {
      returns.push(null);
      missing.push(place - 1);
    } else {
      // + 0 turns a negative zero into zero.
      returns.push(RETURN_OF[form](known[last]!, price) + 0);
      if (!isNext) spans.push(Object.freeze({ from: last, to: place }));
    }
    if (price !== null) last = place;
  }
  return Object.freeze({
    returns: Object.freeze(returns),
    filled: Object.freeze(filled),
    spans: Object.freeze(spans),
    missing: Object.freeze(missing),
  });
}

interface CheckedPolicy {
  readonly policy: 'refuse' | 'carry-forward' | 'span';
  /** Most periods that a price is carried. */
  readonly limit: number;
  readonly form: ReturnForm;
}

function checkPolicy(options: PriceReturnsOptions): CheckedPolicy {
  const given = checkObject(options, 'options');
  const policy = checkOneOf(given.missing ?? 'refuse', 'options.missing', [
    'refuse',
    'carry-forward',
    'span',
  ]);
  const form = checkOneOf(given.form ?? 'simple', 'options.form', ['simple', 'log']);
  if (policy !== 'carry-forward') {
    if (given.limit === undefined) return { policy, form, limit: 0 };
    const expected = 'no limit where no price is carried forward';
    throw new AptfolioError('inconsistent', 'options.limit', expected, given.limit);
  }
  const limit = checkInteger(given.limit, 'options.limit', { min: 1, max: LARGEST });
  return { policy, form, limit };
}

/** The prices with gaps filled for at most `limit` places after a price. */
function carryForward(
  given: readonly (number | null)[],
  limit: number,
): { readonly known: readonly (number | null)[]; readonly filled: number[] } {
  const filled: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  const known = given.map((price, place) => {
    if (price !== null) last = place;
    if (price !== null || place - last > limit) return price;
    filled.push(place);
    return given[last]!;
  });
  return { known, filled };
}
