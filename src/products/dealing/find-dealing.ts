import {
  addDays,
  type BusinessCalendar,
  type DateInterval,
  type PlainDate,
} from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { Product } from '../product.js';
import { isLiability } from '../product-type.js';
import type { BusinessDays } from './business-days.js';
import { sayGates } from './gates.js';
import type { DealingSide, Hurdle, HurdleAnswer } from './hurdle.js';
import { bookedOn, delaysOf, hurdlesOf } from './hurdles.js';

/** When a product can be dealt in, or that it cannot. */
export type Dealing =
  | {
      /** `now`: the order is placed today, or on the business day that stands for it. */
      readonly status: 'now' | 'later';
      /**
       * The day of the order, never before `asOf`. At maturity nothing is ordered, and it is the day on which it pays back, or `asOf` where
       * that day is past and the money under way.
       */
      readonly orderOn: PlainDate;
      /** The day whose price counts. */
      readonly dealsOn: PlainDate;
      /** The day on which units or money are booked; of a purchase before the product begins, the day on which it does. */
      readonly settlesOn: PlainDate;
      /** What makes it later, and what is to be known; may be empty. */
      readonly reasons: readonly Reason[];
    }
  | {
      readonly status: 'never';
      readonly orderOn?: undefined;
      readonly dealsOn?: undefined;
      readonly settlesOn?: undefined;
      /** Never empty; the last one is what cannot be overcome. */
      readonly reasons: readonly Reason[];
    };

/** The day for which an order counts, and why it is not the day asked for. */
export interface OrderDay {
  readonly asOf: PlainDate;
  /** The day itself, or the business day that stands for it. */
  readonly today: PlainDate;
  /** The first day from `today` on that the product counts. */
  readonly day: PlainDate;
  readonly reasons: readonly Reason[];
}

/** From when, and with which business days, a dealing day is sought. */
export interface DealingSearch {
  readonly order: OrderDay;
  readonly days: BusinessDays;
  readonly calendar: BusinessCalendar;
}

/** Seeks the first day that all terms allow. */
export function findDealing(
  product: Product,
  side: DealingSide,
  boughtOn: PlainDate | undefined,
  search: DealingSearch,
): Dealing {
  if (isLiability(product)) return never([makeReason('products.dealing.liability', 'block')]);
  const { order, days } = search;
  const { notice, settlement } = delaysOf(product, side);
  const hurdles = hurdlesOf(product, side, boughtOn, { days, asOf: order.asOf });
  const { day, notBefore, reasons } = firstDay(days.shift(order.day, notice), hurdles, search);
  const maturity = product.dealing?.maturity;
  const isDue = maturity !== undefined && (notBefore === 'never' || notBefore >= maturity);
  if (side === 'sell' && isDue) return atMaturity(maturity, settlement, search);
  const said = [...order.reasons, ...sayStart(product, order.asOf), ...reasons];
  if (day === 'never') return never(said);
  const settlesOn = bookedOn(product, side, days.shift(day, settlement), days);
  if (settlesOn >= days.limit) return never([...said, sayBeyond(day, search)]);
  const orderOn = days.shift(day, -notice);
  if (side === 'sell') said.push(...sayGates(product, day));
  if (notice > 0) {
    const parameters = { days: notice, orderOn, dealsOn: day };
    said.push(makeReason('products.dealing.notice', 'info', parameters));
  }
  const status = orderOn === order.today ? 'now' : 'later';
  return Object.freeze({ status, orderOn, dealsOn: day, settlesOn, reasons: Object.freeze(said) });
}

/** That a product has not begun, which ties the money of those who buy and holds back those who sell. */
function sayStart({ dealing }: Product, asOf: PlainDate): readonly Reason[] {
  const startsOn = dealing?.startsOn;
  if (startsOn === undefined || startsOn <= asOf) return [];
  return [makeReason('products.dealing.begins', 'info', { on: startsOn })];
}

/** Everything is paid back; nobody has to order anything. */
function atMaturity(maturity: PlainDate, settlement: number, search: DealingSearch): Dealing {
  const { days, order, calendar } = search;
  const matured = (): Dealing =>
    never([makeReason('products.dealing.matured', 'block', { on: maturity })]);
  if (maturity < calendar.covers.from) return matured();
  const dealsOn = days.onOrAfter(maturity);
  const settlesOn = days.shift(dealsOn, settlement);
  if (settlesOn >= days.limit) return never([sayBeyond(maturity, search)]);
  if (settlesOn < order.asOf) return matured();
  const reason = makeReason('products.dealing.matures', 'info', { on: maturity, settlesOn });
  const reasons = Object.freeze([reason]);
  // Nothing is ordered; of a maturity that is past the money is under way.
  const orderOn = dealsOn < order.asOf ? order.asOf : dealsOn;
  return Object.freeze({ status: 'later', orderOn, dealsOn, settlesOn, reasons });
}

function never(reasons: readonly Reason[]): Dealing {
  return Object.freeze({ status: 'never', reasons: Object.freeze(reasons) });
}

/** Where a search has ended. */
interface FirstDay {
  /** The day found; `never` where none is, or none that is known. */
  readonly day: PlainDate | 'never';
  /** The day found, or the first of those that are not known; `never` where there is none at all. */
  readonly notBefore: PlainDate | 'never';
  readonly reasons: readonly Reason[];
}

/** The most windows without a business day that are named. */
const MOST_PASSED_OVER = 10;

/** Asks each of the terms in turn, moving on to the day that it names, until none objects. */
function firstDay(start: PlainDate, hurdles: readonly Hurdle[], search: DealingSearch): FirstDay {
  const { onOrAfter, limit } = search.days;
  const objections = new Map<Hurdle, HurdleAnswer['why']>();
  const passedOver = new Map<PlainDate, DateInterval>();
  const said = (last?: Reason): readonly Reason[] => [
    ...[...passedOver.values()].slice(0, MOST_PASSED_OVER).map(sayPassedOver),
    ...[...objections.values()].flatMap((why) => (why === undefined ? [] : [why()])),
    ...(last === undefined ? [] : [last]),
  ];
  const unknown = (notBefore: PlainDate): FirstDay => ({
    day: 'never',
    notBefore,
    reasons: said(sayBeyond(notBefore, search)),
  });
  let day = start;
  if (day >= limit) return unknown(day);
  for (let next = 0, content = 0; content < hurdles.length; next = (next + 1) % hurdles.length) {
    const hurdle = hurdles[next]!;
    const answer = hurdle(day);
    for (const window of answer.passedOver ?? []) passedOver.set(window.from, window);
    if (answer.to === day) {
      content++;
      // What the window of the day is, is known only now.
      if (answer.why !== undefined && objections.has(hurdle)) objections.set(hurdle, answer.why);
      continue;
    }
    content = 0;
    if (answer.to === 'never') {
      objections.delete(hurdle);
      return { day: 'never', notBefore: 'never', reasons: said(answer.why?.()) };
    }
    objections.set(hurdle, answer.why);
    day = onOrAfter(answer.to);
    if (day >= limit) return unknown(answer.to);
  }
  return { day, notBefore: day, reasons: said() };
}

function sayPassedOver({ from, to }: DateInterval): Reason {
  const parameters = { from, to: addDays(to, -1) };
  return makeReason('products.dealing.window-without-business-day', 'info', parameters);
}

/** The days from the limit on are not looked at: the calendar ends there, or it is too far away. */
function sayBeyond(notBefore: PlainDate, { days, calendar }: DealingSearch): Reason {
  const until = addDays(days.limit, -1);
  if (days.limit < calendar.covers.to) {
    return makeReason('products.dealing.beyond-horizon', 'block', { until, notBefore });
  }
  const parameters = { calendar: calendar.id, until, notBefore };
  return makeReason('products.dealing.beyond-calendar', 'block', parameters);
}
