import type { PlainDate } from '../../../dates/index.js';
import { makeReason, type Reason } from '../../../evidence/index.js';
import type { CurrencyCode } from '../../../money/index.js';
import type { OrderDays } from '../../life/order.js';
import type { Slice } from '../placement.js';
import { dealingFrom } from './dealing-from.js';
import type { Purchase } from './place-purchase.js';
import { costInBase } from './rates.js';
import type { ReadTransition, WithinDays } from './read-transition.js';
import { sliceOnDay } from './slice-on-day.js';
import { findPayment, nextBooking, type Payment, type Wallet, worthOf } from './wallet.js';

/** A slice with its days and with what pays for it. */
export interface PaidSlice extends OrderDays {
  readonly purchase: Purchase;
  readonly slice: Slice;
  readonly payment: Payment;
}

/** A slice that has no day, and why. */
export interface UnpaidSlice {
  readonly purchase: Purchase;
  readonly slice: Slice;
  readonly reasons: readonly Reason[];
}

/** A purchase that is being paid, slice by slice. */
interface Paying {
  readonly purchase: Purchase;
  /** The place of the slice that is next. */
  next: number;
  /** The days of the slice before it. */
  before?: OrderDays;
}

/** What is paid and what is not. */
export interface Payments {
  readonly paid: readonly PaidSlice[];
  readonly unpaid: readonly UnpaidSlice[];
  /** By product of which something could be paid and has no day for it: what can be ordered before its days end. */
  readonly within: ReadonlyMap<string, WithinDays>;
  /** Whether money never suffices for some of what is not paid. */
  readonly isShort: boolean;
}

/**
 * Gives every slice its payment and its days: it is paid on the first day on which what is there suffices, and ordered on the
 * product's next dealing day from then, one slice of a product a day. On each day the products' first slices come before the second
 * ones, in the order of the purchases.
 */
export function payPurchases<C extends CurrencyCode>(
  purchases: readonly Purchase[],
  wallet: Wallet,
  read: ReadTransition<C>,
): Payments {
  const list = purchases.map((purchase): Paying => ({ purchase, next: 0 }));
  const rounds = purchases.reduce((most, { slices }) => Math.max(most, slices.length), 0);
  const paid: PaidSlice[] = [];
  const unpaid: UnpaidSlice[] = [];
  const within = new Map<string, WithinDays>();
  let day: PlainDate | undefined = wallet.asOf;
  while (day !== undefined) {
    for (let round = 0; round < rounds; round++) {
      for (const paying of list) {
        if (paying.next !== round) continue;
        const result = payNext(paying, day, wallet, read);
        if (result === undefined) continue;
        if ('payment' in result) paid.push(result);
        else {
          within.set(paying.purchase.product.id, withinDays(paying, result.reasons, wallet, read));
          unpaid.push(...restOf(paying, result.reasons));
        }
      }
    }
    day = nextBooking(wallet, day);
  }
  const short = list.flatMap((paying) => {
    const { id } = paying.purchase.product;
    return restOf(paying, [makeReason('orders.money-short', 'info', { product: id })]);
  });
  return { paid, unpaid: [...unpaid, ...short], within, isShort: short.length > 0 };
}

/** Pays the next slice out of what is there on a day; `undefined` if that does not suffice, reasons if the product has no day for it. */
function payNext<C extends CurrencyCode>(
  paying: Paying,
  day: PlainDate,
  wallet: Wallet,
  read: ReadTransition<C>,
): PaidSlice | { readonly reasons: readonly Reason[] } | undefined {
  const { purchase, next, before } = paying;
  let slice = purchase.slices[next];
  // What units cost may be another amount on the day found, which may be paid on another day.
  for (let round = 0; slice !== undefined && round < MOST_ROUNDS; round++) {
    const payment = findPayment(wallet, purchase.currency, slice.gross, day);
    if (payment === undefined) return undefined;
    const found = dealingFrom(purchase.product, payment.on, before, read);
    if (found.day === undefined) return found;
    const own = sliceOnDay(slice, purchase, found.day.orderOn, read);
    if ('reasons' in own) return own;
    if (own.gross === slice.gross) {
      payment.commit(found.day.orderOn);
      paying.next += 1;
      paying.before = found.day;
      return { purchase, slice: own, payment, ...found.day };
    }
    slice = own;
  }
  return undefined;
}

/** So often a slice is paid anew where its charges are others. */
const MOST_ROUNDS = 4;

/** What is paid of a purchase already, and what there is by the last day that its product has. */
function withinDays<C extends CurrencyCode>(
  { purchase: { product, currency, slices }, next, before }: Paying,
  reasons: readonly Reason[],
  wallet: Wallet,
  read: ReadTransition<C>,
): WithinDays {
  const paid = slices.slice(0, next).reduce((sum, { gross }) => sum + gross, 0n);
  const last = wallet.purses
    .map(({ on }) => on)
    .sort()
    .reverse()
    .find((on) => dealingFrom(product, on, before, read).day !== undefined);
  const there = wallet.purses.filter(
    ({ on, units }) => last !== undefined && on <= last && units > 0n,
  );
  const amount = costInBase(paid, read.rateOf(currency)!) + worthOf({ ...wallet, purses: there });
  return { amount, reasons };
}

/** The slices that are left, none of which is ordered any more. */
function restOf(paying: Paying, reasons: readonly Reason[]): readonly UnpaidSlice[] {
  const { purchase, next } = paying;
  paying.next = purchase.slices.length;
  return purchase.slices.slice(next).map((slice) => ({ purchase, slice, reasons }));
}
