import { AptfolioError, checkObject, checkOneOf, checkRange } from '../../errors/index.js';
import { eigenSymmetric, neumaierSum, type SymmetricEigen } from '../../numerics/index.js';
import { correlationFromCovariance } from '../correlation.js';
import { type MatrixLike, toRows } from '../matrix.js';
import { spectralPart, toUnitDiagonal } from '../repair/spectrum.js';
import { findSignals, type SignalCount } from './marchenko-pastur.js';

const METHODS = ['constant-residual', 'targeted-shrinkage'] as const;

/** How a covariance is rid of what chance alone would show. */
export interface DenoiseOptions {
  /** Number of periods T that the covariance was estimated from; at least 1. */
  readonly observations: number;
  /**
   * `constant-residual` (the default): every noise eigenvalue becomes their mean. `targeted-shrinkage`:
   * only the correlations that the noise eigenvectors carry are shrunk, towards 0.
   */
  readonly method?: (typeof METHODS)[number];
  /** For `targeted-shrinkage`: the share of the noise's correlations that stays, from 0 (the default) to 1. */
  readonly alpha?: number;
  /** Variance σ² of the noise, above 0 and at most 1. By default what the largest eigenvalue leaves. */
  readonly noiseVariance?: number;
}

/** A covariance without its noise, and where the line was drawn. */
export interface DenoisedCovariance extends SignalCount {
  /** Assets × assets, with the variances of the one given. */
  readonly covariance: readonly (readonly number[])[];
  /** The eigenvalues of the correlations as given, largest first; one for each asset with any variance. */
  readonly eigenvalues: readonly number[];
}

/**
 * Takes out of a covariance what a sample of so few periods would show by chance.
 *
 * `covariance` is that of n assets, estimated from T periods; the eigenvalues are those of its correlations. Those above
 * the upper edge of the Marchenko–Pastur law, λ₊ = σ²·(1 + √(n/T))², are signals, the others noise. Unless
 * σ² is given it is 1 − λ₁/n, what the largest eigenvalue leaves, or 1 where that does not exceed
 * (1 + √(n/T))². An asset without variance stays as it is and is not one of the n.
 *
 * Throws as `checkCovariance` does and for options out of range.
 *
 * Source: M. López de Prado, Machine Learning for Asset Managers (2020), sections 2.4 and 2.5; σ² as in
 * L. Laloux, P. Cizeau, J.-P. Bouchaud and M. Potters, Noise dressing of financial correlation matrices,
 * Physical Review Letters 83 (1999), where the book fits a kernel density.
 *
 * @example
 * ```ts
 * import { denoiseCovariance } from 'aptfolio/market';
 *
 * const covariance = [[4, 1, 1], [1, 1, 0.5], [1, 0.5, 1]];
 * const { eigenvalues, signals, noiseVariance, upperEdge } = denoiseCovariance(covariance, { observations: 48 });
 * eigenvalues; // => [2, 0.5, 0.5]
 * noiseVariance; // => 0.3333333333
 * upperEdge; // => 0.5208333333
 * signals; // => 1
 * ```
 */
export function denoiseCovariance(
  covariance: MatrixLike,
  options: DenoiseOptions,
): DenoisedCovariance {
  const { observations, method, alpha, noiseVariance } = checkOptions(options);
  const { volatility, correlation } = correlationFromCovariance(covariance);
  const size = volatility.length;
  const risky = [...volatility.keys()].filter((i) => volatility[i]! > 0);
  const n = risky.length;
  const given = Float64Array.from(risky.flatMap((i) => risky.map((j) => correlation[i]![j]!)));
  const eigen = eigenSymmetric(given, n);
  const eigenvalues = Object.freeze([...eigen.values].reverse());
  const found = findSignals(eigenvalues, observations, noiseVariance);
  const clean =
    method === 'constant-residual'
      ? constantResidual(given, eigen, found.signals)
      : targetedShrinkage(given, eigen, found.signals, alpha);
  const whole = new Float64Array(size * size);
  risky.forEach((i, row) => {
    // + 0 turns a negative zero into zero.
    risky.forEach((j, column) => {
      whole[i * size + j] = volatility[i]! * volatility[j]! * clean[row * n + column]! + 0;
    });
  });
  return Object.freeze({ covariance: toRows(whole, size), eigenvalues, ...found });
}

function checkOptions(options: DenoiseOptions) {
  checkObject(options, 'options');
  const method = checkOneOf(options.method ?? METHODS[0], 'options.method', METHODS);
  if (method === 'constant-residual' && options.alpha !== undefined) {
    const expected = 'no alpha where the method is not targeted-shrinkage';
    throw new AptfolioError('inconsistent', 'options.alpha', expected, options.alpha);
  }
  const variance = options.noiseVariance;
  return {
    observations: checkRange(options.observations, 'options.observations', { min: 1 }),
    method,
    alpha: checkRange(options.alpha ?? 0, 'options.alpha', { min: 0, max: 1 }),
    noiseVariance:
      variance === undefined
        ? undefined
        : checkRange(variance, 'options.noiseVariance', { exclusiveMin: 0, max: 1 }),
  };
}

/** Signals as they are, all other eigenvalues at their mean, and 1 on the diagonal again. */
function constantResidual(
  given: Float64Array,
  { values, vectors }: SymmetricEigen,
  signals: number,
): Float64Array<ArrayBuffer> {
  const size = values.length;
  const noise = values.subarray(0, size - signals);
  if (noise.length === 0) return Float64Array.from(given);
  const mean = Math.max(0, neumaierSum(noise) / noise.length);
  const matrix = spectralPart(
    vectors,
    values.map((value) => value - mean),
    noise.length,
  );
  for (let i = 0; i < size; i++) matrix[i * size + i]! += mean;
  return toUnitDiagonal(matrix, size);
}

/** The signals' correlations and the share alpha of the noise's. */
function targetedShrinkage(
  given: Float64Array,
  { values, vectors }: SymmetricEigen,
  signals: number,
  alpha: number,
): Float64Array<ArrayBuffer> {
  const size = values.length;
  const matrix = spectralPart(vectors, values, size - signals);
  for (let at = 0; at < matrix.length; at++) {
    matrix[at] = alpha * given[at]! + (1 - alpha) * matrix[at]!;
  }
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return matrix;
}
