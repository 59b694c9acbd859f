import { addDays, type DateInterval, daysBetween, type PlainDate } from '../../dates/index.js';
import { checkInteger } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { RollingTerm } from '../dealing-terms.js';
import type { BusinessDays } from './business-days.js';
import type { Hurdle } from './hurdle.js';
import { type SayWindow, waitForWindow } from './windows.js';

/** A lot that is bought later: its sale is ordered on its purchase day at the earliest. */
export function purchaseHurdle(boughtOn: PlainDate, notice: number, days: BusinessDays): Hurdle {
  const why = (): Reason => makeReason('products.dealing.not-bought-yet', 'info', { boughtOn });
  return (day) => {
    if (days.shift(day, -notice) >= boughtOn) return { to: day };
    return { to: days.shift(days.onOrAfter(boughtOn), notice), why };
  };
}

/** A lot's minimum holding: the first free day is the purchase day plus the days. */
export function lockUpHurdle(boughtOn: PlainDate, lockUpDays: number): Hurdle {
  const free = daysLater(boughtOn, lockUpDays);
  const why = (): Reason =>
    lockUpDays === 1
      ? makeReason('products.dealing.locked-until-one-day', 'info', { boughtOn, on: free })
      : makeReason('products.dealing.locked-until', 'info', {
          boughtOn,
          days: lockUpDays,
          on: free,
        });
  return (day) => ({ to: day < free ? free : day, why });
}

/** A lot that rolls over: redeemable only in the window at the end of a term. */
export function termHurdle(boughtOn: PlainDate, terms: RollingTerm, days: BusinessDays): Hurdle {
  const { windowDays = 1, adjustment = 'none' } = terms;
  const path = 'product.dealing.rollingTerm';
  const length = checkInteger(terms.days, `${path}.days`, { min: 1 });
  const open = checkInteger(windowDays, `${path}.windowDays`, { min: 1, max: length });

  const windowOf = (term: number): DateInterval => {
    const from = daysLater(boughtOn, term * length - open + 1);
    if (from >= days.limit) return { from, to: from };
    const end = addDays(from, open - 1);
    return { from, to: addDays(adjustment === 'following' ? days.onOrAfter(end) : end, 1) };
  };
  const windows = function* (day: PlainDate): Iterable<DateInterval> {
    // The term that ended before the day as well, because its end may have been moved to it.
    const ended = Math.ceil(daysBetween(boughtOn, day) / length) - 1;
    for (let term = Math.max(1, ended); ; term++) yield windowOf(term);
  };
  const next: SayWindow = (from, to) =>
    makeReason('products.dealing.term-ends', 'info', { boughtOn, days: length, from, to });
  return (day) => waitForWindow(day, windows, days, { next });
}

const LAST_DAY: PlainDate = '9999-12-31';

/** A number of days later, at most the last day that a date can be. */
function daysLater(start: PlainDate, count: number): PlainDate {
  return count < daysBetween(start, LAST_DAY) ? addDays(start, count) : LAST_DAY;
}
