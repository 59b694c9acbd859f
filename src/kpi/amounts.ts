import { AptfolioError, at } from '../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  parseMoney,
  toMinorUnits,
} from '../money/index.js';

/** Reads an amount of the KPI's currency in its smallest units; absent counts as zero if allowed. */
export function readUnits(
  value: unknown,
  currency: CurrencyCode,
  path: string,
  options: { readonly optional: boolean },
): bigint {
  if (value === undefined && options.optional) return 0n;
  const amount = parseMoney(value, path);
  if (amount.currency !== currency) {
    throw new AptfolioError('currency-mismatch', at(path, 'currency'), currency, amount.currency);
  }
  return toMinorUnits(amount, path);
}

/** Writes an amount back as money. */
export function writeUnits(units: bigint, currency: CurrencyCode): Money {
  return fromMinorUnits(currency, units);
}
