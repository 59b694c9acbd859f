import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkRange,
  checkText,
  checkUniqueIds,
} from '../errors/index.js';
import { exactFraction } from './exact.js';
import type { IncomeMatch, IrregularityRule } from './income.js';
import type { RowMatch } from './transaction.js';

/** How a bank reads its clients' bookings. */
export interface CashFlowPolicy {
  /** Incomes to tell apart, by the first match; what fits none of them is the income `other`. */
  readonly incomes: readonly IncomeMatch[];
  /** When an income counts as irregular. */
  readonly irregularIncome: IrregularityRule;
  /** Payments that serve a debt. */
  readonly debtService: readonly RowMatch[];
  /** Payments, other than by card, that the client cannot do without. */
  readonly essentialPayments: readonly RowMatch[];
  /** Part of the card spending that the client cannot do without, decimal fraction up to 1. */
  readonly essentialShareOfCardSpending: number | string;
}

/** Checks a policy, if there is one. */
export function checkCashFlowPolicy<P extends CashFlowPolicy>(
  policy: P | undefined,
  path: string,
): P | undefined {
  if (policy === undefined) return undefined;
  checkObject(policy, path);
  checkIncomes(policy.incomes, at(path, 'incomes'));
  checkRule(policy.irregularIncome, at(path, 'irregularIncome'));
  checkMatches(policy.debtService, at(path, 'debtService'));
  checkMatches(policy.essentialPayments, at(path, 'essentialPayments'));
  checkShare(policy.essentialShareOfCardSpending, at(path, 'essentialShareOfCardSpending'));
  return policy;
}

function checkIncomes(incomes: readonly IncomeMatch[], path: string): void {
  const list = checkList<IncomeMatch>(incomes, path);
  checkUniqueIds(list, path);
  list.forEach((income, index) => {
    checkMatches(income.match, at(at(path, index), 'match'));
    if (income.id === 'other') {
      const where = at(at(path, index), 'id');
      throw new AptfolioError('duplicate-id', where, 'an id other than other', income.id);
    }
  });
}

function checkRule(rule: IrregularityRule, path: string): void {
  checkObject(rule, path);
  checkRange(rule.variationAbove, at(path, 'variationAbove'), { min: 0 });
  checkInteger(rule.monthsWithoutAbove, at(path, 'monthsWithoutAbove'), { min: 0 });
}

function checkMatches(matches: readonly RowMatch[], path: string): void {
  checkList<RowMatch>(matches, path).forEach((match, index) => {
    const where = at(path, index);
    const { counterparty, text } = checkObject(match, where);
    if (counterparty === undefined && text === undefined) {
      throw new AptfolioError('empty', where, 'a counterparty or a text');
    }
    if (counterparty !== undefined) checkText(counterparty, at(where, 'counterparty'));
    if (text !== undefined) checkText(text, at(where, 'text'));
  });
}

function checkShare(share: unknown, path: string): void {
  const { numerator, scale } = exactFraction(share, path);
  if (numerator > scale) throw new AptfolioError('out-of-range', path, 'a share up to 1', share);
}
