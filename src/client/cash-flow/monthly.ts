import type { YearMonth } from '../../dates/index.js';
import { type CurrencyCode, fromMinorUnits, type Money } from '../../money/index.js';
import type { Gap } from './gap.js';
import type { Gaps } from './gaps.js';
import type { History } from './history.js';
import type { Tally } from './tally.js';

/**
 * A month's totals; `null` before the history begins, and where a row that could not be used may belong to it: that
 * nothing is known is not that nothing came in.
 */
export interface MonthlyCashFlow<C extends CurrencyCode = CurrencyCode> {
  readonly month: YearMonth;
  readonly income: Money<C> | null;
  /** Spending after refunds, positive; below 0 in a month in which more came back than was spent. */
  readonly expense: Money<C> | null;
}

/** The months of the window with what came in and went out, from the totals of the covered months. */
export function monthlyCashFlow<C extends CurrencyCode>(
  currency: C,
  history: History,
  { income, expense }: Pick<Tally, 'income' | 'expense'>,
  open: Pick<Gaps, 'income' | 'spending'>,
): readonly MonthlyCashFlow<C>[] {
  const incomes = byMonth(currency, history, income, open.income);
  const expenses = byMonth(currency, history, expense, open.spending);
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
  open: Gap,
): readonly (Money<C> | null)[] {
  const unknown = Array.from({ length: before }, () => null);
  const known = units.map((amount, month) =>
    open.months.has(month) ? null : fromMinorUnits(currency, amount),
  );
  return Object.freeze([...unknown, ...known]);
}
