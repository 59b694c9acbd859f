import * as z from 'zod/mini';
import type { GoalPlan } from '../projection/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { nonNegative, number } from './primitives.js';

export const goalPlan: z.ZodMiniType<GoalPlan> = z.strictObject({
  initial: nonNegative,
  monthlyContribution: nonNegative,
  months: z.int(),
  expectedReturn: number.check(z.gt(-1)),
  volatility: nonNegative,
  target: nonNegative,
  contributionTiming: z.exactOptional(z.enum(['month-end', 'month-start'])),
});

/**
 * Checks the plan of a savings goal.
 *
 * @example
 * ```ts
 * import { parseGoalPlan } from 'aptfolio/schema';
 *
 * const plan = {
 *   initial: 100, monthlyContribution: 10, months: 24.5, expectedReturn: 0.03, volatility: 0.1, target: 400,
 * };
 * parseGoalPlan(plan); // => throws 'invalid-type', 'plan.months'
 * parseGoalPlan({ ...plan, months: 24 }).months; // => 24
 * ```
 */
export const parseGoalPlan: Parse<GoalPlan> = parser(goalPlan, 'plan');

/** Like `parseGoalPlan`, but returns the faults. */
export const safeParseGoalPlan: SafeParse<GoalPlan> = safeParser(goalPlan, 'plan');
