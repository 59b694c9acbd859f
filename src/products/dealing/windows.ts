import {
  addDays,
  addMonths,
  type DateInterval,
  daysBetween,
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
  const { from } = terms;
  const length = checkInteger(terms.days, at(path, 'days'), { min: 1 });
  if ('everyDays' in terms) {
    const days = checkInteger(terms.everyDays, at(path, 'everyDays'), { min: 1 });
    return recurring(length, {
      last: (day) => Math.floor(daysBetween(from, day) / days),
      start: (count) => addDays(from, count * days),
    });
  }
  const months = checkInteger(terms.everyMonths, at(path, 'everyMonths'), { min: 1 });
  return recurring(length, {
    last: (day) => Math.floor(monthsBetween(from, day) / months),
    // Counted from the first, so that a window from the 31st keeps to the ends of months.
    start: (count) => addMonths(from, count * months),
  });
}

/** When windows start, counted from 0. */
interface Rhythm {
  /** The last window that starts by a day; below 0 where there is none yet. */
  readonly last: (day: PlainDate) => number;
  readonly start: (count: number) => PlainDate;
}

function recurring(length: number, { last, start }: Rhythm): Windows {
  return function* (day) {
    // The last window that starts `length` days before the day or earlier has ended by then.
    for (let count = Math.max(0, last(addDays(day, -length))); ; count++) {
      const from = start(count);
      yield { from, to: addDays(from, length) };
    }
  };
}
