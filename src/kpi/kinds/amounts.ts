import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  parseMoneyIn,
  toMinorUnits,
} from '../../money/index.js';

/** Reads an amount of the KPI's currency in its smallest units; absent counts as zero if allowed. */
export function readUnits(
  value: unknown,
  currency: CurrencyCode,
  path: string,
  options: { readonly optional: boolean },
): bigint {
  if (value === undefined && options.optional) return 0n;
  return toMinorUnits(parseMoneyIn(value, currency, path));
}

/** Writes an amount back as money. */
export function writeUnits(units: bigint, currency: CurrencyCode): Money {
  return fromMinorUnits(currency, units);
}
