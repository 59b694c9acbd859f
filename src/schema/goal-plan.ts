import * as z from 'zod/mini';
import type { ContributionSearch, GoalPlan, SimulationOptions } from '../projection/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { count, nonNegative, number, probability } from './primitives.js';

const searchFields = {
  initial: nonNegative,
  months: z.int(),
  expectedReturn: number.check(z.gt(-1)),
  volatility: nonNegative,
  target: nonNegative,
  contributionTiming: z.exactOptional(z.enum(['month-end', 'month-start'])),
};

export const goalPlan: z.ZodMiniType<GoalPlan> = z.strictObject({
  ...searchFields,
  monthlyContribution: nonNegative,
});

export const contributionSearch: z.ZodMiniType<ContributionSearch> = z.strictObject({
  ...searchFields,
  probability,
});

export const simulationOptions: z.ZodMiniType<SimulationOptions> = z.strictObject({
  paths: z.int().check(z.minimum(2), z.maximum(1_000_000)),
  seed: count,
  quantiles: z.exactOptional(z.array(probability)),
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

/**
 * Checks a goal whose monthly contribution is looked for by `contributionForProbability`.
 *
 * @example
 * ```ts
 * import { parseContributionSearch } from 'aptfolio/schema';
 *
 * const search = {
 *   initial: 100, months: 24, expectedReturn: 0.03, volatility: 0.1, target: 400, probability: 0.75,
 * };
 * parseContributionSearch(search).probability; // => 0.75
 * parseContributionSearch({ ...search, probability: 75 }); // => throws 'out-of-range', 'search.probability'
 * ```
 */
export const parseContributionSearch: Parse<ContributionSearch> = parser(
  contributionSearch,
  'search',
);

/** Like `parseContributionSearch`, but returns the faults. */
export const safeParseContributionSearch: SafeParse<ContributionSearch> = safeParser(
  contributionSearch,
  'search',
);

/**
 * Checks how `simulate` is to draw.
 *
 * @example
 * ```ts
 * import { parseSimulationOptions } from 'aptfolio/schema';
 *
 * parseSimulationOptions({ paths: 20000, seed: 7 }).seed; // => 7
 * parseSimulationOptions({ paths: 20000 }); // => throws 'missing-value', 'options.seed'
 * ```
 */
export const parseSimulationOptions: Parse<SimulationOptions> = parser(
  simulationOptions,
  'options',
);

/** Like `parseSimulationOptions`, but returns the faults. */
export const safeParseSimulationOptions: SafeParse<SimulationOptions> = safeParser(
  simulationOptions,
  'options',
);
