import {
  type CurrencyCode,
  convertMoney,
  isPositive,
  type Money,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from '../../money/index.js';
import type { Situation } from '../situation.js';

/** The worth of rows in the client's own currency; each needs a rate. */
export function worthOf<C extends CurrencyCode>(
  rows: readonly Money[],
  { currency, view }: Situation<C>,
): Money<C> {
  return sumMoney<CurrencyCode>(
    currency,
    rows.map((row) => convertMoney(row, currency, view.fx)),
  ) as Money<C>;
}

/** Both together. */
export function plus<C extends CurrencyCode>(a: Money<C>, b: Money<C>): Money<C> {
  return sumMoney<CurrencyCode>(a.currency, [a, b]) as Money<C>;
}

/** The first without all others; it may fall below 0. */
export function less<C extends CurrencyCode>(
  a: Money<C>,
  ...others: readonly Money<C>[]
): Money<C> {
  return others.reduce((left, other) => subtractMoney<CurrencyCode>(left, other) as Money<C>, a);
}

/** The amount, or 0 where it is below. */
export function notBelowZero<C extends CurrencyCode>(amount: Money<C>): Money<C> {
  return isPositive(amount) ? amount : zeroMoney(amount.currency);
}
