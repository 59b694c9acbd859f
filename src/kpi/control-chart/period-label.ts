import { addDays, isPlainDate, type PlainDate } from '../../dates/index.js';
import { AptfolioError } from '../../errors/index.js';
import { type KpiPeriod, type PeriodLength, periodOf } from '../period/period.js';

/** How many periods make one round of the seasons; null where none is looked for. */
export const SEASON: Readonly<Record<PeriodLength, number | null>> = Object.freeze({
  year: null,
  'half-year': 2,
  quarter: 4,
  month: 12,
  week: 52,
  day: null,
});

const FORM =
  /^(?<year>(?!0000|9999)\d{4})(?:-H(?<half>[12])|-Q(?<quarter>[1-4])|-W(?<week>\d{2})|-(?<month>\d{2})(?<day>-\d{2})?)?$/;

/** A calendar period with its length. */
export interface LabelledPeriod extends KpiPeriod {
  readonly length: PeriodLength;
}

/** Reads the id of a calendar period, as `periodOf` gives it, in the years 0001 to 9998. */
export function readLabel(id: string, path: string): LabelledPeriod {
  const found = dayOf(id);
  if (found !== null && isPlainDate(found.day)) {
    const period = periodOf(found.day, found.length);
    // Week 0, and week 53 of a year that has 52, are weeks of another year.
    if (period.id === id) return { ...period, length: found.length };
  }
  const expected = 'a period such as 2026, 2026-H1, 2026-Q1, 2026-03, 2026-W09 or 2026-03-14';
  throw new AptfolioError('invalid-format', path, expected, id);
}

/** The length that a label names, and a day of the period, which may not exist; null if it has no form of a label. */
function dayOf(id: string): { length: PeriodLength; day: string } | null {
  const parts = FORM.exec(id)?.groups;
  if (parts === undefined) return null;
  const { year, half, quarter, week, month, day } = parts;
  const first = (number: number) => `${year}-${String(number).padStart(2, '0')}-01`;
  if (half !== undefined) return { length: 'half-year', day: first(6 * Number(half)) };
  if (quarter !== undefined) return { length: 'quarter', day: first(3 * Number(quarter)) };
  if (day !== undefined) return { length: 'day', day: id };
  if (month !== undefined) return { length: 'month', day: first(Number(month)) };
  if (week === undefined) return { length: 'year', day: first(1) };
  // 4 January lies in the first week of every year.
  const fourth = `${year}-01-04` as PlainDate;
  return { length: 'week', day: addDays(fourth, 7 * (Number(week) - 1)) };
}
