import { AptfolioError, checkNumber } from '../errors/index.js';
import { type CurrencyCode, moneyToNumber, parseMoney } from '../money/index.js';
import type { Amount } from './types.js';

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
      : checkNumber(value, path);
    const found = isMoney ? value.currency : 'number';
    unit ??= found;
    if (unit === found) return number;
    const expected = unit === 'number' ? 'a plain number, as before' : `an amount in ${unit}`;
    throw new AptfolioError('currency-mismatch', path, expected, found);
  };
}
