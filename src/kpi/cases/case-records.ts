import { type BusinessHours, instantOf } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeRecord } from '../cube/make-record.js';
import { readDimensions, readInstant } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';
import { clockOf, type Moment, waitedHours } from './waited-hours.js';

/** An enquiry, a complaint, a risk event, an application: something that is opened, goes through steps and is closed. */
export interface ServiceCase {
  readonly id: string;
  /** ISO 8601 with its offset, or milliseconds since 1970-01-01T00:00Z. */
  readonly openedAt: string | number;
  /** When each step was reached, by its name: `first-response`, `contained`, `closed`. A step not reached is left out. */
  readonly steps: Readonly<Record<string, string | number>>;
  /** When the client gave up waiting, or the case was withdrawn; what was not reached by then is not waited for any longer, nor counts if it comes later. */
  readonly abandonedAt?: string | number;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** A KPI on the time between two steps. */
export interface CaseMeasure {
  /** Id of a KPI of kind `durations` or `within-limit`, in hours; each in one measure. */
  readonly kpi: string;
  /** The step from which time runs; default the opening. A case that has not reached it counts nowhere. */
  readonly from?: string;
  readonly until: string;
  /** The step that ends the wait for `until` where that was not reached, such as `closed`: the case was open until then. Default none. */
  readonly endedBy?: string;
}

/** How cases become records. */
export interface CaseOptions {
  readonly measures: readonly CaseMeasure[];
  /** The moment of the look: a case without the step is open so far. */
  readonly asOf: string | number;
  /** Counts business hours in place of hours; records say which under the term `clock`. */
  readonly hours?: BusinessHours;
}

const CASE_FIELDS: FieldsOf<ServiceCase> = {
  id: true,
  openedAt: true,
  steps: true,
  abandonedAt: true,
  dimensions: true,
};
const OPTION_FIELDS: FieldsOf<CaseOptions> = { measures: true, asOf: true, hours: true };
const MEASURE_FIELDS: FieldsOf<CaseMeasure> = {
  kpi: true,
  from: true,
  until: true,
  endedBy: true,
};

/**
 * Turns a case into one record for each measure of time, closed or open, for a cube.
 *
 * A case is told again and again as it goes on: a record's revision is the moment of the look, so the latest counts. It belongs to the period in which
 * the case was opened, since counting by the day of closing leaves the slow ones for later.
 *
 * A step that was not reached when the case was given up, or when the step that ends the wait was reached, is waited for until then and no longer: what nobody
 * recorded does not become later with every look.
 *
 * @param serviceCase with the steps reached so far.
 * @returns a record for each measure; open cases with how long they have waited, and `null` as the event where the first step was not reached.
 * @throws AptfolioError with path `case…` or `options…`: `inconsistent` for a step before the opening or before the step from which it is measured, after the
 * look, or after the step that ends its wait, and for a case given up after that; `duplicate-id` for two measures of one KPI; `out-of-range` for what
 * the calendar of the business hours does not cover, with path `options.asOf` where an open case is looked at beyond it.
 *
 * @example
 * ```ts
 * import { caseRecords } from 'aptfolio/kpi';
 *
 * const enquiry = { id: 'e-1', openedAt: '2026-03-02T09:00:00+08:00', steps: { 'first-response': '2026-03-02T10:30:00+08:00' } };
 * const measures = [{ kpi: 'first-response', until: 'first-response' }, { kpi: 'resolution', until: 'closed' }];
 * const records = caseRecords(enquiry, { measures, asOf: '2026-03-03T09:00:00+08:00' });
 * records.map(({ event }) => event); // => [{ duration: 1.5 }, { duration: 24, open: true }]
 * caseRecords(enquiry, { measures, asOf: '2026-03-02T08:00:00+08:00' });
 * // => throws 'inconsistent', 'case.openedAt'
 * ```
 */
export function caseRecords(serviceCase: ServiceCase, options: CaseOptions): readonly KpiRecord[] {
  const fields = checkObject(serviceCase, 'case');
  refuseUnknown(fields, 'case', CASE_FIELDS);
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', OPTION_FIELDS);
  const asOf = instantOf(terms.asOf, 'options.asOf');
  const measures = readMeasures(terms.measures, 'options.measures');
  const id = checkText(fields.id, 'case.id', 100);
  const times = readTimes(serviceCase, asOf);
  const dimensions = readDimensions(fields, 'case');
  const records = measures.map((measure) =>
    makeRecord({
      kpi: measure.kpi,
      at: serviceCase.openedAt,
      revision: asOf,
      parts: [id],
      dimensions,
      terms: clockOf(options.hours),
      event: waitEvent(waitOf(measure, times), options.hours),
    }),
  );
  return Object.freeze(records);
}

interface CaseTimes {
  /** As given, for errors. */
  readonly given: Pick<ServiceCase, 'steps' | 'abandonedAt'>;
  readonly opened: number;
  readonly steps: ReadonlyMap<string, number>;
  readonly abandoned: number | null;
  readonly asOf: number;
}

function readTimes(given: ServiceCase, asOf: number): CaseTimes {
  const opened = readInstant(given.openedAt, 'case.openedAt', { asOf });
  const later = { after: opened, words: 'the case was opened', asOf };
  const { abandonedAt } = given;
  const abandoned =
    abandonedAt === undefined ? null : readInstant(abandonedAt, 'case.abandonedAt', later);
  const steps = Object.entries(checkObject(given.steps, 'case.steps'))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, readInstant(value, at('case.steps', name), later)] as const);
  return { given, opened, steps: new Map(steps), abandoned, asOf };
}

/** From when until when something was waited for, and whether it came. */
interface Wait {
  readonly from: Moment;
  readonly to: Moment;
  readonly open: boolean;
}

/** Null where nothing was waited for: the wait had not begun when the case was over, or has not begun yet. */
function waitOf({ from, until, endedBy }: CaseMeasure, times: CaseTimes): Wait | null {
  const start = from === undefined ? openingOf(times) : momentOf(times, from);
  if (start === null) return null;
  const reached = momentOf(times, until);
  if (reached !== null && reached.time < start.time) {
    throw fault(reached.path, `an instant not before ${from}`, times.given.steps[until]);
  }
  const ended = endedBy === undefined ? null : momentOf(times, endedBy);
  if (ended !== null) refuseAfter(ended.time, times, until, endedBy!);
  const over = endOf(times);
  if (reached !== null && reached.time <= over.time)
    return { from: start, to: reached, open: false };
  const to = ended !== null && ended.time < over.time ? ended : over;
  return to.time < start.time ? null : { from: start, to, open: true };
}

function openingOf({ opened }: CaseTimes): Moment {
  return { time: opened, path: 'case.openedAt' };
}

/** When the case was given up, or else the look. */
function endOf({ abandoned, asOf }: CaseTimes): Moment {
  if (abandoned === null) return { time: asOf, path: 'options.asOf' };
  return { time: abandoned, path: 'case.abandonedAt' };
}

/** When a step was reached; null if it was not. */
function momentOf({ steps }: CaseTimes, step: string): Moment | null {
  const time = steps.get(step);
  return time === undefined ? null : { time, path: at('case.steps', step) };
}

/** What a case that is over no longer does. */
function refuseAfter(ended: number, times: CaseTimes, until: string, endedBy: string): void {
  const expected = `an instant not after ${endedBy}`;
  const { given, abandoned, steps } = times;
  if (abandoned !== null && abandoned > ended) {
    throw fault('case.abandonedAt', expected, given.abandonedAt);
  }
  const reached = steps.get(until);
  if (reached === undefined || reached <= ended) return;
  throw fault(at('case.steps', until), expected, given.steps[until]);
}

function waitEvent(
  wait: Wait | null,
  hours: BusinessHours | undefined,
): { readonly duration: number; readonly open?: true } | null {
  if (wait === null) return null;
  const { from, to, open } = wait;
  const duration = waitedHours(from, to, hours);
  return open ? { duration, open } : { duration };
}

function readMeasures(value: unknown, path: string): readonly CaseMeasure[] {
  const given = checkList<unknown>(value, path, { minLength: 1, maxLength: 100 });
  const measures = given.map((entry, i) => readMeasure(entry, at(path, i)));
  measures.forEach(({ kpi }, i) => {
    if (measures.findIndex((other) => other.kpi === kpi) === i) return;
    throw new AptfolioError('duplicate-id', at(at(path, i), 'kpi'), 'a KPI in one measure', kpi);
  });
  return measures;
}

function readMeasure(value: unknown, path: string): CaseMeasure {
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, MEASURE_FIELDS);
  const text = (key: keyof CaseMeasure): string => checkText(fields[key], at(path, key), 100);
  const measure = {
    kpi: text('kpi'),
    ...(fields.from !== undefined && { from: text('from') }),
    until: text('until'),
    ...(fields.endedBy !== undefined && { endedBy: text('endedBy') }),
  };
  if (measure.endedBy !== measure.until) return measure;
  throw fault(at(path, 'endedBy'), 'another step than until', measure.endedBy);
}

function fault(path: string, expected: string, received: unknown): AptfolioError {
  return new AptfolioError('inconsistent', path, expected, received);
}
