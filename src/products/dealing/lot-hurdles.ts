import { addDays, type DateInterval, daysBetween, type PlainDate } from '../../dates/index.js';
import { checkInteger } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { RollingTerm } from '../dealing-terms.js';
import type { BusinessDays } from './business-days.js';
import type { Hurdle } from './hurdle.js';
import { type SayWindow, waitForWindow } from './windows.js';

/** A lot that is sold. */
export interface Lot {
  /** Absent: a position without lots of a product that has not begun. */
  readonly boughtOn?: PlainDate;
  /** The day from which its holding periods count: that of the purchase, or the product's beginning after it. */
  readonly from: PlainDate;
}

/** A lot whose units are booked later: its sale is ordered on that day at the earliest. */
export function bookingHurdle(
  { boughtOn, from }: Lot,
  bookedOn: PlainDate,
  notice: number,
  days: BusinessDays,
): Hurdle {
  // Of a product that begins later, the dealing says so.
  const why =
    boughtOn === from
      ? (): Reason =>
          makeReason('products.dealing.not-booked-yet', 'info', { boughtOn, on: bookedOn })
      : undefined;
  return (day) => {
    if (days.shift(day, -notice) >= bookedOn) return { to: day };
    return { to: days.shift(days.onOrAfter(bookedOn), notice), why };
  };
}

/** A lot's minimum holding: the first free day is the day from which it counts plus the days. */
export function lockUpHurdle(lot: Lot, lockUpDays: number): Hurdle {
  const free = daysLater(lot.from, lockUpDays);
  const why = (): Reason => sayLockUp(lot, lockUpDays, free);
  return (day) => ({ to: day < free ? free : day, why });
}

function sayLockUp({ boughtOn, from }: Lot, days: number, on: PlainDate): Reason {
  if (boughtOn !== from) {
    return makeReason('products.dealing.locked-from-start', 'info', { from, days, on });
  }
  return days === 1
    ? makeReason('products.dealing.locked-until-one-day', 'info', { boughtOn, on })
    : makeReason('products.dealing.locked-until', 'info', { boughtOn, days, on });
}

/** A lot that rolls over: redeemable only in the window at the end of a term. */
export function termHurdle(lot: Lot, terms: RollingTerm, days: BusinessDays): Hurdle {
  const { boughtOn, from: start } = lot;
  const { windowDays = 1, adjustment = 'none' } = terms;
  const path = 'product.dealing.rollingTerm';
  const length = checkInteger(terms.days, `${path}.days`, { min: 1 });
  const open = checkInteger(windowDays, `${path}.windowDays`, { min: 1, max: length });

  const windowOf = (term: number): DateInterval => {
    const from = daysLater(start, term * length - open + 1);
    if (from >= days.limit) return { from, to: from };
    const end = addDays(from, open - 1);
    return { from, to: addDays(adjustment === 'following' ? days.onOrAfter(end) : end, 1) };
  };
  const windows = function* (day: PlainDate): Iterable<DateInterval> {
    // The term that ended before the day as well, because its end may have been moved to it.
    const ended = Math.ceil(daysBetween(start, day) / length) - 1;
    for (let term = Math.max(1, ended); ; term++) yield windowOf(term);
  };
  const next: SayWindow = (from, to) =>
    boughtOn === start
      ? makeReason('products.dealing.term-ends', 'info', { boughtOn, days: length, from, to })
      : makeReason('products.dealing.term-from-start-ends', 'info', {
          start,
          days: length,
          from,
          to,
        });
  return (day) => waitForWindow(day, windows, days, { next });
}

const LAST_DAY: PlainDate = '9999-12-31';

/** A number of days later, at most the last day that a date can be. */
function daysLater(start: PlainDate, count: number): PlainDate {
  return count < daysBetween(start, LAST_DAY) ? addDays(start, count) : LAST_DAY;
}
