import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  compareDates,
  containsDate,
  DAY_COUNTS,
  dateInZone,
  dateParts,
  dayCountFraction,
  daysBetween,
  daysIn,
  daysInMonth,
  intersectIntervals,
  makeDate,
  makeInterval,
  monthsBetween,
  monthsIn,
  overlaps,
  shiftMonths,
  weekdayOf,
} from '../../src/dates/index.js';

// From year 1 to 9999, far enough from the ends to step about.
const date = fc
  .integer({ min: -700_000, max: 2_850_000 })
  .map((days) => addDays('1970-01-01', days));
const interval = fc
  .tuple(date, fc.nat(4000))
  .map(([from, days]) => makeInterval(from, addDays(from, days)));

describe('days', () => {
  it('added are the days between', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -9000, max: 9000 }), (day, n) => {
        const other = addDays(day, n);
        expect(daysBetween(day, other)).toBe(n === 0 ? 0 : n);
        expect(addDays(other, -n)).toBe(day);
        expect(compareDates(day, other)).toBe(n === 0 ? 0 : n > 0 ? -1 : 1);
        expect((((weekdayOf(other) - weekdayOf(day) - n) % 7) + 7) % 7).toBe(0);
      }),
    );
  });

  it('come apart and together again', () => {
    fc.assert(
      fc.property(date, (day) => {
        const parts = dateParts(day);
        expect(makeDate(parts)).toBe(day);
        expect(parts.day).toBeLessThanOrEqual(daysInMonth(parts.year, parts.month));
      }),
    );
  });

  it('are the same in UTC as in the text of the instant', () => {
    fc.assert(
      fc.property(date, fc.nat(86_399), (day, second) => {
        const at = daysBetween('1970-01-01', day) * 86_400_000 + second * 1000;
        expect(dateInZone(at, 'UTC')).toBe(day);
        expect(dateInZone(`${day}T23:59:59Z`, 'UTC')).toBe(day);
      }),
      { numRuns: 40 },
    );
  });
});

describe('months', () => {
  const months = fc.integer({ min: -600, max: 600 });

  it('land in the right month, on the same day or its last', () => {
    fc.assert(
      fc.property(date, months, (day, n) => {
        const [from, { date: moved, clamped }] = [dateParts(day), shiftMonths(day, n)];
        const to = dateParts(moved);
        expect(12 * (to.year - from.year) + to.month - from.month).toBe(n === 0 ? 0 : n);
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
        expect(clamped).toBe(to.day < from.day);
      }),
    );
  });

  it('between are the most that fit', () => {
    fc.assert(
      fc.property(date, fc.nat(9000), (start, days) => {
        const end = addDays(start, days);
        const n = monthsBetween(start, end);
        expect(addMonths(start, n) <= end).toBe(true);
        expect(addMonths(start, n + 1) > end).toBe(true);
      }),
    );
  });
});

describe('an age', () => {
  it('never falls, and is a year more each year', () => {
    const leapDay = fc.constantFrom('feb-28' as const, 'mar-01' as const);
    fc.assert(
      fc.property(date, fc.nat(40_000), leapDay, (birth, days, rule) => {
        const asOf = addDays(birth, days);
        const age = ageOn(birth, asOf, { leapDay: rule });
        const tomorrow = ageOn(birth, addDays(asOf, 1), { leapDay: rule });
        expect(tomorrow === age || tomorrow === age + 1).toBe(true);
        expect(Math.abs(age - days / 365.2425)).toBeLessThan(1.01);
        if (!birth.endsWith('-02-29')) {
          expect(age).toBe(Math.floor(monthsBetween(birth, asOf) / 12));
        }
      }),
    );
  });
});

describe('an interval', () => {
  it('holds as many days as it counts', () => {
    fc.assert(
      fc.property(date, fc.nat(60), date, (from, days, other) => {
        const span = makeInterval(from, addDays(from, days));
        const held = Array.from({ length: days + 3 }, (_, i) => addDays(from, i - 1));
        expect(held.filter((day) => containsDate(span, day))).toHaveLength(days);
        expect(daysIn(span)).toBe(days);
        expect(containsDate(span, other)).toBe(span.from <= other && other < span.to);
      }),
    );
  });

  it('meets another in exactly the days of both', () => {
    fc.assert(
      fc.property(
        interval,
        fc.integer({ min: -5000, max: 5000 }),
        fc.nat(4000),
        (a, shift, days) => {
          const from = addDays(a.from, shift);
          const b = makeInterval(from, addDays(from, days));
          const both = intersectIntervals(a, b);
          expect(both).toEqual(intersectIntervals(b, a));
          expect(overlaps(a, b)).toBe(both !== null);
          for (const day of [a.from, addDays(a.to, -1), b.from, addDays(b.to, -1)]) {
            const inBoth = containsDate(a, day) && containsDate(b, day);
            expect(both !== null && containsDate(both, day)).toBe(inBoth);
          }
        },
      ),
    );
  });

  it('touches the months of its days', () => {
    fc.assert(
      fc.property(date, fc.nat(100), (from, days) => {
        const months = Array.from({ length: days }, (_, i) => addDays(from, i).slice(0, 7));
        expect(monthsIn(makeInterval(from, addDays(from, days)))).toEqual([...new Set(months)]);
      }),
    );
  });
});

describe('a day count', () => {
  it('is never negative, never falls and is near the days over a year', () => {
    const convention = fc.constantFrom(...DAY_COUNTS);
    fc.assert(
      fc.property(date, fc.nat(20_000), convention, (start, days, name) => {
        const fraction = dayCountFraction(start, addDays(start, days), name);
        const next = dayCountFraction(start, addDays(start, days + 1), name);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(next - fraction).toBeGreaterThanOrEqual(-1e-12);
        const year = name === 'act/360' ? 360 : 365.2425;
        expect(Math.abs(fraction - days / year)).toBeLessThan(0.05);
      }),
    );
  });
});
