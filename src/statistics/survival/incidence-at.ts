import { at, checkList, checkObject, checkRange } from '../../errors/index.js';
import { indexOfCause } from './competing-counts.js';
import type { IncidenceCurves, IncidenceStep } from './cumulative-incidence.js';
import { estimateOf, readBounding, type ShareEstimate } from './estimate.js';
import { checkShareOf, checkStep, readCurve, timeOfStep } from './read-curve.js';
import { lastIndexAt } from './survival-at.js';

/** A cumulative incidence at a time, or that nobody was followed that long. */
export type IncidenceAt =
  | ({ readonly status: 'observed'; readonly time: number } & ShareEstimate)
  /** The last time seen is `lastTime`, `null` if nobody was observed at all; some were still without any event. */
  | { readonly status: 'not-observed'; readonly lastTime: number | null };

/**
 * The share that has left by a cause up to and including a time.
 *
 * @param curves of `cumulativeIncidence`.
 * @param cause one of `curves.causes`.
 * @param time at least 0, in the unit of the counts.
 * @returns `observed`; or `not-observed` behind the last time seen, unless nobody was left by then.
 * @throws AptfolioError by path: `curves.method` and the like for what are no such curves; `unknown-id` for `cause`, `out-of-range` and the like for `time`.
 *
 * @example
 * ```ts
 * import { cumulativeIncidence, incidenceAt } from 'aptfolio/statistics';
 *
 * const curves = cumulativeIncidence([{ time: 6, events: { price: 1, service: 2 }, censored: 1 }]);
 * incidenceAt(curves, 'service', 6).share; // => 0.5
 * incidenceAt(curves, 'service', 5).share; // => 0
 * incidenceAt(curves, 'service', 7); // => { status: 'not-observed', lastTime: 6 }
 * ```
 */
export function incidenceAt(curves: IncidenceCurves, cause: string, time: number): IncidenceAt {
  const { steps, causes, interval, confidence } = readCurve(curves, 'curves', 'aalen-johansen');
  indexOfCause(checkList(causes, 'curves.causes'), cause);
  const when = checkRange(time, 'time', { min: 0 });
  const { length } = steps;
  const stepAt = (index: number): IncidenceStep => {
    return readStep(steps[index], cause, at('curves.steps', index));
  };
  const last = length === 0 ? undefined : stepAt(length - 1);
  if (last === undefined || (when > last.time && last.eventFree.share > 0)) {
    return Object.freeze({ status: 'not-observed', lastTime: last?.time ?? null });
  }
  const timeAt = (index: number): number => timeOfStep(steps[index], at('curves.steps', index));
  const index = lastIndexAt({ length, timeAt }, when);
  const estimate =
    index < 0
      ? estimateOf(readBounding({ interval, confidence }), 0, 0)
      : stepAt(index).incidence[cause]!;
  return Object.freeze({ status: 'observed', time: when, ...estimate });
}

function readStep(step: unknown, cause: string, path: string): IncidenceStep {
  const { eventFree, incidence } = checkStep(step, path);
  checkShareOf(eventFree, at(path, 'eventFree'), 'share');
  const where = at(path, 'incidence');
  checkShareOf(checkObject(incidence, where)[cause], at(where, cause), 'share');
  return step as IncidenceStep;
}
