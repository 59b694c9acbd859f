import { at } from '../../errors/index.js';
import {
  type CurrencyCode,
  type Money,
  parseMoneyIn,
  toMinorUnits,
  writtenUnitsIn,
} from '../../money/index.js';

/** What of an order decides how its amounts and events are read. */
export interface Scope<C extends CurrencyCode = CurrencyCode> {
  readonly currency: C;
  /** Whether the order is for units, so that its fills must have them. */
  readonly inUnits: boolean;
  /** Smallest units of money as the library writes it; `undefined` for whatever is to be parsed. */
  readonly unitsOf: (value: unknown) => number | undefined;
}

/** How an order's events are read. */
export function scopeOf<C extends CurrencyCode>(currency: C, inUnits: boolean): Scope<C> {
  return { currency, inUnits, unitsOf: writtenUnitsIn(currency) };
}

/** An amount and how many smallest units it is. */
export interface ReadAmount<C extends CurrencyCode = CurrencyCode> {
  readonly money: Money<C>;
  readonly units: bigint;
}

/** The smallest units of an amount of at least 0. */
export function readUnits(value: Money, scope: Scope, path: string, name: string): bigint {
  const written = scope.unitsOf(value);
  const isFine = written !== undefined && written >= 0;
  return isFine ? BigInt(written) : readAmount(value, scope, path, name).units;
}

/** Reads an amount. One that is written as the library writes it, the common case, needs no parsing. */
export function readAmount<C extends CurrencyCode>(
  value: Money<C>,
  { currency, unitsOf }: Scope<C>,
  path: string,
  name: string,
  sign: 'positive' | 'not-negative' = 'not-negative',
): ReadAmount<C> {
  const written = unitsOf(value);
  if (written !== undefined && (written > 0 || (written === 0 && sign === 'not-negative'))) {
    return { money: { currency, amount: value.amount }, units: BigInt(written) };
  }
  const money = parseMoneyIn(value, currency, at(path, name), { sign });
  return { money, units: toMinorUnits(money) };
}
