import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkObject,
  type FieldsOf,
  refuseUnknown,
  renamePaths,
} from '../../errors/index.js';
import {
  addMoney,
  type CurrencyCode,
  checkCurrency,
  convertMoney,
  type Money,
  subtractMoney,
  sumMoney,
} from '../../money/index.js';
import type { Fields } from '../kinds/kind.js';
import { type AccountPeriod, readAccount } from './account-period.js';

/** Into which currency an account is translated, and at which rates. */
export interface TranslationOptions {
  readonly currency: CurrencyCode;
  /** What one unit of the account's currency is worth, as decimal text, on its first and last day and on each day with a movement. */
  readonly rates: Readonly<Record<PlainDate, string>>;
}

const FIELDS: FieldsOf<TranslationOptions> = { currency: true, rates: true };

/**
 * States an account of a foreign currency in the bank's own, with what the exchange rate did as a movement of its own.
 *
 * Opening and closing value are translated at the rates of their days, each movement at that of its day. The currency effect is what the rates made of it:
 * translated closing − translated opening − translated movements. What was unexplained before remains so, at the closing rate: the currency line
 * swallows nothing.
 *
 * @param account in one currency; one that is already in `currency` comes back as it is.
 * @returns the account in `currency`, with the movement `currency-translation` on its last day; `currency-translation-2` and so on where that id is taken, as by
 * an earlier translation.
 * @throws AptfolioError `missing-rate` with the day, `options.rates["2026-04-02"]`: no rate is never 1; or as `assetBridgeEvent`.
 *
 * @example
 * ```ts
 * import { translateAccount } from 'aptfolio/kpi';
 *
 * const usd = (amount) => ({ currency: 'USD', amount });
 * const account = {
 *   id: 'a-2', from: '2026-03-31', to: '2026-06-30', opening: usd('1000.00'), closing: usd('1150.00'),
 *   movements: [
 *     { id: '1', on: '2026-05-15', kind: 'transfer', amount: usd('100.00') },
 *     { id: '2', on: '2026-06-30', kind: 'market', amount: usd('50.00') },
 *   ],
 * };
 * const rates = { '2026-03-31': '7.00', '2026-05-15': '7.10', '2026-06-30': '7.20' };
 * const { opening, movements, closing } = translateAccount(account, { currency: 'CNY', rates });
 * [opening, ...movements.map(({ amount }) => amount), closing].map(({ amount }) => amount);
 * // => ['7000.00', '710.00', '360.00', '210.00', '8280.00']
 * movements[2].kind; // => 'currency'
 * translateAccount(account, { currency: 'CNY', rates: { '2026-03-31': '7.00', '2026-06-30': '7.20' } });
 * // => throws 'missing-rate', 'options.rates["2026-05-15"]'
 * ```
 */
export function translateAccount(
  account: AccountPeriod,
  options: TranslationOptions,
): AccountPeriod {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', FIELDS);
  const currency = checkCurrency(terms.currency, 'options.currency');
  const own = readAccount(account, 'account');
  if (own.opening.currency === currency) return freeze(own, own.movements);
  const rateOf = readRates(terms.rates, 'options.rates');
  const translate = (amount: Money, day: PlainDate): Money =>
    convert(amount, currency, rateOf(day), at('options.rates', day));

  const opening = translate(own.opening, own.from);
  const closing = translate(own.closing, own.to);
  const movements = own.movements.map((one) => ({ ...one, amount: translate(one.amount, one.on) }));
  const explained = addMoney(own.opening, totalOf(own.movements, own.opening.currency));
  const rest = translate(subtractMoney(own.closing, explained), own.to);
  const told = addMoney(addMoney(opening, totalOf(movements, currency)), rest);
  const effect = {
    id: freeId(own.movements),
    on: own.to,
    kind: 'currency',
    amount: subtractMoney(closing, told),
  } as const;
  return freeze({ ...own, opening, closing }, [...movements, effect]);
}

function freeId(movements: AccountPeriod['movements']): string {
  const taken = new Set(movements.map(({ id }) => id));
  let id = 'currency-translation';
  for (let i = 2; taken.has(id); i++) id = `currency-translation-${i}`;
  return id;
}

function totalOf(movements: AccountPeriod['movements'], currency: CurrencyCode): Money {
  return sumMoney(
    currency,
    movements.map(({ amount }) => amount),
  );
}

function convert(amount: Money, currency: CurrencyCode, rate: string, path: string): Money {
  const fx = { base: currency, rates: { [amount.currency]: rate } };
  return renamePaths({ [at('fx.rates', amount.currency)]: path }, () =>
    convertMoney(amount, currency, fx),
  );
}

function readRates(value: unknown, path: string): (day: PlainDate) => string {
  const rates: Fields = checkObject(value, path);
  for (const day of Object.keys(rates)) parsePlainDate(day, at(path, day));
  return (day) => {
    const rate = Object.hasOwn(rates, day) ? rates[day] : undefined;
    if (rate !== undefined) return rate as string;
    throw new AptfolioError('missing-rate', at(path, day), 'a rate of the day');
  };
}

function freeze(account: AccountPeriod, movements: AccountPeriod['movements']): AccountPeriod {
  const frozen = movements.map((movement) => Object.freeze(movement));
  return Object.freeze({ ...account, movements: Object.freeze(frozen) });
}
