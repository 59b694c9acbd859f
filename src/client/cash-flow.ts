import {
  type DateInterval,
  monthsIn,
  type PlainDate,
  parsePlainDate,
  type YearMonth,
} from '../dates/index.js';
import { type BatchFailure, checkObject } from '../errors/index.js';
import {
  type CurrencyCode,
  type FxRates,
  fromMinorUnits,
  isPositive,
  type Money,
  negateMoney,
  ratioOfMoney,
  subtractMoney,
  toMinorUnits,
} from '../money/index.js';
import { type CashFlowPolicy, checkCashFlowPolicy } from './cash-flow-policy.js';
import { essentialMonthly } from './essential.js';
import { exactFraction, scaleMoney } from './exact.js';
import { type IncomeStream, incomeStreams, variationOf } from './income.js';
import { readRates } from './rates.js';
import { readTransactions } from './read-transactions.js';
import {
  matchesAny,
  type RowMatch,
  type Transaction,
  type TransactionKind,
} from './transaction.js';
import { checkWindow, currencyOf } from './window.js';

/** How bookings are analysed. */
export interface CashFlowOptions<C extends CurrencyCode = CurrencyCode> {
  /** Bookings dated after this day are refused. */
  readonly asOf: PlainDate;
  /** The currency of all figures. May be left out where all rows have the same one. */
  readonly currency?: C;
  /** Whole months. Default: the twelve before the month of `asOf`. */
  readonly window?: DateInterval;
  /** The bank's reading of incomes, essential spending and debt service; what it does not say is `null`. */
  readonly policy?: CashFlowPolicy;
  /** Rates for rows in other currencies; a row without a rate becomes a failure. */
  readonly fx?: FxRates;
}

/** What comes in and goes out, month by month. */
export interface CashFlow<C extends CurrencyCode = CurrencyCode> {
  readonly window: DateInterval;
  readonly currency: C;
  readonly months: readonly MonthlyCashFlow<C>[];
  /** Months of the window that have a row. */
  readonly monthsObserved: number;
  readonly incomeTotal: Money<C>;
  /** Spending after refunds, a positive amount. Investments are none. */
  readonly expenseTotal: Money<C>;
  readonly meanMonthlyIncome: Money<C>;
  readonly meanMonthlyExpense: Money<C>;
  /** (Income − spending) / income, decimal fraction; `null` without income. */
  readonly savingsRate: number | null;
  /** Population standard deviation / mean of the monthly incomes, months of zero included. */
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
}

/** A month's totals. */
export interface MonthlyCashFlow<C extends CurrencyCode = CurrencyCode> {
  readonly month: YearMonth;
  readonly income: Money<C>;
  /** Spending after refunds, positive. */
  readonly expense: Money<C>;
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
    /** Usable, but dated outside the window. */
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
 * paid out are neither income nor spending, refunds reduce card spending. The order of the rows has no
 * influence on any figure.
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
 * ```
 */
export function analyseCashFlow<C extends CurrencyCode = CurrencyCode>(
  transactions: readonly Transaction[],
  options: CashFlowOptions<C>,
): CashFlowAnalysis<C> {
  checkObject(options, 'options');
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const policy = checkCashFlowPolicy(options.policy, 'options.policy');
  return cashFlowOf(transactions, 'transactions', {
    asOf,
    currency: currencyOf(transactions, options.currency),
    window: checkWindow(options.window, asOf),
    ...(policy === undefined ? {} : { policy }),
    ...(options.fx === undefined ? {} : { fx: readRates(options.fx, 'options.fx') }),
  });
}

/** `analyseCashFlow` on checked options; `path` is where the rows stand in the caller's input. */
export function cashFlowOf<C extends CurrencyCode>(
  transactions: readonly Transaction[],
  path: string,
  options: CashFlowOptions<C> & { readonly currency: C; readonly window: DateInterval },
): CashFlowAnalysis<C> {
  const { currency, window, policy } = options;
  const { rows, given, duplicates, failures } = readTransactions(transactions, path, options);
  const inside = rows.filter(
    (row) => window.from <= row.bookingDate && row.bookingDate < window.to,
  );
  const months = monthsIn(window);
  const incomeRows = inside.filter((row) => INCOME.has(row.kind));
  const expenseRows = inside.filter((row) => EXPENSE.has(row.kind));
  const income = totalOf(currency, incomeRows);
  const expense = negateMoney(totalOf(currency, expenseRows));
  const netCardSpending = negateMoney(totalOf(currency, expenseRows.filter(isCard)));
  const streams = incomeStreams(incomeRows, currency, months, policy);
  const lasting = streams.filter((stream) => stream.regularity !== 'one-off');
  const regular = streams.filter((stream) => stream.regularity === 'regular');
  return Object.freeze({
    window,
    currency,
    months: Object.freeze(monthly(currency, months, incomeRows, expenseRows)),
    monthsObserved: new Set(inside.map((row) => row.bookingDate.slice(0, 7))).size,
    incomeTotal: income,
    expenseTotal: expense,
    meanMonthlyIncome: scaleMoney(income, 1n, BigInt(months.length)),
    meanMonthlyExpense: scaleMoney(expense, 1n, BigInt(months.length)),
    savingsRate: shareOf(income, subtractMoney<CurrencyCode>(income, expense)),
    incomeVariation: variationOf(sumByMonth(streams, months.length)),
    incomeVariationExBonus:
      policy === undefined ? null : variationOf(sumByMonth(lasting, months.length)),
    recurringIncomeShare:
      policy === undefined ? null : shareOf(income, sumTotals(currency, regular)),
    debtServiceRatio:
      policy === undefined
        ? null
        : shareOf(
            income,
            negateMoney(totalOf(currency, matching(expenseRows, policy.debtService))),
          ),
    incomeStreams: streams,
    netCardSpending,
    essentialMonthly:
      policy === undefined || inside.length === 0
        ? null
        : essentialMonthly({
            payments: negateMoney(
              totalOf(currency, matching(expenseRows, policy.essentialPayments).filter(isNoCard)),
            ),
            netCardSpending,
            cardShare: exactFraction(policy.essentialShareOfCardSpending, 'policy'),
            months: months.length,
          }),
    rows: Object.freeze({
      given,
      unique: rows.length,
      duplicates,
      outsideWindow: rows.length - inside.length,
    }),
    failures,
  });
}

const INCOME: ReadonlySet<TransactionKind> = new Set(['transfer-in', 'interest']);
const EXPENSE: ReadonlySet<TransactionKind> = new Set(['payment', 'card', 'cash', 'fee', 'refund']);

const isCard = (row: Transaction): boolean => row.kind === 'card' || row.kind === 'refund';
const isNoCard = (row: Transaction): boolean => !isCard(row);

function monthly<C extends CurrencyCode>(
  currency: C,
  months: readonly YearMonth[],
  incomeRows: readonly Transaction[],
  expenseRows: readonly Transaction[],
): readonly MonthlyCashFlow<C>[] {
  const inMonth = (rows: readonly Transaction[], month: YearMonth): readonly Transaction[] =>
    rows.filter((row) => row.bookingDate.startsWith(month));
  return months.map((month) =>
    Object.freeze({
      month,
      income: totalOf(currency, inMonth(incomeRows, month)),
      expense: negateMoney(totalOf(currency, inMonth(expenseRows, month))),
    }),
  );
}

function matching(rows: readonly Transaction[], matches: readonly RowMatch[]): Transaction[] {
  return rows.filter((row) => matchesAny(row, matches));
}

function totalOf<C extends CurrencyCode>(currency: C, rows: readonly Money[]): Money<C> {
  return fromMinorUnits(
    currency,
    rows.reduce((sum, row) => sum + toMinorUnits(row), 0n),
  );
}

function shareOf(whole: Money, part: Money): number | null {
  return isPositive(whole) ? ratioOfMoney(part, whole) : null;
}

function sumTotals<C extends CurrencyCode>(
  currency: C,
  streams: readonly IncomeStream<C>[],
): Money<C> {
  return totalOf(
    currency,
    streams.map((stream) => stream.total),
  );
}

function sumByMonth(streams: readonly IncomeStream[], months: number): readonly bigint[] {
  return Array.from({ length: months }, (_, index) =>
    streams.reduce((sum, stream) => sum + toMinorUnits(stream.monthly[index]!), 0n),
  );
}
