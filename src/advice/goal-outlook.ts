import type { OptimalAllocation } from '../allocation/index.js';
import { type Goal, goalTarget, requiredReturn } from '../client/index.js';
import { addYears, type PlainDate } from '../dates/index.js';
import { renamePaths } from '../errors/index.js';
import {
  type CurrencyCode,
  convertMoney,
  type FxRates,
  type Money,
  moneyToNumber,
} from '../money/index.js';
import type { ExAnteCosts } from '../products/index.js';
import { contributionForProbability, projectGoal, simulate } from '../projection/index.js';
import type { GoalOutlook } from './outcome.js';
import type { AdviceReference } from './reference.js';
import type { AdviceRequest } from './request.js';

/** How the goal stands if the money is invested so. */
export function goalOutlook<C extends CurrencyCode>(
  request: AdviceRequest<C>,
  { projection }: AdviceReference,
  advice: {
    readonly amount: Money<C>;
    readonly allocation: OptimalAllocation;
    readonly costs: ExAnteCosts<C>;
  },
): GoalOutlook<C> {
  const { amount, allocation, costs } = advice;
  const goal = goalOf(request);
  const { baseCurrency, fx: rates } = request.view;
  const fx: FxRates = { base: baseCurrency, rates };
  const inBase = (money: Money): Money<C> => convertMoney(money, baseCurrency, fx);
  const target = inBase(goalTarget(goal));
  const monthly = inBase({ currency: goal.currency, amount: goal.monthlyContribution ?? '0' });
  const netReturn = allocation.expectedReturn - costs.annualFeeRate;
  const { years, inflation } = goal;
  const required = requiredReturn<C>(
    { present: amount, monthlyContribution: monthly, years, target, inflation },
    { achievableReturn: netReturn },
  );
  const search = {
    initial: moneyToNumber(amount),
    months: 12 * years,
    expectedReturn: netReturn,
    volatility: allocation.volatility,
    target: moneyToNumber(target),
  };
  const plan = { ...search, monthlyContribution: moneyToNumber(monthly) };
  const { paths, seed, probability } = projection;
  return renamePaths({ options: 'reference.projection', search: 'reference.projection' }, () =>
    Object.freeze({
      id: goal.id,
      target,
      netReturn,
      required,
      projection: projectGoal(plan),
      simulation: simulate(plan, { paths, seed }),
      contribution: contributionForProbability({ ...search, probability }),
    }),
  );
}

/** The goal that the request names; the request has been checked to have it. */
export function goalOf(request: AdviceRequest): Goal {
  return request.view.goals.find(({ id }) => id === request.goal)!;
}

/** The day on which the goal's money is needed. */
export function goalDay(request: AdviceRequest, asOf: PlainDate): PlainDate {
  return addYears(asOf, Math.max(0, goalOf(request).years));
}
