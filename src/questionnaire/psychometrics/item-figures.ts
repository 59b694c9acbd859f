import { alphaOf } from './alpha.js';
import type { Correlations } from './correlations.js';
import { isVariance, rowSums, submatrix, sumOf, traceOf } from './matrix-sums.js';

/** How the items with variance hang together with the rest, in their order. */
export interface ItemFigures {
  readonly itemTotal: number | null;
  readonly itemRest: number | null;
  readonly itemTotalCorrected: number | null;
  readonly alphaIfDropped: number | null;
  readonly smc: number | null;
}

/**
 * The item figures from covariances and correlations (k × k).
 *
 * Sources: J. C. Nunnally and I. H. Bernstein, Psychometric Theory, 3rd ed. (1994), chapter 8; the corrected item-total
 * correlation as `r.cor` of R's psych (W. Revelle).
 */
export function itemFigures(covariances: Float64Array, correlations: Correlations): ItemFigures[] {
  const { k, deviations, smc } = correlations;
  const total = { variance: sumOf(covariances), parts: traceOf(covariances, k) };
  const corrected = correctedTotals(correlations);
  return Array.from(deviations, (deviation, i) => {
    const row = covariances.subarray(i * k, i * k + k);
    const others = Array.from(row.keys()).filter((j) => j !== i);
    // Added up anew: what is left of the total after an item much larger than the rest would be rounding.
    const left = submatrix(covariances, k, others);
    const rest = { variance: sumOf(left), parts: traceOf(left, k - 1) };
    return {
      itemTotal: correlation(sumOf(row), deviation, total),
      itemRest: correlation(sumOf(row.filter((_, j) => j !== i)), deviation, rest),
      itemTotalCorrected: corrected === null ? null : corrected[i]! + 0,
      alphaIfDropped: alphaOf(left, k - 1),
      smc: smc === null ? null : smc[i]!,
    };
  });
}

/** A sum of items, by its variance and the sum of theirs. */
interface ItemSum {
  readonly variance: number;
  readonly parts: number;
}

function correlation(covariance: number, deviation: number, sum: ItemSum): number | null {
  if (!isVariance(sum.variance, sum.parts)) return null;
  return Math.max(-1, Math.min(1, covariance / deviation / Math.sqrt(sum.variance))) + 0;
}

/** Row sums of the correlations with squared multiple correlations in the diagonal, over the root of their sum. */
function correctedTotals({ k, matrix, smc }: Correlations): Float64Array | null {
  if (smc === null) return null;
  const sums = rowSums(matrix, k).map((sum, i) => sum - 1 + smc[i]!);
  const total = sumOf(sums);
  if (!isVariance(total, k)) return null;
  return sums.map((sum) => sum / Math.sqrt(total));
}
