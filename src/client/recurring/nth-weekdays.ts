import type { Booking } from './booking.js';
import type { Cadence } from './cadence.js';
import { type Grid, modulo, type NthWeekday, weekdayOfDay } from './grid.js';
import { type MonthTable, monthStart } from './months.js';

/**
 * The grid of the weekday, by its place in the month, on which most bookings fall, if they are enough. The last
 * one comes first: where both explain the days equally well, it is likelier meant than the fourth.
 */
export function likelyNthWeekdays(
  view: readonly Booking[],
  cadence: Cadence,
  months: MonthTable,
): readonly Grid[] {
  const counts = new Map<number, number>();
  const count = (place: number): void => {
    counts.set(place, (counts.get(place) ?? 0) + 1);
  };
  for (const { day, month, dayOfMonth } of view) {
    const base = ROW * modulo(month, cadence.length) + weekdayOfDay(day) - 1;
    if (dayOfMonth <= 28) count(base + 7 * Math.ceil(dayOfMonth / 7));
    if (monthStart(months, month + 1) - day <= 7) count(base);
  }
  let best = -1;
  let most = 0;
  const least = Math.max(LEAST, LEAST_FITS * view.length);
  for (const [place, times] of counts) {
    if (times < least || times < most || (times === most && place > best)) continue;
    [best, most] = [place, times];
  }
  return best < 0 ? [] : [gridOf(best, cadence, months)];
}

/** Places of a phase: seven weekdays, the last of the month and the first to fourth. */
const ROW = 35;
/** Bookings on the very day, and as a share of all. */
const LEAST = 3;
const LEAST_FITS = 0.4;

function gridOf(place: number, cadence: Cadence, months: MonthTable): Grid {
  const nth = Math.floor((place % ROW) / 7);
  const nthWeekday = {
    nth: nth === 0 ? 'last' : nth,
    weekday: 1 + (place % 7),
  } as NthWeekday;
  const phase = Math.floor(place / ROW);
  return { cadence, phase, anchor: 0, nthWeekday, weekend: 'none', months };
}
