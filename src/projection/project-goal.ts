import { checkObject } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import { type MonthlyGrowth, monthlyGrowth, terminalMoments } from './growth.js';
import { matchLognormal } from './lognormal.js';
import { type CheckedPlan, checkPlan, type GoalPlan } from './plan.js';
import { checkLevels, type Quantile } from './quantiles.js';

/** What the closed form says about wealth on the day the money is needed. */
export interface ClosedForm {
  /** Probability of at least the target, 0 to 1, if the money stays invested to the day. */
  readonly probability: number;
  /** Exact expected wealth. */
  readonly mean: number;
  /** Exact standard deviation of wealth. */
  readonly standardDeviation: number;
  /** Of the matched lognormal, in the order asked for. */
  readonly quantiles: readonly Quantile[];
  /** Expected amount by which the target is missed, the good outcomes counted as zero. */
  readonly expectedGap: number;
}

/** The projection of one goal. */
export interface GoalProjection {
  /**
   * `met`: today's money covers the target already; `missed`: the day has come and it does not;
   * `projected`: the day lies ahead.
   */
  readonly status: 'met' | 'missed' | 'projected';
  /** 1 if met, 0 if missed, else the closed form's probability. */
  readonly probability: number;
  readonly closedForm: ClosedForm;
  readonly monthlyGrowth: MonthlyGrowth;
  /** What is paid in until the day, today's money included. */
  readonly paidIn: number;
  /** How the closed form is made. */
  readonly method: 'lognormal-two-moments';
  readonly reasons: readonly Reason[];
}

/**
 * Projects a savings goal in closed form: exact moments, and the lognormal that has them.
 *
 * Each month's growth is lognormal, independent, and matched to the annual mean and standard
 * deviation. The first two moments of terminal wealth are exact; its distribution is approximated
 * by the lognormal with the same two moments (the classic treatment of a sum of lognormals, as
 * E. Lévy 1992 for Asian options). Success is wealth of at least the target.
 *
 * Nothing invested, no contribution, no volatility, no time left and a goal already met are plain
 * answers with a reason, not errors.
 *
 * @param plan the goal's money, time and assumptions.
 * @param options `quantiles`: levels between 0 and 1, by default 5, 25, 50, 75 and 95 %.
 * @throws AptfolioError for amounts below zero, returns of −100 % or less and whatever is not a number.
 *
 * @example
 * ```ts
 * import { projectGoal } from 'aptfolio/projection';
 *
 * const plan = {
 *   initial: 100, monthlyContribution: 0, months: 0,
 *   expectedReturn: 0.04, volatility: 0.1, target: 120,
 * };
 * projectGoal(plan).probability; // => 0
 * projectGoal({ ...plan, volatility: 0, months: 60 }).closedForm.mean; // => 121.6652902
 * projectGoal({ ...plan, volatility: 0, months: 60 }).probability; // => 1
 * ```
 */
export function projectGoal(
  plan: GoalPlan,
  options: { readonly quantiles?: readonly number[] } = {},
): GoalProjection {
  const checked = checkPlan(plan, 'plan');
  checkObject(options, 'options');
  const levels = checkLevels(options.quantiles, 'options.quantiles');
  const months = Math.max(0, checked.months);
  const moments = terminalMoments({ ...checked, months });
  const wealth = matchLognormal(moments);
  const closedForm: ClosedForm = Object.freeze({
    probability: wealth.probabilityOfAtLeast(checked.target),
    mean: moments.mean,
    standardDeviation: moments.standardDeviation,
    quantiles: Object.freeze(
      levels.map((level) => Object.freeze({ level, value: wealth.quantile(level) })),
    ),
    expectedGap: wealth.expectedGap(checked.target),
  });
  const status = statusOf(checked);
  return Object.freeze({
    status,
    probability: status === 'met' ? 1 : closedForm.probability,
    closedForm,
    monthlyGrowth: monthlyGrowth(checked.expectedReturn, checked.volatility),
    paidIn: checked.initial + checked.monthlyContribution * months,
    method: 'lognormal-two-moments',
    reasons: Object.freeze(reasonsFor(checked, status, closedForm.probability)),
  });
}

function statusOf(plan: CheckedPlan): GoalProjection['status'] {
  if (plan.initial >= plan.target) return 'met';
  return plan.months <= 0 ? 'missed' : 'projected';
}

function reasonsFor(
  plan: CheckedPlan,
  status: GoalProjection['status'],
  probability: number,
): Reason[] {
  const reasons: Reason[] = [];
  const amounts = { initial: plan.initial, target: plan.target };
  if (plan.months < 0) {
    reasons.push(makeReason('projection.date-past', 'warn', { months: -plan.months }));
  }
  if (plan.months <= 0) {
    const code = status === 'met' ? 'projection.reached' : 'projection.missed';
    reasons.push(makeReason(code, 'info', { ...amounts, gap: plan.target - plan.initial }));
    return reasons;
  }
  if (status === 'met') {
    reasons.push(makeReason('projection.already-met', 'info', { ...amounts, probability }));
  } else if (plan.initial === 0 && plan.monthlyContribution === 0) {
    reasons.push(makeReason('projection.nothing-invested', 'warn', amounts));
  } else if (plan.monthlyContribution === 0) {
    reasons.push(makeReason('projection.no-contribution', 'info', amounts));
  }
  if (plan.volatility === 0) reasons.push(makeReason('projection.no-uncertainty', 'warn'));
  reasons.push(makeReason('projection.no-promise', 'info', { probability }));
  return reasons;
}
