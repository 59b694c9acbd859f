import { checkList } from '../../errors/index.js';
import { checkCovariance, type MatrixLike, toRows } from '../matrix.js';
import { checkReturns } from '../moments.js';
import { checkDecay, type DecayOptions } from './weighted-rows.js';

/**
 * The RiskMetrics recursion: Σ_t = λ·Σ_(t−1) + (1 − λ)·r_t·r_t', for each new row of returns.
 *
 * `covariance` (assets × assets, per period) is where it stood; `returns` has the new periods as rows, oldest first, and one column per
 * asset. Means are taken as 0. Rows one by one give the same as all at once. With `ewmaCovariance(…, { mean: 'zero' })` as the
 * start the result differs from that of all rows only by the normalisation of the weights, λⁿ.
 *
 * Throws as `checkCovariance`, `meanReturns` and `exponentialWeights` do.
 *
 * Source: J. P. Morgan/Reuters, RiskMetrics Technical Document, 4th ed. (1996), section 5.2.1.
 *
 * @example
 * ```ts
 * import { updateEwmaCovariance } from 'aptfolio/market';
 *
 * const before = [[0.0004, 0], [0, 0.0004]];
 * updateEwmaCovariance(before, [[0.02, 0.04]], { decay: 0.75 });
 * // => [[0.0004, 0.0002], [0.0002, 0.0007]]
 * ```
 */
export function updateEwmaCovariance(
  covariance: MatrixLike,
  returns: readonly (readonly number[] | Float64Array)[],
  options: DecayOptions,
): readonly (readonly number[])[] {
  const columns = checkReturns(returns, 'returns', 1);
  const size = columns.length;
  if (!(covariance instanceof Float64Array)) checkList(covariance, 'covariance', { minLength: 1 });
  const matrix = checkCovariance(covariance, 'covariance', size);
  const decay = checkDecay(options);
  for (let row = 0; row < columns[0]!.length; row++) {
    for (let i = 0; i < size; i++) {
      const share = (1 - decay) * columns[i]![row]!;
      for (let j = 0; j <= i; j++) {
        const value = decay * matrix[i * size + j]! + share * columns[j]![row]! + 0;
        matrix[i * size + j] = value;
        matrix[j * size + i] = value;
      }
    }
  }
  return toRows(matrix, size);
}
