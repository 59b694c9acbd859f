import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  isPlainDate,
  makeDate,
  monthsBetween,
  type PlainDate,
  yearsBetween,
} from '../../src/dates/index.js';
import { AptfolioError } from '../../src/errors/index.js';
import {
  addPackedDays,
  addPackedMonths,
  packDate,
  packedDays,
  packedMonths,
  packedYears,
  unpackDate,
} from '../../src/rules/screen/read/packed-date.js';

/** Any date, the ends of the calendar and of February more often than chance would have them. */
const dates: fc.Arbitrary<PlainDate> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        year: fc.integer({ min: 1, max: 9999 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
      })
      .filter(({ year, month, day }) => isPlainDate(written(year, month, day)))
      .map((parts) => makeDate(parts)),
  },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 9999 }).map(endOfFebruary) },
  fc.constantFrom<PlainDate>(
    '0001-01-01',
    '0001-12-31',
    '0099-02-28',
    '0100-03-01',
    '1900-02-28',
    '2000-02-29',
    '1969-12-31',
    '1970-01-01',
    '9999-01-31',
    '9999-12-31',
  ),
);

function written(year: number, month: number, day: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function endOfFebruary(year: number): PlainDate {
  const leapDay = written(year, 2, 29);
  return isPlainDate(leapDay) ? leapDay : (written(year, 2, 28) as PlainDate);
}

const steps = fc.oneof(
  fc.integer({ min: -40, max: 40 }),
  fc.integer({ min: -4_000_000, max: 4_000_000 }),
  fc.constantFrom(0, 1.5, Number.MAX_SAFE_INTEGER, 1e300, -1e300, Infinity),
);

/** What the room `dates` says, or `NaN` where it refuses. */
function packedOrRefused(step: () => PlainDate): number {
  try {
    return packDate(step());
  } catch (error) {
    if (error instanceof AptfolioError) return Number.NaN;
    throw error;
  }
}

describe('a packed date', () => {
  it('is the date in digits', () => {
    expect(packDate('2026-03-02')).toBe(20260302);
    expect(unpackDate(20260302)).toBe('2026-03-02');
    expect(unpackDate(10101)).toBe('0001-01-01');
  });

  it('comes back as it was, and is in the same order', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(unpackDate(packDate(a))).toBe(a);
        expect(packDate(a) < packDate(b)).toBe(a < b);
      }),
    );
  });

  it('exists where the date does', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...'0123456789'),
      minLength: 2,
      maxLength: 2,
    });
    const like = fc
      .tuple(digits, digits, digits, digits)
      .map(([a, b, c, d]) => `${a}${b}-${c}-${d}`);
    const near = fc.constantFrom(
      '2026-3-02',
      '2026-03-2 ',
      '2026/03/02',
      '2026-03-02Z',
      '２０26-03-02',
    );
    fc.assert(
      fc.property(fc.oneof(like, near, fc.string({ maxLength: 12 })), (text) => {
        expect(Number.isNaN(packDate(text))).toBe(!isPlainDate(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is as far from another one as the room for dates says', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const [start, end] = [packDate(a), packDate(b)];
        expect(packedYears(start, end)).toBe(yearsBetween(a, b));
        expect(packedMonths(start, end)).toBe(monthsBetween(a, b));
        expect(packedDays(start, end)).toBe(daysBetween(a, b));
      }),
      { numRuns: 3000 },
    );
  });

  it('is moved as the room for dates moves it, and is none where that refuses', () => {
    fc.assert(
      fc.property(dates, steps, (date, step) => {
        expect(addPackedMonths(packDate(date), step)).toBe(
          packedOrRefused(() => addMonths(date, step)),
        );
        expect(addPackedDays(packDate(date), step)).toBe(
          packedOrRefused(() => addDays(date, step)),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
