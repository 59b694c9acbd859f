import { AptfolioError, at, checkObject, checkOneOf, checkVector } from '../errors/index.js';
import {
  type EwmaDeviationOptions,
  ewmaCovariance,
  ewmaMeans,
} from './covariance/weighted-covariance.js';
import type { DecayOptions } from './covariance/weighted-rows.js';
import { checkCovariance, type MatrixLike, toRows } from './matrix.js';
import { covarianceOf, meansOf } from './moments.js';

/** A panel of returns as an estimator takes it: periods × assets, decimal fractions per period. */
export type ReturnPanel = readonly (readonly number[] | Float64Array)[];

type Means = readonly number[] | Float64Array;

type Rows = readonly (readonly number[])[];

/**
 * How means are estimated: `sample`, exponential weights, or a function from the panel to one mean per asset or to a result that has
 * them as its `expectedReturn`, as `jamesSteinReturns` has. The function's means are per period; `periodsPerYear` annualises them like the others.
 */
export type MeanEstimator =
  | 'sample'
  | ({ readonly kind: 'ewma' } & DecayOptions)
  | ((returns: ReturnPanel) => Means | { readonly expectedReturn: Means });

/**
 * How the covariance is estimated: `sample`, exponential weights, or a function from the panel to a matrix (assets × assets) or to a
 * result that has one as its `covariance`. The function's covariance is per period; `periodsPerYear` annualises it like the others.
 */
export type CovarianceEstimator =
  | 'sample'
  | ({ readonly kind: 'ewma' } & DecayOptions & EwmaDeviationOptions)
  | ((returns: ReturnPanel) => MatrixLike | { readonly covariance: MatrixLike });

/** Annual means of a checked panel, of which `columns` are the columns. */
export function estimateMeans(
  estimator: MeanEstimator | undefined,
  returns: ReturnPanel,
  columns: readonly Float64Array[],
  periodsPerYear: number,
): readonly number[] {
  if (estimator === undefined || estimator === 'sample') return meansOf(columns, periodsPerYear);
  if (typeof estimator === 'function') {
    const means = checkVector(meansIn(estimator(returns)), 'options.means', columns.length);
    return Object.freeze(Array.from(means, (mean) => mean * periodsPerYear + 0));
  }
  const options = checkKind(estimator, 'options.means');
  return under('options.means', () => ewmaMeans(returns, { ...options, periodsPerYear }));
}

/** Annual covariance of a checked panel, of which `columns` are the columns. */
export function estimateCovariance(
  estimator: CovarianceEstimator | undefined,
  returns: ReturnPanel,
  columns: readonly Float64Array[],
  periodsPerYear: number,
): Rows {
  if (estimator === undefined || estimator === 'sample') {
    return covarianceOf(columns, periodsPerYear);
  }
  if (typeof estimator === 'function') {
    const matrix = matrixIn(estimator(returns));
    const checked = checkCovariance(matrix, 'options.covariance', columns.length);
    return toRows(
      checked.map((value) => value * periodsPerYear + 0),
      columns.length,
    );
  }
  const options = checkKind(estimator, 'options.covariance');
  const whole = { ...options, periodsPerYear };
  return under('options.covariance', () => ewmaCovariance(returns, whole).covariance);
}

function meansIn(result: Means | { readonly expectedReturn: Means }): Means {
  const isNamed = typeof result === 'object' && result !== null && 'expectedReturn' in result;
  return isNamed ? result.expectedReturn : result;
}

function matrixIn(result: MatrixLike | { readonly covariance: MatrixLike }): MatrixLike {
  const isNamed = typeof result === 'object' && result !== null && 'covariance' in result;
  return isNamed ? result.covariance : result;
}

function checkKind<T extends { readonly kind: 'ewma' }>(estimator: T, path: string): T {
  checkOneOf(checkObject(estimator, path).kind, at(path, 'kind'), ['ewma']);
  return estimator;
}

/** Names the faults of an estimator's options where they stand in the caller's. */
function under<T>(path: string, estimate: () => T): T {
  try {
    return estimate();
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    throw new AptfolioError(
      error.issues.map((issue) => ({ ...issue, path: issue.path.replace(/^options/, path) })),
    );
  }
}
