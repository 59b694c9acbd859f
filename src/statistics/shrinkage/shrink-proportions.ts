import { at, checkUniqueIds } from '../../errors/index.js';
import { inverseRegularisedBeta } from '../../numerics/index.js';
import { checkCount } from '../count.js';
import { type ConfidenceOptions, makeInterval, readConfidence } from '../interval.js';
import { wilsonInterval } from '../wilson.js';
import { shrunkCounts } from './count-model.js';
import type { Shrinkage } from './shrinkage.js';

/** One group's successes. */
export interface GroupCount {
  readonly id: string;
  /** From 0 to `n`. */
  readonly successes: number;
  /** At least 1. */
  readonly n: number;
}

/**
 * Draws the proportions of groups towards their common proportion, each as far as its cases are few: the beta-binomial
 * empirical Bayes estimate by moments.
 *
 * The interval is that of a beta distribution (method `beta-binomial`) about the shrunk share, as wide as chance and the
 * centre and variance between groups, which are estimates too, make it (Morris). In simulations, with 4 to 100 groups that
 * differ little or much, that of 95 % held the true share in 93 to 98 %.
 *
 * @param groups each with a unique id; an empty list is `too-few-groups`.
 * @returns `shrunk`; `no-between-variation` if the groups differ no more than chance alone would have it;
 * `no-within-variation` if each group is all successes or all failures, as single cases are; `too-few-groups` below four.
 * @throws AptfolioError `missing-value`, `invalid-type`, `out-of-range` or `duplicate-id` with a path such as
 * `groups[2].successes`.
 *
 * Source: J. C. Kleinman, Proportions with extraneous variance: single and independent samples, JASA 68 (1973) 46–54,
 * with weights by cases; C. N. Morris, JASA 78 (1983) 47–55, for the variance of a shrunk share.
 *
 * @example
 * ```ts
 * import { shrinkProportions } from 'aptfolio/statistics';
 *
 * const shares = shrinkProportions([
 *   { id: 'A', successes: 2, n: 2 },
 *   { id: 'B', successes: 60, n: 100 },
 *   { id: 'C', successes: 40, n: 80 },
 *   { id: 'D', successes: 110, n: 140 },
 * ]);
 * shares.centre; // => 0.6583850931677019
 * shares.groups[0].shrunk; // => 0.7145796457
 * ```
 */
export function shrinkProportions(
  groups: readonly GroupCount[],
  options: ConfidenceOptions = {},
): Shrinkage {
  checkUniqueIds(groups, 'groups');
  const given = groups.map((group, i) => {
    const { successes, n } = checkCount(group, at('groups', i));
    return { id: group.id, events: successes, size: n };
  });
  const confidence = readConfidence(options);
  const tail = (1 - confidence) / 2;
  return shrunkCounts(given, {
    // Given its true proportion p, a group's share varies by p(1 − p)/n; the true p themselves take some of it.
    chance: (centre) => centre * (1 - centre),
    takenByBetween: 1,
    method: 'beta-binomial',
    centreInterval: (events, size) => wilsonInterval(events, size, { confidence }),
    interval: (mean, variance) => {
      // No group is worth less than one case.
      const cases = Math.max(1, (mean * (1 - mean)) / variance - 1);
      const [a, b] = [mean * cases, (1 - mean) * cases];
      const low = inverseRegularisedBeta(tail, a, b);
      const high = 1 - inverseRegularisedBeta(tail, b, a);
      return makeInterval(low, high, confidence, 'beta-binomial');
    },
  });
}
