import { isPlainDate, type PlainDate } from '../../dates/index.js';

/** A day with its place in the count of months. */
export interface Day {
  readonly date: PlainDate;
  /** Months since the year 0. */
  readonly month: number;
}

/** Looks days up, each once; what is no day up to `asOf` has none. */
export function dayReader(asOf: PlainDate): (date: unknown) => Day | undefined {
  const known = new Map<unknown, Day>();
  return (date) => {
    const found = known.get(date);
    if (found !== undefined || !isPlainDate(date) || date > asOf) return found;
    const day = { date, month: monthNumber(date) };
    known.set(date, day);
    return day;
  };
}

/** Months since the year 0. */
export function monthNumber(date: PlainDate): number {
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1;
}
