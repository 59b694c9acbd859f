import {
  addDays,
  type BusinessCalendar,
  type DateInterval,
  type PlainDate,
} from '../../dates/index.js';
import { AptfolioError, checkObject } from '../../errors/index.js';

/** A calendar that remembers what it was asked and never leaves the days up to a limit. */
export interface BusinessDays {
  /** The calendar's first day. */
  readonly first: PlainDate;
  /** The first day that is not looked at. As an answer it says that the day lies there or beyond. */
  readonly limit: PlainDate;
  /** The first business day on or after a day. */
  readonly onOrAfter: (day: PlainDate) => PlainDate;
  /** A number of business days later, or earlier if below 0; a day before the first where the way back leads out of the calendar. */
  readonly shift: (day: PlainDate, count: number) => PlainDate;
}

/** Makes business days of a calendar, up to a limit at most at the calendar's end, without days on which a product is closed. */
export function rememberDays(
  calendar: BusinessCalendar,
  limit: PlainDate,
  closedOn?: readonly PlainDate[],
): BusinessDays {
  const { from: first } = calendar.covers;
  const closed = closedOn === undefined ? undefined : new Set(closedOn);
  const isOpen = (day: PlainDate): boolean =>
    calendar.isBusinessDay(day) && !(closed?.has(day) ?? false);
  const following = new Map<PlainDate, PlainDate>();

  const onOrAfter = (day: PlainDate): PlainDate => {
    const known = following.get(day);
    if (known !== undefined) return known;
    let found = day;
    while (found < limit && !isOpen(found)) found = addDays(found, 1);
    if (found > limit) found = limit;
    following.set(day, found);
    return found;
  };

  const shift = (day: PlainDate, count: number): PlainDate => {
    let found = day;
    for (let left = count; left > 0 && found < limit; left--) {
      found = onOrAfter(addDays(found, 1));
    }
    for (let left = -count; left > 0 && found >= first; ) {
      found = addDays(found, -1);
      if (found < first) break;
      if (onOrAfter(found) === found) left--;
    }
    return found;
  };

  return { first, limit, onOrAfter, shift };
}

/** The days that a calendar made by `compileCalendar` covers. */
export function coversOf(calendar: BusinessCalendar): DateInterval {
  const { isBusinessDay, covers } = checkObject(calendar, 'calendar');
  if (typeof isBusinessDay === 'function') {
    return checkObject(covers, 'calendar.covers') as unknown as DateInterval;
  }
  throw new AptfolioError('invalid-type', 'calendar', 'a calendar made by compileCalendar');
}

/** Refuses days that the calendar does not cover. */
export function refuseUncovered({ from, to }: DateInterval, path: string): never {
  const expected = `within what the calendar covers, from ${from} and before ${to}`;
  throw new AptfolioError('out-of-range', path, expected);
}
