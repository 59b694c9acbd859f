import { AptfolioError, at } from '../errors/index.js';
import { type CurrencyCode, isPositive, type Money, parseMoney } from '../money/index.js';

/** Checks money, and its currency if one is given. */
export function readMoney<C extends CurrencyCode = CurrencyCode>(
  value: unknown,
  path: string,
  currency?: C,
): Money<C> {
  const amount = parseMoney(value, path);
  if (currency === undefined || amount.currency === currency) return amount as Money<C>;
  throw new AptfolioError('currency-mismatch', at(path, 'currency'), currency, amount.currency);
}

/** The same for an amount that must be above zero. */
export function readPositiveMoney<C extends CurrencyCode = CurrencyCode>(
  value: unknown,
  path: string,
  currency?: C,
): Money<C> {
  const amount = readMoney(value, path, currency);
  if (isPositive(amount)) return amount;
  throw new AptfolioError('out-of-range', at(path, 'amount'), 'an amount above 0', amount.amount);
}
