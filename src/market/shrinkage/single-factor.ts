import { inner } from '../../numerics/index.js';
import { type CentredPanel, weightedRowSums } from './centred-panel.js';
import { type CovarianceTarget, errorOfVariances } from './covariance-target.js';

/** A market whose variance is this share of the assets' moves by rounding alone. */
const NO_MARKET = 1e-24;

/**
 * The sample's own variances and, between assets, what their exposure to one market explains.
 *
 * `market` holds the market's deviations from its mean, in any unit; the equally weighted mean of the
 * assets where it is absent. A market that does not move explains nothing: the target is then diagonal.
 *
 * Source: O. Ledoit and M. Wolf, Improved estimation of the covariance matrix of stock returns with an
 * application to portfolio selection, Journal of Empirical Finance 10 (2003), section 2 and lemmas 1 to 3;
 * the sums over pairs are taken period by period.
 */
export function singleFactor(panel: CentredPanel, market?: Float64Array): CovarianceTarget {
  const { columns, divisor, covariance } = panel;
  const size = columns.length;
  const factor = market ?? weightedRowSums(columns, () => 1 / size);
  const variance = inner(factor, factor) / divisor;
  const moves = variance > (market === undefined ? NO_MARKET * largestVariance(panel) : 0);
  const exposures = columns.map((column) => (moves ? inner(column, factor) / divisor : 0));
  const matrix = Float64Array.from(covariance);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i !== j) matrix[i * size + j] = (exposures[i]! * exposures[j]!) / (variance || 1);
    }
  }
  const shared = moves ? errorOfPairs(panel, factor, exposures, variance) : 0;
  return { matrix, sharedError: errorOfVariances(panel) + shared };
}

function largestVariance({ columns, covariance }: CentredPanel): number {
  return columns.reduce((top, _, i) => Math.max(top, covariance[i * (columns.length + 1)]!), 0);
}

/**
 * Σ over i ≠ j of r̂ᵢⱼ = 2·A − B, of which A comes from the exposures and B from the market's variance:
 * A = Σ cⱼ/v · (mean of xᵢ²·xⱼ·m − cᵢ·sᵢⱼ), B = Σ cᵢ·cⱼ/v² · (mean of xᵢ·xⱼ·m² − v·sᵢⱼ),
 * with the market's deviations m, its variance v and its covariances c with the assets.
 */
function errorOfPairs(
  { columns, divisor, covariance }: CentredPanel,
  factor: Float64Array,
  exposures: readonly number[],
  variance: number,
): number {
  const size = columns.length;
  const squares = columns.map((column) => column.map((value) => value * value));
  const explained = weightedRowSums(columns, (j) => exposures[j]!);
  const total = weightedRowSums(squares, () => 1);
  let first = 0;
  let second = 0;
  for (let row = 0; row < factor.length; row++) {
    const along = explained[row]! * factor[row]!;
    first += (total[row]! * along) / divisor;
    second += (along * along) / divisor;
  }
  for (let i = 0; i < size; i++) {
    const [exposure, column, square] = [exposures[i]!, columns[i]!, squares[i]!];
    for (let row = 0; row < factor.length; row++) {
      const along = exposure * column[row]! * factor[row]!;
      first -= (square[row]! * along) / divisor;
      second -= (along * along) / divisor;
    }
    for (let j = 0; j < size; j++) {
      if (i === j) continue;
      const product = exposure * exposures[j]! * covariance[i * size + j]!;
      first -= product;
      second -= variance * product;
    }
  }
  return (2 * first - second / variance) / variance;
}
