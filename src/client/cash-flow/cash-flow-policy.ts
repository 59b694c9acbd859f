import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkUniqueIds,
} from '../../errors/index.js';
import { exactFraction } from '../exact.js';
import { type CategoryRule, checkCategories } from './category.js';
import { type IncomeMatch, type IrregularityRule, OTHER_INCOME } from './income.js';
import { checkOwnTransferRule, type OwnTransferRule } from './own-transfers.js';
import { checkMatches, type RowMatch } from './row-match.js';

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
  /**
   * What a client is taken to need in whose covered months no essential payment and nothing by card was booked. `unknown`, the
   * default: that much is paid from elsewhere, and `essentialMonthly` is `null`. `none`: 0.
   */
  readonly noEssentialSpending?: (typeof NO_ESSENTIAL_SPENDING)[number];
  /** Categories of income and spending, by the first rule that fits; for codes of ISO 20022 see `ISO_20022_CATEGORIES`. */
  readonly categories?: readonly CategoryRule[];
  /** Looks for own transfers that are not labelled as such. Without it only the label counts. */
  readonly ownTransfers?: OwnTransferRule;
}

/** What no essential spending may mean. */
export const NO_ESSENTIAL_SPENDING = ['unknown', 'none'] as const;

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
  if (policy.noEssentialSpending !== undefined) {
    checkOneOf(policy.noEssentialSpending, at(path, 'noEssentialSpending'), NO_ESSENTIAL_SPENDING);
  }
  if (policy.categories !== undefined) checkCategories(policy.categories, at(path, 'categories'));
  if (policy.ownTransfers !== undefined) {
    checkOwnTransferRule(policy.ownTransfers, at(path, 'ownTransfers'));
  }
  return policy;
}

function checkIncomes(incomes: readonly IncomeMatch[], path: string): void {
  const list = checkList<IncomeMatch>(incomes, path);
  checkUniqueIds(list, path);
  list.forEach((income, index) => {
    checkMatches(income.match, at(at(path, index), 'match'));
    if (income.id === OTHER_INCOME) {
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

function checkShare(share: unknown, path: string): void {
  const { numerator, scale } = exactFraction(share, path);
  if (numerator > scale) throw new AptfolioError('out-of-range', path, 'a share up to 1', share);
}
