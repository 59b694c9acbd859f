import { checkInteger, checkObject } from '../errors/index.js';
import { createRandom, exp, neumaierSum } from '../numerics/index.js';
import { type Interval, wilsonInterval } from '../statistics/index.js';
import { monthlyGrowth } from './growth.js';
import { type CheckedPlan, checkPlan, type GoalPlan } from './plan.js';
import { checkLevels, type Quantile } from './quantiles.js';

/** How to simulate. */
export interface SimulationOptions {
  /** Number of independent paths, 2 to 1,000,000. */
  readonly paths: number;
  /** Whole number of at least 0 that starts the generator: same seed, same result on every engine. */
  readonly seed: number;
  /** Levels of the fan's quantiles, by default 5, 25, 50, 75 and 95 %. */
  readonly quantiles?: readonly number[];
}

/** The simulated quantiles of wealth after so many months. */
export interface FanStep {
  /** Months from today: 0, 12, 24, … and the last month. */
  readonly month: number;
  readonly quantiles: readonly Quantile[];
}

/** What the simulated paths show, with the uncertainty of the simulation itself. */
export interface Simulation {
  /** Share of paths that end with at least the target. */
  readonly probability: number;
  /** Wilson 95 % interval of that share: it narrows with more paths, it is not market risk. */
  readonly probabilityInterval: Interval;
  readonly mean: number;
  readonly standardDeviation: number;
  /** Of the mean: standard deviation over √paths. */
  readonly standardError: number;
  readonly fan: readonly FanStep[];
  /** The generator's name. */
  readonly generator: string;
  readonly seed: number;
  readonly paths: number;
}

/**
 * Simulates a savings goal month by month with a named, seeded generator.
 *
 * The model is that of `projectGoal` (independent lognormal months matched to the annual mean and
 * standard deviation), without its approximation: what the two differ by beyond the standard error
 * is the error of the closed form.
 *
 * @throws AptfolioError for a plan `projectGoal` would refuse, and for paths or a seed out of range.
 *
 * @example
 * ```ts
 * import { simulate } from 'aptfolio/projection';
 *
 * const plan = {
 *   initial: 100, monthlyContribution: 10, months: 24,
 *   expectedReturn: 0, volatility: 0, target: 340,
 * };
 * const result = simulate(plan, { paths: 100, seed: 7 });
 * result.mean; // => 340
 * result.probability; // => 1
 * result.fan.map((step) => step.month); // => [0, 12, 24]
 * ```
 */
export function simulate(plan: GoalPlan, options: SimulationOptions): Simulation {
  const checked = checkPlan(plan, 'plan');
  checkObject(options, 'options');
  const paths = checkInteger(options.paths, 'options.paths', { min: 2, max: 1_000_000 });
  const seed = checkInteger(options.seed, 'options.seed', { min: 0 });
  const levels = checkLevels(options.quantiles, 'options.quantiles');

  const { generator, fan, terminal } = walk(checked, paths, seed, levels);
  const successes = terminal.filter((value) => value >= checked.target).length;
  const mean = neumaierSum(terminal) / paths;
  const spread = neumaierSum(terminal.map((value) => (value - mean) * (value - mean)));
  const standardDeviation = Math.sqrt(spread / (paths - 1));
  return Object.freeze({
    probability: successes / paths,
    probabilityInterval: wilsonInterval(successes, paths),
    mean,
    standardDeviation,
    standardError: standardDeviation / Math.sqrt(paths),
    fan: Object.freeze(fan),
    generator,
    seed,
    paths,
  });
}

/** Takes all paths from month to month, so that only one month's wealth is held at a time. */
function walk(
  plan: CheckedPlan,
  paths: number,
  seed: number,
  levels: readonly number[],
): { readonly generator: string; readonly fan: FanStep[]; readonly terminal: Float64Array } {
  const random = createRandom(seed);
  const { logMean, logStandardDeviation } = monthlyGrowth(plan.expectedReturn, plan.volatility);
  const atStart = plan.contributionTiming === 'month-start' ? plan.monthlyContribution : 0;
  const atEnd = plan.monthlyContribution - atStart;
  const wealth = new Float64Array(paths).fill(plan.initial);
  const fan = [fanStep(0, wealth, levels)];
  for (let month = 1; month <= plan.months; month++) {
    for (let path = 0; path < paths; path++) {
      const growth = exp(logMean + logStandardDeviation * random.normal());
      wealth[path] = (wealth[path]! + atStart) * growth + atEnd;
    }
    if (month % 12 === 0 || month === plan.months) fan.push(fanStep(month, wealth, levels));
  }
  return { generator: random.name, fan, terminal: wealth };
}

function fanStep(month: number, wealth: Float64Array, levels: readonly number[]): FanStep {
  const sorted = Float64Array.from(wealth).sort();
  const quantiles = levels.map((level) => Object.freeze({ level, value: ofSorted(sorted, level) }));
  return Object.freeze({ month, quantiles: Object.freeze(quantiles) });
}

/** Type 7 of Hyndman and Fan, as everywhere in this library, without sorting anew for each level. */
function ofSorted(sorted: Float64Array, level: number): number {
  const position = level * (sorted.length - 1);
  const index = Math.floor(position);
  const below = sorted[index]!;
  const above = sorted[index + 1] ?? below;
  return below + (position - index) * (above - below);
}
