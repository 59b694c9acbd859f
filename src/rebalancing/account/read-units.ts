import { type CurrencyCode, type Money, parseMoneyIn, toMinorUnits } from '../../money/index.js';

const NOT_NEGATIVE = { sign: 'not-negative' } as const;

/** Checks an amount of at least 0 in a currency and gives its smallest units; most of a book's are read without a copy. */
export function readUnits(value: unknown, currency: CurrencyCode, path: string): bigint {
  if (typeof value === 'object' && (value as Money | null)?.currency === currency) {
    const units = toMinorUnits(value as Money, path);
    if (units >= 0n) return units;
  }
  return toMinorUnits(parseMoneyIn(value, currency, path, NOT_NEGATIVE));
}
