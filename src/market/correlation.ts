import { AptfolioError, at, checkList, checkRange, checkVector } from '../errors/index.js';
import { checkCovariance } from './matrix.js';
import { LARGEST } from './moments.js';

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
  correlation: readonly (readonly number[] | Float64Array)[],
): readonly (readonly number[])[] {
  const deviations = Array.from(checkVector(volatility, 'volatility'), (value, i) =>
    checkRange(value, at('volatility', i), { min: 0, max: LARGEST }),
  );
  const rows = checkList<unknown>(correlation, 'correlation');
  if (rows.length !== deviations.length) {
    const expected = `a list of ${deviations.length} rows`;
    throw new AptfolioError('length-mismatch', 'correlation', expected, rows);
  }
  // Array.from turns the holes of a sparse list into undefined, which the check then refuses.
  return Object.freeze(
    Array.from(rows, (row, i) => {
      const path = at('correlation', i);
      const numbers = checkVector(row, path, deviations.length).map((value, j) =>
        checkRange(value, at(path, j), { min: -LARGEST, max: LARGEST }),
      );
      return Object.freeze(deviations.map((value, j) => deviations[i]! * value * numbers[j]! + 0));
    }),
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
export function correlationFromCovariance(
  covariance: readonly (readonly number[] | Float64Array)[],
): CorrelationAndVolatility {
  const size = checkList(covariance, 'covariance', { minLength: 1 }).length;
  const matrix = checkCovariance(covariance, 'covariance', size);
  const volatility = covariance.map((_, i) => Math.sqrt(matrix[i * size + i]!));
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
