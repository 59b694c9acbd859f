import type { YearMonth } from '../../dates/index.js';
import { type CurrencyCode, fromMinorUnits, type Money } from '../../money/index.js';
import type { History } from './history.js';

/** A month's totals; `null` before the history begins: that nothing is known is not that nothing came in. */
export interface MonthlyCashFlow<C extends CurrencyCode = CurrencyCode> {
  readonly month: YearMonth;
  readonly income: Money<C> | null;
  /** Spending after refunds, positive. */
  readonly expense: Money<C> | null;
}

/** The months of the window with what came in and went out, from the totals of the covered months. */
export function monthlyCashFlow<C extends CurrencyCode>(
  currency: C,
  history: History,
  income: readonly bigint[],
  expense: readonly bigint[],
): readonly MonthlyCashFlow<C>[] {
  const incomes = byMonth(currency, history, income);
  const expenses = byMonth(currency, history, expense);
  return Object.freeze(
    history.months.map((month, i) =>
      Object.freeze({ month, income: incomes[i] ?? null, expense: expenses[i] ?? null }),
    ),
  );
}

/** Totals of the covered months as amounts of all months of the window. */
export function byMonth<C extends CurrencyCode>(
  currency: C,
  { before }: History,
  units: readonly bigint[],
): readonly (Money<C> | null)[] {
  const unknown = Array.from({ length: before }, () => null);
  return Object.freeze([...unknown, ...units.map((amount) => fromMinorUnits(currency, amount))]);
}
