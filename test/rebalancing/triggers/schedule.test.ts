import { describe, expect, it } from 'vitest';
import { addDays, addMonths, compileCalendar, type PlainDate } from '../../../src/dates/index.js';
import {
  businessDayFrom,
  lastScheduledDay,
  nextScheduledDay,
} from '../../../src/rebalancing/triggers/schedule.js';
import { expectRefusal } from '../../refusal.js';

const calendar = compileCalendar({
  id: 'CN-example',
  covers: { from: '2025-01-01', to: '2028-01-01' },
  // The week of National Day 2026.
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
});
const quarterly = { anchor: '2026-01-31', everyMonths: 3 } as const;

describe('a schedule', () => {
  it('clamps to the month’s end and moves on to a business day', () => {
    // 31 January 2026 is a Saturday; 30 April a Thursday; 31 July a Friday; 31 October a Saturday.
    const days = ['2026-02-02', '2026-04-30', '2026-07-31', '2026-11-02'] as const;
    for (const day of days) {
      expect(lastScheduledDay(quarterly, day, calendar)).toBe(day);
      expect(nextScheduledDay(quarterly, day, calendar)).toBe(day);
    }
    expect(lastScheduledDay(quarterly, '2026-11-01', calendar)).toBe('2026-07-31');
    expect(nextScheduledDay(quarterly, '2026-08-01', calendar)).toBe('2026-11-02');
  });

  it('has no last day before its first and starts with it', () => {
    expect(lastScheduledDay(quarterly, '2026-02-01', calendar)).toBeUndefined();
    expect(nextScheduledDay(quarterly, '2025-06-30', calendar)).toBe('2026-02-02');
  });

  it('jumps over holidays', () => {
    const monthly = { anchor: '2026-09-01', everyMonths: 1 } as const;
    expect(nextScheduledDay(monthly, '2026-10-01', calendar)).toBe('2026-10-08');
    expect(lastScheduledDay(monthly, '2026-10-07', calendar)).toBe('2026-09-01');
  });

  it('is what looking at every day finds', () => {
    for (const schedule of [quarterly, { anchor: '2025-03-30', everyMonths: 1 } as const]) {
      const days: PlainDate[] = [];
      for (let k = 0; k < 30; k++) {
        const raw = addMonths(schedule.anchor, k * schedule.everyMonths);
        let day = raw;
        while (day < '2027-12-01' && !calendar.isBusinessDay(day)) day = addDays(day, 1);
        if (day < '2027-12-01') days.push(day);
      }
      for (let day: PlainDate = '2025-03-01'; day < '2027-06-01'; day = addDays(day, 1)) {
        expect(lastScheduledDay(schedule, day, calendar)).toBe(days.filter((d) => d <= day).at(-1));
        expect(nextScheduledDay(schedule, day, calendar)).toBe(days.find((d) => d >= day));
      }
    }
  });

  it('guesses nothing outside the calendar', () => {
    const yearly = { anchor: '2024-12-31', everyMonths: 12 } as const;
    expectRefusal(() => lastScheduledDay(yearly, '2025-03-03', calendar), 'out-of-range', 'date');
    // The last day of 2024 lies before the calendar, but with 1 January 2025 a business day it cannot be later than that.
    expect(nextScheduledDay(yearly, '2025-03-03', calendar)).toBe('2025-12-31');
    expect(nextScheduledDay(yearly, '2025-01-01', calendar)).toBeUndefined();
    expect(nextScheduledDay(yearly, '2028-01-01', calendar)).toBeUndefined();
    expect(businessDayFrom('2028-01-01', calendar)).toBeUndefined();
    expect(businessDayFrom('2024-12-31', calendar)).toBeUndefined();
    expect(businessDayFrom('2027-12-25', calendar)).toBe('2027-12-27');
  });
});
