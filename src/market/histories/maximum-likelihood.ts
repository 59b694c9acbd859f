import { AptfolioError, checkInteger, checkObject, checkRange } from '../../errors/index.js';
import { crossProducts } from '../cross-products.js';
import { toRows } from '../matrix.js';
import { type AnnualisationOptions, centre, checkPeriodsPerYear, meanOf } from '../moments.js';
import { checkGappyReturns, type GappyReturns } from './gaps.js';
import { logLikelihood, type Moments } from './likelihood.js';
import { type MissingPattern, missingPatterns } from './patterns.js';
import { dependent, regress } from './regression.js';
import { smallestEigenvalue } from './smallest-eigenvalue.js';

export interface MaximumLikelihoodOptions extends AnnualisationOptions {
  /**
   * The iteration ends when no mean and no covariance changes by more, in standard deviations, and the smallest eigenvalue of the
   * correlations has settled: it falls by less than 1/(2n) of itself over n periods. From 1e-15 to 0.01, default 1e-10. The
   * answer's own distance is a multiple of it, the larger the more is missing.
   */
  readonly tolerance?: number;
  /** Default 10,000. */
  readonly maxIterations?: number;
}

/** The means and covariance under which the observed returns are most likely. */
export interface MaximumLikelihoodMoments {
  /** Times the rows per year. */
  readonly means: readonly number[];
  /** assets × assets, times the rows per year; positive definite but for assets that never vary. Divisors are n. */
  readonly covariance: readonly (readonly number[])[];
  /** How many rounds it took. */
  readonly iterations: number;
  /** Largest change of the last round, in standard deviations. */
  readonly change: number;
  /** Natural logarithm of the observed returns' density, assets that never vary left out. */
  readonly logLikelihood: number;
}

/**
 * Means and covariance of a panel with gaps anywhere: maximum likelihood under normality, by the EM algorithm.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; `null` is a gap. It uses every observed return, and
 * the covariance is one. It presumes that a return is not missing because of what it would have been. A complete panel gives the
 * plain means and (n − 1)/n times the sample covariance. Each round takes a factorisation for every pattern of gaps.
 *
 * Throws `no-convergence` when `maxIterations` do not suffice, `not-positive-definite` where returns are combinations of one another
 * or become so on the way, the likelihood growing without bound, and as `findGaps` does. That can happen where no more periods are
 * complete than there are assets. It shows in the smallest eigenvalue of the correlations, which falls by a share of at least 1/n a
 * round for ever, and is refused once that is below 1e-12. With so few complete periods a result is a maximum among its neighbours.
 *
 * Source: A. P. Dempster, N. M. Laird and D. B. Rubin, Maximum likelihood from incomplete data via the EM algorithm,
 * JRSS B 39 (1977); R. J. A. Little and D. B. Rubin, Statistical Analysis with Missing Data, 3rd ed. (2019), section 11.2.
 *
 * @example
 * ```ts
 * import { maximumLikelihoodMoments } from 'aptfolio/market';
 *
 * const rows = [[-1, null], [-1, null], [-1, null], [-1, null], [0, 1], [1, 1], [1, 3], [2, 3]];
 * const result = maximumLikelihoodMoments(rows, { tolerance: 1e-13 });
 * result.means; // => [0, 1]
 * result.covariance; // => [[1.25, 1.25], [1.25, 1.75]]
 * ```
 */
export function maximumLikelihoodMoments(
  returns: GappyReturns,
  options: MaximumLikelihoodOptions = {},
): MaximumLikelihoodMoments {
  const { columns } = checkGappyReturns(returns, 'returns', 2);
  const { tolerance = 1e-10, maxIterations = 10_000 } = checkObject(
    options,
    'options',
  ) as MaximumLikelihoodOptions;
  checkRange(tolerance, 'options.tolerance', { min: 1e-15, max: 0.01 });
  checkInteger(maxIterations, 'options.maxIterations', { min: 1, max: 1_000_000 });
  const periods = checkPeriodsPerYear(options);

  const patterns = missingPatterns(columns);
  let moments = firstGuess(columns);
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    const before = moments;
    const next = improve(before, columns, patterns);
    const change = largestChange(before, next);
    moments = next;
    if (change > tolerance || !hasSettled(before, next, columns[0]!.length)) continue;
    return Object.freeze({
      means: Object.freeze(Array.from(moments.means, (mean) => mean * periods + 0)),
      covariance: toRows(
        moments.covariance.map((value) => value * periods + 0),
        columns.length,
      ),
      iterations,
      change: change + 0,
      logLikelihood: logLikelihood(moments, columns, patterns),
    });
  }
  const expected = `changes of at most ${tolerance} within ${maxIterations} rounds`;
  throw new AptfolioError('no-convergence', 'returns', expected);
}

/** Each asset's own mean and variance, no correlations. */
function firstGuess(columns: readonly Float64Array[]): Moments {
  const size = columns.length;
  const covariance = new Float64Array(size * size);
  const means = Float64Array.from(columns, (column, asset) => {
    const observed = column.filter((value) => !Number.isNaN(value));
    covariance[asset * size + asset] = crossProducts([centre(observed)])[0]! / observed.length;
    return meanOf(observed);
  });
  return { means, covariance };
}

/** One round: expects what is missing, given what is not, then takes the moments of the whole. */
function improve(
  { means, covariance }: Moments,
  columns: readonly Float64Array[],
  patterns: readonly MissingPattern[],
): Moments {
  const size = columns.length;
  const filled = columns.map((column) => column.slice());
  const uncertain = new Float64Array(size * size);
  for (const { observed, missing, rows } of patterns) {
    if (missing.length === 0) continue;
    const { coefficients, residual } = regress(covariance, size, observed, missing);
    for (const row of rows) {
      missing.forEach((asset, k) => {
        let value = means[asset]!;
        observed.forEach((other, l) => {
          const news = columns[other]![row]! - means[other]!;
          value += coefficients[k * observed.length + l]! * news;
        });
        filled[asset]![row] = value;
      });
    }
    missing.forEach((first, k) => {
      missing.forEach((second, l) => {
        uncertain[first * size + second]! += rows.length * residual[k * missing.length + l]!;
      });
    });
  }
  const n = columns[0]!.length;
  const sums = crossProducts(filled.map(centre));
  return {
    means: Float64Array.from(filled, meanOf),
    covariance: sums.map((sum, at) => (sum + uncertain[at]!) / n),
  };
}

/** Of a correlation's smallest eigenvalue that still falls, so little will become 0. */
const NEXT_TO_SINGULAR = 1e-12;

/**
 * Whether the smallest eigenvalue of the correlations stays where it is.
 *
 * Without a maximum, k ≥ 1 of the n rows lie in a plane from which the others' uncertainty vanishes, and a round takes k/n off the variance
 * across it, while the changes themselves become as small as one likes.
 */
function hasSettled(before: Moments, after: Moments, n: number): boolean {
  const [was, is] = [smallestEigenvalue(before), smallestEigenvalue(after)];
  if (was.value - is.value <= was.value / (2 * n)) return true;
  if (is.value < NEXT_TO_SINGULAR) throw dependent(is.asset);
  return false;
}

function largestChange(before: Moments, after: Moments): number {
  const size = after.means.length;
  const deviations = after.means.map((_, i) => Math.sqrt(after.covariance[i * size + i]!));
  let largest = 0;
  for (let i = 0; i < size; i++) {
    // An asset that never varies keeps its mean.
    if (deviations[i] === 0) continue;
    largest = Math.max(largest, Math.abs(after.means[i]! - before.means[i]!) / deviations[i]!);
    for (let j = 0; j <= i; j++) {
      if (deviations[j] === 0) continue;
      const moved = Math.abs(after.covariance[i * size + j]! - before.covariance[i * size + j]!);
      largest = Math.max(largest, moved / deviations[i]! / deviations[j]!);
    }
  }
  return largest;
}
