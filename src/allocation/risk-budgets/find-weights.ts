import { brent, exp, neumaierSum } from '../../numerics/index.js';
import { minimiseBarrier } from './log-barrier.js';
import type { CompiledRiskBudget } from './risk-budget-problem.js';

/** What looking for weights came to. */
export type WeightSearch =
  | {
      readonly status: 'found';
      readonly weights: Float64Array<ArrayBuffer>;
      /** λ: the contribution wᵢ(Σw)ᵢ per unit of risk budget of every asset between its bounds. */
      readonly multiplier: number;
      readonly iterations: number;
    }
  /** These assets can be combined, long only, into a portfolio whose risk is nothing but rounding. */
  | { readonly status: 'risks-cancel'; readonly members: readonly number[] }
  /** For no λ do the weights come down to the budget. */
  | { readonly status: 'out-of-reach' }
  | { readonly status: 'not-found' };

/**
 * Finds the weights x(λ) that minimise ½x'Σx − λ Σ bᵢ ln xᵢ between the bounds, with the λ for which they sum to the budget.
 *
 * Without bounds λ only scales x, so that one minimisation is enough; with bounds λ is a root of Σx(λ) = budget.
 */
export function findWeights(problem: CompiledRiskBudget): WeightSearch {
  const free = findWithoutBounds(problem);
  if (free.status === 'found' && isWithinBounds(problem, free.weights)) return free;
  return isBounded(problem) ? findWithinBounds(problem, free) : free;
}

/**
 * Correlated like this, weights times volatilities sum to more than this only if the portfolio's variance is below
 * 1e-10 of that sum squared: what a covariance may be off by.
 */
const CANCELLED = 1e5;

/** The solution that ignores floors and ceilings, but for assets that have to be left out. */
function findWithoutBounds(problem: CompiledRiskBudget): WeightSearch {
  const { covariance, budgets, upper, total } = problem;
  const size = budgets.length;
  const deviations = budgets.map((_, i) => Math.sqrt(covariance[i * size + i]!));
  const isHeld = (i: number) => budgets[i]! > 0 && upper[i]! > 0;
  if (deviations.some((deviation, i) => deviation === 0 && isHeld(i))) return NOT_FOUND;
  const { x, iterations } = minimiseBarrier(
    {
      covariance,
      budgets,
      lower: new Float64Array(size),
      upper: deviations.map((deviation, i) => (isHeld(i) ? CANCELLED / deviation : 0)),
    },
    1,
    deviations.map((deviation, i) => (isHeld(i) ? Math.sqrt(budgets[i]!) / deviation : 0)),
  );
  const risks = x.map((value, i) => value * deviations[i]!);
  const largest = risks.reduce((most, risk) => Math.max(most, risk), 0);
  if (largest >= CANCELLED / 2) {
    const members = [...risks.keys()].filter((i) => risks[i]! > CANCELLED / 1000);
    return { status: 'risks-cancel', members };
  }
  const sum = neumaierSum(x);
  const weights = x.map((value) => (value / sum) * total);
  const scale = total / sum;
  return { status: 'found', weights, multiplier: scale * scale, iterations };
}

const NOT_FOUND: WeightSearch = Object.freeze({ status: 'not-found' });
const OUT_OF_REACH: WeightSearch = Object.freeze({ status: 'out-of-reach' });

function isWithinBounds({ lower, upper }: CompiledRiskBudget, weights: Float64Array): boolean {
  return weights.every((weight, i) => weight >= lower[i]! && weight <= upper[i]!);
}

/** Whether a floor above 0 or a ceiling that leaves something to hold is in the way. */
function isBounded({ lower, upper, total }: CompiledRiskBudget): boolean {
  return lower.some((min) => min > 0) || upper.some((max) => max > 0 && max < total);
}

/** ln 16, by which a search for λ goes on until the budget lies between two sums. */
const STRIDE = 2.772588722239781;
/** Within so many strides above the place where the search began λ is as good as infinite. */
const MAX_STRIDES = 40;
/** So many strides below it λ is 0 but for rounding. */
const MIN_STRIDES = -12;
/** Where that finds nothing, every stride is looked at again in this many steps. */
const STEPS = 4;
const ROUNDING = 1e-15;
/** The conditions of a minimum, in units of the risk that is divided, hold to this or it was not found. */
const SETTLED = 1e-9;

function findWithinBounds(problem: CompiledRiskBudget, free: WeightSearch): WeightSearch {
  const { covariance, budgets, lower, total } = problem;
  // No weight exceeds the budget at the root; the cap keeps what is elsewhere finite.
  const barrier = { ...problem, upper: problem.upper.map((max) => Math.min(max, 2 * total)) };
  const start =
    free.status === 'found' ? free.multiplier : meanVariance(covariance) * total * total;
  let x = free.status === 'found' ? free.weights : lower.map(() => total / budgets.length);
  let iterations = 0;
  let allSettled = true;
  const excess = (logarithm: number): number => {
    const minimum = minimiseBarrier(barrier, start * exp(logarithm), x);
    x = minimum.x;
    iterations += minimum.iterations;
    allSettled &&= minimum.residual * Math.min(1, exp(logarithm)) <= SETTLED;
    const over = neumaierSum(x) - total;
    return Math.abs(over) <= ROUNDING * total ? 0 : over;
  };
  const bracket = bracketRoot(excess);
  if (bracket === undefined) return allSettled ? OUT_OF_REACH : NOT_FOUND;
  const found = brent(excess, bracket.low, bracket.high, { tolerance: 1e-15, maxIterations: 200 });
  if (found.status !== 'converged') return NOT_FOUND;
  excess(found.root);
  return { status: 'found', weights: x, multiplier: start * exp(found.root), iterations };
}

function meanVariance(covariance: Float64Array): number {
  const size = Math.round(Math.sqrt(covariance.length));
  let sum = 0;
  for (let i = 0; i < size; i++) sum += covariance[i * size + i]!;
  return sum / size;
}

interface Bracket {
  readonly low: number;
  readonly high: number;
}

/** Two neighbours on the scale of ln λ between which the sum of the weights passes the budget. */
function bracketRoot(excess: (logarithm: number) => number): Bracket | undefined {
  // For a large λ every weight is at its ceiling, so that a search upwards always ends.
  if (excess(0) <= 0) return walk(excess, 0, MAX_STRIDES * STRIDE, STRIDE);
  const bottom = MIN_STRIDES * STRIDE;
  // Where assets hedge each other the sum need not rise with λ, and may dip below the budget within a stride.
  return walk(excess, 0, bottom, -STRIDE) ?? walk(excess, 2 * STRIDE, bottom, -STRIDE / STEPS);
}

/** The first step within which the excess becomes at least 0 on the way up, or at most 0 on the way down. */
function walk(
  excess: (logarithm: number) => number,
  from: number,
  to: number,
  step: number,
): Bracket | undefined {
  const count = Math.round((to - from) / step);
  for (let k = 1; k <= count; k++) {
    const here = from + k * step;
    if (excess(here) * step < 0) continue;
    return { low: Math.min(here, here - step), high: Math.max(here, here - step) };
  }
  return undefined;
}
