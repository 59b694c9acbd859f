import { normalCdf, normalQuantile } from '../../numerics/index.js';
import { differenceOfEstimates, type Estimate } from '../../statistics/index.js';
import type { ComparedTimes, NoVariation } from './comparison.js';
import { type Found, noControlGroup, noVariation } from './sides.js';
import { rootOfSquares } from './weighed.js';

type Tested = Pick<ComparedTimes, 'before' | 'after' | 'method'>;

/**
 * Figures from 0 to 1 that know how sure they are and have no test of their own: their difference in standard errors that are read off those ends of both intervals which
 * lie towards each other, so that the p-value says of 0 what the interval of the difference says.
 *
 * Source: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693–1702, for the variance of an interval's end.
 */
export function compareByIntervals(
  before: Estimate,
  after: Estimate,
  tested: Tested,
): Found<ComparedTimes | NoVariation> {
  const all = [before.value, after.value];
  if (all.every((value) => value === 0) || all.every((value) => value === 1)) {
    return noVariation(tested, 0);
  }
  const { difference, interval } = differenceOfEstimates(after, before);
  const [upper, lower] = difference > 0 ? [after, before] : [before, after];
  const towards = [upper.value - upper.interval.low, lower.interval.high - lower.value];
  const error = rootOfSquares(towards) / -normalQuantile((1 - interval.confidence) / 2);
  if (error === 0) return noVariation(tested, difference);
  const statistic = difference / error + 0;
  return {
    finding: {
      ...tested,
      status: 'compared',
      difference,
      interval,
      statistic,
      pValue: Math.min(1, 2 * normalCdf(-Math.abs(statistic))),
      reasons: [noControlGroup()],
    },
    change: difference,
  };
}
