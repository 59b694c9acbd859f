import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode } from '../../money/index.js';

/** The free money of one currency over the days ahead, in smallest units. It changes while a plan is made. */
export interface Ledger {
  readonly currency: CurrencyCode;
  /** What is to be paid in this currency and is not booked yet. */
  due: bigint;
  /** What of today's money above the floor is left for payments, proceeds aside. */
  own: bigint;
  /** What no payment may take. */
  readonly floor: bigint;
  readonly opening: bigint;
  /** The days on which something is booked, ascending. */
  readonly on: PlainDate[];
  /** The balance at the end of each of these days. */
  readonly balance: bigint[];
}

/** A ledger with nothing booked yet. */
export function openLedger(currency: CurrencyCode, opening: bigint, floor: bigint): Ledger {
  return { currency, due: 0n, own: opening - floor, floor, opening, on: [], balance: [] };
}

/** Books an amount on a day: it changes the balance of that day and of all later ones. */
export function book({ opening, on, balance }: Ledger, day: PlainDate, amount: bigint): void {
  let i = on.length;
  while (i > 0 && on[i - 1]! >= day) {
    i--;
    balance[i]! += amount;
  }
  if (on[i] === day) return;
  on.splice(i, 0, day);
  balance.splice(i, 0, (i === 0 ? opening : balance[i - 1]!) + amount);
}

/** What can be taken on a day so that neither its balance nor a later one falls below the floor; below 0 where one already is. */
export function freeFrom({ opening, floor, on, balance }: Ledger, day: PlainDate): bigint {
  let i = on.length - 1;
  let least = i < 0 ? opening : balance[i]!;
  while (i >= 0 && on[i]! > day) {
    i--;
    const earlier = i < 0 ? opening : balance[i]!;
    if (earlier < least) least = earlier;
  }
  return least - floor;
}

/** The balance once everything is booked, less the floor. */
export function freeAtLast({ opening, floor, balance }: Ledger): bigint {
  return (balance.length === 0 ? opening : balance[balance.length - 1]!) - floor;
}
