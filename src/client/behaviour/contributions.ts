import {
  addMonths,
  type DateInterval,
  firstOfMonth,
  monthOf,
  monthsIn,
  type PlainDate,
  type YearMonth,
} from '../../dates/index.js';
import { type CurrencyCode, fromMinorUnits, type Money, toMinorUnits } from '../../money/index.js';
import { coefficientOfVariation } from '../../statistics/index.js';
import { groupBy } from '../group-by.js';
import type { ReadTrade } from './read-trades.js';

/** The same amount put into one product in every one of several months in a row. */
export interface PurchasePlan extends Money {
  readonly product: string;
  readonly firstMonth: YearMonth;
  readonly lastMonth: YearMonth;
  readonly months: number;
  /** Ids of the purchases, by date. */
  readonly trades: readonly string[];
}

/** How regularly money is put in. */
export interface ContributionCadence {
  readonly months: number;
  /** Months in which more was bought than sold. */
  readonly contributingMonths: number;
  readonly contributingShare: number;
  /** Most contributing months in a row. */
  readonly longestRun: number;
  /**
   * Population standard deviation over the mean of the months' purchases, months without one as 0; `null` without
   * purchases.
   */
  readonly variation: number | null;
  readonly plans: readonly PurchasePlan[];
  /** Share of the amount bought that belongs to plans; `null` without purchases. */
  readonly plannedShare: number | null;
}

/**
 * Measures how regularly money is put in over a window of whole months.
 *
 * @param leastMonths months in a row from which the same amount in the same product is a plan.
 */
export function contributionCadence(
  trades: readonly ReadTrade[],
  window: DateInterval,
  leastMonths: number,
): ContributionCadence {
  const months = monthsIn(window);
  const buys = trades.filter(({ side }) => side === 'buy');
  const bought = sumByMonth(buys, months);
  const sold = sumByMonth(
    trades.filter(({ side }) => side === 'sell'),
    months,
  );
  const contributing = months.map((_, index) => bought[index]! > sold[index]!);
  const count = contributing.filter((yes) => yes).length;
  const plans = plansOf(buys, leastMonths);
  const planned = new Set(plans.flatMap((plan) => plan.trades));
  const total = totalOf(buys);
  const share = Number(totalOf(buys.filter(({ id }) => planned.has(id)))) / Number(total);
  return Object.freeze({
    months: months.length,
    contributingMonths: count,
    contributingShare: count / months.length,
    longestRun: longestRun(contributing),
    variation: total === 0n ? null : coefficientOfVariation(bought.map(Number)),
    plans: Object.freeze(plans),
    plannedShare: total === 0n ? null : share,
  });
}

function totalOf(trades: readonly ReadTrade[]): bigint {
  return trades.reduce((sum, { value }) => sum + toMinorUnits(value), 0n);
}

function sumByMonth(trades: readonly ReadTrade[], months: readonly YearMonth[]): readonly bigint[] {
  const byMonth = groupBy(trades, ({ date }) => monthOf(date));
  return months.map((month) => totalOf(byMonth.get(month) ?? []));
}

function longestRun(months: readonly boolean[]): number {
  let [run, longest] = [0, 0];
  for (const contributing of months) {
    run = contributing ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function plansOf(buys: readonly ReadTrade[], leastMonths: number): readonly PurchasePlan[] {
  const alike = groupBy(buys, ({ product, currency, paid }) =>
    JSON.stringify([product, currency, String(paid)]),
  );
  return [...alike]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, rows]) => runsOf(rows))
    .filter((run) => run.length >= leastMonths)
    .map(planOf);
}

/** Purchases of one product and amount, month by month, cut where a month has none. */
function runsOf(rows: readonly ReadTrade[]): readonly (readonly (readonly ReadTrade[])[])[] {
  const runs: (readonly ReadTrade[])[][] = [];
  let next: PlainDate | undefined;
  for (const month of groupBy(rows, ({ date }) => monthOf(date)).values()) {
    const first = firstOfMonth(month[0]!.date);
    if (first === next) runs[runs.length - 1]!.push(month);
    else runs.push([month]);
    next = addMonths(first, 1);
  }
  return runs;
}

function planOf(run: readonly (readonly ReadTrade[])[]): PurchasePlan {
  const rows = run.flat();
  const { product, currency, paid } = rows[0]!;
  const amount: Money<CurrencyCode> = fromMinorUnits(currency, paid);
  return Object.freeze({
    product,
    ...amount,
    firstMonth: monthOf(rows[0]!.date),
    lastMonth: monthOf(rows[rows.length - 1]!.date),
    months: run.length,
    trades: Object.freeze(rows.map(({ id }) => id)),
  });
}
