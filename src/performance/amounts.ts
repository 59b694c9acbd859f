import { AptfolioError, checkRange } from '../errors/index.js';
import { type CurrencyCode, moneyToNumber, parseMoney } from '../money/index.js';
import type { Amount } from './types.js';

/** Sums of amounts up to this size stay finite. */
const LARGEST = 1e100;

/**
 * Reads amounts as numbers, all in one unit: either plain numbers or money of one currency.
 *
 * A return is a ratio, so a double is enough; mixing units would give a number without meaning.
 */
export function amountReader(): (value: Amount, path: string) => number {
  let unit: CurrencyCode | 'number' | undefined;
  return (value, path) => {
    const isMoney = typeof value === 'object' && value !== null;
    const number = isMoney
      ? moneyToNumber(parseMoney(value, path), path)
      : checkRange(value, path, { min: -LARGEST, max: LARGEST });
    const found = isMoney ? value.currency : 'number';
    unit ??= found;
    if (unit === found) return number;
    const expected = unit === 'number' ? 'a plain number, as before' : `an amount in ${unit}`;
    throw new AptfolioError('currency-mismatch', path, expected, found);
  };
}

/** Refuses a rate that a double cannot hold, because the amount at `path` is next to nothing. */
export function checkRate(rate: number, path: string, base: number): number {
  if (Number.isFinite(rate)) return rate + 0;
  const expected = 'an amount large enough for the return to be a finite number';
  throw new AptfolioError('out-of-range', path, expected, base);
}
