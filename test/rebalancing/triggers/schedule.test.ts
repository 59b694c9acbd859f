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

  it('comes round in days', () => {
    // Mondays, every other week from 5 January 2026; 5 October is in the week of National Day, and 8 October the next business day.
    const fortnightly = { anchor: '2026-01-05', everyDays: 14 } as const;
    expect(lastScheduledDay(fortnightly, '2026-01-18', calendar)).toBe('2026-01-05');
    expect(lastScheduledDay(fortnightly, '2026-01-19', calendar)).toBe('2026-01-19');
    // 28 September is 266 days, or 19 times 14, behind.
    expect(nextScheduledDay(fortnightly, '2026-09-20', calendar)).toBe('2026-09-28');
    expect(nextScheduledDay(fortnightly, '2026-09-29', calendar)).toBe('2026-10-12');
    const weekly = { anchor: '2026-09-30', everyDays: 7 } as const;
    expect(nextScheduledDay(weekly, '2026-10-01', calendar)).toBe('2026-10-08');
  });

  it('can be the last business day of a month', () => {
    const monthEnds = { anchor: '2026-01-31', everyMonths: 1, adjust: 'preceding' } as const;
    // 31 January is a Saturday, 28 February one too, 31 May a Sunday.
    const days = ['2026-01-30', '2026-02-27', '2026-03-31', '2026-04-30', '2026-05-29'] as const;
    days.forEach((day, i) => {
      expect(lastScheduledDay(monthEnds, day, calendar)).toBe(day);
      expect(nextScheduledDay(monthEnds, day, calendar)).toBe(day);
      expect(lastScheduledDay(monthEnds, addDays(day, -1), calendar)).toBe(days[i - 1]);
    });
    expect(lastScheduledDay(monthEnds, '2026-01-29', calendar)).toBeUndefined();
    const modified = { ...monthEnds, adjust: 'modified-following' } as const;
    for (const day of days) expect(lastScheduledDay(modified, day, calendar)).toBe(day);
  });

  it('stays in its month only where it is to', () => {
    // 15 March is a Sunday and moves on within its month, 31 May would move to June.
    const modified = {
      anchor: '2026-03-15',
      everyMonths: 1,
      adjust: 'modified-following',
    } as const;
    expect(nextScheduledDay(modified, '2026-03-10', calendar)).toBe('2026-03-16');
    const preceding = { ...modified, adjust: 'preceding' } as const;
    expect(nextScheduledDay(preceding, '2026-03-10', calendar)).toBe('2026-03-13');
    expect(nextScheduledDay(preceding, '2026-03-14', calendar)).toBe('2026-04-15');
  });

  it('is what looking at every day finds, whatever the adjustment', () => {
    for (const adjust of ['following', 'preceding', 'modified-following'] as const) {
      for (const schedule of [
        { anchor: '2025-02-28', everyDays: 5, adjust },
        { anchor: '2025-03-31', everyMonths: 1, adjust },
        { anchor: '2026-09-28', everyDays: 1, adjust },
      ] as const) {
        const moved = new Set<PlainDate>();
        for (let k = 0; k < 400; k++) {
          const raw =
            'everyDays' in schedule
              ? addDays(schedule.anchor, k * schedule.everyDays)
              : addMonths(schedule.anchor, k * schedule.everyMonths);
          if (raw >= '2027-12-01') break;
          const seek = (step: 1 | -1): PlainDate => {
            let day: PlainDate = raw;
            while (!calendar.isBusinessDay(day)) day = addDays(day, step);
            return day;
          };
          const next = seek(1);
          const isOver = next.slice(5, 7) !== raw.slice(5, 7);
          const goesBack = adjust === 'preceding' || (adjust === 'modified-following' && isOver);
          moved.add(goesBack ? seek(-1) : next);
        }
        const days = [...moved].sort();
        for (let day: PlainDate = '2025-02-20'; day < '2027-06-01'; day = addDays(day, 1)) {
          if (day > days.at(-1)!) break;
          expect(lastScheduledDay(schedule, day, calendar)).toBe(
            days.filter((d) => d <= day).at(-1),
          );
          expect(nextScheduledDay(schedule, day, calendar)).toBe(days.find((d) => d >= day));
        }
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
