import { AptfolioError, renamePaths } from '../errors/index.js';
import { type CurrencyCode, isNegative, type Money, parseMoney } from '../money/index.js';

/** Reads an amount of at least 0 that stands alone as text, its currency being said elsewhere. */
export function readAmount<C extends CurrencyCode>(
  currency: C,
  value: unknown,
  path: string,
): Money<C> {
  // The text has no field `amount` of its own that an error could point to.
  const amount = renamePaths({ 'money.amount': path }, () =>
    parseMoney({ currency, amount: value }),
  );
  return notNegative(amount as Money<C>, path);
}

/** Reads money of at least 0 in a given currency. */
export function readMoneyIn<C extends CurrencyCode>(
  currency: C,
  value: unknown,
  path: string,
): Money<C> {
  const amount = parseMoney(value, path);
  if (amount.currency !== currency) {
    throw new AptfolioError('currency-mismatch', `${path}.currency`, currency, amount.currency);
  }
  return notNegative(amount as Money<C>, `${path}.amount`);
}

function notNegative<C extends CurrencyCode>(amount: Money<C>, path: string): Money<C> {
  if (!isNegative(amount)) return amount;
  throw new AptfolioError('out-of-range', path, 'an amount of at least 0', amount.amount);
}
