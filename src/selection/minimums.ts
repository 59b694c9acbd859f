import { type Fit, type FitProblem, type FitResult, fitProducts } from './fit.js';

/** The best fit that keeps every minimum, and how many fits were solved to prove it. */
export type MinimumsResult =
  | {
      readonly status: 'fit';
      readonly fit: Fit;
      /** The bounds within which the fit was found: each product off, or at least at its minimum, or undecided. */
      readonly problem: FitProblem;
      readonly examined: number;
    }
  | Exclude<FitResult, { readonly status: 'fit' }>;

/** Weights this small are rounding, not a purchase. */
const NO_WEIGHT = 1e-11;

/** Fits this close in tracking variance, or in fee, are equal and the next criterion decides. */
const EQUAL_VARIANCE = 1e-15;
const EQUAL_FEE = 1e-12;

/** Beyond this many fits the search ends without an answer, as none could be called the best. */
const MOST_FITS = 20_000;

/**
 * The best fit in which every product has no weight, or at least its minimum.
 *
 * All choices of "out" or "at least the minimum" are searched; a branch ends where even without the
 * remaining minimums it cannot be better than the best found, so the answer is exact.
 *
 * Source: A. H. Land and A. G. Doig, An automatic method of solving discrete programming problems,
 * Econometrica 28 (1960).
 */
export function fitWithMinimums(problem: FitProblem, minimums: Float64Array): MinimumsResult {
  let best: { readonly fit: Fit; readonly problem: FitProblem } | undefined;
  let examined = 0;
  const open: FitProblem[] = [problem];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    examined++;
    if (examined > MOST_FITS) return { status: 'no-convergence' };
    const result = fitProducts(current);
    if (result.status === 'no-convergence') return result;
    if (result.status === 'infeasible') continue;
    const fit = { ...result.fit, weights: settle(result.fit.weights, current) };
    if (best !== undefined && !isBetter(fit, best.fit)) continue;
    const short = fit.weights.findIndex((weight, i) => weight > 0 && weight < minimums[i]!);
    if (short < 0) {
      best = { fit, problem: current };
      continue;
    }
    const minimum = minimums[short]!;
    open.push({ ...current, upper: replaced(current.upper, short, 0) });
    if (minimum <= current.upper[short]!) {
      open.push({ ...current, lower: replaced(current.lower, short, minimum) });
    }
  }
  return best === undefined ? { status: 'infeasible' } : { status: 'fit', ...best, examined };
}

/** Puts weights that are at a bound but for rounding exactly there. */
function settle(weights: Float64Array, { lower, upper }: FitProblem): Float64Array {
  return weights.map((weight, i) => {
    if (weight - lower[i]! <= NO_WEIGHT) return lower[i]!;
    return upper[i]! - weight <= NO_WEIGHT ? upper[i]! : weight;
  });
}

function replaced(vector: Float64Array, i: number, value: number): Float64Array {
  const copy = vector.slice();
  copy[i] = value;
  return copy;
}

/** Less tracking variance, then a lower fee, then more weight in the lowest ids. */
function isBetter(fit: Fit, than: Fit): boolean {
  const variance = fit.trackingVariance - than.trackingVariance;
  if (Math.abs(variance) > EQUAL_VARIANCE) return variance < 0;
  const fee = fit.fee - than.fee;
  if (Math.abs(fee) > EQUAL_FEE) return fee < 0;
  for (let i = 0; i < fit.weights.length; i++) {
    const weight = fit.weights[i]! - than.weights[i]!;
    if (Math.abs(weight) > NO_WEIGHT) return weight > 0;
  }
  return false;
}
