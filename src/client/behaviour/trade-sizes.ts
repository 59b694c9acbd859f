import { fromMinorUnits, type Money, sumMoney, toMinorUnits } from '../../money/index.js';
import { roundedQuotient } from '../exact.js';
import type { ReadTrade } from './read-trades.js';

/**
 * Sizes of trades, in the currency of the figures. Quartiles are of type 7 (Hyndman and Fan, as in R and NumPy),
 * rounded half-even to the smallest unit.
 */
export interface TradeSizes {
  readonly count: number;
  readonly total: Money;
  readonly smallest: Money;
  readonly lowerQuartile: Money;
  readonly median: Money;
  readonly upperQuartile: Money;
  readonly largest: Money;
}

/** Measures sizes; `null` for no trades. */
export function tradeSizes(trades: readonly ReadTrade[]): TradeSizes | null {
  const first = trades[0];
  if (first === undefined) return null;
  const { currency } = first.value;
  const sorted = trades
    .map(({ value }) => toMinorUnits(value))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const quarter = (quarters: number): Money =>
    fromMinorUnits(currency, quartileOf(sorted, quarters));
  return Object.freeze({
    count: trades.length,
    total: sumMoney(
      currency,
      trades.map(({ value }) => value),
    ),
    smallest: quarter(0),
    lowerQuartile: quarter(1),
    median: quarter(2),
    upperQuartile: quarter(3),
    largest: quarter(4),
  });
}

/** The value `quarters` / 4 of the way from the first to the last, exactly between its neighbours. */
function quartileOf(sorted: readonly bigint[], quarters: number): bigint {
  const place = (sorted.length - 1) * quarters;
  const index = Math.floor(place / 4);
  const low = sorted[index]!;
  const high = sorted[index + 1] ?? low;
  const part = BigInt(place - 4 * index);
  return roundedQuotient(low * (4n - part) + high * part, 4n);
}
