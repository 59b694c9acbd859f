import { type BusinessCalendar, type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  checkBoolean,
  checkObject,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import type { Product } from '../product.js';
import { isLiability } from '../product-type.js';
import { type BusinessDays, coversOf, refuseUncovered, rememberDays } from './business-days.js';
import { type Dealing, findDealing, type OrderDay } from './find-dealing.js';
import { DEALING_SIDES, type DealingSide } from './hurdle.js';
import { permits } from './status.js';

/** When orders are to be placed, for all products alike. */
export interface DealingMoment {
  readonly asOf: PlainDate;
  /** Must cover `asOf`; what lies beyond its end is not guessed. */
  readonly calendar: BusinessCalendar;
  /** Whether orders come too late for `asOf`, whatever the product. Default false. */
  readonly afterCutOff?: boolean;
  /** The time of the orders, `HH:MM` in the bank's zone; later than a product's cut-off they count for the next business day. */
  readonly time?: string;
}

/** Answers when products deal, as seen from one moment. */
export interface DealingDesk {
  readonly asOf: PlainDate;
  /** The answer of `nextDealing`. */
  readonly next: (product: Product, side: DealingSide, boughtOn?: PlainDate) => Dealing;
}

/** How far ahead dealing days are sought: to the end of the year that lies so many years ahead. */
const HORIZON = 50;

/**
 * Makes what answers `nextDealing` for many products and lots at one moment: it remembers business days and answers.
 *
 * Keep it for one run over accounts, with products that do not change meanwhile, and make a new one for another day.
 *
 * @throws AptfolioError `out-of-range` for an `asOf` that the calendar does not cover; `invalid-format` for a time that is no `HH:MM`.
 *
 * @example
 * ```ts
 * import { compileCalendar } from 'aptfolio/dates';
 * import { compileProducts, openDealingDesk } from 'aptfolio/products';
 *
 * const { byId } = compileProducts(
 *   [{
 *     id: 'P', name: 'Bond fund', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2', annualFee: 0.004,
 *     entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open', dealing: { cutOff: '15:00' },
 *   }],
 *   ['BOND'],
 * );
 * const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
 * const calendar = compileCalendar({ id: 'weekends', covers, holidays: [] });
 * const desk = openDealingDesk({ asOf: '2026-03-06', calendar, time: '15:01' });
 * desk.next(byId.P, 'buy').orderOn; // => '2026-03-09'
 * desk.next(byId.P, 'buy').settlesOn; // => '2026-03-10'
 * ```
 */
export function openDealingDesk(moment: DealingMoment): DealingDesk {
  checkObject(moment, 'moment');
  const { calendar, time, afterCutOff = false } = moment;
  const asOf = parsePlainDate(moment.asOf, 'asOf');
  const days = rememberDays(calendar, limitOf(asOf, calendar));
  checkBoolean(afterCutOff, 'afterCutOff');
  if (time !== undefined) checkTime(time, 'time');

  const find = (product: Product, side: DealingSide, boughtOn?: PlainDate): Dealing => {
    const cutOff = product.dealing?.cutOff;
    const late = afterCutOff || (time !== undefined && cutOff !== undefined && time > cutOff);
    const order = late ? lateOrders(asOf, days) : ordersOf(asOf, days);
    const closedOn = product.dealing?.closedOn;
    if (closedOn === undefined) {
      return findDealing(product, side, boughtOn, { order, days, calendar });
    }
    const own = rememberDays(calendar, days.limit, closedOn);
    return findDealing(product, side, boughtOn, {
      order: countedBy(own, order),
      days: own,
      calendar,
    });
  };
  let plain: Dealing | undefined;
  const remembered = new Map<Product, Map<string, Dealing>>();

  // The last purchase that is booked where units are booked on the next business day.
  let lastBooked: PlainDate | undefined;
  const isBooked = (boughtOn: PlainDate): boolean => {
    lastBooked ??= days.shift(days.onOrAfter(asOf), -1);
    return boughtOn <= lastBooked;
  };

  const next = (product: Product, side: DealingSide, boughtOn?: PlainDate): Dealing => {
    checkObject(product, 'product');
    if (isPlain(product, side, boughtOn, isBooked)) {
      plain ??= find(product, side);
      return plain;
    }
    const answers = remembered.get(product) ?? new Map<string, Dealing>();
    const key = `${side} ${boughtOn}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    checkOneOf(side, 'side', DEALING_SIDES);
    if (boughtOn !== undefined) parsePlainDate(boughtOn, 'boughtOn');
    const found = find(product, side, boughtOn);
    remembered.set(product, answers.set(key, found));
    return found;
  };
  return Object.freeze({ asOf, next });
}

/** Whether there is nothing to look at: such products share one answer. */
function isPlain(
  product: Product,
  side: DealingSide,
  boughtOn: PlainDate | undefined,
  isBooked: (boughtOn: PlainDate) => boolean,
): boolean {
  const freeOfLots = side === 'buy' || (side === 'sell' && boughtOn === undefined);
  const isPlainProduct =
    product.dealing === undefined &&
    product.changes === undefined &&
    !isLiability(product) &&
    permits(product.status, side);
  if (!isPlainProduct || freeOfLots) return isPlainProduct;
  return side === 'sell' && product.lockUpDays === 0 && isBooked(boughtOn!);
}

/** The first day that is not looked at any more. */
function limitOf(asOf: PlainDate, calendar: BusinessCalendar): PlainDate {
  const covers = coversOf(calendar);
  const { from, to } = covers;
  if (!(from <= asOf && asOf < to)) refuseUncovered(covers, 'asOf');
  const horizon = `${Number(asOf.slice(0, 4)) + HORIZON}-12-31` as PlainDate;
  return horizon.length === to.length && horizon < to ? horizon : to;
}

/** The day for which orders of `asOf` count when they come in time. */
function ordersOf(asOf: PlainDate, days: BusinessDays): OrderDay {
  const day = days.onOrAfter(asOf);
  if (day === asOf) return { asOf, today: day, day, reasons: [] };
  const reason = makeReason('products.dealing.no-business-day', 'info', { asOf, day });
  return { asOf, today: day, day, reasons: [reason] };
}

/** The day for which they count when they come too late; on a day off nobody is late. */
function lateOrders(asOf: PlainDate, days: BusinessDays): OrderDay {
  const inTime = ordersOf(asOf, days);
  if (inTime.day !== asOf) return inTime;
  const day = days.shift(asOf, 1);
  const reason = makeReason('products.dealing.after-cut-off', 'info', { asOf, day });
  return { asOf, today: day, day, reasons: [reason] };
}

/** The day that a product counts for an order, where its own market is closed on some. */
function countedBy(days: BusinessDays, order: OrderDay): OrderDay {
  const day = days.onOrAfter(order.day);
  if (day === order.day) return order;
  const reason = makeReason('products.dealing.market-closed', 'info', { on: order.day, day });
  return { ...order, day, reasons: [...order.reasons, reason] };
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function checkTime(value: unknown, path: string): void {
  const text = checkText(value, path);
  if (!TIME.test(text)) throw new AptfolioError('invalid-format', path, 'a time HH:MM', text);
}
