import { type DateInterval, type PlainDate, parsePlainDate } from '../../dates/index.js';
import { checkObject } from '../../errors/index.js';
import type { CurrencyCode, FxRates } from '../../money/index.js';
import { readRates } from '../rates.js';
import type { Transaction } from '../transaction.js';
import { checkWindow, currencyOf } from '../window.js';
import { type AccountBalance, readBalances } from './account-balance.js';
import { type CashFlowPolicy, checkCashFlowPolicy } from './cash-flow-policy.js';

/** How bookings are analysed. */
export interface CashFlowOptions<C extends CurrencyCode = CurrencyCode> {
  /** Bookings dated after this day are refused, as are those before 1970. */
  readonly asOf: PlainDate;
  /** The currency of all figures. Default: the one that all rows have, else the base of `fx`; one of these there must be. */
  readonly currency?: C;
  /** Whole months. Default: the twelve before the month of `asOf`. */
  readonly window?: DateInterval;
  /**
   * The day from which the bookings are complete, such as the opening of the first account. Default: the first of the
   * month of the first usable booking that is income or spending; one before the window after which nothing follows for more
   * than 24 months does not count. Months that are not whole after it are left out of all figures.
   */
  readonly historyFrom?: PlainDate;
  /** The bank's reading of incomes, categories and debt service; what it does not say is `null`. */
  readonly policy?: CashFlowPolicy;
  /** Rates for rows in other currencies; a row without a rate becomes a failure, and what it could change is withheld. */
  readonly fx?: FxRates;
  /** What accounts held at the end of some day, at least once each, to follow them day by day. */
  readonly balances?: readonly AccountBalance[];
}

/** Checked options, nothing left to default. */
export interface ReadCashFlowOptions<C extends CurrencyCode = CurrencyCode>
  extends CashFlowOptions<C> {
  readonly currency: C;
  readonly window: DateInterval;
}

/** Checks options. */
export function readCashFlowOptions<C extends CurrencyCode>(
  options: CashFlowOptions<C>,
  transactions: readonly Transaction[],
): ReadCashFlowOptions<C> {
  checkObject(options, 'options');
  const { historyFrom, fx, balances } = options;
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const rates = fx === undefined ? undefined : readRates(fx, 'options.fx');
  const policy = checkCashFlowPolicy(options.policy, 'options.policy');
  return {
    asOf,
    currency: currencyOf(transactions, options.currency, rates?.base as C | undefined),
    window: checkWindow(options.window, asOf),
    ...(historyFrom === undefined
      ? {}
      : { historyFrom: parsePlainDate(historyFrom, 'options.historyFrom') }),
    ...(policy === undefined ? {} : { policy }),
    ...(rates === undefined ? {} : { fx: rates }),
    ...(balances === undefined
      ? {}
      : { balances: readBalances(balances, asOf, 'options.balances') }),
  };
}
