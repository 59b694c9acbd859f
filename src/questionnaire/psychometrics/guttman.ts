import type { Correlations } from './correlations.js';
import { isVariance, rowSums, sumOf } from './matrix-sums.js';
import type { GuttmanLambdas } from './reliability-result.js';

/**
 * Guttman's lower bounds from correlations; `lambda4` is the best split half, found elsewhere. `null` where the
 * standardised items add up to nothing.
 *
 * Source: L. Guttman, A basis for analyzing test-retest reliability, Psychometrika 10 (1945) 255–282, equations 10, 21,
 * 32, 36, 42 and 53.
 */
export function guttmanLambdas(
  { k, matrix, smc }: Correlations,
  lambda4: number | null,
): GuttmanLambdas | null {
  const total = sumOf(matrix);
  if (!isVariance(total, k)) return null;
  const squares = rowSums(
    matrix.map((r) => r * r),
    k,
  ).map((sum) => Math.max(0, sum - 1));
  const lambda1 = 1 - k / total;
  return Object.freeze({
    lambda1: lambda1 + 0,
    lambda2: lambda1 + Math.sqrt((k / (k - 1)) * sumOf(squares)) / total + 0,
    lambda3: (k / (k - 1)) * lambda1 + 0,
    lambda4,
    lambda5: lambda1 + (2 * Math.sqrt(squares.reduce((a, b) => Math.max(a, b)))) / total + 0,
    lambda6: smc === null ? null : 1 - (k - sumOf(smc)) / total + 0,
  });
}
