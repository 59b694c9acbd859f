import type { DateInterval, PlainDate } from '../../dates/index.js';
import type { BatchFailure } from '../../errors/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { Transaction } from '../transaction.js';
import { type AccountCourse, accountCourses } from './account-course.js';
import {
  type CashFlowOptions,
  type ReadCashFlowOptions,
  readCashFlowOptions,
} from './cash-flow-options.js';
import { type CategoryFlows, categoryFlows } from './category.js';
import { figuresOf, trendsOf } from './figures.js';
import { historyOf } from './history.js';
import type { IncomeStream } from './income.js';
import type { MonthlyCashFlow } from './monthly.js';
import { findOwnTransfers, type OwnTransfers } from './own-transfers.js';
import { readBookings } from './read-bookings.js';
import { compileReading } from './reading.js';
import type { CashFlowSeasonality } from './seasonality.js';
import { type Tally, tallyBookings } from './tally.js';
import type { CashFlowTrend } from './trend.js';

/** What comes in and goes out, month by month. */
export interface CashFlow<C extends CurrencyCode = CurrencyCode> {
  readonly window: DateInterval;
  readonly currency: C;
  /** Every month of the window, also those that the history does not cover. */
  readonly months: readonly MonthlyCashFlow<C>[];
  /** The day from which bookings are known; `null` where nobody said and there is none. */
  readonly historyFrom: PlainDate | null;
  /** Whole months of the window from that day on. All figures are of these months. */
  readonly monthsCovered: number;
  /** Covered months that have a row. */
  readonly monthsObserved: number;
  readonly incomeTotal: Money<C>;
  /** Spending after refunds, a positive amount. Investments are none. */
  readonly expenseTotal: Money<C>;
  /** Per covered month, as are all means; `null` without one. */
  readonly meanMonthlyIncome: Money<C> | null;
  readonly meanMonthlyExpense: Money<C> | null;
  /** (Income − spending) / income, decimal fraction; `null` without income. */
  readonly savingsRate: number | null;
  /** Population standard deviation / mean of the monthly incomes, covered months of zero included. */
  readonly incomeVariation: number | null;
  /** The same without one-off streams such as a bonus. */
  readonly incomeVariationExBonus: number | null;
  /** Share of the regular streams in the income, decimal fraction. */
  readonly recurringIncomeShare: number | null;
  /** Debt service / income, decimal fraction. */
  readonly debtServiceRatio: number | null;
  /** Incomes told apart by the policy, by id. */
  readonly incomeStreams: readonly IncomeStream<C>[];
  /** Card spending less refunds. */
  readonly netCardSpending: Money<C>;
  /** What the client cannot do without in a month; `null` without a policy or without rows. */
  readonly essentialMonthly: Money<C> | null;
  /** `null` where the policy has no categories. */
  readonly categories: CategoryFlows<C> | null;
  /** What was found beyond the label `own-transfer`; `null` where the policy does not ask for it. */
  readonly ownTransfers: OwnTransfers | null;
  readonly trend: CashFlowTrend;
  readonly seasonality: CashFlowSeasonality;
  /** By account and currency; `null` where no balances were given. */
  readonly accounts: readonly AccountCourse[] | null;
}

/** A cash flow with an account of the rows it was made of. */
export interface CashFlowAnalysis<C extends CurrencyCode = CurrencyCode> extends CashFlow<C> {
  readonly rows: {
    /** In the input. */
    readonly given: number;
    /** Usable, each booking once. */
    readonly unique: number;
    /** Left out because they repeat another row. */
    readonly duplicates: number;
    /** Usable, but dated outside the covered months. */
    readonly outsideWindow: number;
  };
  /** The rows that could not be used, with the path to each fault: `transactions[7].amount`. */
  readonly failures: readonly BatchFailure[];
}

/**
 * Analyses a client's bookings over whole months.
 *
 * Rows with the same id and content count once; rows with the same id and different content are all
 * refused, because nobody can tell which is right. Own transfers are ignored, investments and loans
 * paid out are neither income nor spending, refunds reduce the spending of their category. A month before
 * the history begins is unknown, not empty. The order of the rows has no influence on any figure.
 *
 * @returns the figures, and the broken rows under `failures`; one bad row never loses the others.
 * @throws AptfolioError for malformed options, and `missing-value` at `options.currency` where the rows
 * have several currencies and none is named.
 *
 * @example
 * ```ts
 * import { analyseCashFlow } from 'aptfolio/client';
 *
 * const rows = [
 *   { id: '1', bookingDate: '2026-01-10', kind: 'transfer-in', currency: 'CNY', amount: '9000.00' },
 *   { id: '2', bookingDate: '2026-01-25', kind: 'card', currency: 'CNY', amount: '-4000.00' },
 *   { id: '2', bookingDate: '2026-01-25', kind: 'card', currency: 'CNY', amount: '-4000.00' },
 *   { id: '3', bookingDate: '2026-02-02', kind: 'refund', currency: 'CNY', amount: '1000.00' },
 *   { id: '4', bookingDate: '2026-02-30', kind: 'card', currency: 'CNY', amount: '-10.00' },
 * ];
 * const window = { from: '2026-01-01', to: '2026-03-01' };
 * const flow = analyseCashFlow(rows, { asOf: '2026-03-02', window });
 * flow.expenseTotal; // => { currency: 'CNY', amount: '3000.00' }
 * flow.meanMonthlyIncome.amount; // => '4500.00'
 * flow.rows; // => { given: 5, unique: 3, duplicates: 1, outsideWindow: 0 }
 * flow.failures[0].issues[0].path; // => 'transactions[4].bookingDate'
 * flow.trend.income; // => { status: 'insufficient', months: 2, needed: 12 }
 * ```
 */
export function analyseCashFlow<C extends CurrencyCode = CurrencyCode>(
  transactions: readonly Transaction[],
  options: CashFlowOptions<C>,
): CashFlowAnalysis<C> {
  const read = readCashFlowOptions(options, transactions);
  return cashFlowOf(transactions, 'transactions', read);
}

/** `analyseCashFlow` on checked options; `path` is where the rows stand in the caller's input. */
export function cashFlowOf<C extends CurrencyCode>(
  transactions: readonly Transaction[],
  path: string,
  options: ReadCashFlowOptions<C>,
): CashFlowAnalysis<C> {
  const { currency, window, policy, balances } = options;
  const { bookings, given, duplicates, failures } = readBookings(transactions, path, options);
  const history = historyOf(window, options.historyFrom, bookings);
  const reading = compileReading(policy);
  const own =
    policy?.ownTransfers === undefined
      ? null
      : findOwnTransfers(bookings, policy.ownTransfers, reading, history);
  const tally = tallyBookings(
    bookings,
    history,
    reading,
    (booking) => own?.eliminated.has(booking) === true,
  );
  return Object.freeze({
    window,
    currency,
    ...figuresOf(tally, history, options),
    ...trendsOf(tally, history, currency),
    categories:
      policy?.categories === undefined ? null : categoriesOf(tally, currency, history.covered),
    ownTransfers: own === null ? null : own.transfers,
    accounts:
      balances === undefined
        ? null
        : accountCourses(balances, bookings, {
            history,
            to: window.to,
            unusable: failures.length,
          }),
    rows: Object.freeze({
      given,
      unique: bookings.length,
      duplicates,
      outsideWindow: bookings.length - tally.bookings,
    }),
    failures,
  });
}

function categoriesOf<C extends CurrencyCode>(
  { incomeCategories, spendingCategories }: Tally,
  currency: C,
  months: number,
): CategoryFlows<C> {
  return Object.freeze({
    income: categoryFlows(incomeCategories, currency, months),
    spending: categoryFlows(spendingCategories, currency, months),
  });
}
