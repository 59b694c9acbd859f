import { at, checkList, checkObject, checkRange } from '../../errors/index.js';
import { type ConfidenceOptions, readConfidence } from '../interval.js';
import { indexOfCause } from './competing-counts.js';
import type { IncidenceCurves, IncidenceStep } from './cumulative-incidence.js';
import { readBounding, type ShareEstimate, withBounds } from './estimate.js';
import { type LazySteps, readerOf } from './lazy-steps.js';
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
 * @param options `confidence` of the bounds; default that of the curves.
 * @returns `observed`; or `not-observed` behind the last time seen, unless nobody was left by then.
 * @throws AptfolioError by path: `curves.method` and the like for what are no such curves; `unknown-id` for `cause`, `out-of-range` and the like for `time` and `options.confidence`.
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
export function incidenceAt(
  curves: IncidenceCurves,
  cause: string,
  time: number,
  options: ConfidenceOptions = {},
): IncidenceAt {
  checkObject(curves, 'curves');
  const { length, timeAt, stepAt } = stepsOf(curves, cause);
  const { causes, interval, confidence } = curves;
  indexOfCause(checkList(causes, 'curves.causes'), cause);
  const when = checkRange(time, 'time', { min: 0 });
  const { confidence: asked = confidence } = checkObject(options, 'options');
  const bounding = readBounding({
    interval,
    confidence: readConfidence({ ...options, confidence: asked }),
  });
  const last = length === 0 ? undefined : stepAt(length - 1);
  if (last === undefined || (when > last.time && last.eventFree.share > 0)) {
    return Object.freeze({ status: 'not-observed', lastTime: last?.time ?? null });
  }
  const index = lastIndexAt({ length, timeAt }, when);
  const { share, standardError } = index < 0 ? NOBODY : stepAt(index).incidence[cause]!;
  const estimate = withBounds(bounding, share, standardError);
  return Object.freeze({ status: 'observed', time: when, ...estimate });
}

/** The steps as they are kept, or of curves that were written and read again. */
function stepsOf(curves: IncidenceCurves, cause: string): LazySteps<IncidenceStep> {
  const own = readerOf(curves, 'aalen-johansen');
  if (own !== undefined) return own;
  const { steps } = readCurve(curves, 'curves', 'aalen-johansen');
  const pathOf = (index: number): string => at('curves.steps', index);
  return {
    length: steps.length,
    timeAt: (index) => timeOfStep(steps[index], pathOf(index)),
    stepAt: (index) => readStep(steps[index], cause, pathOf(index)),
  };
}

/** Before the first step nobody has left. */
const NOBODY = Object.freeze({ share: 0, standardError: 0 });

function readStep(step: unknown, cause: string, path: string): IncidenceStep {
  const { eventFree, incidence } = checkStep(step, path);
  checkShareOf(eventFree, at(path, 'eventFree'), 'share');
  const where = at(path, 'incidence');
  checkShareOf(checkObject(incidence, where)[cause], at(where, cause), 'share');
  return step as IncidenceStep;
}
