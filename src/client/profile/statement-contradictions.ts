import { addMonths, ageOn, dateParts } from '../../dates/index.js';
import {
  type CurrencyCode,
  compareMoney,
  type Money,
  maxMoney,
  minMoney,
  toMinorUnits,
  totalIn,
} from '../../money/index.js';
import { exactFraction } from '../exact.js';
import type { GoalNeed } from '../needs/need.js';
import type { Situation } from '../situation.js';
import { type Contradiction, contradiction } from './contradiction.js';
import { evidence } from './evidence.js';
import type { ReadProfilePolicy } from './profile-policy.js';

/** What a client said, held against what is known otherwise; what was not said contradicts nothing. */
export function statementContradictions(
  situation: Situation,
  policy: ReadProfilePolicy,
  goals: readonly GoalNeed[],
): readonly Contradiction[] {
  return [
    ...noLossWithReturn(situation, policy),
    ...incomeApart(situation, policy),
    ...birthYearApart(situation),
    ...ageApart(situation, policy),
    ...horizonBeyondGoal(situation, policy, goals),
    ...withdrawalsBeyondNeed(situation, policy),
  ];
}

function noLossWithReturn(
  { view: { statements } }: Situation,
  { noLossUpTo, expectedReturnAbove }: ReadProfilePolicy,
): readonly Contradiction[] {
  const { acceptedLoss, expectedReturn } = statements;
  if (acceptedLoss === undefined || expectedReturn === undefined) return [];
  if (acceptedLoss > noLossUpTo || expectedReturn <= expectedReturnAbove) return [];
  const parameters = { acceptedLoss, expectedReturn, expectedReturnAbove };
  return [
    contradiction('client.no-loss-but-return', 'require', parameters, [
      evidence('statement', 'view.statements.acceptedLoss', acceptedLoss),
      evidence('statement', 'view.statements.expectedReturn', expectedReturn),
    ]),
  ];
}

/** Only a year that is booked throughout, every row usable, says what the income is; saying too much weighs more than too little. */
function incomeApart(situation: Situation, policy: ReadProfilePolicy): readonly Contradiction[] {
  const { cashFlow } = situation;
  const stated = inBase(situation.view.statements.annualIncome, situation);
  if (stated === null || cashFlow.monthsObserved < cashFlow.months.length) return [];
  const booked = cashFlow.incomeTotal;
  if (booked === null || !apart(stated, booked, policy.incomeApart)) return [];
  const severity = compareMoney(stated, booked) > 0 ? 'refer' : 'warn';
  return [
    contradiction('client.income-stated-otherwise', severity, { stated, booked }, [
      evidence('statement', 'view.statements.annualIncome', stated),
      evidence('bookings', 'view.transactions', booked),
    ]),
  ];
}

function birthYearApart({ view: { client, statements } }: Situation): readonly Contradiction[] {
  const { birthYear: stated } = statements;
  const { birthDate } = client;
  if (stated === undefined || stated === dateParts(birthDate, 'birthDate').year) return [];
  return [
    contradiction('client.birth-year-stated-otherwise', 'refer', { stated, birthDate }, [
      evidence('statement', 'view.statements.birthYear', stated),
      evidence('facts', 'view.client.birthDate', birthDate),
    ]),
  ];
}

function ageApart(
  { view: { client, statements }, asOf }: Situation,
  { ageYearsApart }: ReadProfilePolicy,
): readonly Contradiction[] {
  const { age: stated } = statements;
  const age = ageOn(client.birthDate, asOf);
  if (stated === undefined || Math.abs(stated - age) <= ageYearsApart) return [];
  return [
    contradiction('client.age-stated-otherwise', 'refer', { stated, age }, [
      evidence('statement', 'view.statements.age', stated),
      evidence('facts', 'view.client.birthDate', age),
    ]),
  ];
}

function horizonBeyondGoal(
  { view: { statements } }: Situation,
  { horizonYearsApart }: ReadProfilePolicy,
  goals: readonly GoalNeed[],
): readonly Contradiction[] {
  const { horizonYears: stated } = statements;
  const soonest = goals[0];
  if (stated === undefined || soonest === undefined) return [];
  const { goal } = soonest;
  const years = Math.max(0, soonest.years);
  if (stated - years <= horizonYearsApart) return [];
  return [
    contradiction('client.horizon-beyond-goal', 'refer', { stated, goal, years }, [
      evidence('statement', 'view.statements.horizonYears', stated),
      evidence('goals', 'view.goals', years),
    ]),
  ];
}

/** More is planned within twelve months than the client says to need; what is planned without a rate is not known. */
function withdrawalsBeyondNeed(
  situation: Situation,
  { withdrawalsApart }: ReadProfilePolicy,
): readonly Contradiction[] {
  const { asOf, currency, view } = situation;
  const stated = inBase(view.statements.liquidityNeed, situation);
  if (stated === null || view.plannedWithdrawals === null) return [];
  const end = addMonths(asOf, 12);
  const soon = view.plannedWithdrawals.filter(({ date }) => asOf <= date && date <= end);
  const total = totalIn(currency, soon, view.fx);
  if (total.status !== 'complete') return [];
  const planned: Money = total.total;
  if (compareMoney(planned, stated) <= 0 || !apart(stated, planned, withdrawalsApart)) return [];
  return [
    contradiction('client.withdrawals-beyond-need', 'refer', { stated, planned }, [
      evidence('statement', 'view.statements.liquidityNeed', stated),
      evidence('plans', 'view.plannedWithdrawals', planned),
    ]),
  ];
}

function inBase(amount: Money | undefined, { currency, view }: Situation): Money | null {
  if (amount === undefined) return null;
  const total = totalIn(currency, [amount], view.fx);
  return total.status === 'complete' ? total.total : null;
}

/** Whether two amounts differ by more than a fraction of the larger one, exactly. */
function apart<C extends CurrencyCode>(a: Money<C>, b: Money<C>, fraction: number): boolean {
  const { numerator, scale } = exactFraction(fraction, 'policy');
  const larger = toMinorUnits(maxMoney<CurrencyCode>(a, b));
  return (larger - toMinorUnits(minMoney<CurrencyCode>(a, b))) * scale > larger * numerator;
}
