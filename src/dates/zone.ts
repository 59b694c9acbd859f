import { AptfolioError, checkText, type ErrorCode } from '../errors/index.js';
import { dayNumber, fromDayNumber } from './arithmetic.js';
import { isPlainDate, makeDate, type PlainDate } from './plain-date.js';

/** Turns instants into civil dates of one zone. */
export interface Zone {
  /** The zone's name as it was given. */
  readonly name: string;
  /**
   * The civil date in this zone at an instant: ISO 8601 text with an offset, or milliseconds since
   * 1970-01-01T00:00Z.
   */
  readonly dateOf: (instant: string | number) => PlainDate;
}

/**
 * Prepares a time zone once for many instants.
 *
 * The zone's rules, past and future changes of its clocks included, are those of the host's own zone
 * data (IANA).
 *
 * @param name an IANA name, `Asia/Shanghai`.
 * @throws AptfolioError `unknown-zone`; from `dateOf` `invalid-format` for a text without an offset,
 * which names no instant, `invalid-date` for a day that does not exist, `out-of-range` outside the
 * years 1 to 9999.
 *
 * @example
 * ```ts
 * import { compileZone } from 'aptfolio/dates';
 *
 * const shanghai = compileZone('Asia/Shanghai');
 * shanghai.dateOf('2026-03-01T16:30:00Z'); // => '2026-03-02'
 * shanghai.dateOf('2026-03-01T23:30:00+08:00'); // => '2026-03-01'
 * shanghai.dateOf('2026-03-01T23:30:00'); // => throws 'invalid-format'
 * ```
 */
export function compileZone(name: string): Zone {
  const clock = compileClock(checkText(name, 'zone', 100));
  return Object.freeze({ name, dateOf: (instant: string | number) => clock.read(instant).date });
}

/** What a zone's clock and calendar show. */
export interface Reading {
  readonly date: PlainDate;
  /** Milliseconds since the clock's midnight; a whole day where a change comes just then. */
  readonly time: number;
}

/** The clock is put forward or back. */
export interface ClockChange {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** What the clock would show if it ran on, and what it does show. */
  readonly before: Reading;
  readonly after: Reading;
}

/** A zone's clock. */
export interface Clock {
  readonly read: (
    instant: string | number,
    path?: string,
  ) => Reading & {
    /** Milliseconds since 1970-01-01T00:00Z. */
    readonly instant: number;
  };
  /** The changes of the clock after one instant and up to another, in the order of time. */
  readonly changes: (from: number, to: number) => readonly ClockChange[];
}

const DAY = 86_400_000;

/**
 * The host is asked once for so long a time, for asking is slow. No zone of the IANA data ever changed its clock twice within three days (the
 * shortest time between is four days, Freetown 1939).
 */
const STRETCH = 3 * DAY;

/** So many stretches, and days, are remembered. */
const MOST_REMEMBERED = 8_784;

/** How far the clock is ahead of UTC during a stretch, in milliseconds. */
interface Stretch {
  readonly offset: number;
  /** From when on it is another one; past the end if never. */
  readonly changesAt: number;
  readonly offsetAfter: number;
}

/** Prepares a zone's clock; throws as `compileZone`. */
export function compileClock(name: string): Clock {
  const format = makeFormat(name);
  const stretchAt = remember((index: number) => stretchOf(format, index));
  const dateAt = remember(fromDayNumber);
  const shown = (instant: number, offset: number): Reading => {
    const wall = Math.floor(instant) + offset;
    const day = Math.floor(wall / DAY);
    return { date: dateAt(day), time: wall - day * DAY };
  };
  return {
    read(given, path = 'instant') {
      const instant = instantOf(given, path);
      const { offset, changesAt, offsetAfter } = stretchAt(Math.floor(instant / STRETCH));
      const { date, time } = shown(instant, instant < changesAt ? offset : offsetAfter);
      return { instant, date, time };
    },
    changes(from, to) {
      const found: ClockChange[] = [];
      for (let index = Math.floor(from / STRETCH); index * STRETCH <= to; index++) {
        const { offset, changesAt: at, offsetAfter } = stretchAt(index);
        if (!(at > from && at <= to)) continue;
        const { date, time } = shown(at - 1, offset);
        found.push({ at, before: { date, time: time + 1 }, after: shown(at, offsetAfter) });
      }
      return found;
    },
  };
}

/** Works out what belongs to a number once. */
function remember<T>(make: (key: number) => T): (key: number) => T {
  const made = new Map<number, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= MOST_REMEMBERED) made.clear();
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

function stretchOf(format: Intl.DateTimeFormat, index: number): Stretch {
  let low = Math.max(FIRST, index * STRETCH);
  let high = Math.min(LAST, (index + 1) * STRETCH);
  const [offset, offsetAfter] = [offsetAt(format, low), offsetAt(format, high)];
  if (offset === offsetAfter) return { offset, changesAt: Number.POSITIVE_INFINITY, offsetAfter };
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(format, middle) === offset) low = middle;
    else high = middle;
  }
  return { offset, changesAt: high, offsetAfter };
}

/** What the host's clock of the zone shows, less the instant. */
function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format.formatToParts(instant)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value);
  }
  const { year, month, day, hour, minute, second } = parts;
  const days = dayNumber(makeDate({ year, month, day }, 'instant'), 'instant');
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  return days * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds - instant;
}

/**
 * The civil date in a zone at an instant.
 *
 * @param instant ISO 8601 text with an offset, or milliseconds since 1970-01-01T00:00Z.
 * @param zone an IANA name. For many instants, `compileZone` once.
 * @throws AptfolioError as `compileZone`.
 *
 * @example
 * ```ts
 * import { dateInZone } from 'aptfolio/dates';
 *
 * dateInZone('2026-03-01T16:30:00Z', 'Asia/Shanghai'); // => '2026-03-02'
 * dateInZone('2026-03-01T16:30:00Z', 'America/New_York'); // => '2026-03-01'
 * ```
 */
export function dateInZone(instant: string | number, zone: string): PlainDate {
  return compileZone(zone).dateOf(instant);
}

function makeFormat(name: string): Intl.DateTimeFormat {
  const unknown = (): AptfolioError =>
    new AptfolioError('unknown-zone', 'zone', 'an IANA time zone such as Asia/Shanghai', name);
  // Newer engines take '+08:00' for a zone and older ones do not; a name means the same in all.
  if (!/^[A-Za-z]/.test(name)) throw unknown();
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    throw unknown();
  }
}

const INSTANT =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;

/** An offset without its colon. */
const SHORT_OFFSET = /([+-]\d{2})(\d{2})$/;

/** A day from either end of the years 1 to 9999, so that the date lies in them in every zone. */
const [FIRST, LAST] = [-62_135_510_400_000, 253_402_214_399_999] as const;

/**
 * Checks an instant and returns its milliseconds since 1970-01-01T00:00Z.
 *
 * @param value ISO 8601 text with an offset, or milliseconds.
 * @param path where it stands in the caller's input, for the error.
 * @throws AptfolioError as `compileZone`'s `dateOf`.
 *
 * @example
 * ```ts
 * import { instantOf } from 'aptfolio/dates';
 *
 * instantOf('1970-01-01T08:00:01+08:00'); // => 1000
 * instantOf('1970-01-01T08:00:01', 'case.openedAt'); // => throws 'invalid-format', 'case.openedAt'
 * ```
 */
export function instantOf(value: unknown, path = 'instant'): number {
  const expected = 'an ISO 8601 instant with an offset, or milliseconds since 1970-01-01T00:00Z';
  const fault = (code: ErrorCode): never => {
    throw new AptfolioError(code, path, expected, value);
  };
  if (value === undefined || value === null) return fault('missing-value');
  if (typeof value !== 'number' && typeof value !== 'string') return fault('invalid-type');
  const milliseconds = typeof value === 'number' ? value : readText(value, fault);
  if (!Number.isFinite(milliseconds)) return fault('not-finite');
  if (milliseconds >= FIRST && milliseconds <= LAST) return milliseconds;
  throw new AptfolioError('out-of-range', path, 'an instant of the years 1 to 9999', value);
}

function readText(text: string, fault: (code: ErrorCode) => never): number {
  if (!INSTANT.test(text)) return fault(text === '' ? 'empty' : 'invalid-format');
  // Some engines roll 30 February over to 2 March; that is no instant.
  if (!isPlainDate(text.slice(0, 10))) return fault('invalid-date');
  // Engines agree only on offsets written with a colon.
  return Date.parse(text.endsWith('Z') ? text : text.replace(SHORT_OFFSET, '$1:$2'));
}
