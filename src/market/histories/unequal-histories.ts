import { AptfolioError, at } from '../../errors/index.js';
import { crossProducts } from '../cross-products.js';
import { toRows } from '../matrix.js';
import { type AnnualisationOptions, centre, checkPeriodsPerYear, meanOf } from '../moments.js';
import { checkGappyReturns, type GappyColumns, type GappyReturns } from './gaps.js';
import { regress } from './regression.js';

/** Moments of histories that begin at different times. */
export interface UnequalHistoriesMoments {
  /** Times the rows per year. */
  readonly means: readonly number[];
  /** assets × assets, times the rows per year; positive semi-definite. Divisors are n, as maximum likelihood has them. */
  readonly covariance: readonly (readonly number[])[];
  /** Row of each asset's first return. */
  readonly beginnings: readonly number[];
}

/**
 * Means and covariance of histories that begin at different times and end together: maximum likelihood under normality.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; `null` before an asset's first return. The assets
 * that begin together are regressed, over their own rows, on all that began earlier; what the earlier ones did before then moves
 * the later ones' moments too. A complete panel gives the plain means and (n − 1)/n times the sample covariance.
 *
 * Throws `missing-value` with the path of a gap after an asset's beginning, and for an asset with too few returns: it takes two
 * more than there are earlier assets. `not-positive-definite` where earlier assets are combinations of one another over
 * the shorter time.
 *
 * Source: R. F. Stambaugh, Analyzing investments whose histories differ in length, Journal of Financial Economics 45 (1997);
 * T. W. Anderson, Maximum likelihood estimates for a multivariate normal distribution when some observations are missing,
 * JASA 52 (1957).
 *
 * @example
 * ```ts
 * import { unequalHistories } from 'aptfolio/market';
 *
 * // B moves as A does, but for ±1. A's early years were worse by 1 than its later ones, and so, it is inferred, were B's.
 * const result = unequalHistories([[-1, null], [-1, null], [-1, null], [-1, null], [0, 1], [1, 1], [1, 3], [2, 3]]);
 * result.means; // => [0, 1]
 * result.covariance; // => [[1.25, 1.25], [1.25, 1.75]]
 * ```
 */
export function unequalHistories(
  returns: GappyReturns,
  options: AnnualisationOptions = {},
): UnequalHistoriesMoments {
  const panel = checkGappyReturns(returns, 'returns', 2);
  const periods = checkPeriodsPerYear(options);
  checkBeginnings(panel);
  const size = panel.columns.length;
  const moments: Moments = {
    size,
    means: new Float64Array(size),
    covariance: new Float64Array(size * size),
  };
  const starts = [...new Set(panel.beginnings)].sort((a, b) => a - b);
  const earlier: number[] = [];
  for (const start of starts) {
    const later = [...panel.beginnings.keys()].filter((asset) => panel.beginnings[asset] === start);
    join(moments, panel.columns, start, earlier, later);
    earlier.push(...later);
  }
  return Object.freeze({
    means: Object.freeze(Array.from(moments.means, (mean) => mean * periods + 0)),
    covariance: toRows(
      moments.covariance.map((value) => value * periods + 0),
      size,
    ),
    beginnings: Object.freeze([...panel.beginnings]),
  });
}

/** Moments in the making: filled group by group. */
interface Moments {
  readonly size: number;
  readonly means: Float64Array;
  readonly covariance: Float64Array;
}

function checkBeginnings({ columns, beginnings }: GappyColumns): void {
  columns.forEach((column, asset) => {
    const gap = column.findIndex((value, row) => row > beginnings[asset]! && Number.isNaN(value));
    if (gap < 0) return;
    const expected = 'a return in every row after the asset’s first';
    throw new AptfolioError('missing-value', at(at('returns', gap), asset), expected, null);
  });
}

/** Adds the assets that begin in row `start`, by their regression on the earlier ones from that row on. */
function join(
  moments: Moments,
  columns: readonly Float64Array[],
  start: number,
  earlier: readonly number[],
  later: readonly number[],
): void {
  const rows = columns[0]!.length - start;
  if (rows < earlier.length + 2) {
    const expected = `at least ${earlier.length + 2} returns of asset ${later[0]}, as ${earlier.length} assets began before it`;
    throw new AptfolioError('missing-value', 'returns', expected, rows);
  }
  const assets = [...earlier, ...later];
  const shared = assets.map((asset) => columns[asset]!.subarray(start));
  const sample = crossProducts(shared.map(centre)).map((sum) => sum / rows);
  checkVaries(moments, sample, earlier, start);
  const from = [...earlier.keys()];
  const to = [...later.keys()].map((k) => earlier.length + k);
  const { coefficients, residual } = regress(sample, assets.length, from, to);
  const news = earlier.map((asset, k) => moments.means[asset]! - meanOf(shared[k]!));
  later.forEach((asset, row) => {
    let mean = meanOf(shared[to[row]!]!);
    for (const k of from) mean += coefficients[row * from.length + k]! * news[k]!;
    moments.means[asset] = mean;
  });
  extend(moments, earlier, later, coefficients, residual);
}

/** Sets the covariance of the later assets with the earlier ones, B·V, and among themselves, residual + B·V·B'. */
function extend(
  { covariance, size }: Moments,
  earlier: readonly number[],
  later: readonly number[],
  coefficients: Float64Array,
  residual: Float64Array,
): void {
  const n = earlier.length;
  later.forEach((asset, row) => {
    for (const other of earlier) {
      let value = 0;
      for (let k = 0; k < n; k++) {
        value += coefficients[row * n + k]! * covariance[earlier[k]! * size + other]!;
      }
      covariance[asset * size + other] = covariance[other * size + asset] = value;
    }
    for (let column = 0; column <= row; column++) {
      let value = residual[row * later.length + column]!;
      for (let k = 0; k < n; k++) {
        value += coefficients[column * n + k]! * covariance[asset * size + earlier[k]!]!;
      }
      const other = later[column]!;
      covariance[asset * size + other] = covariance[other * size + asset] = value;
    }
  });
}

/** What an asset that stood still over the shared rows means for a later one cannot be told from them. */
function checkVaries(
  { covariance, size }: Moments,
  sample: Float64Array,
  earlier: readonly number[],
  start: number,
): void {
  const all = Math.round(Math.sqrt(sample.length));
  earlier.forEach((asset, k) => {
    if (sample[k * all + k] !== 0 || covariance[asset * size + asset] === 0) return;
    const expected = `returns of asset ${asset} that vary from row ${start} on`;
    throw new AptfolioError('not-positive-definite', 'returns', expected);
  });
}
