import {
  addDays,
  addMonths,
  checkInterval,
  type DateInterval,
  firstOfMonth,
  type PlainDate,
} from '../dates/index.js';
import { AptfolioError, checkList } from '../errors/index.js';
import { type CurrencyCode, checkCurrency, isCurrencyCode } from '../money/index.js';
import type { Transaction } from './transaction.js';

/** The twelve whole months before the month of a day. */
export function lastTwelveMonths(asOf: PlainDate): DateInterval {
  const to = firstOfMonth(asOf);
  return Object.freeze({ from: addMonths(to, -12), to });
}

/** Checks that a window consists of whole months that are over; without one, the last twelve. */
export function checkWindow(window: DateInterval | undefined, asOf: PlainDate): DateInterval {
  if (window === undefined) return lastTwelveMonths(asOf);
  const { from, to } = checkInterval(window, 'options.window');
  for (const [name, date] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (date === firstOfMonth(date)) continue;
    throw new AptfolioError('inconsistent', `options.window.${name}`, 'a first of a month', date);
  }
  if (from === to) throw new AptfolioError('empty', 'options.window', 'at least one month');
  if (to > addDays(asOf, 1)) {
    throw new AptfolioError('inconsistent', 'options.window.to', `months over by ${asOf}`, to);
  }
  return Object.freeze({ from, to });
}

/** The currency that was named, or the only one that the rows have, or that of the rates. */
export function currencyOf<C extends CurrencyCode>(
  transactions: readonly Transaction[],
  currency: C | undefined,
  otherwise?: C,
): C {
  if (currency !== undefined) return checkCurrency(currency, 'options.currency') as C;
  const found = new Set<CurrencyCode>();
  for (const row of checkList<Transaction>(transactions, 'transactions')) {
    if (isCurrencyCode(row?.currency)) found.add(row.currency);
  }
  if (found.size === 1) return [...found][0] as C;
  if (otherwise !== undefined) return otherwise;
  throw new AptfolioError('missing-value', 'options.currency', 'the currency of the figures');
}
