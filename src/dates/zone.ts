import { AptfolioError, checkText } from '../errors/index.js';
import { makeDate, type PlainDate } from './plain-date.js';

/** Turns instants into civil dates of one zone. */
export interface Zone {
  /** The IANA name. */
  readonly name: string;
  /** The civil date in this zone at an instant: ISO 8601 text with an offset, or milliseconds since 1970-01-01T00:00Z. */
  readonly dateOf: (instant: string | number) => PlainDate;
}

/**
 * Prepares a time zone once for many instants.
 *
 * @param name an IANA name, `Asia/Shanghai`.
 * @throws AptfolioError `unknown-zone`; and from `dateOf` `invalid-format` for a text without an
 * offset, which names no instant.
 *
 * @example
 * ```ts
 * import { compileZone } from 'aptfolio/dates';
 *
 * const shanghai = compileZone('Asia/Shanghai');
 * shanghai.dateOf('2026-03-01T16:30:00Z'); // => '2026-03-02'
 * shanghai.dateOf('2026-03-01T23:30:00+08:00'); // => '2026-03-01'
 * ```
 */
export function compileZone(name: string): Zone {
  const format = makeFormat(checkText(name, 'zone', 100));
  return Object.freeze({
    name,
    dateOf: (instant: string | number): PlainDate => {
      const parts = { year: 0, month: 0, day: 0 };
      for (const { type, value } of format.formatToParts(readInstant(instant))) {
        if (type === 'year' || type === 'month' || type === 'day') parts[type] = Number(value);
      }
      return makeDate(parts, 'instant');
    },
  });
}

/**
 * The civil date in a zone at an instant.
 *
 * @param instant ISO 8601 text with an offset, or milliseconds since 1970-01-01T00:00Z.
 * @param zone an IANA name. For many instants, `compileZone` once.
 * @throws AptfolioError `unknown-zone`, `invalid-format`, `invalid-date`.
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
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  } catch {
    throw new AptfolioError(
      'unknown-zone',
      'zone',
      'an IANA time zone such as Asia/Shanghai',
      name,
    );
  }
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;

function readInstant(instant: string | number): number {
  const expected = 'an ISO 8601 instant with an offset, or milliseconds since 1970-01-01T00:00Z';
  if (typeof instant === 'number') {
    if (!Number.isFinite(instant)) {
      throw new AptfolioError('not-finite', 'instant', expected, instant);
    }
    // Years 0001 to 9999.
    if (instant < -62_135_596_800_000 || instant > 253_402_300_799_999) {
      throw new AptfolioError(
        'out-of-range',
        'instant',
        'an instant of the years 1 to 9999',
        instant,
      );
    }
    return instant;
  }
  const text = checkText(instant, 'instant', 60);
  const milliseconds = INSTANT.test(text) ? Date.parse(withColon(text)) : Number.NaN;
  if (Number.isNaN(milliseconds) || !sameDay(text)) {
    throw new AptfolioError('invalid-format', 'instant', expected, instant);
  }
  return milliseconds;
}

/** Engines agree only on offsets written with a colon. */
function withColon(text: string): string {
  return text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}

/** Some engines roll 30 February over to 2 March; that is no instant. */
function sameDay(text: string): boolean {
  const day = text.slice(0, 10);
  const parsed = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().slice(0, 10) === day;
}
