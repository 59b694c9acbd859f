import { AptfolioError, at, checkObject, checkOneOf } from '../../errors/index.js';
import { checkPeriodsPerYear, checkReturns, covarianceOf, meansOf } from '../moments.js';
import { completeRows } from './complete-rows.js';
import type { GappyReturns } from './gaps.js';
import {
  type MaximumLikelihoodMoments,
  type MaximumLikelihoodOptions,
  maximumLikelihoodMoments,
} from './maximum-likelihood.js';
import { type PairwiseCovariance, pairwiseCovariance } from './pairwise-covariance.js';
import { type UnequalHistoriesMoments, unequalHistories } from './unequal-histories.js';

/** A way to deal with missing returns. */
export type MissingReturnsPolicy = keyof MomentsByPolicy;

/** What to do about missing returns; `tolerance` and `maxIterations` are for `maximum-likelihood` alone. */
export interface MissingReturnsOptions<Policy extends MissingReturnsPolicy = MissingReturnsPolicy>
  extends MaximumLikelihoodOptions {
  /**
   * `refuse` (the default): a gap is refused with its path. `complete-rows`: rows with a gap are left out. `pairwise`: each
   * covariance on the rows that both assets have. `unequal-histories`: histories that begin at different times.
   * `maximum-likelihood`: gaps anywhere.
   */
  readonly missing?: Policy;
}

/** Moments of a panel by a policy, and what its gaps did to them. */
export type MomentsWithGaps<Policy extends MissingReturnsPolicy = MissingReturnsPolicy> =
  MomentsByPolicy[Policy];

/** What each policy returns. */
export interface MomentsByPolicy {
  readonly refuse: CompleteRowsMoments & { readonly missing: 'refuse' };
  readonly 'complete-rows': CompleteRowsMoments & { readonly missing: 'complete-rows' };
  readonly pairwise: { readonly missing: 'pairwise' } & PairwiseCovariance;
  readonly 'unequal-histories': { readonly missing: 'unequal-histories' } & UnequalHistoriesMoments;
  readonly 'maximum-likelihood': {
    readonly missing: 'maximum-likelihood';
  } & MaximumLikelihoodMoments;
}

/** Sample moments of the rows that were kept: all of them under `refuse`. */
export interface CompleteRowsMoments {
  readonly missing: 'refuse' | 'complete-rows';
  readonly means: readonly number[];
  /** assets × assets, divisor n − 1. */
  readonly covariance: readonly (readonly number[])[];
  /** Rows that were left out because of a gap. */
  readonly dropped: readonly number[];
}

/**
 * Means and covariance of a panel that may have gaps, by a policy that the caller names.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; `null` is a gap. Means and covariances are
 * multiplied by the rows per year. The policies are functions of their own too: `completeRows`, `pairwiseCovariance`,
 * `unequalHistories` and `maximumLikelihoodMoments`, with the fields of the result explained there. The first two divide by
 * n − 1, the others by n.
 *
 * The result's type follows the policy's. Throws `missing-value` with the path of a gap under `refuse`, `inconsistent` for an option of
 * another policy, and as those functions do.
 *
 * @example
 * ```ts
 * import { estimateMoments } from 'aptfolio/market';
 *
 * const rows = [[0.5, 1], [0.1, 0.4], [0.2, 0.2], [0.3, 0], [0.9, null]];
 * estimateMoments(rows.slice(1, 4)).means; // => [0.2, 0.2]
 * estimateMoments(rows); // => throws 'missing-value', 'returns[4][1]'
 * estimateMoments(rows.slice(1), { missing: 'complete-rows' });
 * // => { missing: 'complete-rows', means: [0.2, 0.2], covariance: [[0.01, -0.02], [-0.02, 0.04]], dropped: [3] }
 * ```
 */
export function estimateMoments<Policy extends MissingReturnsPolicy = 'refuse'>(
  returns: GappyReturns,
  options: MissingReturnsOptions<Policy> = {},
): MomentsWithGaps<Policy> {
  return momentsBy(returns, options) as MomentsWithGaps<Policy>;
}

function momentsBy(returns: GappyReturns, options: MissingReturnsOptions): MomentsWithGaps {
  const given = checkObject(options, 'options') as MissingReturnsOptions;
  const missing = checkOneOf(given.missing ?? 'refuse', 'options.missing', [
    'refuse',
    'complete-rows',
    'pairwise',
    'unequal-histories',
    'maximum-likelihood',
  ]);
  const periodsPerYear = checkPeriodsPerYear(given);
  if (missing !== 'maximum-likelihood') refuseIterationOptions(given);
  switch (missing) {
    case 'refuse':
      return sampleMoments(missing, checkReturns(returns, 'returns', 2), [], periodsPerYear);
    case 'complete-rows':
      return momentsOfCompleteRows(returns, periodsPerYear);
    case 'pairwise':
      return Object.freeze({ missing, ...pairwiseCovariance(returns, { periodsPerYear }) });
    case 'unequal-histories':
      return Object.freeze({ missing, ...unequalHistories(returns, { periodsPerYear }) });
    case 'maximum-likelihood':
      return Object.freeze({ missing, ...maximumLikelihoodMoments(returns, given) });
  }
}

/** Options that a policy would not heed are refused, not ignored. */
function refuseIterationOptions(options: MissingReturnsOptions): void {
  for (const name of ['tolerance', 'maxIterations'] as const) {
    if (options[name] === undefined) continue;
    const expected = `no ${name} where the policy is not maximum-likelihood`;
    throw new AptfolioError('inconsistent', at('options', name), expected, options[name]);
  }
}

function momentsOfCompleteRows(
  returns: GappyReturns,
  periodsPerYear: number,
): MomentsByPolicy['complete-rows'] {
  const { returns: complete, dropped } = completeRows(returns);
  if (complete.length < 2) {
    const expected = 'at least 2 rows without a gap';
    throw new AptfolioError('missing-value', 'returns', expected, complete.length);
  }
  const columns = checkReturns(complete, 'returns', 2);
  return sampleMoments('complete-rows', columns, dropped, periodsPerYear);
}

function sampleMoments<Policy extends CompleteRowsMoments['missing']>(
  missing: Policy,
  columns: readonly Float64Array[],
  dropped: readonly number[],
  periodsPerYear: number,
): CompleteRowsMoments & { readonly missing: Policy } {
  return Object.freeze({
    missing,
    means: meansOf(columns, periodsPerYear),
    covariance: covarianceOf(columns, periodsPerYear),
    dropped: Object.freeze(dropped),
  });
}
