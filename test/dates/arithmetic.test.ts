import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  daysBetween,
  monthsBetween,
  shiftMonths,
  weekdayOf,
  yearsBetween,
} from '../../src/dates/index.js';
import oracle from '../fixtures/dates/civil-dates.json' with { type: 'json' };
import { expectDateArgument, expectRefusal, wrong } from './support.js';

describe('days', () => {
  it('are counted as Python counts them, from year 1 to 9999', () => {
    for (const { date, ordinal, weekday } of oracle.days) {
      expect(daysBetween('1970-01-01', wrong(date)), date).toBe(ordinal);
      expect(addDays('1970-01-01', ordinal)).toBe(date);
      expect(weekdayOf(wrong(date))).toBe(weekday);
    }
  });

  it('run over the ends of months and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(Object.is(daysBetween('2026-03-02', '2026-03-02'), 0)).toBe(true);
    expect(daysBetween('2026-05-20', '2026-03-02')).toBe(-79);
  });

  it('end with the years 0001 and 9999', () => {
    expectRefusal(() => addDays('9999-12-31', 1), 'out-of-range', 'date');
    expectRefusal(() => addDays('0001-01-01', -1), 'out-of-range', 'date');
    expectRefusal(() => addDays('2026-03-02', Number.MAX_SAFE_INTEGER), 'out-of-range', 'date');
  });

  it('are whole', () => {
    expectRefusal(() => addDays('2026-03-02', 0.5), 'invalid-type', 'days');
    expectRefusal(() => addDays('2026-03-02', Number.NaN), 'not-finite', 'days');
    expectRefusal(() => addDays('2026-03-02', wrong('1')), 'invalid-type', 'days');
    expectRefusal(() => addDays('2026-03-02', wrong(undefined)), 'missing-value', 'days');
  });
});

describe('months', () => {
  it('are added as dateutil adds them, and say when a day was clamped', () => {
    for (const { date, months, result, clamped } of oracle.shifts) {
      expect(shiftMonths(wrong(date), months), `${date} ${months}`).toEqual({
        date: result,
        clamped,
      });
      expect(addMonths(wrong(date), months)).toBe(result);
    }
  });

  it('clamp to the end of the month, as article 202 of the Civil Code has it', () => {
    expect(shiftMonths('2026-01-31', 1)).toEqual({ date: '2026-02-28', clamped: true });
    expect(shiftMonths('2024-01-31', 1)).toEqual({ date: '2024-02-29', clamped: true });
    expect(shiftMonths('2026-02-28', 1)).toEqual({ date: '2026-03-28', clamped: false });
    expect(shiftMonths('2026-03-31', -1)).toEqual({ date: '2026-02-28', clamped: true });
    expect(Object.isFrozen(shiftMonths('2026-03-31', 1))).toBe(true);
  });

  it('of a year make a year, and 29 February its 28th where there is no other', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', -4)).toBe('2020-02-29');
    expect(addYears('2000-02-29', 100)).toBe('2100-02-28');
    expect(addYears('2026-03-02', 0)).toBe('2026-03-02');
  });

  it('between two dates are counted as by stepping', () => {
    for (const { start, end, months } of oracle.spans) {
      expect(monthsBetween(wrong(start), wrong(end)), `${start} ${end}`).toBe(months);
      expect(monthsBetween(wrong(end), wrong(start))).toBe(months === 0 ? 0 : -months);
      expect(yearsBetween(wrong(start), wrong(end))).toBe(Math.floor(months / 12));
    }
  });

  it('are over on the last day of a shorter month', () => {
    expect(monthsBetween('2026-01-30', '2026-02-28')).toBe(1);
    expect(monthsBetween('2024-01-30', '2024-02-28')).toBe(0);
    expect(monthsBetween('9999-01-31', '9999-12-31')).toBe(11);
    expect(yearsBetween('2024-02-29', '2025-02-28')).toBe(1);
    expect(yearsBetween('2025-02-28', '2024-02-29')).toBe(-1);
    expect(Object.is(monthsBetween('2026-03-02', '2026-03-01'), 0)).toBe(true);
    expect(Object.is(yearsBetween('2026-03-02', '2025-12-01'), 0)).toBe(true);
  });

  it('end with the years 0001 and 9999', () => {
    expect(addMonths('9999-11-30', 1)).toBe('9999-12-30');
    expectRefusal(() => addMonths('9999-12-01', 1), 'out-of-range', 'date');
    expectRefusal(() => addMonths('0001-01-31', -1), 'out-of-range', 'date');
    expectRefusal(() => addMonths('2026-03-02', Number.MAX_SAFE_INTEGER), 'out-of-range', 'date');
    expectRefusal(() => addYears('2026-03-02', 8000), 'out-of-range', 'date');
    expectRefusal(() => addYears('2026-03-02', 1e15), 'out-of-range', 'years');
  });

  it('and years are whole', () => {
    for (const call of [shiftMonths, addMonths]) {
      expectRefusal(() => call('2026-03-02', 1.5), 'invalid-type', 'months');
      expectRefusal(() => call('2026-03-02', Number.NaN), 'not-finite', 'months');
      expectRefusal(() => call('2026-03-02', wrong(null)), 'missing-value', 'months');
    }
    expectRefusal(() => addYears('2026-03-02', 0.5), 'invalid-type', 'years');
    expectRefusal(() => addYears('2026-03-02', Number.NEGATIVE_INFINITY), 'not-finite', 'years');
  });
});

describe('an argument that is no date', () => {
  it('is named', () => {
    expectDateArgument((date) => addDays(date, 1), 'date');
    expectDateArgument((date) => shiftMonths(date, 1), 'date');
    expectDateArgument((date) => addMonths(date, 1), 'date');
    expectDateArgument((date) => addYears(date, 1), 'date');
    expectDateArgument((date) => weekdayOf(date), 'date');
    for (const call of [daysBetween, monthsBetween, yearsBetween]) {
      expectDateArgument((date) => call(date, '2026-03-02'), 'start');
      expectDateArgument((date) => call('2026-03-02', date), 'end');
    }
    expectDateArgument((date) => ageOn(date, '2026-03-02'), 'birthDate');
    expectDateArgument((date) => ageOn('1988-03-02', date), 'asOf');
  });
});

describe('ageOn', () => {
  it('counts completed years, the birthday included', () => {
    expect(ageOn('1988-03-02', '2026-03-01')).toBe(37);
    expect(ageOn('1988-03-02', '2026-03-02')).toBe(38);
    expect(ageOn('2026-03-02', '2026-03-02')).toBe(0);
    expect(ageOn('1899-12-31', '2026-01-01')).toBe(126);
  });

  it('of somebody born on 29 February turns on 1 March, or on the 28th if so chosen', () => {
    const ages = (asOf: '2026-02-28' | '2026-03-01' | '2028-02-28' | '2028-02-29') => [
      ageOn('1988-02-29', asOf),
      ageOn('1988-02-29', asOf, { leapDay: 'mar-01' }),
      ageOn('1988-02-29', asOf, { leapDay: 'feb-28' }),
    ];
    expect(ages('2026-02-28')).toEqual([37, 37, 38]);
    expect(ages('2026-03-01')).toEqual([38, 38, 38]);
    // 2028 has a 29 February, so the choice does not matter.
    expect(ages('2028-02-28')).toEqual([39, 39, 39]);
    expect(ages('2028-02-29')).toEqual([40, 40, 40]);
    // 2100 has none.
    expect(ageOn('2000-02-29', '2100-02-28')).toBe(99);
    expect(ageOn('2000-02-29', '2100-02-28', { leapDay: 'feb-28' })).toBe(100);
  });

  it('has no meaning before the birth', () => {
    expectRefusal(() => ageOn('2026-03-02', '2026-03-01'), 'inconsistent', 'asOf');
  });

  it('refuses another way to count', () => {
    const count = (options: unknown) => () => ageOn('1988-02-29', '2026-03-02', wrong(options));
    expectRefusal(count({ leapDay: 'feb-29' }), 'unknown-value', 'options.leapDay');
    expectRefusal(count({ leapDay: null }), 'missing-value', 'options.leapDay');
    expectRefusal(count(null), 'missing-value', 'options');
    expectRefusal(count('feb-28'), 'invalid-type', 'options');
  });
});
