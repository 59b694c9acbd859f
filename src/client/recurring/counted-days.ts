import type { Booking } from './booking.js';
import { type Cadence, COUNTED_DAYS, MOST_DAYS } from './cadence.js';

/**
 * The cadences of so many days that the gaps between near bookings suggest: those that are met most often to the
 * day, most often first; of equally frequent ones the shorter first.
 */
export function countedCadences(view: readonly Booking[]): readonly Cadence[] {
  if (view.length < LEAST) return [];
  const counts = new Map<number, number>();
  for (let i = 1; i < view.length; i++) {
    for (let lag = 1; lag <= LAGS && lag <= i; lag++) {
      const gap = view[i]!.day - view[i - lag]!.day;
      if (gap > MOST_DAYS) break;
      counts.set(gap, (counts.get(gap) ?? 0) + 1);
    }
  }
  const least = Math.max(2, LEAST_FITS * view.length);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, m], [b, n]) => n - m || a - b)
    .flatMap(([days]) => COUNTED_DAYS[days] ?? [])
    .slice(0, TRIED);
}

/** Occurrences below which equal gaps are chance. */
const LEAST = 4;
const LAGS = 3;
/** Gaps of a number of days to the day, as a share of the bookings: weekends move some. */
const LEAST_FITS = 0.3;
const TRIED = 2;
