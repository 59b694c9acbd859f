import { checkRange } from '../../errors/index.js';
import { scaled, studentTQuantile } from '../../numerics/index.js';
import { exponentOf } from '../scale.js';
import { isBehind, lastIndexAt, lastTimeOf } from './survival-at.js';
import {
  readSteps,
  type StepReader,
  type SurvivalCurve,
  type SurvivalStep,
} from './survival-curve.js';

/** The mean time up to a horizon, or that nobody was followed that long. */
export type RestrictedMean =
  | {
      readonly status: 'observed';
      /** In the unit of the counts, from 0 to `horizon`. */
      readonly mean: number;
      /** Of how many it is known how long they stayed up to the horizon: who was last seen before is not among them. */
      readonly known: number;
      /** `null` where those all stayed equally long, or there is but one: how sure that is cannot be said. */
      readonly standardError: number | null;
      /** `null` where the standard error is. */
      readonly low: number | null;
      readonly high: number | null;
      readonly confidence: number;
      readonly horizon: number;
      readonly method: 'restricted-mean-t';
    }
  /** The last time seen is `lastTime`, `null` if nobody was observed at all; some were still without the event. */
  | { readonly status: 'not-observed'; readonly lastTime: number | null };

/**
 * The mean time without the event within a horizon: the area under the curve up to it.
 *
 * Unlike a mean of the finished cases it counts those that are not over. Where nobody was last seen before the horizon, it is the mean of the times cut at the horizon,
 * and so are its standard error and its t interval: the variance of the curve's area is multiplied by m/(m − 1), and Student's t has m − 1 degrees of freedom, where m is
 * of how many the time up to the horizon is known. R's `survfit` leaves out the factor, which is near 1 for many clients. The interval is cut at 0 and the horizon.
 *
 * @param curve of `kaplanMeier`, whose confidence the interval has.
 * @param horizon above 0, in the unit of the counts.
 * @returns `observed`; or `not-observed` if the horizon lies behind the last time seen and somebody was still without the event.
 * @throws AptfolioError by path: `curve.method` and the like for what is no such curve; `out-of-range` and the like for `horizon`.
 *
 * Source: J. P. Klein and M. L. Moeschberger, Survival Analysis, 2nd ed. (2003), formulas 4.5.1 and 4.5.2, as R's `survfit`; E. L. Kaplan and P. Meier, JASA 53 (1958)
 * 457–481, section 6.2, for the factor.
 *
 * @example
 * ```ts
 * import { kaplanMeier, restrictedMean } from 'aptfolio/statistics';
 *
 * const curve = kaplanMeier([{ time: 3, events: 1, censored: 0 }, { time: 6, events: 1, censored: 2 }]);
 * const { mean, standardError } = restrictedMean(curve, 6);
 * mean; // => 5.25
 * standardError; // => 0.75
 * ```
 */
export function restrictedMean(curve: SurvivalCurve, horizon: number): RestrictedMean {
  const steps = readSteps(curve, 'curve');
  const end = checkRange(horizon, 'horizon', { exclusiveMin: 0 });
  if (isBehind(steps, end)) {
    return Object.freeze({ status: 'not-observed', lastTime: lastTimeOf(steps) });
  }
  const { mean, error, known } = areaUpTo(steps, end);
  const standardError = error > 0 && known > 1 ? error * Math.sqrt(known / (known - 1)) : null;
  const { confidence } = curve;
  const reach =
    standardError === null
      ? null
      : -studentTQuantile((1 - confidence) / 2, known - 1) * standardError;
  return Object.freeze({
    status: 'observed',
    mean,
    known,
    standardError,
    low: reach === null ? null : Math.max(0, mean - reach),
    high: reach === null ? null : Math.min(end, mean + reach),
    confidence,
    horizon: end,
    method: 'restricted-mean-t',
  });
}

interface Area {
  readonly mean: number;
  /** The root of the variance of the curve's area; 0 where all stayed equally long. */
  readonly error: number;
  readonly known: number;
}

/** From the right: each event makes all the area behind it uncertain. */
function areaUpTo({ length, timeAt, stepAt }: StepReader, horizon: number): Area {
  // In a unit near the horizon, as squares of very small or large times leave the doubles.
  const k = exponentOf(horizon);
  let [area, variance, end] = [0, 0, scaled(horizon, -k)];
  const last = lastIndexAt({ length, timeAt }, horizon);
  let known = last < 0 ? stepAt(0).atRisk : stayingAt(stepAt(last), horizon);
  for (let i = last; i >= 0; i--) {
    const { time, atRisk, events, survival } = stepAt(i);
    const start = scaled(time, -k);
    area += (end - start) * survival;
    end = start;
    known += events;
    if (events < atRisk) variance += (area * area * events) / atRisk / (atRisk - events);
  }
  return { mean: scaled(area + end, k), error: scaled(Math.sqrt(variance), k), known };
}

/** Of the last step up to a horizon: who was still there then. Who was last seen at the horizon itself was. */
function stayingAt({ time, atRisk, events, censored }: SurvivalStep, horizon: number): number {
  return atRisk - events - (time < horizon ? censored : 0);
}
