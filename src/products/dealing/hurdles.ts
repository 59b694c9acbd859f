import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { Product } from '../product.js';
import type { BusinessDays } from './business-days.js';
import { gatesHurdle } from './gates.js';
import { countsFrom } from './held-days.js';
import type { DealingSide, Hurdle } from './hurdle.js';
import { bookingHurdle, type Lot, lockUpHurdle, termHurdle } from './lot-hurdles.js';
import { orderStatusHurdle, statusHurdle } from './status.js';
import { windowsHurdle } from './windows.js';

/** The terms of the product and of the lot, each as something that may stand in the way. */
export function hurdlesOf(
  product: Product,
  side: DealingSide,
  boughtOn: PlainDate | undefined,
  { days, asOf }: { readonly days: BusinessDays; readonly asOf: PlainDate },
): readonly Hurdle[] {
  const hurdles = productHurdles(product, side, days);
  const lot = side === 'buy' ? undefined : lotOf(product, boughtOn, asOf);
  if (lot === undefined) return hurdles;
  const { lockUpDays, dealing } = product;
  if (lockUpDays > 0) hurdles.push(lockUpHurdle(lot, lockUpDays));
  const term = dealing?.rollingTerm;
  if (term !== undefined) hurdles.push(termHurdle(lot, term, days));
  const booked = bookedAfter(product, lot, days.onOrAfter(asOf), days);
  if (booked !== undefined) {
    hurdles.push(bookingHurdle(lot, booked, delaysOf(product, side).notice, days));
  }
  return hurdles;
}

/** The day after `today` on which the units of a lot are booked; `undefined` for one that is booked by then. */
function bookedAfter(
  product: Product,
  { boughtOn, from }: Lot,
  today: PlainDate,
  days: BusinessDays,
): PlainDate | undefined {
  if (boughtOn === undefined) return from > today ? from : undefined;
  const { settlement } = delaysOf(product, 'buy');
  // A purchase may lie before the calendar, but not one that is not booked.
  if (from <= today && boughtOn <= days.shift(today, -settlement)) return undefined;
  const booked = bookedOn(product, 'buy', days.shift(boughtOn, settlement), days);
  return booked > today ? booked : undefined;
}

/** A position without lots is free of holding periods, unless its product has not begun, so that none of it can have been held. */
function lotOf(
  product: Product,
  boughtOn: PlainDate | undefined,
  asOf: PlainDate,
): Lot | undefined {
  const startsOn = product.dealing?.startsOn;
  if (boughtOn !== undefined) return { boughtOn, from: countsFrom(product, boughtOn) };
  return startsOn !== undefined && startsOn > asOf ? { from: startsOn } : undefined;
}

/** The day on which units or money are booked: those of a product that has not begun, when it begins. */
export function bookedOn(
  { dealing }: Product,
  side: DealingSide,
  settlesOn: PlainDate,
  days: BusinessDays,
): PlainDate {
  const startsOn = dealing?.startsOn;
  if (side === 'sell' || startsOn === undefined || startsOn <= settlesOn) return settlesOn;
  return days.onOrAfter(startsOn);
}

/** The terms of the product alone. */
export function productHurdles(product: Product, side: DealingSide, days: BusinessDays): Hurdle[] {
  const { subscription, redemption, maturity, gates, startsOn } = product.dealing ?? {};
  const { notice } = delaysOf(product, side);
  const hurdles = [statusHurdle(product, side)];
  if (notice > 0) hurdles.push(orderStatusHurdle(product, side, notice, days));
  const open = side === 'buy' ? subscription : redemption;
  if (open !== undefined) hurdles.push(windowsHurdle(open, side, days));
  if (side === 'sell') {
    if (gates !== undefined) hurdles.push(gatesHurdle(product, days));
    if (startsOn !== undefined) hurdles.push(startHurdle(startsOn));
  }
  if (side === 'buy' && maturity !== undefined) hurdles.push(maturityHurdle(maturity));
  return hurdles;
}

/** Nothing is redeemed before the product begins; the dealing says when it does. */
function startHurdle(startsOn: PlainDate): Hurdle {
  return (day) => ({ to: day < startsOn ? startsOn : day });
}

/** Nobody buys what pays back on the day. */
function maturityHurdle(maturity: PlainDate): Hurdle {
  const why = (): Reason =>
    makeReason('products.dealing.no-subscription-at-maturity', 'block', { on: maturity });
  return (day) => (day < maturity ? { to: day } : { to: 'never', why });
}

/** Business days of notice before the dealing day, and of settlement after it. */
export function delaysOf(
  { dealing = {} }: Product,
  side: DealingSide,
): { readonly notice: number; readonly settlement: number } {
  const { subscriptionNotice = 0, redemptionNotice = 0 } = dealing;
  const { subscriptionSettlement = 1, redemptionSettlement = 1 } = dealing;
  return side === 'buy'
    ? { notice: subscriptionNotice, settlement: subscriptionSettlement }
    : { notice: redemptionNotice, settlement: redemptionSettlement };
}
