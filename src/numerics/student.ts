import { checkNumber, checkRange } from '../errors/index.js';
import { betaFactor, incompleteBeta } from './beta.js';
import { invertOnLogScale } from './invert.js';
import { log } from './log.js';
import { normalQuantile } from './normal.js';

/**
 * The distribution function of Student's t: the probability of a value up to t.
 *
 * `degreesOfFreedom` is above 0 and need not be whole; otherwise throws by path.
 *
 * Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.7.1.
 *
 * @example
 * ```ts
 * import { studentTCdf } from './src/numerics/index.js';
 *
 * studentTCdf(1, 1); // => 0.75
 * ```
 */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  checkNumber(t, 't');
  checkRange(degreesOfFreedom, 'degreesOfFreedom', { exclusiveMin: 0 });
  if (Math.abs(t) < 0.5) return 0.5 + Math.sign(t) * centre(Math.abs(t), degreesOfFreedom);
  const tail = upperTail(Math.abs(t), degreesOfFreedom);
  return t < 0 ? tail : 1 - tail;
}

/** P(0 < T ≤ t). */
function centre(t: number, df: number): number {
  const { near, far } = shares(t, df);
  return incompleteBeta(far, near, 0.5, df / 2) / 2;
}

/** P(T > t) for t ≥ 0. */
function upperTail(t: number, df: number): number {
  const { near, far } = shares(t, df);
  return incompleteBeta(near, far, df / 2, 0.5) / 2;
}

/** df/(df + t²) and t²/(df + t²). */
function shares(t: number, df: number): { readonly near: number; readonly far: number } {
  const ratio = t / Math.sqrt(df);
  if (ratio > 1)
    return { near: 1 / ratio / ratio / (1 + 1 / ratio / ratio), far: 1 / (1 + 1 / ratio / ratio) };
  return { near: 1 / (1 + ratio * ratio), far: (ratio * ratio) / (1 + ratio * ratio) };
}

/**
 * The value up to which a Student's t variable stays with probability p, above 0 and below 1.
 *
 * Throws by path for a p or degrees of freedom out of range.
 *
 * @example
 * ```ts
 * import { studentTQuantile } from './src/numerics/index.js';
 *
 * studentTQuantile(0.975, 10); // => 2.2281388519649385
 * ```
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  checkRange(p, 'p', { exclusiveMin: 0, exclusiveMax: 1 });
  const df = checkRange(degreesOfFreedom, 'degreesOfFreedom', { exclusiveMin: 0 });
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? p : 1 - p;
  const size = tail < 0.25 ? fromTail(tail, df) : fromCentre(0.5 - tail, df);
  return p < 0.5 ? -size : size;
}

function fromTail(tail: number, df: number): number {
  const aim = log(tail);
  return invertOnLogScale(-normalQuantile(tail), Number.POSITIVE_INFINITY, (t) => {
    const value = upperTail(t, df);
    if (value === 0) return { gap: Number.POSITIVE_INFINITY, slope: Number.NaN };
    return { gap: aim - log(value), slope: slopeAt(t, df) / value };
  });
}

function fromCentre(part: number, df: number): number {
  const aim = log(part);
  return invertOnLogScale(-normalQuantile(0.5 - part), Number.POSITIVE_INFINITY, (t) => {
    const value = centre(t, df);
    return { gap: log(value) - aim, slope: slopeAt(t, df) / value };
  });
}

/** t times the density at t. */
function slopeAt(t: number, df: number): number {
  const { near, far } = shares(t, df);
  return betaFactor(near, far, df / 2, 0.5);
}
