import { at, checkInteger, checkNumber, checkRange, checkUniqueIds } from '../../errors/index.js';
import { type ConfidenceOptions, readConfidence } from '../interval.js';
import { orderedSum } from '../ordered-sum.js';
import { finite } from '../sample.js';
import { shrunkByMorris } from './morris.js';
import { LEAST_GROUPS, type Shrinkage } from './shrinkage.js';

/** One group's cases, summed up. */
export interface GroupMoments {
  readonly id: string;
  /** At least 1. */
  readonly n: number;
  readonly mean: number;
  /** Sample variance (over n − 1), 0 or from 1e-200 to 1e200; may be absent for a single case. */
  readonly variance?: number;
}

/**
 * Draws the means of groups, such as the test scores of advisers, towards their common mean: as `shrinkEstimates`, the
 * variance within groups being pooled over all of them, so that a group of two equal scores does not count as certain.
 *
 * @param groups each with a unique id; an empty list is `too-few-groups`.
 * @returns `shrunk`; `no-within-variation` if no group has cases that differ; `too-few-groups` below four.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range` or `duplicate-id` with a path such
 * as `groups[2].variance`.
 *
 * Source: C. N. Morris, JASA 78 (1983) 47–55; H. Bühlmann and A. Gisler, A Course in Credibility Theory (2005),
 * chapter 4, for the pooled variance.
 *
 * @example
 * ```ts
 * import { shrinkMeans } from 'aptfolio/statistics';
 *
 * const scores = shrinkMeans([
 *   { id: 'A', n: 30, mean: 72, variance: 90 },
 *   { id: 'B', n: 25, mean: 81, variance: 110 },
 *   { id: 'C', n: 40, mean: 76, variance: 100 },
 *   { id: 'D', n: 1, mean: 100 },
 * ]);
 * scores.groups[1].weight; // => 0.9857120436
 * scores.groups[3].weight; // => 0.8239300416
 * ```
 */
export function shrinkMeans(
  groups: readonly GroupMoments[],
  options: ConfidenceOptions = {},
): Shrinkage {
  checkUniqueIds(groups, 'groups');
  const moments = groups.map((group, i) => readMoments(group, at('groups', i)));
  const confidence = readConfidence(options);
  if (moments.length < LEAST_GROUPS) {
    return Object.freeze({ status: 'too-few-groups', groups: moments.length });
  }
  const degrees = moments.reduce((sum, { n }) => sum + n - 1, 0);
  const pooled =
    degrees === 0
      ? 0
      : orderedSum(moments.map(({ n, variance }) => variance * ((n - 1) / degrees)));
  const cases = moments.reduce((sum, { n }) => sum + n, 0);
  if (finite(pooled, 'groups') === 0) {
    const centre = orderedSum(moments.map(({ n, mean }) => mean * (n / cases)));
    return Object.freeze({ status: 'no-within-variation', centre });
  }
  const estimates = moments.map(({ id, n, mean }) => ({ id, value: mean, variance: pooled / n }));
  return shrunkByMorris(estimates, confidence);
}

function readMoments(group: GroupMoments, path: string): Required<GroupMoments> {
  const n = checkInteger(group.n, at(path, 'n'), { min: 1 });
  const mean = checkNumber(group.mean, at(path, 'mean'));
  const given = n === 1 && group.variance === undefined ? 0 : group.variance;
  const range = given === 0 ? { min: 0 } : { min: 1e-200, max: 1e200 };
  return { id: group.id, n, mean, variance: checkRange(given, at(path, 'variance'), range) };
}
