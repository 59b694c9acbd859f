import { AptfolioError } from '../../errors/index.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  normalReach,
  readConfidence,
} from '../interval.js';
import { wilsonBounds } from '../wilson.js';
import { type DetectionCounts, readDetection } from './detection-scores.js';

/**
 * The interval of F1 (method `wilson-f1`): F1 is 2J/(1 + J), where J is the share of true positives among all cases that were found or are truly so.
 * It rises with J, so the bounds of J's Wilson interval carry over.
 *
 * It holds for the number of such cases as given, TP + FP + FN: it does not say how that number itself would vary.
 *
 * @param cases at least one.
 * @throws AptfolioError by path, such as `cases.falsePositives`; `empty` with path `cases` if there is none.
 *
 * Source: P. Jaccard (1912) for J, E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209–212, for its interval.
 *
 * @example
 * ```ts
 * import { f1Interval } from 'aptfolio/statistics';
 *
 * // F1 is 60/80 = 0.75.
 * const { low, high } = f1Interval({ truePositives: 30, falsePositives: 10, falseNegatives: 10 });
 * low; // => 0.631837235413
 * high; // => 0.839850734690
 * ```
 */
export function f1Interval(cases: DetectionCounts, options: ConfidenceOptions = {}): Interval {
  const { truePositives, falsePositives, falseNegatives } = readDetection(cases, 'cases');
  const n = truePositives + falsePositives + falseNegatives;
  if (n === 0) throw new AptfolioError('empty', 'cases', 'at least one case');
  const confidence = readConfidence(options);
  const { low, high } = wilsonBounds({ successes: truePositives, n }, normalReach(confidence));
  return makeInterval((2 * low) / (1 + low), (2 * high) / (1 + high), confidence, 'wilson-f1');
}
