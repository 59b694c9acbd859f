import { AptfolioError, at, checkList } from '../errors/index.js';
import type { CurrencyCode } from './currency.js';
import { type DecimalLike, readDecimal } from './decimal.js';
import { fromMinorUnits, type Money, toMinorUnits } from './money.js';

/**
 * Shares an amount out by weights so that the parts add up to it exactly.
 *
 * Each part is its exact share cut down to the smallest unit; the units left over go one each to the
 * parts with the largest remainders, of equal ones to the first (the largest-remainder method of
 * Hamilton). A weight of zero gets nothing. A negative amount is shared like its positive and negated.
 *
 * @param weights at least one, none negative, not all zero; their scale does not matter.
 * @throws AptfolioError `empty`, `out-of-range` for a negative weight, `inconsistent` if all are zero.
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
  return Object.freeze(
    parts.map((part) => fromMinorUnits(total.currency, units < 0n ? -part : part)),
  );
}

/** The weights as whole numbers in the same proportions, exact. */
function wholeWeights(weights: readonly DecimalLike[]): readonly bigint[] {
  const values = checkList<DecimalLike>(weights, 'weights', { minLength: 1 }).map(
    (weight, index) => {
      const value = readDecimal(weight, at('weights', index));
      if (value.isNegative() && !value.isZero()) {
        throw new AptfolioError(
          'out-of-range',
          at('weights', index),
          'a number of at least 0',
          weight,
        );
      }
      return value;
    },
  );
  const places = Math.max(...values.map((value) => value.decimalPlaces()));
  return values.map((value) => BigInt(value.abs().toFixed(places).replace('.', '')));
}

function largestFirst(remainders: readonly bigint[]): readonly number[] {
  return remainders
    .map((_, index) => index)
    .sort((i, j) => {
      const [a, b] = [remainders[i]!, remainders[j]!];
      return a > b ? -1 : a < b ? 1 : i - j;
    });
}
