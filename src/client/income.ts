import type { YearMonth } from '../dates/index.js';
import { type CurrencyCode, type Money, sumMoney, toMinorUnits } from '../money/index.js';
import { coefficientOfVariation } from '../statistics/index.js';
import type { CashFlowPolicy } from './cash-flow-policy.js';
import { groupBy } from './group-by.js';
import { matchesAny, type RowMatch, type Transaction } from './transaction.js';

/** Tells one income from the others. */
export interface IncomeMatch {
  /** Unique name: `salary`. The name `other` is taken. */
  readonly id: string;
  /** The rows that belong to it: one match suffices. */
  readonly match: readonly RowMatch[];
  /** A bonus or another income that is not paid every month. */
  readonly oneOff?: boolean;
}

/** When an income counts as irregular: if one of the two limits is exceeded. */
export interface IrregularityRule {
  /** Coefficient of variation of the monthly totals, decimal fraction. */
  readonly variationAbove: number;
  /** Months of the window without this income. */
  readonly monthsWithoutAbove: number;
}

/** One income over the window. */
export interface IncomeStream<C extends CurrencyCode = CurrencyCode> {
  /** The policy's id, or `other`. */
  readonly id: string;
  /** `null` without a policy. */
  readonly regularity: 'regular' | 'irregular' | 'one-off' | null;
  readonly total: Money<C>;
  /** By month of the window. */
  readonly monthly: readonly Money<C>[];
  readonly monthsWithout: number;
  /** Population standard deviation / mean of the monthly totals; `null` for a mean that is not above 0. */
  readonly variation: number | null;
}

const OTHER = 'other';

/** Tells the incomes apart, by id; those without a row are left out. */
export function incomeStreams<C extends CurrencyCode>(
  rows: readonly Transaction[],
  currency: C,
  months: readonly YearMonth[],
  policy: CashFlowPolicy | undefined,
): readonly IncomeStream<C>[] {
  const byId = groupBy(
    rows,
    (row) => policy?.incomes.find(({ match }) => matchesAny(row, match))?.id ?? OTHER,
  );
  const streams = [...byId].map(([id, own]) => {
    const monthly = months.map((month) =>
      sumMoney(currency, own.filter((row) => row.bookingDate.startsWith(month)) as never),
    );
    const units = monthly.map((amount) => toMinorUnits(amount));
    const figures = {
      monthsWithout: units.filter((amount) => amount <= 0n).length,
      variation: variationOf(units),
    };
    return Object.freeze({
      id,
      regularity: regularityOf(id, figures, policy),
      total: sumMoney(currency, monthly as never),
      monthly: Object.freeze(monthly),
      ...figures,
    });
  });
  return Object.freeze(streams.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** Population standard deviation / mean; `null` for a mean that is not above 0. */
export function variationOf(units: readonly bigint[]): number | null {
  const sum = units.reduce((a, b) => a + b, 0n);
  return sum > 0n ? coefficientOfVariation(units.map(Number)) : null;
}

function regularityOf(
  id: string,
  { monthsWithout, variation }: Pick<IncomeStream, 'monthsWithout' | 'variation'>,
  policy: CashFlowPolicy | undefined,
): IncomeStream['regularity'] {
  if (policy === undefined) return null;
  if (policy.incomes.find((income) => income.id === id)?.oneOff === true) return 'one-off';
  const { variationAbove, monthsWithoutAbove } = policy.irregularIncome;
  const varies = variation === null || variation > variationAbove;
  return varies || monthsWithout > monthsWithoutAbove ? 'irregular' : 'regular';
}
