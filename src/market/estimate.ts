import { type PlainDate, parsePlainDate } from '../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkText,
} from '../errors/index.js';
import { type CapitalMarketAssumptions, checkNames } from './assumptions.js';
import { correlationFromCovariance } from './correlation.js';
import {
  type AnnualisationOptions,
  checkPeriodsPerYear,
  checkReturns,
  covarianceOf,
  meansOf,
} from './moments.js';

/** A history of returns: one row per period, one column per asset. */
export interface ReturnHistory {
  /** The assets, each named once, in the order of the columns. */
  readonly assets: readonly string[];
  /** A label for each row, such as the year; none twice. */
  readonly periods: readonly (string | number)[];
  /** periods × assets, decimal fractions per period. */
  readonly returns: readonly (readonly number[] | Float64Array)[];
}

/** Whose estimate it is and for which day. */
export interface EstimateOptions extends AnnualisationOptions {
  /** The day for which the assumptions are made. */
  readonly asOf: PlainDate;
  /** Where the history comes from. */
  readonly source: string;
}

/**
 * Capital-market assumptions as the past had them: means, standard deviations and correlations of a history.
 *
 * Means are arithmetic, deviations and correlations those of the sample (n − 1); means and variances are
 * multiplied by the rows per year. At least two periods. Throws for a history whose parts do not match
 * and for any number that is missing or not finite.
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
  checkObject(options, 'options');
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const source = checkText(options.source, 'options.source');
  const perYear = checkPeriodsPerYear(options);
  const { volatility, correlation } = correlationFromCovariance(covarianceOf(columns, perYear));
  return Object.freeze({
    asOf,
    source,
    assetClasses,
    expectedReturn: meansOf(columns, perYear),
    volatility,
    correlation,
  });
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
