import { type PlainDate, parsePlainDate } from '../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkText,
  checkVector,
} from '../errors/index.js';
import { type CapitalMarketAssumptions, checkNames } from './assumptions.js';
import { correlationFromCovariance } from './correlation.js';
import {
  type CovarianceEstimator,
  estimateCovariance,
  estimateMeans,
  type MeanEstimator,
} from './estimators.js';
import { checkCovariance, type MatrixLike, toRows } from './matrix.js';
import { type AnnualisationOptions, checkPeriodsPerYear, checkReturns } from './moments.js';

/** A history of returns: one row per period, one column per asset. */
export interface ReturnHistory {
  /** The assets, each named once, in the order of the columns. */
  readonly assets: readonly string[];
  /** A label for each row, such as the year; none twice. */
  readonly periods: readonly (string | number)[];
  /** periods × assets, decimal fractions per period. */
  readonly returns: readonly (readonly number[] | Float64Array)[];
}

/** Whose assumptions they are and for which day. */
export interface AssumptionsOrigin {
  /** The day for which the assumptions are made. */
  readonly asOf: PlainDate;
  /** Where they come from. */
  readonly source: string;
}

/** Whose estimate it is, for which day, and how it is made. */
export interface EstimateOptions extends AssumptionsOrigin, AnnualisationOptions {
  /** Default `sample`. */
  readonly means?: MeanEstimator;
  /** Default `sample`. */
  readonly covariance?: CovarianceEstimator;
}

/**
 * Capital-market assumptions as the past had them: means, standard deviations and correlations of a history.
 *
 * Unless the options name other estimators, means are arithmetic, deviations and correlations those of the sample (n − 1). Means and
 * variances are multiplied by the rows per year. At least two periods. Throws for a history whose parts do not match,
 * for any number that is missing or not finite, and with path `options.means` or `options.covariance` for a function's
 * result that does not fit. For a history with gaps see `estimateMoments` and `assumptionsFromMoments`.
 *
 * @example
 * ```ts
 * import { estimateAssumptions } from 'aptfolio/market';
 *
 * const history = { assets: ['A', 'B'], periods: [2023, 2024, 2025], returns: [[0.1, 0.4], [0.2, 0.2], [0.3, 0]] };
 * const estimate = estimateAssumptions(history, { asOf: '2026-01-01', source: 'three made-up years' });
 * estimate.expectedReturn; // => [0.2, 0.2]
 * estimate.volatility; // => [0.1, 0.2]
 * estimate.correlation; // => [[1, -1], [-1, 1]]
 *
 * const recent = { kind: 'ewma', decay: 0.5 };
 * const faded = estimateAssumptions(history, { asOf: '2026-01-01', source: 'the same', means: recent, covariance: recent });
 * faded.expectedReturn; // => [0.24285714285714285, 0.11428571428571428]
 * ```
 */
export function estimateAssumptions(
  history: ReturnHistory,
  options: EstimateOptions,
): CapitalMarketAssumptions {
  checkObject(history, 'history');
  const assetClasses = checkNames(history.assets, 'history.assets');
  const columns = checkReturns(history.returns, 'history.returns', 2);
  if (columns.length !== assetClasses.length) {
    const expected = `a return for each of the ${assetClasses.length} assets`;
    throw new AptfolioError('length-mismatch', 'history.returns[0]', expected, [...columns]);
  }
  checkPeriods(history.periods, 'history.periods', history.returns.length);
  const perYear = checkPeriodsPerYear(options);
  const means = estimateMeans(options.means, history.returns, columns, perYear);
  const covariance = estimateCovariance(options.covariance, history.returns, columns, perYear);
  return assume(assetClasses, means, covariance, options);
}

/** Annual moments with the names of their assets. */
export interface NamedMoments {
  /** The assets, each named once; the other fields follow this order. */
  readonly assets: readonly string[];
  /** Annual, decimal fractions. */
  readonly means: readonly number[];
  /** assets × assets, annual; positive semi-definite. */
  readonly covariance: MatrixLike;
}

/**
 * Capital-market assumptions from annual moments, however those were made: of a history with gaps, shrunk, repaired, or a view.
 *
 * Throws for moments whose parts do not match, and as `checkCovariance` does for a covariance that is none.
 *
 * @example
 * ```ts
 * import { assumptionsFromMoments, estimateMoments } from 'aptfolio/market';
 *
 * const returns = [[0.1, null], [0.1, 0.4], [0.2, 0.2], [0.3, 0]];
 * const moments = estimateMoments(returns, { missing: 'complete-rows' });
 * const view = assumptionsFromMoments({ assets: ['A', 'B'], ...moments }, { asOf: '2026-01-01', source: 'three full years' });
 * view.volatility; // => [0.1, 0.2]
 * ```
 */
export function assumptionsFromMoments(
  moments: NamedMoments,
  origin: AssumptionsOrigin,
): CapitalMarketAssumptions {
  checkObject(moments, 'moments');
  const assets = checkNames(moments.assets, 'moments.assets');
  const means = checkVector(moments.means, 'moments.means', assets.length);
  const covariance = toRows(
    checkCovariance(moments.covariance, 'moments.covariance', assets.length),
    assets.length,
  );
  return assume(assets, Object.freeze([...means]), covariance, origin);
}

function assume(
  assetClasses: readonly string[],
  expectedReturn: readonly number[],
  covariance: readonly (readonly number[])[],
  origin: AssumptionsOrigin,
): CapitalMarketAssumptions {
  checkObject(origin, 'options');
  const asOf = parsePlainDate(origin.asOf, 'options.asOf');
  const source = checkText(origin.source, 'options.source');
  const { volatility, correlation } = correlationFromCovariance(covariance);
  return Object.freeze({ asOf, source, assetClasses, expectedReturn, volatility, correlation });
}

function checkPeriods(periods: unknown, path: string, rows: number): void {
  const labels = checkList<unknown>(periods, path);
  if (labels.length !== rows) {
    const expected = `a label for each of the ${rows} rows of returns`;
    throw new AptfolioError('length-mismatch', path, expected, labels);
  }
  const seen = new Set<string>();
  Array.from(labels).forEach((period, index) => {
    const label =
      typeof period === 'number'
        ? String(checkNumber(period, at(path, index)))
        : checkText(period, at(path, index));
    if (seen.has(label)) {
      throw new AptfolioError('duplicate-id', at(path, index), 'a period not named before', label);
    }
    seen.add(label);
  });
}
