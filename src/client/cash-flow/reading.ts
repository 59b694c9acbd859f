import type { CashFlowPolicy } from './cash-flow-policy.js';
import { UNCATEGORISED } from './category.js';
import { OTHER_INCOME } from './income.js';
import { compileRules, type MatchedFields, type RowMatch } from './row-match.js';

/** A policy made ready for many rows; `text` is always the row's text in lower case. */
export interface Reading {
  /** The income a row belongs to. */
  readonly incomeOf: (row: MatchedFields, text: string) => string;
  /** The category a row belongs to; `null` where the policy has none. */
  readonly categoryOf: ((row: MatchedFields, text: string) => string) | null;
  readonly isDebtService: (row: MatchedFields, text: string) => boolean;
  readonly isEssential: (row: MatchedFields, text: string) => boolean;
  /** Whether a category says who was paid or what for, not merely how: a rule by kind or by a family of codes does not. */
  readonly isTelling: (row: MatchedFields, text: string) => boolean;
}

/** Compiles a policy once. */
export function compileReading(policy: CashFlowPolicy | undefined): Reading {
  const { incomes = [], debtService = [], essentialPayments = [], categories } = policy ?? {};
  const incomeRule = compileRules(incomes.map(({ match }) => match));
  const categoryRule = compileRules((categories ?? []).map(({ match }) => match));
  const debtRule = compileRules([debtService]);
  const essentialRule = compileRules([essentialPayments]);
  const tellingRule = compileRules([
    (categories ?? []).flatMap(({ match }) => match).filter(tells),
  ]);
  return {
    incomeOf: (row, text) => incomes[incomeRule(row, text)]?.id ?? OTHER_INCOME,
    categoryOf:
      categories === undefined
        ? null
        : (row, text) => categories[categoryRule(row, text)]?.category ?? UNCATEGORISED,
    isDebtService: (row, text) => debtRule(row, text) === 0,
    isEssential: (row, text) => essentialRule(row, text) === 0,
    isTelling: (row, text) => tellingRule(row, text) === 0,
  };
}

function tells({ counterparty, text, purposeCode, bankTransactionCode }: RowMatch): boolean {
  const levels = bankTransactionCode?.split('-').length ?? 0;
  return (counterparty ?? text ?? purposeCode) !== undefined || levels >= ALL_LEVELS;
}

/** Domain, family and sub-family. */
const ALL_LEVELS = 3;
