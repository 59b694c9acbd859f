import { at, checkInteger, checkRange, checkUniqueIds } from '../../errors/index.js';
import { gammaQuantile, upperGammaQuantile } from '../../numerics/index.js';
import { type ConfidenceOptions, makeInterval, readConfidence } from '../interval.js';
import { poissonInterval } from '../poisson-interval.js';
import { shrunkCounts } from './count-model.js';
import type { Shrinkage } from './shrinkage.js';

/** One group's events in its exposure. */
export interface GroupRate {
  readonly id: string;
  /** Whole number of at least 0. */
  readonly events: number;
  /** In any unit of time, from 1e-100 to 1e100. */
  readonly exposure: number;
}

/**
 * Draws the rates of groups, such as complaints per client-year, towards their common rate, each as far as its exposure
 * is small: the gamma-Poisson empirical Bayes estimate by moments.
 *
 * The interval is that of a gamma distribution (method `gamma-poisson`) about the shrunk rate, as wide as chance and the
 * centre and variance between groups, which are estimates too, make it (Morris). In simulations, with 4 to 100 groups that
 * differ little or much, that of 95 % held the true rate in 93 to 99 %.
 *
 * @param groups each with a unique id; an empty list is `too-few-groups`.
 * @returns `shrunk`; `no-between-variation` if the groups differ no more than chance alone would have it;
 * `too-few-groups` below four.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range` or `duplicate-id` with a path such
 * as `groups[2].exposure`.
 *
 * Source: H. Bühlmann and A. Gisler, A Course in Credibility Theory (2005), chapters 2 and 4, with the variance
 * within groups that of Poisson's distribution; C. N. Morris, JASA 78 (1983) 47–55, for the variance of a shrunk rate.
 *
 * @example
 * ```ts
 * import { shrinkRates } from 'aptfolio/statistics';
 *
 * const rates = shrinkRates([
 *   { id: 'A', events: 3, exposure: 20 },
 *   { id: 'B', events: 12, exposure: 400 },
 *   { id: 'C', events: 45, exposure: 600 },
 *   { id: 'D', events: 20, exposure: 150 },
 * ]);
 * rates.centre; // => 0.06837606837606838
 * rates.groups[0].shrunk; // => 0.0951239382
 * ```
 */
export function shrinkRates(
  groups: readonly GroupRate[],
  options: ConfidenceOptions = {},
): Shrinkage {
  checkUniqueIds(groups, 'groups');
  const given = groups.map((group, i) => {
    const path = at('groups', i);
    const events = checkInteger(group.events, at(path, 'events'), { min: 0 });
    const size = checkRange(group.exposure, at(path, 'exposure'), { min: 1e-100, max: 1e100 });
    return { id: group.id, events, size };
  });
  const confidence = readConfidence(options);
  const tail = (1 - confidence) / 2;
  return shrunkCounts(given, {
    chance: (centre) => centre,
    takenByBetween: 0,
    method: 'gamma-poisson',
    centreInterval: (events, exposure) => poissonInterval(events, { confidence, exposure }),
    interval: (mean, variance) => {
      const rate = mean / variance;
      const shape = mean * rate;
      const low = gammaQuantile(tail, shape) / rate;
      const high = upperGammaQuantile(tail, shape) / rate;
      return makeInterval(low, high, confidence, 'gamma-poisson');
    },
  });
}
