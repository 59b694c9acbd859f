import { at, checkList, checkObject, checkRange, checkVector } from '../../errors/index.js';
import { checkCovariance, type MatrixLike } from '../matrix.js';
import { checkFigures } from '../means/figures.js';
import { LARGEST } from '../moments.js';
import { checkTau } from './black-litterman.js';
import { type Posterior, posteriorOf } from './posterior.js';

/** An equilibrium and views as matrices. */
export interface ViewMatrices {
  /** Π: n expected returns, annual. */
  readonly equilibrium: readonly number[] | Float64Array;
  /** Σ: n × n, annual. */
  readonly covariance: MatrixLike;
  /** τ above 0. */
  readonly tau: number;
  /** P: k × n, a row for each view. */
  readonly picks: readonly (readonly number[] | Float64Array)[];
  /** q: k returns. */
  readonly expected: readonly number[] | Float64Array;
  /** Ω: k × k, the covariance of the views' errors. It may be singular, as for certain views. */
  readonly omega: MatrixLike;
}

/**
 * The same as `blackLitterman`, with P, q and Ω as they are: errors of views may go together.
 *
 * Throws `not-positive-definite` with path `problem.picks[i]` where PτΣP' + Ω is singular, by the first view that the earlier ones leave
 * without any doubt of its own.
 *
 * Sources: as `blackLitterman`.
 *
 * @example
 * ```ts
 * import { blackLittermanPosterior } from 'aptfolio/market';
 *
 * const { expectedReturn, meanCovariance } = blackLittermanPosterior({
 *   equilibrium: [0.0125, 0.05],
 *   covariance: [[0.01, 0], [0, 0.04]],
 *   tau: 0.05,
 *   picks: [[0, 1]], expected: [0.07], omega: [[0.002]],
 * });
 * expectedReturn; // => [0.0125, 0.06]
 * meanCovariance; // => [[0.0005, 0], [0, 0.001]]
 * ```
 */
export function blackLittermanPosterior(problem: ViewMatrices): Posterior {
  const given = checkObject(problem, 'problem');
  const equilibrium = checkFigures(given.equilibrium, 'problem.equilibrium');
  const n = equilibrium.length;
  const sigma = checkCovariance(given.covariance as MatrixLike, 'problem.covariance', n);
  const tau = checkTau(given.tau);
  const picks = checkList<unknown>(given.picks, 'problem.picks').map((row, i) => {
    const path = at('problem.picks', i);
    return checkVector(row, path, n).map((weight, j) =>
      checkRange(weight, at(path, j), { min: -LARGEST, max: LARGEST }),
    );
  });
  const k = picks.length;
  const expected = checkVector(given.expected, 'problem.expected', k).map((value, i) =>
    checkRange(value, at('problem.expected', i), { min: -LARGEST, max: LARGEST }),
  );
  const omega = checkCovariance(given.omega as MatrixLike, 'problem.omega', k);
  return posteriorOf(equilibrium, sigma, tau, picks, expected, omega, (i) =>
    at('problem.picks', i),
  );
}
