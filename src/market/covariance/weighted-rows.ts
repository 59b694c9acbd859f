import { AptfolioError, checkInteger, checkObject, checkRange } from '../../errors/index.js';
import { power } from '../../numerics/index.js';

/** How fast weights fade: by a factor per row, or to one half after so many rows. */
export type DecayOptions =
  | {
      /** Weight of a row over that of the row after it, 0.001 to below 1. RiskMetrics: 0.94 for daily, 0.97 for monthly data. */
      readonly decay: number;
      readonly halfLife?: undefined;
    }
  | {
      /** Rows after which a weight is one half, 0.1 to 1,000,000: decay = ½^(1/halfLife). */
      readonly halfLife: number;
      readonly decay?: undefined;
    };

/** Exponential weights of rows, and how many equal ones they are worth. */
export interface ExponentialWeights {
  /** One per row, oldest first; they sum to 1. */
  readonly weights: readonly number[];
  readonly decay: number;
  /** Kish's 1 / Σw²: how many equally weighted rows would give a mean of the same precision. */
  readonly effectiveSampleSize: number;
}

/**
 * Exponentially fading weights: the last of n rows has (1 − λ)/(1 − λⁿ), each row before it λ times the weight of its successor.
 *
 * Throws `out-of-range` for a decay or half-life outside its range, `inconsistent` where both are given.
 *
 * Source: J. P. Morgan/Reuters, RiskMetrics Technical Document, 4th ed. (1996), section 5.2, which leaves out the division by
 * 1 − λⁿ; L. Kish, Survey Sampling (1965), for the effective sample size.
 *
 * @example
 * ```ts
 * import { exponentialWeights } from 'aptfolio/market';
 *
 * exponentialWeights(3, { decay: 0.5 });
 * // => { weights: [0.14285714285714285, 0.2857142857142857, 0.5714285714285714], decay: 0.5, effectiveSampleSize: 2.3333333333333335 }
 * ```
 */
export function exponentialWeights(rows: number, options: DecayOptions): ExponentialWeights {
  const n = checkInteger(rows, 'rows', { min: 1, max: 10_000_000 });
  const decay = checkDecay(options);
  const weights = weightsOf(n, decay);
  return Object.freeze({
    weights: Object.freeze([...weights]),
    decay,
    effectiveSampleSize: effectiveSampleSize(weights),
  });
}

/** Checks the options of decay and returns the decay factor. */
export function checkDecay(options: DecayOptions): number {
  const { decay, halfLife } = checkObject(options, 'options');
  if (halfLife === undefined) {
    return checkRange(decay, 'options.decay', { min: 0.001, exclusiveMax: 1 });
  }
  if (decay !== undefined) {
    throw new AptfolioError('inconsistent', 'options.halfLife', 'either decay or halfLife');
  }
  const rows = checkRange(halfLife, 'options.halfLife', { min: 0.1, max: 1_000_000 });
  return power(0.5, 1 / rows);
}

/** Normalised weights, oldest first. */
export function weightsOf(rows: number, decay: number): Float64Array {
  const weights = new Float64Array(rows);
  let total = 0;
  // From the smallest to the largest, which is the order that loses the least.
  for (let row = 0; row < rows; row++) {
    weights[row] = power(decay, rows - 1 - row);
    total += weights[row]!;
  }
  for (let row = 0; row < rows; row++) weights[row]! /= total;
  return weights;
}

/** Kish's 1 / Σw² of weights that sum to 1. */
export function effectiveSampleSize(weights: Float64Array): number {
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  return 1 / squares;
}

/** 1 − Σw² of weights that sum to 1, as Σ wᵢwⱼ over i ≠ j, so that nothing cancels where one weight is nearly all. */
export function spreadOf(weights: Float64Array): number {
  let before = 0;
  let spread = 0;
  for (const weight of weights) {
    spread += 2 * weight * before;
    before += weight;
  }
  return spread;
}
