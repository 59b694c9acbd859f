import { at, checkRange, checkVector } from '../errors/index.js';
import { checkCovariance, checkSquare, type MatrixLike, orderOf, toRows } from './matrix.js';
import { LARGEST } from './moments.js';
import { checkEntries } from './repair/entries.js';

/**
 * Covariance from standard deviations and correlations.
 *
 * `volatility` has n numbers of at least 0, `correlation` is n × n. Throws for sizes that do not match;
 * `compileAssumptions` checks that the correlation is one.
 *
 * @example
 * ```ts
 * import { covarianceFromCorrelation } from 'aptfolio/market';
 *
 * covarianceFromCorrelation([0.5, 0.25], [[1, 0.5], [0.5, 1]]); // => [[0.25, 0.0625], [0.0625, 0.0625]]
 * ```
 */
export function covarianceFromCorrelation(
  volatility: readonly number[] | Float64Array,
  correlation: MatrixLike,
): readonly (readonly number[])[] {
  const deviations = Array.from(checkVector(volatility, 'volatility'), (value, i) =>
    checkRange(value, at('volatility', i), { min: 0, max: LARGEST }),
  );
  const size = deviations.length;
  const matrix = checkSquare(correlation, 'correlation', size);
  checkEntries(matrix, 'correlation', size, LARGEST);
  return toRows(
    matrix.map((value, k) => deviations[Math.floor(k / size)]! * deviations[k % size]! * value + 0),
    size,
  );
}

/** Standard deviations and correlations, as `correlationFromCovariance` returns them. */
export interface CorrelationAndVolatility {
  readonly volatility: readonly number[];
  readonly correlation: readonly (readonly number[])[];
}

/**
 * Splits a covariance into standard deviations and correlations.
 *
 * `covariance` is n × n. An asset without any variance has correlation 0 with the others. The diagonal is
 * exactly 1 and no entry leaves ±1. Throws as `checkCovariance` does.
 *
 * @example
 * ```ts
 * import { correlationFromCovariance } from 'aptfolio/market';
 *
 * correlationFromCovariance([[0.25, 0.0625], [0.0625, 0.0625]]);
 * // => { volatility: [0.5, 0.25], correlation: [[1, 0.5], [0.5, 1]] }
 * ```
 */
export function correlationFromCovariance(covariance: MatrixLike): CorrelationAndVolatility {
  const size = orderOf(covariance, 'covariance');
  const matrix = checkCovariance(covariance, 'covariance', size);
  const volatility = Array.from({ length: size }, (_, i) => Math.sqrt(matrix[i * size + i]!));
  const correlation = volatility.map((first, i) =>
    Object.freeze(
      volatility.map((second, j) => {
        if (i === j) return 1;
        if (first === 0 || second === 0) return 0;
        return Math.min(1, Math.max(-1, matrix[i * size + j]! / (first * second))) + 0;
      }),
    ),
  );
  return Object.freeze({
    volatility: Object.freeze(volatility),
    correlation: Object.freeze(correlation),
  });
}
