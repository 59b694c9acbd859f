import { type CurrencyCode, type Money, sumMoney } from '../../money/index.js';

/** The sum of valued rows. */
export function totalOf<C extends CurrencyCode>(
  currency: C,
  rows: readonly { readonly value: Money<C> }[],
): Money<C> {
  return sumMoney<CurrencyCode>(
    currency,
    rows.map(({ value }) => value),
  ) as Money<C>;
}
