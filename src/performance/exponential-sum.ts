import { AptfolioError } from '../errors/index.js';
import { brent, exp, log, neumaierSum } from '../numerics/index.js';

/** Terms of Σ aᵢ·e^(−x·tᵢ): times ascending and distinct, no coefficient zero. */
export interface ExponentialSum {
  readonly times: readonly number[];
  readonly coefficients: readonly number[];
}

/**
 * Finds every real root of a sum of exponentials, ascending.
 *
 * Such a sum has at most as many roots as its coefficients change sign (Laguerre's extension of
 * Descartes' rule). The proof is the algorithm: multiplied by e^(x·τ), with τ between the times of
 * one change, its derivative is a sum with one change less, and between two roots of the
 * derivative lies at most one root of the sum. So the recursion finds all of them, and misses none
 * as an iteration from a guess may.
 */
export function exponentialSumRoots(sum: ExponentialSum): readonly number[] {
  const change = firstSignChange(sum.coefficients);
  if (change === undefined) return [];
  const [low, high] = rootBounds(sum);
  const turning = exponentialSumRoots(derivativeAcross(sum, change)).filter(
    (x) => x > low && x < high,
  );
  return rootsBetween(sum, [low, ...turning, high]);
}

function firstSignChange(coefficients: readonly number[]): number | undefined {
  for (let i = 1; i < coefficients.length; i++) {
    if (coefficients[i - 1]! > 0 !== coefficients[i]! > 0) return i;
  }
  return undefined;
}

/** Outside these bounds the first or the last term alone outweighs all others. */
function rootBounds({ times, coefficients }: ExponentialSum): readonly [number, number] {
  const last = times.length - 1;
  const sizes = coefficients.map(Math.abs);
  const total = neumaierSum(sizes);
  const reach = (own: number, gap: number): number =>
    Math.max(0, log((total - own) / own)) / gap + 1;
  return [
    -reach(sizes[last]!, times[last]! - times[last - 1]!),
    reach(sizes[0]!, times[1]! - times[0]!),
  ];
}

function derivativeAcross(sum: ExponentialSum, change: number): ExponentialSum {
  const pivot = (sum.times[change - 1]! + sum.times[change]!) / 2;
  return {
    times: sum.times,
    coefficients: sum.coefficients.map((a, i) => a * (pivot - sum.times[i]!)),
  };
}

function rootsBetween(sum: ExponentialSum, knots: readonly number[]): readonly number[] {
  const roots: number[] = [];
  let before = signAt(sum, knots[0]!);
  for (let i = 1; i < knots.length; i++) {
    const sign = signAt(sum, knots[i]!);
    if (sign === 0) roots.push(knots[i]!);
    else if (before !== 0 && before !== sign) roots.push(root(sum, knots[i - 1]!, knots[i]!));
    before = sign;
  }
  return roots;
}

function root(sum: ExponentialSum, low: number, high: number): number {
  const result = brent((x) => balance(sum, x), low, high, { tolerance: 1e-15, maxIterations: 500 });
  if (result.status === 'converged') return result.root;
  throw new AptfolioError('no-convergence', 'flows', 'flows whose rate can be bracketed');
}

/** A turning point this near to zero, relative to its terms, is a double root within rounding. */
const TOUCHING = 4e-16;

function signAt(sum: ExponentialSum, x: number): -1 | 0 | 1 {
  const value = balance(sum, x);
  if (Math.abs(value) <= TOUCHING * sum.times.length) return 0;
  return value > 0 ? 1 : -1;
}

/** The sum over the sum of its terms' sizes, from −1 to 1: the same roots, and no overflow. */
function balance({ times, coefficients }: ExponentialSum, x: number): number {
  const exponents = times.map((t) => -x * t);
  const largest = Math.max(...exponents);
  const terms = coefficients.map((a, i) => a * exp(exponents[i]! - largest));
  return neumaierSum(terms) / neumaierSum(terms.map(Math.abs));
}
