import { AptfolioError, checkText, type ErrorCode } from '../errors/index.js';
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
export interface Clock {
  readonly read: (
    instant: string | number,
    path?: string,
  ) => {
    /** Milliseconds since 1970-01-01T00:00Z. */
    readonly instant: number;
    readonly date: PlainDate;
    /** Milliseconds since the clock's midnight. */
    readonly time: number;
  };
}

/** A clock is looked up for a quarter of an hour at a time, and remembered where it runs on through all of it. */
const QUARTER = 900_000;

/** So many quarters are remembered: a year of hours. */
const MOST_REMEMBERED = 8_784;

/** Prepares a zone's clock; throws as `compileZone`. */
export function compileClock(name: string): Clock {
  const format = makeFormat(name);
  const remembered = new Map<number, Reading | null>();
  return {
    read(given, path = 'instant') {
      const instant = instantOf(given, path);
      const quarter = Math.floor(instant / QUARTER);
      let start = remembered.get(quarter);
      if (start === undefined) {
        if (remembered.size >= MOST_REMEMBERED) remembered.clear();
        start = steadyQuarter(format, quarter * QUARTER);
        remembered.set(quarter, start);
      }
      if (start === null) return { instant, ...readingAt(format, instant) };
      const time = start.time + Math.floor(instant - quarter * QUARTER);
      return { instant, date: start.date, time };
    },
  };
}

/** What the clock shows as a quarter begins; null if it is put forward or back within it, or the day ends. */
function steadyQuarter(format: Intl.DateTimeFormat, start: number): Reading | null {
  if (start < FIRST || start + QUARTER > LAST) return null;
  const [first, last] = [readingAt(format, start), readingAt(format, start + QUARTER - 1)];
  return last.date === first.date && last.time === first.time + QUARTER - 1 ? first : null;
}

interface Reading {
  readonly date: PlainDate;
  readonly time: number;
}

function readingAt(format: Intl.DateTimeFormat, instant: number): Reading {
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format.formatToParts(instant)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value);
  }
  const { year, month, day, hour, minute, second } = parts;
  const milliseconds = ((Math.floor(instant) % 1000) + 1000) % 1000;
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
  return { date: makeDate({ year, month, day }, 'instant'), time };
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
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;

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
  const match = INSTANT.exec(text);
  if (match === null) return fault(text === '' ? 'empty' : 'invalid-format');
  // Some engines roll 30 February over to 2 March; that is no instant.
  if (!isPlainDate(match[1])) return fault('invalid-date');
  // Engines agree only on offsets written with a colon.
  return Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
}
