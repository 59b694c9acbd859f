import { checkRange } from '../../errors/index.js';
import { boundsOf, readBounding } from './estimate.js';
import type { SurvivalCurve, SurvivalStep } from './kaplan-meier.js';
import { readCurve } from './read-curve.js';

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
  const { steps } = readCurve(curve, 'curve', 'kaplan-meier');
  const at = checkRange(time, 'time', { min: 0 });
  if (isBehind(curve, at)) {
    return Object.freeze({ status: 'not-observed', lastTime: steps.at(-1)?.time ?? null });
  }
  const { survival, standardError, low, high } = lastStepAt(steps, at) ?? startOf(curve);
  return Object.freeze({ status: 'observed', time: at, survival, standardError, low, high });
}

/** Whether a time lies behind all that was seen while some were still without the event. */
export function isBehind({ steps }: SurvivalCurve, time: number): boolean {
  const last = steps.at(-1);
  return last === undefined || (time > last.time && last.survival > 0);
}

/** The last step up to a time. */
export function lastStepAt<T extends { readonly time: number }>(
  steps: readonly T[],
  time: number,
): T | undefined {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (steps[middle]!.time <= time) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1];
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
