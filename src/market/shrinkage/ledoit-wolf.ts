import { AptfolioError, at, checkOneOf, checkRange, checkVector } from '../../errors/index.js';
import { inner, largestSize } from '../../numerics/index.js';
import {
  type AnnualisationOptions,
  centre,
  checkPeriodsPerYear,
  checkReturns,
  RETURNS,
} from '../moments.js';
import { type CentredPanel, centredPanel, weightedRowSums } from './centred-panel.js';
import { constantCorrelation } from './constant-correlation.js';
import type { CovarianceTarget } from './covariance-target.js';
import { scaledIdentity } from './scaled-identity.js';
import { type ShrunkCovariance, shrinkCovariance, squaredDistance } from './shrunk-covariance.js';
import { singleFactor } from './single-factor.js';

const TARGETS = ['identity', 'constant-correlation', 'single-factor'] as const;

const DIVISORS = ['n', 'n-1'] as const;

/** What the sample is pulled towards, and how its rows follow one another. */
export interface LedoitWolfOptions extends AnnualisationOptions {
  /**
   * `identity` (the default): the average variance on the diagonal, 0 elsewhere. `constant-correlation`:
   * the sample's variances and its average correlation. `single-factor`: the sample's variances and the
   * covariances that one market explains.
   */
  readonly target?: (typeof TARGETS)[number];
  /** For `single-factor`: the market's return of each row. By default the equally weighted mean of the assets. */
  readonly market?: readonly number[] | Float64Array;
  /**
   * What sums over the n rows are divided by, throughout: `n` (the default), as in the papers and in
   * scikit-learn, or `n-1`, as in `sampleCovariance` and in the authors' programs since 2014.
   */
  readonly divisor?: (typeof DIVISORS)[number];
}

/**
 * Covariance of the assets' returns, shrunk towards a simple target by the share that is best on average.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; at least two rows. The
 * divisor is the number of rows unless `divisor` says otherwise; the result is multiplied by the rows per
 * year. Where sample and target are the same the shrinkage is 0.
 *
 * Throws as `sampleCovariance` does, `unknown-value` for another target or divisor, and for a market that
 * has not one finite return for each row, is not used or never moves.
 *
 * Source: O. Ledoit and M. Wolf, A well-conditioned estimator for large-dimensional covariance matrices,
 * Journal of Multivariate Analysis 88 (2004); Honey, I shrunk the sample covariance matrix, Journal of
 * Portfolio Management 30 (2004); Improved estimation of the covariance matrix of stock returns with an
 * application to portfolio selection, Journal of Empirical Finance 10 (2003).
 *
 * @example
 * ```ts
 * import { ledoitWolf } from 'aptfolio/market';
 *
 * const { covariance, shrinkage, target } = ledoitWolf([[2, 2], [-2, -2], [0, 0], [0, 0]]);
 * shrinkage; // => 0.5
 * target; // => [[2, 0], [0, 2]]
 * covariance; // => [[2, 1], [1, 2]]
 * ```
 */
export function ledoitWolf(
  returns: readonly (readonly number[] | Float64Array)[],
  options: LedoitWolfOptions = {},
): ShrunkCovariance {
  const columns = checkReturns(returns, 'returns', 2);
  const periodsPerYear = checkPeriodsPerYear(options);
  const divisor = checkOneOf(options.divisor ?? 'n', 'options.divisor', DIVISORS);
  const panel = centredPanel(columns, divisor === 'n' ? 0 : 1);
  const target = targetOf(panel, options);
  return shrinkCovariance(panel, target.matrix, intensity(panel, target), periodsPerYear);
}

function targetOf(panel: CentredPanel, options: LedoitWolfOptions): CovarianceTarget {
  const target = checkOneOf(options.target ?? 'identity', 'options.target', TARGETS);
  if (target === 'single-factor')
    return singleFactor(panel, marketOf(options, panel.columns[0]!.length));
  if (options.market !== undefined) {
    const expected = 'no market where the target is not single-factor';
    throw new AptfolioError('inconsistent', 'options.market', expected, options.market);
  }
  if (target === 'constant-correlation') return constantCorrelation(panel);
  return { matrix: scaledIdentity(panel), sharedError: 0 };
}

/** The market's deviations from its mean, at most 1. */
function marketOf({ market }: LedoitWolfOptions, rows: number): Float64Array | undefined {
  if (market === undefined) return undefined;
  const path = 'options.market';
  const returns = checkVector(market, path, rows);
  returns.forEach((value, row) => {
    checkRange(value, at(path, row), RETURNS);
  });
  const deviations = centre(returns);
  const unit = largestSize(deviations);
  if (unit === 0) {
    throw new AptfolioError('out-of-range', path, 'a market whose return is not always the same');
  }
  return deviations.map((value) => value / unit);
}

/** The share (π − ρ)/(γ·n), within 0 and 1. */
function intensity(
  { columns, divisor, covariance }: CentredPanel,
  target: CovarianceTarget,
): number {
  const distance = squaredDistance(covariance, target.matrix);
  if (distance === 0) return 0;
  const squares = columns.map((column) => column.map((value) => value * value));
  const lengths = weightedRowSums(squares, () => 1);
  const error = inner(lengths, lengths) / divisor - inner(covariance, covariance);
  return Math.min(1, Math.max(0, (error - target.sharedError) / distance / divisor)) + 0;
}
