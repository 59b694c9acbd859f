import { AptfolioError, checkInteger, checkNumber, checkRange } from '../errors/index.js';

/** When to stop looking for a root. */
export interface BrentOptions {
  /** Largest distance from the root, in the unit of the argument, beyond the rounding of the argument itself. */
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** A root, or why there is none to report. */
export type BrentResult =
  | { readonly status: 'converged'; readonly root: number; readonly iterations: number }
  /** The function has the same sign at both ends, or is not a number there. */
  | { readonly status: 'not-bracketed' }
  /** The last estimate of the root, which is not to be used as one. */
  | { readonly status: 'no-convergence'; readonly estimate: number; readonly iterations: number };

/**
 * Finds a root of a continuous function between two points where its signs differ.
 *
 * Inverse quadratic interpolation guarded by bisection: it never leaves the bracket and never needs many
 * more steps than bisection would.
 *
 * Throws by path for ends that are not finite, a tolerance below 0 or less than one iteration.
 *
 * Source: R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4.
 *
 * @example
 * ```ts
 * import { brent } from './src/numerics/index.js';
 *
 * const result = brent((x) => x * x - 2, 0, 2, { tolerance: 1e-15, maxIterations: 100 });
 * result.status; // => 'converged'
 * result.root; // => 1.414213562373095
 * ```
 */
export function brent(
  f: (x: number) => number,
  low: number,
  high: number,
  options: BrentOptions,
): BrentResult {
  if (typeof f !== 'function') throw new AptfolioError('invalid-type', 'f', 'a function', f);
  const tolerance = checkRange(options.tolerance, 'options.tolerance', { min: 0 });
  const maxIterations = checkInteger(options.maxIterations, 'options.maxIterations', { min: 1 });
  let [a, b] = [checkNumber(low, 'low'), checkNumber(high, 'high')];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return converged(a, 0);
  if (fb === 0) return converged(b, 0);
  if (!(fa > 0 !== fb > 0) || Number.isNaN(fa) || Number.isNaN(fb)) {
    return Object.freeze({ status: 'not-bracketed' });
  }
  let [c, fc] = [a, fa];
  let step = b - a;
  let previous = step;
  for (let iterations = 0; iterations <= maxIterations; iterations++) {
    if (fb > 0 === fc > 0) {
      [c, fc] = [a, fa];
      step = b - a;
      previous = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const reach = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const middle = (c - b) / 2;
    if (fb === 0 || Math.abs(middle) <= reach) return converged(b, iterations);
    const trial = interpolated(a, b, c, fa, fb, fc);
    // Interpolation must stay inside the bracket and halve the step before the last.
    const useful =
      Math.abs(previous) >= reach &&
      Math.abs(fa) > Math.abs(fb) &&
      trial * middle > 0 &&
      Math.abs(trial) < Math.min(1.5 * Math.abs(middle) - reach / 2, Math.abs(previous) / 2);
    previous = useful ? step : middle;
    step = useful ? trial : middle;
    [a, fa] = [b, fb];
    b += Math.abs(step) > reach ? step : Math.sign(middle) * reach;
    fb = f(b);
    if (Number.isNaN(fb))
      return Object.freeze({ status: 'no-convergence', estimate: a, iterations });
  }
  return Object.freeze({ status: 'no-convergence', estimate: b, iterations: maxIterations });
}

function converged(root: number, iterations: number): BrentResult {
  return Object.freeze({ status: 'converged', root: root + 0, iterations });
}

/** The step from b by inverse quadratic interpolation, or by the secant while only two points differ. */
function interpolated(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  const p = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -p / ((q - 1) * (r - 1) * (s - 1)) || Number.NaN;
}
