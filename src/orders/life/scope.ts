import { at } from '../../errors/index.js';
import {
  type CurrencyCode,
  type Money,
  minorDigits,
  parseMoneyIn,
  toMinorUnits,
} from '../../money/index.js';

/** What of an order decides how its amounts and events are read. */
export interface Scope<C extends CurrencyCode = CurrencyCode> {
  readonly currency: C;
  /** Whether the order is for units, so that its fills must have them. */
  readonly inUnits: boolean;
  /** An amount as the library writes it. */
  readonly written: RegExp;
}

/** Amounts of at least 0 as the library writes them, by the digits of the currency. */
const WRITTEN: Readonly<Record<number, RegExp>> = {
  0: /^(?:0|[1-9]\d{0,29})$/,
  2: /^(?:0|[1-9]\d{0,29})\.\d\d$/,
  3: /^(?:0|[1-9]\d{0,29})\.\d{3}$/,
  4: /^(?:0|[1-9]\d{0,29})\.\d{4}$/,
};

/** How an order's events are read. */
export function scopeOf<C extends CurrencyCode>(currency: C, inUnits: boolean): Scope<C> {
  return { currency, inUnits, written: WRITTEN[minorDigits(currency)] as RegExp };
}

/** An amount and how many smallest units it is. */
export interface ReadAmount<C extends CurrencyCode = CurrencyCode> {
  readonly money: Money<C>;
  readonly units: bigint;
}

/** Reads an amount. One that is written as the library writes it, the common case, needs no parsing. */
export function readAmount<C extends CurrencyCode>(
  value: Money<C>,
  { currency, written }: Scope<C>,
  path: string,
  name: string,
  sign: 'positive' | 'not-negative' = 'not-negative',
): ReadAmount<C> {
  if (typeof value === 'object' && value !== null && value.currency === currency) {
    const { amount } = value;
    if (typeof amount === 'string' && written.test(amount)) {
      const units = BigInt(amount.replace('.', ''));
      if (units > 0n || sign === 'not-negative') return { money: { currency, amount }, units };
    }
  }
  const money = parseMoneyIn(value, currency, at(path, name), { sign });
  return { money, units: toMinorUnits(money) };
}
