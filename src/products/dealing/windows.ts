import {
  addDays,
  addMonths,
  type DateInterval,
  monthsBetween,
  type PlainDate,
} from '../../dates/index.js';
import { at, checkInteger } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { DealingDays } from '../dealing-terms.js';
import type { BusinessDays } from './business-days.js';
import type { DealingSide, Hurdle, HurdleAnswer } from './hurdle.js';

/** Windows by ascending first day; those that end before a day may be left out. */
export type Windows = (day: PlainDate) => Iterable<DateInterval>;

const NAMES: Readonly<Record<DealingSide, string>> = { buy: 'subscription', sell: 'redemption' };

/** The days on which a product deals. */
export function windowsHurdle(terms: DealingDays, side: DealingSide, days: BusinessDays): Hurdle {
  const name = NAMES[side];
  if (terms === 'never') {
    const why = (): Reason => makeReason(`products.dealing.no-${name}`, 'block');
    return () => ({ to: 'never', why });
  }
  const windows = windowsOf(terms, at('product.dealing', name));
  const over = (): Reason => makeReason(`products.dealing.${name}-windows-over`, 'block');
  const next: SayWindow = (from, to) =>
    makeReason(`products.dealing.${name}-window`, 'info', { from, to });
  return (day) => waitForWindow(day, windows, days, { next, over });
}

/** What is said of the window of a dealing day, by the window's first and last day. */
export type SayWindow = (from: PlainDate, to: PlainDate) => Reason;

/** The day itself within a window; else the first business day of the next window that has one. */
export function waitForWindow(
  day: PlainDate,
  windows: Windows,
  days: BusinessDays,
  say: { readonly next: SayWindow; readonly over?: () => Reason },
): HurdleAnswer {
  const passedOver: DateInterval[] = [];
  for (const window of windows(day)) {
    const { from, to } = window;
    const first = days.onOrAfter(from > day ? from : day);
    if (first >= days.limit) return { to: days.limit, passedOver };
    if (first < to) return { to: first, why: () => say.next(from, addDays(to, -1)), passedOver };
    if (from > day) passedOver.push(window);
  }
  return { to: 'never', why: say.over, passedOver };
}

function windowsOf(terms: Exclude<DealingDays, 'never'>, path: string): Windows {
  if ('periods' in terms) {
    const periods = terms.periods.filter(({ from, to }) => from < to);
    periods.sort((a, b) => (a.from < b.from ? -1 : 1));
    return () => periods;
  }
  const months = checkInteger(terms.everyMonths, at(path, 'everyMonths'), { min: 1 });
  const length = checkInteger(terms.days, at(path, 'days'), { min: 1 });
  return (day) => recurring(terms.from, months, length, day);
}

/** Each window is counted from the first, so that one from the 31st keeps to the ends of months. */
function* recurring(
  first: PlainDate,
  months: number,
  length: number,
  day: PlainDate,
): Iterable<DateInterval> {
  // The last window that starts `length` days before the day or earlier has ended by then.
  const over = Math.floor(monthsBetween(first, addDays(day, -length)) / months);
  for (let count = Math.max(0, over); ; count++) {
    const from = addMonths(first, count * months);
    yield { from, to: addDays(from, length) };
  }
}
