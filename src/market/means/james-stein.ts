import { AptfolioError, checkObject } from '../../errors/index.js';
import { checkCovariance, type MatrixLike } from '../matrix.js';
import {
  type AnnualisationOptions,
  checkPeriodsPerYear,
  checkReturns,
  covarianceOf,
  meansOf,
} from '../moments.js';
import { type DefiniteFactor, definiteFactor, squaredDistance } from './definite-factor.js';
import { checkFigures } from './figures.js';
import { type ResolvedTarget, resolveTarget, type ShrinkageTarget } from './shrinkage-target.js';

/** Towards what means are shrunk. There is no default: it is a choice to stand by. */
export interface JamesSteinOptions {
  readonly target: ShrinkageTarget;
}

/** Shrunk means. */
export interface ShrunkMeans {
  /** (1 − shrinkage) · mean + shrinkage · target, for each asset. */
  readonly expectedReturn: readonly number[];
  /** The target for each asset, in the same unit. */
  readonly target: readonly number[];
  /** From 0, the means as they were, to 1, the target itself. */
  readonly shrinkage: number;
}

/**
 * The positive-part James–Stein estimate of means whose errors are known.
 *
 * The shrinkage is `(k − 2 − e) / (m − t)'V⁻¹(m − t)`, at most 1, of k means m, their target t and the covariance V of
 * their errors; e is 1 where the target is estimated from the same means (`grand-mean`, `minimum-variance`), else 0.
 * Where that leaves no freedom (k ≤ 2 + e) nothing is shrunk.
 *
 * `means` has one number for each asset; `errorCovariance` is k × k and positive definite: for means of T periods the
 * covariance of the returns divided by T.
 *
 * Sources: W. James and C. Stein (1961), Estimation with quadratic loss; with the grand mean B. Efron and C. Morris,
 * Journal of the American Statistical Association 68 (1973); the positive part A. J. Baranchik (1964).
 *
 * @example
 * ```ts
 * import { jamesSteinMeans } from 'aptfolio/market';
 *
 * // Five means with a standard error of 0.02: (5 − 3) · 0.0004 / 0.001 = 0.8 towards their mean of 0.05.
 * const V = [0, 1, 2, 3, 4].map((i) => [0, 1, 2, 3, 4].map((j) => (i === j ? 0.0004 : 0)));
 * const shrunk = jamesSteinMeans([0.03, 0.04, 0.05, 0.06, 0.07], V, { target: 'grand-mean' });
 * shrunk.shrinkage; // => 0.8
 * shrunk.expectedReturn; // => [0.046, 0.048, 0.05, 0.052, 0.054]
 * ```
 */
export function jamesSteinMeans(
  means: readonly number[] | Float64Array,
  errorCovariance: MatrixLike,
  options: JamesSteinOptions,
): ShrunkMeans {
  const checked = checkFigures(means, 'means');
  const size = checked.length;
  const error = definiteFactor(
    checkCovariance(errorCovariance, 'errorCovariance', size),
    size,
    'errorCovariance',
    'a positive definite matrix: every mean with an error of its own',
  );
  const { target } = checkObject(options, 'options');
  const resolved = resolveTarget(target, 'options.target', checked, error, 1);
  return shrunk(checked, resolved, error, size - 2 - resolved.estimated, 1);
}

/**
 * The positive-part James–Stein estimate of expected returns from a history, times the rows per year.
 *
 * The covariance is estimated from the same history, and the shrinkage allows for that: it is
 * `(N − 2 − e)/(T − N + 2 + e) · (T − 1)/T / (m − t)'S⁻¹(m − t)`, at most 1, of N assets, T rows, means m, target t and
 * sample covariance S (n − 1); e is 1 where the target is estimated, else 0. A given target is annual, as the result is.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; more rows than assets. No asset may be a
 * mix of the others.
 *
 * Source: W. James and C. Stein (1961), the case of an unknown covariance; an estimated target takes one dimension of the
 * means away, as in D. V. Lindley's discussion of Stein (1962).
 *
 * @example
 * ```ts
 * import { jamesSteinReturns } from 'aptfolio/market';
 *
 * const returns = [[0.05, 0.01, 0.02], [-0.01, 0.03, 0.04], [0.02, 0.01, 0], [0.04, 0.02, 0.01], [0, 0.04, 0.02]];
 * jamesSteinReturns(returns, { target: 0.02 }).target; // => [0.02, 0.02, 0.02]
 * jamesSteinReturns(returns.slice(0, 3), { target: 0.02 }); // => throws 'length-mismatch', 'returns'
 * ```
 */
export function jamesSteinReturns(
  returns: readonly (readonly number[] | Float64Array)[],
  options: JamesSteinOptions & AnnualisationOptions,
): ShrunkMeans {
  const columns = checkReturns(returns, 'returns', 2);
  const [size, rows] = [columns.length, returns.length];
  if (rows <= size) {
    const expected = `at least ${size + 1} rows for ${size} assets`;
    throw new AptfolioError('length-mismatch', 'returns', expected, returns);
  }
  const perYear = checkPeriodsPerYear(options);
  const error = sampleFactor(covarianceOf(columns, 1));
  const means = Float64Array.from(meansOf(columns, 1));
  const resolved = resolveTarget(options.target, 'options.target', means, error, perYear);
  const freedom = size - 2 - resolved.estimated;
  const numerator = (freedom / (rows - size + 2 + resolved.estimated)) * ((rows - 1) / rows);
  return shrunk(means, resolved, error, numerator, perYear);
}

/** A sample covariance, ready to be divided by. */
export function sampleFactor(covariance: readonly (readonly number[])[]): DefiniteFactor {
  return definiteFactor(
    Float64Array.from(covariance.flat()),
    covariance.length,
    'returns',
    'assets of which none is a mix of the others or without any variance',
  );
}

function shrunk(
  means: Float64Array,
  { values }: ResolvedTarget,
  error: DefiniteFactor,
  numerator: number,
  perYear: number,
): ShrunkMeans {
  const distance = squaredDistance(
    error,
    means.map((mean, i) => mean - values[i]!),
  );
  const shrinkage = numerator <= 0 ? 0 : numerator >= distance ? 1 : numerator / distance;
  return Object.freeze({
    expectedReturn: Object.freeze(
      Array.from(
        means,
        (mean, i) => ((1 - shrinkage) * mean + shrinkage * values[i]!) * perYear + 0,
      ),
    ),
    target: Object.freeze(Array.from(values, (value) => value * perYear + 0)),
    shrinkage,
  });
}
