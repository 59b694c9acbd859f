import type { CashFlowPolicy } from './cash-flow-policy.js';
import { UNCATEGORISED } from './category.js';
import { OTHER_INCOME } from './income.js';
import { compileRules, type MatchedFields } from './row-match.js';

/** A policy made ready for many rows; `text` is always the row's text in lower case. */
export interface Reading {
  /** The income a row belongs to. */
  readonly incomeOf: (row: MatchedFields, text: string) => string;
  /** The category a row belongs to; `null` where the policy has none. */
  readonly categoryOf: ((row: MatchedFields, text: string) => string) | null;
  readonly isDebtService: (row: MatchedFields, text: string) => boolean;
  readonly isEssential: (row: MatchedFields, text: string) => boolean;
}

/** Compiles a policy once. */
export function compileReading(policy: CashFlowPolicy | undefined): Reading {
  const { incomes = [], debtService = [], essentialPayments = [], categories } = policy ?? {};
  const incomeRule = compileRules(incomes.map(({ match }) => match));
  const categoryRule = compileRules((categories ?? []).map(({ match }) => match));
  const debtRule = compileRules([debtService]);
  const essentialRule = compileRules([essentialPayments]);
  return {
    incomeOf: (row, text) => incomes[incomeRule(row, text)]?.id ?? OTHER_INCOME,
    categoryOf:
      categories === undefined
        ? null
        : (row, text) => categories[categoryRule(row, text)]?.category ?? UNCATEGORISED,
    isDebtService: (row, text) => debtRule(row, text) === 0,
    isEssential: (row, text) => essentialRule(row, text) === 0,
  };
}
