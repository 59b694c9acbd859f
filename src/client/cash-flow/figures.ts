import { type CurrencyCode, fromMinorUnits, type Money, ratioOfMoney } from '../../money/index.js';
import { exactFraction, roundedQuotient } from '../exact.js';
import type { CashFlow } from './cash-flow.js';
import type { ReadCashFlowOptions } from './cash-flow-options.js';
import type { CashFlowPolicy } from './cash-flow-policy.js';
import { essentialMonthly } from './essential.js';
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

/** Turns exact totals into amounts, means and shares. */
export function figuresOf<C extends CurrencyCode>(
  tally: Tally,
  history: History,
  { currency, policy }: ReadCashFlowOptions<C>,
): CashFlowFigures<C> {
  const { covered } = history;
  const amount = (units: bigint): Money<C> => fromMinorUnits(currency, units);
  const mean = (units: bigint): Money<C> | null =>
    covered === 0 ? null : amount(roundedQuotient(units, BigInt(covered)));
  const [income, expense] = [sumOf(tally.income), sumOf(tally.expense)];
  const shareOf = (part: bigint): number | null =>
    income > 0n ? ratioOfMoney<CurrencyCode>(amount(part), amount(income)) : null;
  const streams = incomeStreams(tally.incomes, currency, history, policy);
  const { regular, lasting } = regularityTotals(tally, streams);
  const essential = policy === undefined ? null : essentialUnits(tally, covered, policy);
  return {
    months: monthlyCashFlow(currency, history, tally.income, tally.expense),
    historyFrom: history.from,
    monthsCovered: covered,
    monthsObserved: tally.monthsObserved,
    incomeTotal: amount(income),
    expenseTotal: amount(expense),
    meanMonthlyIncome: mean(income),
    meanMonthlyExpense: mean(expense),
    savingsRate: shareOf(income - expense),
    incomeVariation: variationOf(tally.income),
    incomeVariationExBonus: policy === undefined ? null : variationOf(lasting),
    recurringIncomeShare: policy === undefined ? null : shareOf(regular),
    debtServiceRatio: policy === undefined ? null : shareOf(tally.debtService),
    incomeStreams: streams,
    netCardSpending: amount(tally.netCardSpending),
    essentialMonthly: essential === null ? null : amount(essential),
  };
}

/** The course of monthly totals. */
export function trendsOf(
  { income, expense }: Tally,
  { firstMonth }: History,
  currency: CurrencyCode,
): Pick<CashFlow, 'trend' | 'seasonality'> {
  const saving = income.map((units, month) => units - expense[month]!);
  return {
    trend: Object.freeze({
      income: trendOf(income, currency),
      expense: trendOf(expense, currency),
      saving: trendOf(saving, currency),
    }),
    seasonality: Object.freeze({
      income: seasonalityOf(income, firstMonth),
      expense: seasonalityOf(expense, firstMonth),
    }),
  };
}

/** What the regular incomes come to, and the monthly income without the one-off ones. */
function regularityTotals(
  { income, incomes }: Tally,
  streams: readonly IncomeStream[],
): { readonly regular: bigint; readonly lasting: readonly bigint[] } {
  const totalsOf = (regularity: IncomeStream['regularity']): readonly (readonly bigint[])[] =>
    streams.filter((stream) => stream.regularity === regularity).map(({ id }) => incomes.get(id)!);
  const oneOff = totalsOf('one-off');
  return {
    regular: sumOf(totalsOf('regular').flat()),
    lasting: income.map((units, month) =>
      oneOff.reduce((rest, stream) => rest - stream[month]!, units),
    ),
  };
}

function essentialUnits(tally: Tally, months: number, policy: CashFlowPolicy): bigint | null {
  if (tally.bookings === 0) return null;
  const { essentialPayments: payments, netCardSpending } = tally;
  const cardShare = exactFraction(policy.essentialShareOfCardSpending, 'policy');
  return essentialMonthly({ payments, netCardSpending, cardShare, months });
}
