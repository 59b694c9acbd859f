import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  adjustDate,
  type BusinessCalendar,
  businessDaysBetween,
  type CalendarData,
  compileCalendar,
  DAY_ADJUSTMENTS,
  isBusinessDay,
  type PlainDate,
} from '../../src/dates/index.js';
import oracle from '../fixtures/dates/civil-dates.json' with { type: 'json' };
import { expectDateArgument, expectRefusal, wrong } from './support.js';

const covers = { from: '2025-01-01', to: '2026-01-01' } as const;

// The office calendar of mainland China, 1 January to 30 June 2025, by the State Council's notice of
// 12 November 2024: New Year 1 January; Spring Festival 28 January to 4 February, working on 26
// January and 8 February; Qingming 4 to 6 April; Labour Day 1 to 5 May, working on 27 April; Dragon
// Boat 31 May to 2 June.
const china = compileCalendar({
  id: 'CN-2025',
  covers,
  holidays: [
    ...(['2025-01-01', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'] as const),
    ...(['2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04'] as const),
    ...(['2025-04-04', '2025-04-05', '2025-04-06'] as const),
    ...(['2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04', '2025-05-05'] as const),
    ...(['2025-05-31', '2025-06-01', '2025-06-02'] as const),
  ],
  workdays: ['2025-01-26', '2025-02-08', '2025-04-27'],
});

describe('a calendar', () => {
  it.each(oracle.calendars)('agrees with NumPy, weekend $weekend', ({ weekend, rows }) => {
    const calendar = compileCalendar(
      wrong({ id: 'numpy', covers: oracle.covers, weekend, holidays: oracle.holidays }),
    );
    for (const { date, businessDay, days, moved, until, count, adjusted } of rows) {
      const day = date as PlainDate;
      expect(isBusinessDay(day, calendar)).toBe(businessDay);
      expect(addBusinessDays(day, days, calendar), `${date} ${days}`).toBe(moved);
      expect(businessDaysBetween({ from: day, to: until as PlainDate }, calendar)).toBe(count);
      for (const [adjustment, result] of Object.entries(adjusted)) {
        expect(adjustDate(day, wrong(adjustment), calendar), `${date} ${adjustment}`).toBe(result);
      }
    }
  });

  it('knows working Sundays and Saturdays', () => {
    expect(isBusinessDay('2025-01-26', china)).toBe(true);
    expect(isBusinessDay('2025-01-25', china)).toBe(false);
    expect(isBusinessDay('2025-01-28', china)).toBe(false);
    // Sunday 26 and Monday 27 January are worked; the next are 5 to 8 February.
    expect(addBusinessDays('2025-01-26', 1, china)).toBe('2025-01-27');
    expect(addBusinessDays('2025-01-26', 2, china)).toBe('2025-02-05');
    expect(addBusinessDays('2025-01-26', 5, china)).toBe('2025-02-08');
    expect(addBusinessDays('2025-02-05', -2, china)).toBe('2025-01-26');
    expect(businessDaysBetween({ from: '2025-01-01', to: '2025-02-01' }, china)).toBe(
      // 23 weekdays; 1 and 28 to 31 January off; 26 January worked.
      23 - 5 + 1,
    );
  });

  it('moves a day off by each rule', () => {
    const rules = (date: PlainDate) => DAY_ADJUSTMENTS.map((rule) => adjustDate(date, rule, china));
    // Saturday 31 May: following is 3 June, in the next month.
    expect(rules('2025-05-31')).toEqual([
      '2025-05-31',
      '2025-06-03',
      '2025-05-30',
      '2025-05-30',
      '2025-05-30',
    ]);
    // Thursday 1 May: preceding is 30 April, in the month before.
    expect(rules('2025-05-01')).toEqual([
      '2025-05-01',
      '2025-05-06',
      '2025-05-06',
      '2025-04-30',
      '2025-05-06',
    ]);
    expect(rules('2025-03-03')).toEqual(new Array(5).fill('2025-03-03'));
  });

  it('counts no days as the date itself, a business day or not', () => {
    expect(addBusinessDays('2025-05-31', 0, china)).toBe('2025-05-31');
    expect(addBusinessDays('2025-05-31', 1, china)).toBe('2025-06-03');
    expect(addBusinessDays('2025-05-31', -1, china)).toBe('2025-05-30');
    expect(businessDaysBetween({ from: '2025-03-03', to: '2025-03-03' }, china)).toBe(0);
  });

  it('refuses a misspelt field, with which a working day would be lost', () => {
    const make = (more: object) => () =>
      compileCalendar(wrong({ id: 'x', covers, holidays: [], ...more }));
    expect(make({ workdays: ['2025-01-26'] })).not.toThrow();
    expectRefusal(make({ workingDays: ['2025-01-26'] }), 'unknown-id', 'data.workingDays');
    expectRefusal(make({ weekends: [7] }), 'unknown-id', 'data.weekends');
  });

  it('refuses a day that it does not cover instead of guessing', () => {
    expectRefusal(() => isBusinessDay('2026-01-01', china), 'out-of-range', 'date');
    expectRefusal(() => isBusinessDay('2024-12-31', china), 'out-of-range', 'date');
    expectRefusal(() => addBusinessDays('2025-12-31', 1, china), 'out-of-range', 'date');
    expectRefusal(() => adjustDate('2024-12-31', 'following', china), 'out-of-range', 'date');
    expectRefusal(() => adjustDate('2025-01-01', 'preceding', china), 'out-of-range', 'date');
    expectRefusal(
      () => businessDaysBetween({ from: '2025-12-01', to: '2026-02-01' }, china),
      'out-of-range',
      'date',
    );
    expectRefusal(() => addBusinessDays('2025-03-03', 1e9, china), 'out-of-range', 'date');
  });

  it('does not change with the data it was made of, nor change them', () => {
    const holidays: PlainDate[] = ['2025-03-03'];
    const data: CalendarData = Object.freeze({ id: 'x', covers, holidays });
    const calendar = compileCalendar(data);
    holidays.push('2025-03-04');
    expect(calendar.isBusinessDay('2025-03-03')).toBe(false);
    expect(calendar.isBusinessDay('2025-03-04')).toBe(true);
    expect(Object.isFrozen(calendar)).toBe(true);
    expect(Object.isFrozen(calendar.covers)).toBe(true);
  });

  it('may repeat a day off, and have no weekend', () => {
    const calendar = compileCalendar({
      id: 'daily',
      covers,
      weekend: [],
      holidays: ['2025-03-03', '2025-03-03'],
    });
    expect(businessDaysBetween({ from: '2025-03-01', to: '2025-03-08' }, calendar)).toBe(6);
  });
});

describe('what is no calendar', () => {
  const data = { id: 'x', covers, holidays: [] };
  const compile = (change: object) => () => compileCalendar(wrong({ ...data, ...change }));

  it('is not compiled', () => {
    expectRefusal(() => compileCalendar(wrong(null)), 'missing-value', 'data');
    expectRefusal(() => compileCalendar(wrong([])), 'invalid-type', 'data');
    expectRefusal(compile({ id: '' }), 'empty', 'data.id');
    expectRefusal(compile({ id: undefined }), 'missing-value', 'data.id');
    expectRefusal(compile({ covers: undefined }), 'missing-value', 'data.covers');
    expectRefusal(
      compile({ covers: { from: '2025-01-01', to: '2024-01-01' } }),
      'inconsistent',
      'data.covers.to',
    );
    expectRefusal(
      compile({ covers: { from: '2025-01-01', to: '2025-01-01' } }),
      'empty',
      'data.covers',
    );
    expectRefusal(compile({ weekend: null }), 'missing-value', 'data.weekend');
    expectRefusal(compile({ weekend: [6, 0] }), 'out-of-range', 'data.weekend[1]');
    expectRefusal(compile({ weekend: ['Sunday'] }), 'invalid-type', 'data.weekend[0]');
    expectRefusal(compile({ weekend: [1, 2, 3, 4, 5, 6, 7] }), 'inconsistent', 'data.weekend');
    expectRefusal(compile({ holidays: undefined }), 'missing-value', 'data.holidays');
    expectRefusal(compile({ holidays: '2025-05-01' }), 'invalid-type', 'data.holidays');
    expectRefusal(compile({ holidays: ['2025-02-29'] }), 'invalid-date', 'data.holidays[0]');
    expectRefusal(compile({ holidays: ['2026-01-01'] }), 'out-of-range', 'data.holidays[0]');
    expectRefusal(compile({ workdays: null }), 'missing-value', 'data.workdays');
    expectRefusal(compile({ workdays: ['2024-12-31'] }), 'out-of-range', 'data.workdays[0]');
    expectRefusal(
      compile({ holidays: ['2025-03-01'], workdays: ['2025-03-02', '2025-03-01'] }),
      'inconsistent',
      'data.workdays[1]',
    );
  });

  it('is not used', () => {
    const calls: readonly ((calendar: BusinessCalendar) => unknown)[] = [
      (calendar) => isBusinessDay('2025-03-03', calendar),
      (calendar) => addBusinessDays('2025-03-03', 1, calendar),
      (calendar) => adjustDate('2025-03-03', 'following', calendar),
      (calendar) => businessDaysBetween(covers, calendar),
    ];
    for (const call of calls) {
      expectRefusal(() => call(wrong(undefined)), 'missing-value', 'calendar');
      expectRefusal(() => call(wrong('CN')), 'invalid-type', 'calendar');
      expectRefusal(() => call(wrong(data)), 'invalid-type', 'calendar');
    }
  });

  it('is no excuse for wrong dates, counts or rules', () => {
    expectDateArgument((date) => isBusinessDay(date, china), 'date');
    expectDateArgument((date) => china.isBusinessDay(date), 'date');
    expectDateArgument((date) => addBusinessDays(date, 1, china), 'date');
    expectDateArgument((date) => adjustDate(date, 'following', china), 'date');
    expectRefusal(() => addBusinessDays('2025-03-03', 1.5, china), 'invalid-type', 'days');
    expectRefusal(() => addBusinessDays('2025-03-03', Number.NaN, china), 'not-finite', 'days');
    expectRefusal(
      () => adjustDate('2025-03-03', wrong('nearest'), china),
      'unknown-value',
      'adjustment',
    );
    expectRefusal(
      () => adjustDate('2025-03-03', wrong(undefined), china),
      'missing-value',
      'adjustment',
    );
    expectRefusal(() => businessDaysBetween(wrong(null), china), 'missing-value', 'interval');
  });
});
