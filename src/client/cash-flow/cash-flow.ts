import type { DateInterval, PlainDate } from '../../dates/index.js';
import { type BatchFailure, renamePaths } from '../../errors/index.js';
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
import { isClosed } from './gap.js';
import { type Gaps, gapsOf } from './gaps.js';
import { historyOf } from './history.js';
import type { IncomeStream } from './income.js';
import type { MonthlyCashFlow } from './monthly.js';
import { findOwnTransfers, type OwnTransfers } from './own-transfers.js';
import { type Booking, readBookings } from './read-bookings.js';
import { compileReading } from './reading.js';
import type { CashFlowSeasonality } from './seasonality.js';
import { sideOf } from './side.js';
import { type Tally, tallyBookings } from './tally.js';
import type { CashFlowTrend } from './trend.js';

/**
 * What comes in and goes out, month by month.
 *
 * A row that could not be used counts nowhere, and not as 0: what it could change is `null`. What is known of it decides how
 * far that goes. Where only its rate or amount is missing, its month, side, income, category and whether it is essential are
 * known, and everything else stays; without a date it may belong to any month, without a kind to any figure. A row that is
 * dated outside the window changes nothing, and none that could not be used shows when the history begins. `observed` has what the usable rows come to.
 */
export interface CashFlow<C extends CurrencyCode = CurrencyCode> {
  readonly window: DateInterval;
  readonly currency: C;
  /** `incomplete` where income or spending may be changed by rows that could not be used. */
  readonly completeness: 'complete' | 'incomplete';
  /** What would have to be known; empty lists where nothing is withheld. */
  readonly missing: MissingOfCashFlow;
  /** Sums of the usable rows alone, whether complete or not: to be shown, not to decide by. */
  readonly observed: ObservedFlow<C>;
  /** Every month of the window, also those that the history does not cover. */
  readonly months: readonly MonthlyCashFlow<C>[];
  /** The day from which bookings are known, see `CashFlowOptions`; `null` where nobody said and there is none. */
  readonly historyFrom: PlainDate | null;
  /** Whole months of the window from that day on. All figures are of these months. */
  readonly monthsCovered: number;
  /** Covered months that have a usable row. */
  readonly monthsObserved: number;
  /** `null` where it is incomplete. Below 0 where more was given back than came in. */
  readonly incomeTotal: Money<C> | null;
  /**
   * Spending after refunds, a positive amount; below 0 where more came back than was spent. Investments are none. `null` where
   * it is incomplete.
   */
  readonly expenseTotal: Money<C> | null;
  /** Per covered month, as are all means; `null` without one or where it is incomplete. */
  readonly meanMonthlyIncome: Money<C> | null;
  readonly meanMonthlyExpense: Money<C> | null;
  /** (Income − spending) / income, decimal fraction; `null` without income or where either is incomplete. */
  readonly savingsRate: number | null;
  /** Population standard deviation / mean of the monthly incomes, covered months of zero included. */
  readonly incomeVariation: number | null;
  /** The same without one-off streams such as a bonus. */
  readonly incomeVariationExBonus: number | null;
  /** Share of the regular streams in the income, decimal fraction. */
  readonly recurringIncomeShare: number | null;
  /** Debt service / income, decimal fraction; 0 where more of it came back than was paid. */
  readonly debtServiceRatio: number | null;
  /** Incomes told apart by the policy, by id. */
  readonly incomeStreams: readonly IncomeStream<C>[];
  /** Card spending less refunds: below 0 where more came back; `null` where it is incomplete. */
  readonly netCardSpending: Money<C> | null;
  /**
   * What the client cannot do without in a month; `null` without a policy, and where `missing.essential` says why. Nobody
   * lives on nothing: where no row bears on it, it is not known, and not 0.
   */
  readonly essentialMonthly: Money<C> | null;
  /** `null` where the policy has no categories. */
  readonly categories: CategoryFlows<C> | null;
  /** Own transfers, with the label `own-transfer` and without; `null` where the policy does not look for them. */
  readonly ownTransfers: OwnTransfers | null;
  readonly trend: CashFlowTrend;
  readonly seasonality: CashFlowSeasonality;
  /** By account and currency; `null` where no balances were given. */
  readonly accounts: readonly AccountCourse[] | null;
}

/** Names of what is missing: `fx.USD` for a rate, `transactions` for rows that could not be used. */
export interface MissingOfCashFlow {
  readonly income: readonly string[];
  readonly spending: readonly string[];
  /** Also `spending`, where no essential payment and no card row was seen; see `noEssentialSpending` of the policy. */
  readonly essential: readonly string[];
}

/** What the usable rows of the covered months come to; each below 0 where more came back. */
export interface ObservedFlow<C extends CurrencyCode = CurrencyCode> {
  readonly income: Money<C>;
  /** Spending after refunds. */
  readonly expense: Money<C>;
  /** Card spending less refunds. */
  readonly netCardSpending: Money<C>;
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
 * Give the rows as they came. A list from which broken rows have been taken out, such as the `values` of `parseTransactions`
 * without its `failures`, looks complete, and what is no longer in it counts as 0.
 *
 * Without any row nothing is covered: means and shares are `null`, and so is essential spending. Even a total of no month
 * is an amount, so that a client without rows needs `currency` or `fx`.
 *
 * @returns the figures, and the broken rows under `failures`; one bad row never loses the others, but withholds what it
 * could change.
 * @throws AptfolioError for malformed options; `missing-value` at `options.currency` where neither it nor `fx` is given and
 * the rows have several currencies, or none; `out-of-range` at the rows, or at `options.balances`, for sums beyond what an
 * amount holds.
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
 * flow.meanMonthlyIncome.amount; // => '4500.00'
 * flow.observed.expense; // => { currency: 'CNY', amount: '3000.00' }
 * [flow.completeness, flow.expenseTotal]; // => ['incomplete', null]
 * flow.missing.spending; // => ['transactions']
 * flow.rows; // => { given: 5, unique: 3, duplicates: 1, outsideWindow: 0 }
 * flow.failures[0].issues[0].path; // => 'transactions[4].bookingDate'
 * flow.trend.income; // => { status: 'insufficient', months: 2, needed: 12 }
 * analyseCashFlow(rows.slice(0, 4), { asOf: '2026-03-02', window }).expenseTotal.amount; // => '3000.00'
 * ```
 */
export function analyseCashFlow<C extends CurrencyCode = CurrencyCode>(
  transactions: readonly Transaction[],
  options: CashFlowOptions<C>,
): CashFlowAnalysis<C> {
  const read = readCashFlowOptions(options, transactions);
  return cashFlowOf(transactions, 'transactions', read).cashFlow;
}

/** The analysis, and the ids of all rows that it left out as own transfers, also those outside the window. */
export interface CashFlowWithTransfers<C extends CurrencyCode = CurrencyCode> {
  readonly cashFlow: CashFlowAnalysis<C>;
  readonly leftOut: ReadonlySet<string>;
}

/** No export of a bank's reaches further back. */
const EARLIEST = '1970-01-01';

/** `analyseCashFlow` on checked options; `path` is where the rows stand in the caller's input. */
export function cashFlowOf<C extends CurrencyCode>(
  transactions: readonly Transaction[],
  path: string,
  options: ReadCashFlowOptions<C>,
): CashFlowWithTransfers<C> {
  const { currency, window, policy, balances } = options;
  const read = readBookings(transactions, path, { ...options, earliest: EARLIEST });
  const { bookings, given, duplicates, failures } = read;
  const reading = compileReading(policy);
  const withoutRate = read.unusable.flatMap(({ booking }) => (booking === null ? [] : [booking]));
  const inOwnCurrency = withoutRate.length === 0 ? bookings : [...bookings, ...withoutRate];
  const rule = policy?.ownTransfers;
  const own = rule === undefined ? null : findOwnTransfers(inOwnCurrency, rule, reading);
  const isOwn = (booking: Booking): boolean => own?.eliminated.has(booking) === true;
  const counts = (booking: Booking): boolean =>
    sideOf(booking.row.kind, booking.units < 0) !== 'neither' && !isOwn(booking);
  const history = historyOf(window, options.historyFrom, bookings.filter(counts));
  const tally = tallyBookings(bookings, history, reading, isOwn);
  const unusable = read.unusable.filter(({ booking }) => booking === null || !isOwn(booking));
  const gaps = gapsOf(unusable, history, reading, rule);
  const figures = renamePaths({ units: path }, () => ({
    ...figuresOf(tally, gaps, history, options),
    ...trendsOf(tally, gaps, history, currency),
    categories:
      policy?.categories === undefined
        ? null
        : categoriesOf(tally, gaps, { currency, months: history.covered }),
  }));
  const accounts = renamePaths({ units: 'options.balances' }, () =>
    balances === undefined
      ? null
      : accountCourses(balances, inOwnCurrency, { history, to: window.to, unusable }),
  );
  const cashFlow = Object.freeze({
    window,
    currency,
    ...figures,
    ownTransfers: own === null ? null : own.transfersIn(history),
    accounts,
    rows: Object.freeze({
      given,
      unique: bookings.length,
      duplicates,
      outsideWindow: bookings.length - tally.bookings,
    }),
    failures,
  });
  return { cashFlow, leftOut: new Set([...(own?.eliminated ?? [])].map(({ row }) => row.id)) };
}

function categoriesOf<C extends CurrencyCode>(
  { incomeCategories, spendingCategories }: Tally,
  gaps: Gaps,
  of: { readonly currency: C; readonly months: number },
): CategoryFlows<C> {
  const [income, spending] = [isClosed(gaps.income), isClosed(gaps.spending)];
  return Object.freeze({
    income: categoryFlows(incomeCategories, of, gaps.incomeCategories, income),
    spending: categoryFlows(spendingCategories, of, gaps.spendingCategories, spending),
  });
}
