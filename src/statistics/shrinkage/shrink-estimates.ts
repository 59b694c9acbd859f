import { at, checkNumber, checkRange, checkUniqueIds } from '../../errors/index.js';
import { type ConfidenceOptions, readConfidence } from '../interval.js';
import { shrunkByMorris } from './morris.js';
import { LEAST_GROUPS, type Shrinkage } from './shrinkage.js';

/** One group's figure with its standard error, from any source. */
export interface GroupEstimate {
  readonly id: string;
  readonly value: number;
  /** In the unit of the value, from 1e-100 to 1e100. */
  readonly standardError: number;
}

/**
 * Draws the figures of groups towards their common mean, each as far as its standard error is large against the true
 * differences between groups: Morris's parametric empirical Bayes estimate.
 *
 * A ranking of raw figures is led and closed by those with the fewest cases; this one is not. With equal errors it is the
 * estimate of James and Stein towards the mean. The interval allows for how much groups differ being an estimate too.
 *
 * @param groups each with a unique id; an empty list is `too-few-groups`.
 * @returns `shrunk`, or `too-few-groups` below four.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range` or `duplicate-id` with a path such
 * as `groups[2].standardError`.
 *
 * Source: C. N. Morris, Parametric empirical Bayes inference: theory and applications, JASA 78 (1983) 47–55;
 * the variance between groups is that of R. C. Paule and J. Mandel, Journal of Research of the NBS 87 (1982) 377–385.
 *
 * @example
 * ```ts
 * import { shrinkEstimates } from 'aptfolio/statistics';
 *
 * const scores = shrinkEstimates([
 *   { id: 'A', value: 82, standardError: 2 },
 *   { id: 'B', value: 70, standardError: 2 },
 *   { id: 'C', value: 76, standardError: 2 },
 *   { id: 'D', value: 96, standardError: 8 },
 * ]);
 * scores.centre; // => 79.3441681533
 * scores.groups[3].shrunk; // => 93.6450391514
 * ```
 */
export function shrinkEstimates(
  groups: readonly GroupEstimate[],
  options: ConfidenceOptions = {},
): Shrinkage {
  checkUniqueIds(groups, 'groups');
  const estimates = groups.map((group, i) => {
    const value = checkNumber(group.value, at(at('groups', i), 'value'));
    const error = checkRange(group.standardError, at(at('groups', i), 'standardError'), {
      min: 1e-100,
      max: 1e100,
    });
    return { id: group.id, value, variance: error * error };
  });
  const confidence = readConfidence(options);
  if (estimates.length < LEAST_GROUPS) {
    return Object.freeze({ status: 'too-few-groups', groups: estimates.length });
  }
  return shrunkByMorris(estimates, confidence);
}
