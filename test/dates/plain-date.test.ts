import { describe, expect, it } from 'vitest';
import {
  compareDates,
  dateParts,
  daysInMonth,
  earliestDate,
  firstOfMonth,
  isLeapYear,
  isPlainDate,
  lastOfMonth,
  latestDate,
  makeDate,
  monthOf,
  parsePlainDate,
} from '../../src/dates/index.js';
import { expectDateArgument, expectRefusal, NO_DATES, wrong } from './support.js';

describe('a civil date', () => {
  it('is a day of the years 0001 to 9999 that exists', () => {
    for (const date of ['2026-03-02', '0001-01-01', '9999-12-31', '2024-02-29', '2000-02-29']) {
      expect(isPlainDate(date)).toBe(true);
      expect(parsePlainDate(date)).toBe(date);
    }
  });

  it('is nothing else, and the error names the path', () => {
    for (const [value] of NO_DATES) expect(isPlainDate(value)).toBe(false);
    expectDateArgument((value) => parsePlainDate(value, 'client.birthDate'), 'client.birthDate');
    expectRefusal(() => parsePlainDate('x'), 'invalid-date', 'date');
  });

  it('is taken apart and put together', () => {
    expect(dateParts('0099-12-31')).toEqual({ year: 99, month: 12, day: 31 });
    expect(Object.isFrozen(dateParts('2026-03-02'))).toBe(true);
    expect(makeDate({ year: 99, month: 12, day: 31 })).toBe('0099-12-31');
    expect(makeDate({ year: 2026, month: 3, day: 2 })).toBe('2026-03-02');
  });

  it('is not made of parts that are no day', () => {
    const make = (parts: unknown) => () => makeDate(wrong(parts), 'birth');
    expectRefusal(make({ year: 2026, month: 2, day: 29 }), 'invalid-date', 'birth');
    expectRefusal(make({ year: 2026, month: 13, day: 1 }), 'invalid-date', 'birth');
    expectRefusal(make({ year: 10_000, month: 1, day: 1 }), 'invalid-date', 'birth');
    expectRefusal(make({ year: 0, month: 1, day: 1 }), 'invalid-date', 'birth');
    expectRefusal(make({ year: -1, month: 1, day: 1 }), 'invalid-date', 'birth');
    expectRefusal(make({ year: '2026', month: 1, day: 1 }), 'invalid-type', 'birth.year');
    expectRefusal(make({ year: 2026, month: 1.5, day: 1 }), 'invalid-type', 'birth.month');
    expectRefusal(make({ year: 2026, month: 1, day: Number.NaN }), 'not-finite', 'birth.day');
    expectRefusal(make({ year: 2026, month: 1 }), 'missing-value', 'birth.day');
    expectRefusal(make(null), 'missing-value', 'birth');
    expectRefusal(make([2026, 1, 1]), 'invalid-type', 'birth');
  });
});

describe('months and years', () => {
  it('have the lengths of the Gregorian calendar', () => {
    expect(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2026, month)),
    ).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([1900, 2000, 2023, 2024, 2100, 2400].map((year) => daysInMonth(year, 2))).toEqual([
      28, 29, 28, 29, 28, 29,
    ]);
    expect([4, 100, 400, 1900, 2000, 2026].map(isLeapYear)).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('begin and end', () => {
    expect(monthOf('2026-03-02')).toBe('2026-03');
    expect(firstOfMonth('2026-03-02')).toBe('2026-03-01');
    expect(lastOfMonth('2024-02-01')).toBe('2024-02-29');
    expect(lastOfMonth('9999-12-01')).toBe('9999-12-31');
  });

  it('are refused when they are none', () => {
    for (const call of [isLeapYear, (year: number) => daysInMonth(year, 2)]) {
      expectRefusal(() => call(0), 'out-of-range', 'year');
      expectRefusal(() => call(10_000), 'out-of-range', 'year');
      expectRefusal(() => call(2026.5), 'invalid-type', 'year');
      expectRefusal(() => call(Number.NaN), 'not-finite', 'year');
      expectRefusal(() => call(wrong('2024')), 'invalid-type', 'year');
      expectRefusal(() => call(wrong(undefined)), 'missing-value', 'year');
    }
    expectRefusal(() => daysInMonth(2026, 0), 'out-of-range', 'month');
    expectRefusal(() => daysInMonth(2026, 13), 'out-of-range', 'month');
    expectRefusal(() => daysInMonth(2026, Number.POSITIVE_INFINITY), 'not-finite', 'month');
    expectRefusal(() => daysInMonth(2026, wrong(null)), 'missing-value', 'month');
    for (const call of [monthOf, firstOfMonth, lastOfMonth, dateParts]) {
      expectDateArgument((date) => call(date), 'date');
    }
  });
});

describe('the order of dates', () => {
  it('is that of the calendar', () => {
    expect(compareDates('2026-03-02', '2026-03-10')).toBe(-1);
    expect(compareDates('2026-03-02', '2026-03-02')).toBe(0);
    expect(compareDates('2026-03-02', '0999-12-31')).toBe(1);
    const dates = ['2026-03-02', '0999-12-31', '2025-12-31'] as const;
    expect([...dates].sort(compareDates)).toEqual(['0999-12-31', '2025-12-31', '2026-03-02']);
    expect(earliestDate(...dates)).toBe('0999-12-31');
    expect(latestDate(...dates)).toBe('2026-03-02');
    expect(earliestDate('2026-03-02')).toBe('2026-03-02');
  });

  it('is refused for what is no date, even for a single one', () => {
    expectDateArgument((date) => compareDates(date, '2026-01-01'), 'a');
    expectDateArgument((date) => compareDates('2026-01-01', date), 'b');
    for (const call of [earliestDate, latestDate]) {
      expectDateArgument((date) => call(date), 'dates[0]');
      expectDateArgument((date) => call('2026-01-01', '2026-01-02', date), 'dates[2]');
    }
  });
});
