import { AptfolioError, at, checkObject, checkOneOf } from '../errors/index.js';
import { isNegative, isPositive } from './comparison.js';
import { type CurrencyCode, checkCurrency, minorDigits } from './currency.js';
import { compose, type Money, readMinorUnits } from './money.js';
import { checkSame } from './same-currency.js';
import { writtenUnits } from './written-units.js';

const SIGNS = ['positive', 'not-negative'] as const;

/** What an amount may be. */
export interface MoneyLimits {
  /** `positive`: above 0; `not-negative`: 0 or above. Without it any amount will do. */
  readonly sign?: (typeof SIGNS)[number];
}

/**
 * Checks that a value is money and returns it in canonical form, without any further fields.
 *
 * @param path where it stands in the caller's input, for the error.
 * @throws AptfolioError as `money`, with the path to the fault; `invalid-type` for an amount that is
 * no text, `out-of-range` for one outside the limits.
 *
 * @example
 * ```ts
 * import { parseMoney } from 'aptfolio/money';
 *
 * parseMoney({ currency: 'CNY', amount: '12.5' }); // => { currency: 'CNY', amount: '12.50' }
 * parseMoney({ currency: 'CNY', amount: 12.5 }, 'holdings[0].value');
 * // => throws 'invalid-type', 'holdings[0].value.amount'
 * parseMoney({ currency: 'CNY', amount: '0' }, 'price', { sign: 'positive' });
 * // => throws 'out-of-range', 'price.amount'
 * ```
 */
export function parseMoney(value: unknown, path = 'money', limits: MoneyLimits = {}): Money {
  const { currency, amount } = checkObject(value, path);
  const code = checkCurrency(currency, at(path, 'currency'));
  return readAmount(code, amount, at(path, 'amount'), limits);
}

/**
 * Checks that a value is money of one currency; otherwise as `parseMoney`.
 *
 * @param currency ISO 4217 code.
 * @param path where the value stands in the caller's input, for the error.
 * @throws AptfolioError `currency-mismatch` for another currency, else as `parseMoney`;
 * `unknown-currency` with path `currency` if that is none.
 *
 * @example
 * ```ts
 * import { parseMoneyIn } from 'aptfolio/money';
 *
 * parseMoneyIn({ currency: 'CNY', amount: '12.5' }, 'CNY').amount; // => '12.50'
 * parseMoneyIn({ currency: 'USD', amount: '12.5' }, 'CNY', 'order.fee');
 * // => throws 'currency-mismatch', 'order.fee.currency'
 * ```
 */
export function parseMoneyIn<C extends CurrencyCode>(
  value: unknown,
  currency: C,
  path = 'money',
  limits: MoneyLimits = {},
): Money<C> {
  const written = parseWritten(value, currency, limits);
  if (written !== undefined) return written;
  const money = parseMoney(value, path);
  checkSame(currency, money.currency, at(path, 'currency'));
  return withinLimits(money as Money<C>, at(path, 'amount'), limits);
}

/**
 * Checks decimal text whose currency is said elsewhere, and returns it as money.
 *
 * @param currency ISO 4217 code.
 * @param path where the text stands in the caller's input, for the error.
 * @throws AptfolioError as `parseMoney`, with the path of the text itself; `unknown-currency` with path `currency`.
 *
 * @example
 * ```ts
 * import { parseAmount } from 'aptfolio/money';
 *
 * parseAmount('12.5', 'CNY'); // => { currency: 'CNY', amount: '12.50' }
 * parseAmount('-1', 'CNY', 'goal.target', { sign: 'not-negative' });
 * // => throws 'out-of-range', 'goal.target'
 * ```
 */
export function parseAmount<C extends CurrencyCode>(
  value: unknown,
  currency: C,
  path = 'amount',
  limits: MoneyLimits = {},
): Money<C> {
  checkCurrency(currency, 'currency');
  return readAmount(currency, value, path, limits);
}

/** An amount that is written as the library writes it, the common case, needs no more than a look at its characters. */
function parseWritten<C extends CurrencyCode>(
  value: unknown,
  currency: C,
  limits: MoneyLimits,
): Money<C> | undefined {
  const units = writtenUnits(value, currency, minorDigits(currency));
  if (units === undefined || typeof limits !== 'object' || limits === null) return undefined;
  const { sign } = limits;
  const fits =
    sign === undefined ||
    (sign === 'not-negative' && units >= 0) ||
    (sign === 'positive' && units > 0);
  return fits ? Object.freeze({ currency, amount: (value as Money<C>).amount }) : undefined;
}

function readAmount<C extends CurrencyCode>(
  currency: C,
  amount: unknown,
  path: string,
  limits: MoneyLimits,
): Money<C> {
  return withinLimits(
    compose(currency, readMinorUnits(currency, amount, path), path),
    path,
    limits,
  );
}

function withinLimits<C extends CurrencyCode>(
  money: Money<C>,
  path: string,
  limits: MoneyLimits,
): Money<C> {
  const { sign } = checkObject(limits, 'limits');
  if (sign === undefined) return money;
  const wanted = checkOneOf(sign, 'limits.sign', SIGNS);
  if (wanted === 'positive' ? isPositive(money) : !isNegative(money)) return money;
  const expected = wanted === 'positive' ? 'an amount above 0' : 'an amount of at least 0';
  throw new AptfolioError('out-of-range', path, expected, money.amount);
}
