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
import type { KpiRecord } from '../cube/record.js';
import type { Fields } from '../kinds/kind.js';

/** An enquiry, a complaint, a risk event, an application: something that is opened, goes through steps and is closed. */
export interface ServiceCase {
  readonly id: string;
  /** ISO 8601 with its offset, or milliseconds since 1970-01-01T00:00Z. */
  readonly openedAt: string | number;
  /** When each step was reached, by its name: `first-response`, `contained`, `closed`. A step not reached is left out. */
  readonly steps: Readonly<Record<string, string | number>>;
  /** When the client gave up waiting, or the case was withdrawn; what was not reached by then is not waited for any longer. */
  readonly abandonedAt?: string | number;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** A KPI on the time between two steps. */
export interface CaseMeasure {
  /** Id of a KPI of kind `durations` or `within-limit`, in hours. */
  readonly kpi: string;
  /** The step from which time runs; default the opening. A case that has not reached it has no record. */
  readonly from?: string;
  readonly until: string;
}

/** How cases become records. */
export interface CaseOptions {
  readonly measures: readonly CaseMeasure[];
  /** The moment of the look: a case without the step is open so far. */
  readonly asOf: string | number;
  /** Counts business hours in place of hours. */
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
const MEASURE_FIELDS: FieldsOf<CaseMeasure> = { kpi: true, from: true, until: true };
const HOUR = 3_600_000;

/**
 * Turns a case into one record for each measure of time, closed or open, for a cube.
 *
 * A case is told again and again as it goes on: a record's revision is the moment of the look, so the latest counts. It belongs to the period in which
 * the case was opened, since counting by the day of closing leaves the slow ones for later.
 *
 * @param serviceCase with the steps reached so far.
 * @returns a record for each measure whose first step was reached; open cases with how long they have waited.
 * @throws AptfolioError with path `case…` or `options…`: `inconsistent` for a step before the opening or before the step from which it is measured, or after the look.
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
  const times = readTimes(fields, asOf);
  const records = measures.flatMap((measure): readonly KpiRecord[] => {
    const event = measured(measure, times, asOf, options.hours);
    if (event === null) return [];
    const { dimensions } = serviceCase;
    const record = {
      kpi: measure.kpi,
      at: serviceCase.openedAt,
      id: `${id}/${measure.kpi}`,
      revision: asOf,
      ...(dimensions !== undefined && { dimensions }),
      event,
    };
    return [Object.freeze(record)];
  });
  return Object.freeze(records);
}

interface CaseTimes {
  readonly opened: number;
  readonly steps: ReadonlyMap<string, number>;
  /** Until when a step that was not reached was waited for. */
  readonly end: number;
}

function readTimes(fields: Fields, asOf: number): CaseTimes {
  const read = (value: unknown, path: string, after: number): number => {
    const time = instantOf(value, path);
    if (time < after) throw fault(path, 'an instant not before the case was opened', value);
    if (time > asOf) throw fault(path, 'an instant not after options.asOf', value);
    return time;
  };
  const opened = read(fields.openedAt, 'case.openedAt', Number.NEGATIVE_INFINITY);
  const given = Object.entries(checkObject(fields.steps, 'case.steps'));
  const steps = given
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, read(value, at('case.steps', name), opened)] as const);
  const { abandonedAt } = fields;
  const end = abandonedAt === undefined ? asOf : read(abandonedAt, 'case.abandonedAt', opened);
  return { opened, steps: new Map(steps), end };
}

function measured(
  { from, until }: CaseMeasure,
  { opened, steps, end }: CaseTimes,
  asOf: number,
  hours: BusinessHours | undefined,
): { readonly duration: number; readonly open?: true } | null {
  const start = from === undefined ? opened : steps.get(from);
  if (start === undefined) return null;
  const reached = steps.get(until);
  if (reached !== undefined && reached < start) {
    throw fault(at('case.steps', until), `an instant not before ${from}`, reached);
  }
  const last = reached ?? Math.min(asOf, end);
  // Given up before the step began: nothing was waited for.
  if (last < start) return null;
  const duration = hours === undefined ? (last - start) / HOUR : hours.hoursBetween(start, last);
  return Object.freeze(reached === undefined ? { duration, open: true } : { duration });
}

function readMeasures(value: unknown, path: string): readonly CaseMeasure[] {
  return checkList<unknown>(value, path, { minLength: 1, maxLength: 100 }).map((entry, i) => {
    const where = at(path, i);
    const fields = checkObject(entry, where);
    refuseUnknown(fields, where, MEASURE_FIELDS);
    return {
      kpi: checkText(fields.kpi, at(where, 'kpi'), 100),
      ...(fields.from !== undefined && { from: checkText(fields.from, at(where, 'from'), 100) }),
      until: checkText(fields.until, at(where, 'until'), 100),
    };
  });
}

function fault(path: string, expected: string, received: unknown): AptfolioError {
  return new AptfolioError('inconsistent', path, expected, received);
}
