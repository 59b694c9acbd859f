import { AptfolioError } from '../errors/index.js';
import type { CurrencyCode } from './currency.js';
import { type Money, toMinorUnits } from './money.js';

/** The smallest units of the arguments `a` and `b`, which must be of one currency. */
export function unitsOf(a: Money, b: Money): readonly [bigint, bigint] {
  const units = [toMinorUnits(a, 'a'), toMinorUnits(b, 'b')] as const;
  checkSame(a.currency, b.currency, 'b.currency');
  return units;
}

/** Refuses another currency than the one expected. */
export function checkSame(expected: CurrencyCode, found: CurrencyCode, path: string): void {
  if (expected !== found) throw new AptfolioError('currency-mismatch', path, expected, found);
}
