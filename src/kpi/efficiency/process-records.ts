import { type BusinessHours, instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { DAY } from '../acquisition/attribute.js';
import {
  type FunnelJourney,
  type FunnelOptions,
  funnelRecord,
} from '../acquisition/funnel-record.js';
import { clockOf, type Moment, waitedHours } from '../cases/waited-hours.js';
import { makeRecord } from '../cube/make-record.js';
import { readDimensions } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';
import type { Kpi } from '../definition.js';
import type { KpiEvent } from '../state.js';

/** How far one client has come in a process of the service. */
export interface ProcessJourney extends FunnelJourney {
  /** Where a step is done, by its name: `app`, `branch`, `phone`; absent where nobody knows. */
  readonly touchPoints?: Readonly<Record<string, string>>;
}

/** How a journey becomes records. */
export interface ProcessOptions extends FunnelOptions {
  /** Counts business hours in place of hours. */
  readonly hours?: BusinessHours;
}

const OPTION_FIELDS: FieldsOf<ProcessOptions> = { asOf: true, idleDays: true, hours: true };

/** Time from the step reached before to this one, or that it was left out on the way; null where nobody has waited for it. */
type StepTime =
  | { readonly from: Moment; readonly until: Moment; readonly open: boolean }
  | 'skipped'
  | null;

/**
 * Turns one client's way through a process into records: how far it came, and how long each step took.
 *
 * How far it came is told as by `funnelRecord`: with `idleDays` the window of each step decides when its outcome counts, without them quick ways count first.
 * The time of a step runs from the step reached before it. Each record says its `step` and, where known, its `touchPoint`, so that a cube with these dimensions
 * keeps the steps apart. The step that is being waited for is open so far; a client who has ended the process, or been idle too long, waited until then.
 * A step that was left out on the way is left out here (`skipped`). One that nobody has waited for has the event `null`, which takes back what an earlier look
 * may have said of it.
 *
 * @param journey with the steps reached so far, at least one.
 * @param kpi of kind `funnel`, such as `processCompletion` of `serviceKpis`.
 * @returns one record for `kpi`; for each step after the first one of `step-time-median` and `step-time-p90`.
 * @throws AptfolioError as `funnelRecord`; `unknown-id` for a touch point of no step, `inconsistent` for a dimension called `step` or `touchPoint`.
 *
 * @example
 * ```ts
 * import { processRecords, serviceKpis } from 'aptfolio/kpi';
 *
 * const { processCompletion } = serviceKpis({ currency: 'CNY' });
 * processCompletion.steps; // => ['started', 'profiled', 'proposed', 'signed']
 * const journey = {
 *   id: 'j-1',
 *   steps: { started: '2026-03-02T09:00:00+08:00', profiled: '2026-03-02T09:30:00+08:00' },
 *   touchPoints: { profiled: 'app' },
 * };
 * const records = processRecords(journey, processCompletion, { asOf: '2026-03-03T09:30:00+08:00' });
 * records.filter(({ kpi }) => kpi !== 'step-time-p90').map(({ event, dimensions }) => [event, dimensions]);
 * // => [
 * //   [{ reached: 'profiled', open: true }, undefined],
 * //   [{ duration: 0.5 }, { step: 'profiled', touchPoint: 'app' }],
 * //   [{ duration: 24, open: true }, { step: 'proposed' }],
 * //   [null, { step: 'signed' }],
 * // ]
 * ```
 */
export function processRecords(
  journey: ProcessJourney,
  kpi: Kpi<'funnel'>,
  options: ProcessOptions,
): readonly KpiRecord[] {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', OPTION_FIELDS);
  const { hours, ...look } = options;
  const { touchPoints, ...way } = checkObject(journey, 'journey') as unknown as ProcessJourney;
  const completion = funnelRecord(way, kpi, look);
  const places = readTouchPoints(touchPoints, kpi.steps);
  const dimensions = readDimensions({ ...way }, 'journey');
  refuseOwn(dimensions);
  const times = stepTimes(way, kpi.steps, look);
  const records = kpi.steps.slice(1).flatMap((step, i) => {
    const place = places.get(step);
    const about = { step, ...(place !== undefined && { touchPoint: place }) };
    return ['step-time-median', 'step-time-p90'].map((id) =>
      makeRecord({
        kpi: id,
        at: completion.at,
        parts: [way.id, step],
        revision: completion.revision,
        dimensions: Object.freeze({ ...dimensions, ...about }),
        terms: clockOf(hours),
        event: eventOf(times[i + 1]!, hours),
      }),
    );
  });
  return Object.freeze([completion, ...records]);
}

function eventOf(time: StepTime, hours: BusinessHours | undefined): KpiEvent | null {
  if (time === null) return null;
  if (time === 'skipped') return { excluded: time };
  const { from, until, open } = time;
  const duration = waitedHours(from, until, hours);
  return open ? { duration, open } : { duration };
}

/** Of each step, in their order. The journey has been checked. */
function stepTimes(
  { steps: given, endedAt }: FunnelJourney,
  steps: readonly string[],
  look: FunnelOptions,
): readonly StepTime[] {
  const reached = steps.map((step): Moment | null => {
    const time = Object.hasOwn(given, step) ? given[step] : undefined;
    return time === undefined ? null : { time: instantOf(time), path: at('journey.steps', step) };
  });
  let last = steps.length - 1;
  while (reached[last] === null) last -= 1;
  const from = reached[last]!;
  const end = endOf(from, endedAt, look);
  let before: Moment | null = null;
  return reached.map((until, i): StepTime => {
    if (i === last + 1) return { from, until: end, open: true };
    const since = before;
    before = until ?? before;
    if (since === null || i > last) return null;
    return until === null ? 'skipped' : { from: since, until, open: false };
  });
}

/** Until when the step after the last one was waited for. */
function endOf(
  last: Moment,
  endedAt: FunnelJourney['endedAt'],
  { asOf, idleDays }: FunnelOptions,
): Moment {
  if (endedAt !== undefined) return { time: instantOf(endedAt), path: 'journey.endedAt' };
  const look = instantOf(asOf);
  const idleEnd = idleDays === undefined ? look : last.time + idleDays * DAY;
  return idleEnd < look ? { ...last, time: idleEnd } : { time: look, path: 'options.asOf' };
}

function readTouchPoints(value: unknown, steps: readonly string[]): ReadonlyMap<string, string> {
  const path = 'journey.touchPoints';
  const given = checkObject(value ?? {}, path);
  refuseUnknown(given, path, Object.fromEntries(steps.map((step) => [step, true])));
  return new Map(
    Object.entries(given)
      .filter(([, place]) => place !== undefined)
      .map(([step, place]) => [step, checkText(place, at(path, step), 200)]),
  );
}

function refuseOwn(dimensions: Readonly<Record<string, string>> | undefined): void {
  const name = ['step', 'touchPoint'].find((own) => Object.hasOwn(dimensions ?? {}, own));
  if (name === undefined) return;
  const expected = 'a dimension other than step and touchPoint, which the records have themselves';
  throw new AptfolioError('inconsistent', at('journey.dimensions', name), expected, name);
}
