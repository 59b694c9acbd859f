import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../errors/index.js';
import { addDays } from './arithmetic.js';
import { type BusinessCalendar, checkCalendar } from './calendar.js';
import { checkInterval } from './interval.js';
import type { PlainDate } from './plain-date.js';
import { compileClock, type Reading } from './zone.js';

/** When a service is open. */
export interface BusinessHoursData {
  /** Whose clock the hours are on, an IANA name: `Asia/Shanghai`. */
  readonly zone: string;
  /** Which days are working days; made by `compileCalendar`. */
  readonly calendar: BusinessCalendar;
  /** The spans of a working day, each from one time to a later one, in order and apart: `[['09:00', '12:00'], ['13:30', '17:30']]`. */
  readonly spans: readonly (readonly [from: string, to: string])[];
  /** A name by which figures say whose hours they count, other than `hours`; the same from year to year, whatever calendar. Default `business-hours`. */
  readonly id?: string;
}

/** Opening hours, checked. */
export interface BusinessHours {
  /** The name of these hours; `business-hours` where there is none, as in hours of the host's own making. */
  readonly id?: string;
  /**
   * The hours of business between two instants, as decimal hours of at least 0.
   *
   * @throws AptfolioError `inconsistent` with path `to` if it lies before `from`; with path `from` or `to` for what is no instant or lies on a day that the
   * calendar does not cover.
   */
  readonly hoursBetween: (from: string | number, to: string | number) => number;
}

const FIELDS: FieldsOf<BusinessHoursData> = { zone: true, calendar: true, spans: true, id: true };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Span = readonly [from: number, to: number];

/**
 * Prepares opening hours once, so that waiting times count only while somebody could have answered.
 *
 * Whether it is open is read off the zone's own clock; how long, is the time that passes. A desk that is open in the hour that the clock leaps
 * over or shows twice was open for an hour less or more, and the waiting time of a case never falls.
 *
 * @throws AptfolioError with path `data…`: `invalid-format` for a time that is not HH:MM, `inconsistent` for spans that are empty, overlap or stand out
 * of order, `unknown-zone`.
 *
 * @example
 * ```ts
 * import { compileBusinessHours, compileCalendar } from 'aptfolio/dates';
 *
 * const calendar = compileCalendar({
 *   id: 'CN-example', covers: { from: '2026-01-01', to: '2027-01-01' }, holidays: ['2026-05-01'],
 * });
 * const hours = compileBusinessHours({ zone: 'Asia/Shanghai', calendar, spans: [['09:00', '12:00'], ['13:00', '18:00']] });
 * // Thursday 17:00 to Monday 10:00, over a holiday and a weekend.
 * hours.hoursBetween('2026-04-30T17:00:00+08:00', '2026-05-04T10:00:00+08:00'); // => 2
 * ```
 */
export function compileBusinessHours(data: BusinessHoursData): BusinessHours {
  const fields = checkObject(data, 'data');
  refuseUnknown(fields, 'data', FIELDS);
  const clock = compileClock(checkText(fields.zone, 'data.zone', 100));
  const calendar = readCalendar(fields.calendar, 'data.calendar');
  const openBetween = openingOf(calendar, readSpans(fields.spans, 'data.spans'));
  return Object.freeze({
    id: readId(fields.id, 'data.id'),
    hoursBetween(from: string | number, to: string | number): number {
      const [start, end] = [clock.read(from, 'from'), clock.read(to, 'to')];
      if (end.instant < start.instant) {
        throw new AptfolioError('inconsistent', 'to', 'an instant not before from', to);
      }
      let open = openBetween(start, end, 'from');
      for (const { before, after } of clock.changes(start.instant, end.instant)) {
        // What the clock leaps over, or shows a second time, was not waited for, or was waited for twice.
        open -= openBetween(before, after, 'to');
      }
      return open / HOUR;
    },
  });
}

/** The open time from one reading of a clock that never changes to another, in milliseconds; below 0 where that is the earlier one. */
type OpenBetween = (from: Reading, to: Reading, path: string) => number;

function openingOf(calendar: BusinessCalendar, spans: readonly Span[]): OpenBetween {
  const whole = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  const upTo = ({ date, time }: Reading, path: string): number =>
    isOpen(calendar, date, path) ? openUpTo(spans, time) : 0;
  const openDays = (from: PlainDate, to: PlainDate): number => {
    let days = 0;
    for (let day = from; day < to; day = addDays(day, 1)) {
      if (isOpen(calendar, day, 'to')) days += 1;
    }
    return days;
  };
  return (from, to, path) => {
    const [before, after] = [upTo(from, path), upTo(to, 'to')];
    const days = openDays(from.date, to.date) - openDays(to.date, from.date);
    return days * whole + after - before;
  };
}

function readId(value: unknown, path: string): string {
  if (value === undefined) return 'business-hours';
  const id = checkText(value, path, 100);
  if (id !== 'hours') return id;
  throw new AptfolioError('inconsistent', path, 'a name other than that of plain hours', id);
}

function readCalendar(value: unknown, path: string): BusinessCalendar {
  const calendar = checkCalendar(value as BusinessCalendar, path);
  checkInterval(calendar.covers, at(path, 'covers'));
  return calendar;
}

function isOpen(calendar: BusinessCalendar, date: PlainDate, path: string): boolean {
  const { from, to } = calendar.covers;
  if (date >= from && date < to) return calendar.isBusinessDay(date);
  throw new AptfolioError('out-of-range', path, `a day that calendar ${calendar.id} covers`, date);
}

/** The open time of a working day up to a time of day, in milliseconds. */
function openUpTo(spans: readonly Span[], time: number): number {
  return spans.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(time, to) - from), 0);
}

function readSpans(value: unknown, path: string): readonly Span[] {
  let last = 0;
  return checkList<unknown>(value, path, { minLength: 1, maxLength: 24 }).map((entry, i) => {
    const where = at(path, i);
    const [from, to] = checkList<unknown>(entry, where, { minLength: 2, maxLength: 2 });
    const span = [readTime(from, at(where, 0)), readTime(to, at(where, 1))] as const;
    if (span[0] < last || (i > 0 && span[0] === last)) {
      throw new AptfolioError('inconsistent', at(where, 0), 'a time after the span before', from);
    }
    if (span[1] <= span[0]) {
      throw new AptfolioError('inconsistent', at(where, 1), `a time after ${String(from)}`, to);
    }
    last = span[1];
    return span;
  });
}

/** Milliseconds since midnight of HH:MM; 24:00 is the end of the day. */
function readTime(value: unknown, path: string): number {
  const text = checkText(value, path, 5);
  const match = /^(\d{2}):([0-5]\d)$/.exec(text);
  const time = match === null ? DAY + 1 : Number(match[1]) * HOUR + Number(match[2]) * MINUTE;
  if (time <= DAY) return time;
  throw new AptfolioError('invalid-format', path, 'a time of day HH:MM, up to 24:00', value);
}
