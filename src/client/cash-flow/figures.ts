import { type CurrencyCode, fromMinorUnits, type Money, ratioOfMoney } from '../../money/index.js';
import { exactFraction, roundedQuotient } from '../exact.js';
import type { CashFlow } from './cash-flow.js';
import type { ReadCashFlowOptions } from './cash-flow-options.js';
import type { CashFlowPolicy } from './cash-flow-policy.js';
import { essentialMonthly } from './essential.js';
import { type Gap, isClosed } from './gap.js';
import type { Gaps } from './gaps.js';
import type { History } from './history.js';
import { type IncomeStream, incomeStreams, sumOf, variationOf } from './income.js';
import { monthlyCashFlow } from './monthly.js';
import { seasonalityOf } from './seasonality.js';
import type { Tally } from './tally.js';
import { trendOf } from './trend.js';

/** What follows from the totals beside categories, transfers, trends and accounts. */
export type CashFlowFigures<C extends CurrencyCode> = Omit<
  CashFlow<C>,
  | 'window'
  | 'currency'
  | 'categories'
  | 'ownTransfers'
  | 'accounts'
  | keyof ReturnType<typeof trendsOf>
>;

/** Turns exact totals into amounts, means and shares; what rows that could not be used may change is withheld. */
export function figuresOf<C extends CurrencyCode>(
  tally: Tally,
  gaps: Gaps,
  history: History,
  { currency, policy }: ReadCashFlowOptions<C>,
): CashFlowFigures<C> {
  const { covered } = history;
  const amount = (units: bigint): Money<C> => fromMinorUnits(currency, units);
  const [income, expense] = [sumOf(tally.income), sumOf(tally.expense)];
  const observed = {
    income: amount(income),
    expense: amount(expense),
    netCardSpending: amount(tally.netCardSpending),
  };
  const mean = (units: bigint, gap: Gap): Money<C> | null =>
    covered === 0 || !isClosed(gap) ? null : amount(roundedQuotient(units, BigInt(covered)));
  const shareOf = (part: bigint, gap: Gap): number | null =>
    income > 0n && isClosed(gaps.income) && isClosed(gap)
      ? ratioOfMoney<CurrencyCode>(amount(part), observed.income)
      : null;
  const streams = incomeStreams(tally.incomes, currency, history, policy, gaps.streams);
  const { regular, lasting } = regularityTotals(tally, streams);
  const debtService = tally.debtService < 0n ? 0n : tally.debtService;
  const { units: essential, missing: essentialMissing } = essentialOf(tally, gaps, covered, policy);
  const isComplete = isClosed(gaps.income) && isClosed(gaps.spending);
  return {
    completeness: isComplete ? 'complete' : 'incomplete',
    missing: Object.freeze({
      income: namesOf(gaps.income),
      spending: namesOf(gaps.spending),
      essential: essentialMissing,
    }),
    observed: Object.freeze(observed),
    months: monthlyCashFlow(currency, history, tally, gaps),
    historyFrom: history.from,
    monthsCovered: covered,
    monthsObserved: tally.monthsObserved,
    incomeTotal: isClosed(gaps.income) ? observed.income : null,
    expenseTotal: isClosed(gaps.spending) ? observed.expense : null,
    meanMonthlyIncome: mean(income, gaps.income),
    meanMonthlyExpense: mean(expense, gaps.spending),
    savingsRate: shareOf(income - expense, gaps.spending),
    incomeVariation: isClosed(gaps.income) ? variationOf(tally.income) : null,
    incomeVariationExBonus:
      policy === undefined || !isClosed(gaps.income) ? null : variationOf(lasting),
    recurringIncomeShare: policy === undefined ? null : shareOf(regular, gaps.income),
    debtServiceRatio: policy === undefined ? null : shareOf(debtService, gaps.debtService),
    incomeStreams: streams,
    netCardSpending: isClosed(gaps.card) ? observed.netCardSpending : null,
    essentialMonthly: essential === null ? null : amount(essential),
  };
}

/** The course of monthly totals. */
export function trendsOf(
  { income, expense }: Tally,
  gaps: Gaps,
  { firstMonth }: History,
  currency: CurrencyCode,
): Pick<CashFlow, 'trend' | 'seasonality'> {
  const saving = income.map((units, month) => units - expense[month]!);
  const [isIncomeWhole, isExpenseWhole] = [isClosed(gaps.income), isClosed(gaps.spending)];
  return {
    trend: Object.freeze({
      income: trendOf(income, currency, isIncomeWhole),
      expense: trendOf(expense, currency, isExpenseWhole),
      saving: trendOf(saving, currency, isIncomeWhole && isExpenseWhole),
    }),
    seasonality: Object.freeze({
      income: seasonalityOf(income, firstMonth, isIncomeWhole),
      expense: seasonalityOf(expense, firstMonth, isExpenseWhole),
    }),
  };
}

/** What the regular incomes come to, and the monthly income without the one-off ones. */
function regularityTotals(
  { income, incomes }: Tally,
  streams: readonly IncomeStream[],
): { readonly regular: bigint; readonly lasting: readonly bigint[] } {
  const totalsOf = (regularity: IncomeStream['regularity']): readonly (readonly bigint[])[] =>
    streams
      .filter((stream) => stream.regularity === regularity)
      .flatMap(({ id }) => (incomes.get(id) === undefined ? [] : [incomes.get(id)!]));
  const oneOff = totalsOf('one-off');
  return {
    regular: sumOf(totalsOf('regular').flat()),
    lasting: income.map((units, month) =>
      oneOff.reduce((rest, stream) => rest - stream[month]!, units),
    ),
  };
}

/** What cannot be done without, and what is missing to know it. */
function essentialOf(
  tally: Tally,
  gaps: Gaps,
  months: number,
  policy: CashFlowPolicy | undefined,
): { readonly units: bigint | null; readonly missing: readonly string[] } {
  if (policy === undefined) return { units: null, missing: NOTHING };
  if (!isClosed(gaps.essential)) return { units: null, missing: namesOf(gaps.essential) };
  const isCredible = tally.essentialRows > 0 || policy.noEssentialSpending === 'none';
  if (months === 0 || tally.bookings === 0 || !isCredible)
    return { units: null, missing: SPENDING };
  const { essentialPayments: payments, netCardSpending } = tally;
  const cardShare = exactFraction(policy.essentialShareOfCardSpending, 'policy');
  return {
    units: essentialMonthly({ payments, netCardSpending, cardShare, months }),
    missing: NOTHING,
  };
}

const NOTHING: readonly string[] = Object.freeze([]);
const SPENDING: readonly string[] = Object.freeze(['spending']);

function namesOf({ missing }: Gap): readonly string[] {
  return Object.freeze([...missing].sort());
}
