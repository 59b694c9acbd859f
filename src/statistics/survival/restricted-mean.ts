import { checkRange } from '../../errors/index.js';
import { normalReach } from '../interval.js';
import type { SurvivalCurve, SurvivalStep } from './kaplan-meier.js';
import { readCurve } from './read-curve.js';
import { isBehind } from './survival-at.js';

/** The mean time up to a horizon, or that nobody was followed that long. */
export type RestrictedMean =
  | {
      readonly status: 'observed';
      /** In the unit of the counts, from 0 to `horizon`. */
      readonly mean: number;
      readonly standardError: number;
      readonly low: number;
      readonly high: number;
      readonly confidence: number;
      readonly horizon: number;
      readonly method: 'restricted-mean';
    }
  /** The last time seen is `lastTime`, `null` if nobody was observed at all; some were still without the event. */
  | { readonly status: 'not-observed'; readonly lastTime: number | null };

/**
 * The mean time without the event within a horizon: the area under the curve up to it.
 *
 * Unlike a mean of the finished cases it counts those that are not over. The interval is normal, cut at 0 and the horizon.
 *
 * @param curve of `kaplanMeier`, whose confidence the interval has.
 * @param horizon above 0, in the unit of the counts.
 * @returns `observed`; or `not-observed` if the horizon lies behind the last time seen and somebody was still without the event.
 * @throws AptfolioError by path: `curve.method` and the like for what is no such curve; `out-of-range` and the like for `horizon`.
 *
 * Source: J. P. Klein and M. L. Moeschberger, Survival Analysis, 2nd ed. (2003), formulas 4.5.1 and 4.5.2, as R's `survfit`.
 *
 * @example
 * ```ts
 * import { kaplanMeier, restrictedMean } from 'aptfolio/statistics';
 *
 * const curve = kaplanMeier([{ time: 3, events: 1, censored: 0 }, { time: 6, events: 1, censored: 2 }]);
 * const { mean, standardError } = restrictedMean(curve, 6);
 * mean; // => 5.25
 * standardError; // => 0.649519052838329
 * ```
 */
export function restrictedMean(curve: SurvivalCurve, horizon: number): RestrictedMean {
  const { steps, confidence } = readCurve(curve, 'curve', 'kaplan-meier');
  const end = checkRange(horizon, 'horizon', { exclusiveMin: 0 });
  if (isBehind(curve, end)) {
    return Object.freeze({ status: 'not-observed', lastTime: steps.at(-1)?.time ?? null });
  }
  const { mean, variance } = areaUpTo(steps, end);
  const standardError = Math.sqrt(variance);
  const width = normalReach(confidence) * standardError;
  return Object.freeze({
    status: 'observed',
    mean,
    standardError,
    low: Math.max(0, mean - width),
    high: Math.min(end, mean + width),
    confidence,
    horizon: end,
    method: 'restricted-mean',
  });
}

/** From the right: each event makes all the area behind it uncertain. */
function areaUpTo(
  steps: readonly SurvivalStep[],
  horizon: number,
): { mean: number; variance: number } {
  let [area, variance, end] = [0, 0, horizon];
  for (let i = steps.length - 1; i >= 0; i--) {
    const { time, atRisk, events, survival } = steps[i]!;
    if (time > horizon) continue;
    area += (end - time) * survival;
    end = time;
    if (events < atRisk) variance += (area * area * events) / atRisk / (atRisk - events);
  }
  return { mean: area + end, variance };
}
