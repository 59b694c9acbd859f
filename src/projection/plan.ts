import { checkInteger, checkObject, checkOneOf, checkRange } from '../errors/index.js';

/** Money, time and assumptions of one goal. Amounts are plain numbers in one currency. */
export interface GoalPlan {
  /** What is invested today, zero or more. */
  readonly initial: number;
  /** Paid in every month, zero or more. */
  readonly monthlyContribution: number;
  /** Whole months until the money is needed; zero or less if the day has come. */
  readonly months: number;
  /** Expected (arithmetic mean) return after fees; annual, decimal fraction, above −1. */
  readonly expectedReturn: number;
  /** Standard deviation of the annual return, decimal fraction, zero or more. */
  readonly volatility: number;
  /** What is needed on the day, in money of that day; zero or more. */
  readonly target: number;
  /** Whether a month's contribution comes at its end (the default) or at its start. */
  readonly contributionTiming?: 'month-end' | 'month-start';
}

export interface CheckedPlan extends Required<GoalPlan> {}

/** Bounds that keep every square of an amount finite. */
const AMOUNT = { min: 0, max: 1e15 };
const LONGEST = 1200;

/** Checks a whole plan and fills in its default. */
export function checkPlan(plan: GoalPlan, path: string): CheckedPlan {
  checkObject(plan, path);
  return {
    ...checkAccumulation(plan, path),
    monthlyContribution: checkRange(
      plan.monthlyContribution,
      `${path}.monthlyContribution`,
      AMOUNT,
    ),
  };
}

/** Everything but the contribution, for the search that looks for it. */
export function checkAccumulation(
  plan: Omit<GoalPlan, 'monthlyContribution'>,
  path: string,
): Omit<CheckedPlan, 'monthlyContribution'> {
  checkObject(plan, path);
  return {
    initial: checkRange(plan.initial, `${path}.initial`, AMOUNT),
    months: checkInteger(plan.months, `${path}.months`, { min: -LONGEST, max: LONGEST }),
    expectedReturn: checkRange(plan.expectedReturn, `${path}.expectedReturn`, {
      exclusiveMin: -1,
      max: 10,
    }),
    volatility: checkRange(plan.volatility, `${path}.volatility`, { min: 0, max: 10 }),
    target: checkRange(plan.target, `${path}.target`, AMOUNT),
    contributionTiming: checkOneOf(
      plan.contributionTiming ?? 'month-end',
      `${path}.contributionTiming`,
      ['month-end', 'month-start'] as const,
    ),
  };
}
