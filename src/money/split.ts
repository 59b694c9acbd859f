import { AptfolioError, at, checkList } from '../errors/index.js';
import type { CurrencyCode } from './currency.js';
import { type Decimal, type DecimalLike, readDecimal } from './decimal.js';
import { compose, type Money, toMinorUnits } from './money.js';

/**
 * Shares an amount out by weights so that the parts add up to it exactly.
 *
 * Each part is its exact share cut down to the smallest unit; the units left over go one each to the
 * parts with the largest remainders, of equal ones to the first (the largest-remainder method of
 * Hamilton). A weight of zero gets nothing. A negative amount is shared like its positive and negated.
 *
 * @param weights at least one, none negative, not all zero; their scale does not matter.
 * @returns one amount for each weight, in the order of the weights.
 * @throws AptfolioError `empty`, `out-of-range` for a negative weight, `inconsistent` if all are zero, or
 * as `parseMoney` with the path `total`.
 *
 * @example
 * ```ts
 * import { money, splitMoney } from 'aptfolio/money';
 *
 * splitMoney(money('CNY', '100.00'), [1, 1, 1]).map(({ amount }) => amount); // => ['33.34', '33.33', '33.33']
 * splitMoney(money('JPY', '5'), [0.3, 0, 0.7]).map(({ amount }) => amount); // => ['2', '0', '3']
 * ```
 */
export function splitMoney<C extends CurrencyCode>(
  total: Money<C>,
  weights: readonly DecimalLike[],
): readonly Money<C>[] {
  const units = toMinorUnits(total, 'total');
  const scaled = wholeWeights(weights);
  const sum = scaled.reduce((a, b) => a + b, 0n);
  if (sum === 0n) throw new AptfolioError('inconsistent', 'weights', 'a weight above 0', weights);
  const magnitude = units < 0n ? -units : units;
  const parts = scaled.map((weight) => (magnitude * weight) / sum);
  const remainders = scaled.map((weight) => (magnitude * weight) % sum);
  const left = Number(magnitude - parts.reduce((a, b) => a + b, 0n));
  for (const index of largestFirst(remainders).slice(0, left)) parts[index]! += 1n;
  return Object.freeze(parts.map((part) => compose(total.currency, units < 0n ? -part : part)));
}

/** The weights as whole numbers in the same proportions, exact. */
function wholeWeights(weights: readonly DecimalLike[]): readonly bigint[] {
  const list = checkList<DecimalLike>(weights, 'weights', { minLength: 1 });
  const values = Array.from(list, (weight, index) => readWeight(weight, at('weights', index)));
  const places = values.reduce((most, value) => Math.max(most, value.decimalPlaces()), 0);
  return values.map((value) => BigInt(value.toFixed(places).replace('.', '')));
}

function readWeight(weight: DecimalLike, path: string): Decimal {
  const value = readDecimal(weight, path);
  if (value.lessThan(0)) {
    throw new AptfolioError('out-of-range', path, 'a number of at least 0', weight);
  }
  return value;
}

function largestFirst(remainders: readonly bigint[]): readonly number[] {
  return remainders
    .map((_, index) => index)
    .sort((i, j) => {
      const [a, b] = [remainders[i]!, remainders[j]!];
      return a > b ? -1 : a < b ? 1 : i - j;
    });
}
