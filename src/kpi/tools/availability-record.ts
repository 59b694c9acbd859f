import { instantOf } from '../../dates/index.js';
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
import { readDimensions } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';

/** A time in which a tool was down, or was to be: `until` does not belong to it. */
export interface DownTime {
  /** ISO 8601 with its offset, or milliseconds since 1970-01-01T00:00Z. */
  readonly from: string | number;
  /** Absent while it lasts. */
  readonly until?: string | number;
}

/** One stretch of a tool's service, such as a day. */
export interface ServiceWindow {
  /** At most 80 characters. */
  readonly tool: string;
  /** On whole minutes; `until` does not belong to it. */
  readonly from: string | number;
  readonly until: string | number;
  /** They may overlap, and reach beyond the window. */
  readonly outages: readonly DownTime[];
  /** Announced beforehand; it counts neither way. Default none. */
  readonly maintenance?: readonly DownTime[];
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** How a window becomes a record. */
export interface AvailabilityOptions {
  /** The moment of the look, not before the window's end. */
  readonly asOf: string | number;
}

/** Whole minutes since 1970; the last does not belong to it. */
type Minutes = readonly [from: number, until: number];

const WINDOW_FIELDS: FieldsOf<ServiceWindow> = {
  tool: true,
  from: true,
  until: true,
  outages: true,
  maintenance: true,
  dimensions: true,
};
const MINUTE = 60_000;

/**
 * Turns a stretch of a tool's service into its good minutes and its minutes.
 *
 * A minute in which the tool was down at all is not good. Minutes of announced maintenance count neither way. Outages of several causes that overlap count
 * once. Tell the service day by day: a window belongs to the period in which it begins.
 *
 * @returns a record of `availability-by-time`.
 * @throws AptfolioError with path `window…` or `options…`: `inconsistent` for an end that is not after its beginning, a window that is not on whole
 * minutes or not over.
 *
 * @example
 * ```ts
 * import { availabilityRecord } from 'aptfolio/kpi';
 *
 * const window = {
 *   tool: 'app',
 *   from: '2026-03-02T00:00:00+08:00',
 *   until: '2026-03-03T00:00:00+08:00',
 *   outages: [{ from: '2026-03-02T10:00:20+08:00', until: '2026-03-02T10:03:00+08:00' }],
 *   maintenance: [{ from: '2026-03-02T02:00:00+08:00', until: '2026-03-02T03:00:00+08:00' }],
 * };
 * availabilityRecord(window, { asOf: '2026-03-03T08:00:00+08:00' }).event; // => { numerator: 1377, denominator: 1380 }
 * ```
 */
export function availabilityRecord(window: ServiceWindow, options: AvailabilityOptions): KpiRecord {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', { asOf: true });
  const asOf = instantOf(terms.asOf, 'options.asOf');
  const fields = checkObject(window, 'window');
  refuseUnknown(fields, 'window', WINDOW_FIELDS);
  const tool = checkText(fields.tool, 'window.tool', 80);
  const span = readSpan(fields.from, fields.until, asOf);
  const maintenance = readDownTimes(fields.maintenance ?? [], 'window.maintenance', span);
  const outages = readDownTimes(fields.outages, 'window.outages', span);
  const minutes = span[1] - span[0];
  return makeRecord({
    kpi: 'availability-by-time',
    at: span[0] * MINUTE,
    revision: asOf,
    parts: [tool, String(span[0] * MINUTE)],
    dimensions: readDimensions(fields, 'window'),
    event: {
      numerator: minutes - lengthOf([...outages, ...maintenance]),
      denominator: minutes - lengthOf(maintenance),
    },
  });
}

function readSpan(from: unknown, until: unknown, asOf: number): Minutes {
  const read = (value: unknown, path: string): number => {
    const minute = instantOf(value, path) / MINUTE;
    if (Number.isInteger(minute)) return minute;
    throw new AptfolioError('inconsistent', path, 'an instant on a whole minute', value);
  };
  const [first, last] = [read(from, 'window.from'), read(until, 'window.until')];
  if (last > first && last * MINUTE <= asOf) return [first, last];
  const expected =
    last > first ? 'an instant not after options.asOf' : 'an instant after window.from';
  throw new AptfolioError('inconsistent', 'window.until', expected, until);
}

/** Within the window, each from the minute in which it began to that in which it ended. */
function readDownTimes(value: unknown, path: string, [first, last]: Minutes): readonly Minutes[] {
  return checkList<unknown>(value, path).map((entry, i) => {
    const where = at(path, i);
    const fields = checkObject(entry, where);
    refuseUnknown(fields, where, { from: true, until: true });
    const from = instantOf(fields.from, at(where, 'from'));
    const { until } = fields;
    const end = until === undefined ? last * MINUTE : instantOf(until, at(where, 'until'));
    if (until !== undefined && end <= from) {
      const expected = 'an instant after its beginning';
      throw new AptfolioError('inconsistent', at(where, 'until'), expected, until);
    }
    return [Math.max(first, Math.floor(from / MINUTE)), Math.min(last, Math.ceil(end / MINUTE))];
  });
}

/** The minutes that lie in any of the stretches. */
function lengthOf(stretches: readonly Minutes[]): number {
  let covered = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [from, until] of [...stretches].sort(([a], [b]) => a - b)) {
    const start = Math.max(from, reached);
    if (until <= start) continue;
    covered += until - start;
    reached = until;
  }
  return covered;
}
