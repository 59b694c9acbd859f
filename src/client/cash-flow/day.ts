import { isPlainDate, makeDate, type PlainDate } from '../../dates/index.js';

/** A day with its place in the count of months. */
export interface Day {
  readonly date: PlainDate;
  /** Months since the year 0. */
  readonly month: number;
}

/** Whether a day is too early, where there is a limit. */
export function isBefore(date: PlainDate, earliest: PlainDate | undefined): boolean {
  return earliest !== undefined && date < earliest;
}

/** Looks days up, each once; what is no day from `earliest` to `asOf` has none. */
export function dayReader(
  asOf: PlainDate,
  earliest: PlainDate | undefined,
): (date: unknown) => Day | undefined {
  const known = new Map<unknown, Day>();
  return (date) => {
    const found = known.get(date);
    if (found !== undefined || !isPlainDate(date)) return found;
    if (date > asOf || isBefore(date, earliest)) return undefined;
    const day = { date, month: monthNumber(date) };
    known.set(date, day);
    return day;
  };
}

/** Months since the year 0. */
export function monthNumber(date: PlainDate): number {
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1;
}

/** The first day of a month, counted like that. */
export function firstDayOf(month: number): PlainDate {
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1];
  return makeDate({ year, month: ofYear, day: 1 });
}
