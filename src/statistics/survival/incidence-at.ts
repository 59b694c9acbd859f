import { checkList, checkRange } from '../../errors/index.js';
import { indexOfCause } from './competing-counts.js';
import type { IncidenceCurves } from './cumulative-incidence.js';
import { estimateOf, readBounding, type ShareEstimate } from './estimate.js';
import { readCurve } from './read-curve.js';
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
  const at = checkRange(time, 'time', { min: 0 });
  const last = steps.at(-1);
  if (last === undefined || (at > last.time && last.eventFree.share > 0)) {
    return Object.freeze({ status: 'not-observed', lastTime: last?.time ?? null });
  }
  const { length } = steps;
  const step = steps[lastIndexAt({ length, timeAt: (index) => steps[index]!.time }, at)];
  const estimate =
    step?.incidence[cause] ?? estimateOf(readBounding({ interval, confidence }), 0, 0);
  return Object.freeze({ status: 'observed', time: at, ...estimate });
}
