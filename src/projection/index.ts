export {
  type ContributionResult,
  type ContributionSearch,
  contributionForProbability,
} from './contribution.js';
export type { MonthlyGrowth } from './growth.js';
export { projectionMessages } from './messages.js';
export type { GoalPlan } from './plan.js';
export { type ClosedForm, type GoalProjection, projectGoal } from './project-goal.js';
export type { Quantile } from './quantiles.js';
export { type FanStep, type Simulation, type SimulationOptions, simulate } from './simulate.js';
