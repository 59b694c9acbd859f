import { describe, expectTypeOf, it } from 'vitest';
import {
  addDays,
  compileCalendar,
  type DateInterval,
  type DayCount,
  dayCountFraction,
  isPlainDate,
  monthOf,
  type PlainDate,
  parsePlainDate,
  type YearMonth,
} from '../../src/dates/index.js';

describe('date types', () => {
  it('take a literal and refuse a text of unknown content', () => {
    addDays('2026-03-02', 1);
    const text: string = '2026-03-02';
    // @ts-expect-error any text
    addDays(text, 1);
    // @ts-expect-error not the form of a date
    addDays('2 March 2026', 1);
    addDays(parsePlainDate(text), 1);
    if (isPlainDate(text)) expectTypeOf(text).toExtend<PlainDate>();
  });

  it('keep dates, months and instants apart', () => {
    expectTypeOf(monthOf('2026-03-02')).toEqualTypeOf<YearMonth>();
    // @ts-expect-error a month is no date
    addDays('2026-03', 1);
    // @ts-expect-error a Date is an instant, not a civil date
    addDays(new Date(0), 1);
  });

  it('know the names of conventions', () => {
    expectTypeOf<DayCount>().toEqualTypeOf<
      'act/365' | 'act/360' | '30/360' | '30e/360' | 'act/act'
    >();
    // @ts-expect-error no such convention
    dayCountFraction('2026-01-01', '2026-07-01', 'act/366');
  });

  it('have weekdays from 1 to 7', () => {
    const covers: DateInterval = { from: '2026-01-01', to: '2027-01-01' };
    // @ts-expect-error Sunday is 7
    compileCalendar({ id: 'x', covers, holidays: [], weekend: [0, 6] });
  });
});
