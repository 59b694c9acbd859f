import { AptfolioError, checkObject, checkOneOf } from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';
import { crossProducts } from '../cross-products.js';
import { toRows } from '../matrix.js';
import { type AnnualisationOptions, checkPeriodsPerYear, checkReturns } from '../moments.js';
import {
  checkDecay,
  type DecayOptions,
  effectiveSampleSize,
  spreadOf,
  weightsOf,
} from './weighted-rows.js';

export type EwmaMeanOptions = DecayOptions & AnnualisationOptions;

/**
 * Exponentially weighted mean return of each asset, times the rows per year: Σ w_t·r_t with the weights of `exponentialWeights`.
 *
 * `returns` has one row per period, oldest first, and one column per asset, decimal fractions. Throws as `meanReturns` does.
 *
 * @example
 * ```ts
 * import { ewmaMeans } from 'aptfolio/market';
 *
 * ewmaMeans([[0.07, 0], [0, 0.07], [0.07, 0.07]], { decay: 0.5 }); // => [0.05, 0.06]
 * ```
 */
export function ewmaMeans(
  returns: readonly (readonly number[] | Float64Array)[],
  options: EwmaMeanOptions,
): readonly number[] {
  const columns = checkReturns(returns, 'returns', 1);
  const weights = weightsOf(columns[0]!.length, checkDecay(options));
  const periods = checkPeriodsPerYear(options);
  return Object.freeze(columns.map((column) => weightedMean(column, weights) * periods + 0));
}

/** How the deviations are taken, and how their weighted squares become a covariance. */
export type EwmaDeviationOptions =
  | {
      /** `zero`: returns themselves, as RiskMetrics has it; daily means are too small to estimate. No correction is due. */
      readonly mean: 'zero';
      readonly bias?: undefined;
    }
  | {
      /** `weighted` (the default): deviations from the weighted mean. */
      readonly mean?: 'weighted';
      /** `corrected` (the default): divided by 1 − Σw², unbiased for independent rows. `kept`: not divided. */
      readonly bias?: 'corrected' | 'kept';
    };

export type EwmaCovarianceOptions = DecayOptions & EwmaDeviationOptions & AnnualisationOptions;

/** An exponentially weighted covariance. */
export interface EwmaCovariance {
  /** assets × assets, times the rows per year; positive semi-definite. */
  readonly covariance: readonly (readonly number[])[];
  /** Weighted means, times the rows per year. Those that were subtracted unless `mean` is `zero`. */
  readonly means: readonly number[];
  readonly decay: number;
  /** Kish's 1 / Σw²: below the number of assets the covariance is hardly more than noise. */
  readonly effectiveSampleSize: number;
}

/**
 * Exponentially weighted covariance: Σ w_t·(r_t − m)(r_t − m)' with the weights of `exponentialWeights`.
 *
 * `returns` has one row per period, oldest first, and one column per asset, decimal fractions; at least two rows, with a mean of `zero` one.
 *
 * Throws as `sampleCovariance` and `exponentialWeights` do; `inconsistent` for a `bias` where nothing is subtracted.
 *
 * Source: J. P. Morgan/Reuters, RiskMetrics Technical Document, 4th ed. (1996), section 5.2; the correction is that of
 * reliability weights, as in pandas' `ewm(…).cov(bias=False)`.
 *
 * @example
 * ```ts
 * import { ewmaCovariance } from 'aptfolio/market';
 *
 * const rows = [[0.07, 0], [0, 0.07], [0.07, 0.07]];
 * ewmaCovariance(rows, { decay: 0.5, mean: 'zero' }).covariance; // => [[0.0035, 0.0028], [0.0028, 0.0042]]
 * ewmaCovariance(rows, { decay: 0.5, bias: 'kept' }).covariance; // => [[0.001, -0.0002], [-0.0002, 0.0006]]
 * ewmaCovariance(rows, { decay: 0.5 }).covariance; // => [[0.00175, -0.00035], [-0.00035, 0.00105]]
 * ```
 */
export function ewmaCovariance(
  returns: readonly (readonly number[] | Float64Array)[],
  options: EwmaCovarianceOptions,
): EwmaCovariance {
  const decay = checkDecay(options);
  const periods = checkPeriodsPerYear(options);
  const { fromZero, corrected } = checkMean(options);
  const columns = checkReturns(returns, 'returns', fromZero ? 1 : 2);
  const weights = weightsOf(columns[0]!.length, decay);
  const means = columns.map((column) => weightedMean(column, weights));
  const roots = weights.map(Math.sqrt);
  const sums = crossProducts(
    columns.map((column, asset) => {
      const mean = fromZero ? 0 : means[asset]!;
      return column.map((value, row) => roots[row]! * (value - mean));
    }),
  );
  const divisor = corrected ? spreadOf(weights) : 1;
  return Object.freeze({
    covariance: toRows(
      sums.map((sum) => (sum / divisor) * periods + 0),
      columns.length,
    ),
    means: Object.freeze(means.map((mean) => mean * periods + 0)),
    decay,
    effectiveSampleSize: effectiveSampleSize(weights),
  });
}

function checkMean(options: EwmaCovarianceOptions) {
  const given = checkObject(options, 'options');
  const mean = checkOneOf(given.mean ?? 'weighted', 'options.mean', ['weighted', 'zero']);
  const fromZero = mean === 'zero';
  if (fromZero && given.bias !== undefined) {
    const expected = 'no bias where the mean is zero: there is nothing to correct';
    throw new AptfolioError('inconsistent', 'options.bias', expected);
  }
  const bias = checkOneOf(given.bias ?? 'corrected', 'options.bias', ['corrected', 'kept']);
  return { fromZero, corrected: !fromZero && bias === 'corrected' };
}

/** Exact where all values are equal, although the weights sum to 1 only but for rounding. */
function weightedMean(column: Float64Array, weights: Float64Array): number {
  if (column.every((value) => value === column[0])) return column[0]!;
  return neumaierSum(column.map((value, row) => weights[row]! * value));
}
