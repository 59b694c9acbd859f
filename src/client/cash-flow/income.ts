import { type CurrencyCode, fromMinorUnits, type Money } from '../../money/index.js';
import { coefficientOfVariation } from '../../statistics/index.js';
import type { CashFlowPolicy } from './cash-flow-policy.js';
import { type GapsByName, gapOf, isClosed } from './gap.js';
import type { History } from './history.js';
import { byMonth } from './monthly.js';
import type { RowMatch } from './row-match.js';

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

/** One income over the covered months of the window; what a row that could not be used may change is `null`. */
export interface IncomeStream<C extends CurrencyCode = CurrencyCode> {
  /** The policy's id, or `other`. */
  readonly id: string;
  /** `null` without a policy. */
  readonly regularity: 'regular' | 'irregular' | 'one-off' | null;
  readonly total: Money<C> | null;
  /** By month of the window; `null` before the history begins. */
  readonly monthly: readonly (Money<C> | null)[];
  readonly monthsWithout: number | null;
  /** Population standard deviation / mean of the monthly totals; `null` for a mean that is not above 0. */
  readonly variation: number | null;
}

/** What fits none of the policy's incomes. */
export const OTHER_INCOME = 'other';

/** Describes the incomes, by id, from their totals of the covered months and what is open of them. */
export function incomeStreams<C extends CurrencyCode>(
  incomes: ReadonlyMap<string, readonly bigint[]>,
  currency: C,
  history: History,
  policy: CashFlowPolicy | undefined,
  gaps: GapsByName,
): readonly IncomeStream<C>[] {
  const nothing = Array.from({ length: history.covered }, () => 0n);
  const ids = [...new Set([...incomes.keys(), ...gaps.byName.keys()])].sort();
  const streams = ids.map((id) => {
    const units = incomes.get(id) ?? nothing;
    const gap = gapOf(gaps, id);
    const isWhole = isClosed(gap);
    const monthsWithout = units.filter((amount) => amount <= 0n).length;
    const variation = variationOf(units);
    return Object.freeze({
      id,
      regularity: regularityOf(id, isWhole ? { monthsWithout, variation } : null, policy),
      total: isWhole ? fromMinorUnits(currency, sumOf(units)) : null,
      monthly: byMonth(currency, history, units, gap),
      monthsWithout: isWhole ? monthsWithout : null,
      variation: isWhole ? variation : null,
    });
  });
  return Object.freeze(streams);
}

/** Population standard deviation / mean; `null` for a mean that is not above 0. */
export function variationOf(units: readonly bigint[]): number | null {
  return sumOf(units) > 0n ? coefficientOfVariation(units.map(Number)) : null;
}

/** The sum of whole units. */
export function sumOf(units: readonly bigint[]): bigint {
  return units.reduce((a, b) => a + b, 0n);
}

/** @param figures `null` where they are open. */
function regularityOf(
  id: string,
  figures: { readonly monthsWithout: number; readonly variation: number | null } | null,
  policy: CashFlowPolicy | undefined,
): IncomeStream['regularity'] {
  if (policy === undefined) return null;
  if (policy.incomes.find((income) => income.id === id)?.oneOff === true) return 'one-off';
  if (figures === null) return null;
  const { monthsWithout, variation } = figures;
  const { variationAbove, monthsWithoutAbove } = policy.irregularIncome;
  const varies = variation === null || variation > variationAbove;
  return varies || monthsWithout > monthsWithoutAbove ? 'irregular' : 'regular';
}
