import { checkRange } from '../../errors/index.js';
import { scaled } from '../../numerics/index.js';
import { normalReach } from '../interval.js';
import { exponentOf } from '../scale.js';
import { isBehind, lastTimeOf } from './survival-at.js';
import { readSteps, type StepReader, type SurvivalCurve } from './survival-curve.js';

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
  const steps = readSteps(curve, 'curve');
  const end = checkRange(horizon, 'horizon', { exclusiveMin: 0 });
  if (isBehind(steps, end)) {
    return Object.freeze({ status: 'not-observed', lastTime: lastTimeOf(steps) });
  }
  const { mean, standardError } = areaUpTo(steps, end);
  const width = normalReach(curve.confidence) * standardError;
  return Object.freeze({
    status: 'observed',
    mean,
    standardError,
    low: Math.max(0, mean - width),
    high: Math.min(end, mean + width),
    confidence: curve.confidence,
    horizon: end,
    method: 'restricted-mean',
  });
}

/** From the right: each event makes all the area behind it uncertain. */
function areaUpTo(
  { length, stepAt }: StepReader,
  horizon: number,
): { mean: number; standardError: number } {
  // In a unit near the horizon, as squares of very small or large times leave the doubles.
  const k = exponentOf(horizon);
  let [area, variance, end] = [0, 0, scaled(horizon, -k)];
  for (let i = length - 1; i >= 0; i--) {
    const { time, atRisk, events, survival } = stepAt(i);
    if (time > horizon) continue;
    const start = scaled(time, -k);
    area += (end - start) * survival;
    end = start;
    if (events < atRisk) variance += (area * area * events) / atRisk / (atRisk - events);
  }
  return { mean: scaled(area + end, k), standardError: scaled(Math.sqrt(variance), k) };
}
