import {
  addDays,
  addMonths,
  checkInterval,
  type DateInterval,
  dateParts,
  daysBetween,
  type PlainDate,
  parsePlainDate,
  weekdayOf,
} from '../../dates/index.js';
import { at, checkObject, checkOneOf, checkText } from '../../errors/index.js';

/** How long a calendar period is. */
export const PERIOD_LENGTHS = ['day', 'week', 'month', 'quarter', 'half-year', 'year'] as const;

/** The length of a calendar period; see `PERIOD_LENGTHS`. */
export type PeriodLength = (typeof PERIOD_LENGTHS)[number];

/** A span of days with a name; `from` belongs to it, `to` does not. */
export interface KpiPeriod extends DateInterval {
  /** `2026-03-01`, `2026-W09`, `2026-03`, `2026-Q1`, `2026-H1` or `2026`; or the bank's own name. */
  readonly id: string;
}

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/**
 * The calendar period in which a day lies. Weeks are ISO weeks: they begin on Monday, and the first of a year has its first Thursday.
 *
 * @throws AptfolioError `invalid-date` or `unknown-value`.
 *
 * Source: ISO 8601-1:2019 for weeks.
 *
 * @example
 * ```ts
 * import { periodOf } from 'aptfolio/kpi';
 *
 * periodOf('2026-05-20', 'quarter'); // => { id: '2026-Q2', from: '2026-04-01', to: '2026-07-01' }
 * periodOf('2027-01-01', 'week').id; // => '2026-W53'
 * ```
 */
export function periodOf(date: PlainDate, length: PeriodLength): KpiPeriod {
  const day = parsePlainDate(date, 'date');
  checkOneOf(length, 'length', PERIOD_LENGTHS);
  if (length === 'day') return makePeriod(day, day, addDays(day, 1));
  if (length === 'week') return weekOf(day);
  const months = MONTHS[length];
  const { year, month } = dateParts(day);
  const first = month - ((month - 1) % months);
  const from = `${day.slice(0, 4)}-${first < 10 ? '0' : ''}${first}-01` as PlainDate;
  return makePeriod(nameOf(year, first, length), from, addMonths(from, months));
}

/**
 * The calendar periods that have days in a span, in order.
 *
 * @param span `from` belongs to it, `to` does not; an empty span has no periods.
 * @throws AptfolioError with path `span…`, or `unknown-value` for the length.
 *
 * @example
 * ```ts
 * import { periodsIn } from 'aptfolio/kpi';
 *
 * periodsIn({ from: '2026-01-15', to: '2026-03-01' }, 'month').map(({ id }) => id); // => ['2026-01', '2026-02']
 * ```
 */
export function periodsIn(span: DateInterval, length: PeriodLength): readonly KpiPeriod[] {
  const { from, to } = checkInterval(span, 'span');
  const periods: KpiPeriod[] = [];
  for (let day = from; day < to; ) {
    const period = periodOf(day, length);
    periods.push(period);
    day = period.to;
  }
  return Object.freeze(periods);
}

/** Checks a period that the caller names. */
export function checkPeriod(value: unknown, path: string): KpiPeriod {
  const fields = checkObject(value, path);
  const span = checkInterval(fields as unknown as DateInterval, path);
  return makePeriod(checkText(fields.id, at(path, 'id'), 100), span.from, span.to);
}

function makePeriod(id: string, from: PlainDate, to: PlainDate): KpiPeriod {
  return Object.freeze({ id, from, to });
}

function weekOf(day: PlainDate): KpiPeriod {
  const monday = addDays(day, 1 - weekdayOf(day));
  const year = addDays(monday, 3).slice(0, 4);
  // 4 January lies in the first week of every year.
  const fourth = `${year}-01-04` as PlainDate;
  const first = addDays(fourth, 1 - weekdayOf(fourth));
  const week = daysBetween(first, monday) / 7 + 1;
  return makePeriod(`${year}-W${week < 10 ? '0' : ''}${week}`, monday, addDays(monday, 7));
}

function nameOf(year: number, month: number, length: keyof typeof MONTHS): string {
  const name = String(year).padStart(4, '0');
  if (length === 'year') return name;
  if (length === 'half-year') return `${name}-H${month === 1 ? 1 : 2}`;
  if (length === 'quarter') return `${name}-Q${(month + 2) / 3}`;
  return `${name}-${month < 10 ? '0' : ''}${month}`;
}
