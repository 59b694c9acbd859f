import { checkRange } from '../../errors/index.js';
import { boundsOf, readBounding } from './estimate.js';
import {
  readSteps,
  type StepReader,
  type SurvivalCurve,
  type SurvivalStep,
} from './survival-curve.js';

/** Survival at a time, or that nobody was followed that long. */
export type SurvivalAt =
  | {
      readonly status: 'observed';
      readonly time: number;
      readonly survival: number;
      /** `null` where survival is 0. */
      readonly standardError: number | null;
      /** `null` where survival is 0, and on the scale `log-log` where it is 1. */
      readonly low: number | null;
      readonly high: number | null;
    }
  /** The last time seen is `lastTime`, `null` if nobody was observed at all; some were still without the event. */
  | { readonly status: 'not-observed'; readonly lastTime: number | null };

/**
 * Survival at a time: the share without the event up to and including it.
 *
 * @param curve of `kaplanMeier`.
 * @param time at least 0, in the unit of the counts.
 * @returns `observed`; or `not-observed` behind the last time seen, unless nobody was left by then: the curve is not drawn out.
 * @throws AptfolioError by path: `curve.method` and the like for what is no such curve; `out-of-range` and the like for `time`.
 *
 * @example
 * ```ts
 * import { kaplanMeier, survivalAt } from 'aptfolio/statistics';
 *
 * const curve = kaplanMeier([{ time: 3, events: 1, censored: 0 }, { time: 6, events: 1, censored: 2 }]);
 * survivalAt(curve, 5).survival; // => 0.75
 * survivalAt(curve, 7); // => { status: 'not-observed', lastTime: 6 }
 * ```
 */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalAt {
  const steps = readSteps(curve, 'curve');
  const at = checkRange(time, 'time', { min: 0 });
  if (isBehind(steps, at)) {
    return Object.freeze({ status: 'not-observed', lastTime: lastTimeOf(steps) });
  }
  const index = lastIndexAt(steps, at);
  const step = index < 0 ? startOf(curve) : steps.stepAt(index);
  const { survival, standardError, low, high } = step;
  return Object.freeze({ status: 'observed', time: at, survival, standardError, low, high });
}

/** Whether a time lies behind all that was seen while some were still without the event. */
export function isBehind({ length, stepAt }: StepReader, time: number): boolean {
  if (length === 0) return true;
  const last = stepAt(length - 1);
  return time > last.time && last.survival > 0;
}

/** The last time seen; `null` if nobody was observed. */
export function lastTimeOf({ length, timeAt }: StepReader): number | null {
  return length === 0 ? null : timeAt(length - 1);
}

/** Where the last step up to a time stands; −1 before the first. */
export function lastIndexAt(
  { length, timeAt }: Pick<StepReader, 'length' | 'timeAt'>,
  time: number,
): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (timeAt(middle) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Before the first step all are without the event. */
function startOf({
  interval,
  confidence,
}: SurvivalCurve): Pick<SurvivalStep, 'survival' | 'standardError' | 'low' | 'high'> {
  return {
    survival: 1,
    standardError: 0,
    ...boundsOf(readBounding({ interval, confidence }), 1, 0),
  };
}
