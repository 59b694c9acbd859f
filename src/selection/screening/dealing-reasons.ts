import { addDays, type BusinessCalendar, daysBetween, type PlainDate } from '../../dates/index.js';
import { renamePaths } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type Dealing,
  type DealingDesk,
  openDealingDesk,
  type Product,
} from '../../products/index.js';
import { defaultCalendar } from './read-context.js';
import type { ScreeningContext } from './screening-context.js';

/** When a product that is bought at one moment can be bought, and when its money can be back. */
export interface DealingView {
  /** The purchase of an order of today. */
  readonly purchase: (product: Product) => Dealing;
  /** The first redemption after that purchase; `never` where there is no purchase. */
  readonly wayOut: (product: Product) => Dealing;
  /** Purchases day by day, from an order of today on. */
  readonly purchases: (product: Product) => Iterable<SettledDealing>;
  /**
   * Redemptions day by day, the first as soon as it can be: of what is bought now, or of what is held and free of every holding period.
   * They end where the calendar does.
   */
  readonly redemptions: (product: Product, lot: Lot) => Iterable<SettledDealing>;
}

/** What is redeemed: bought now, or held today and free of every holding period. */
export type Lot = 'bought' | 'held';

/** A purchase or redemption that has a day. */
export type SettledDealing = Exclude<Dealing, { readonly status: 'never' }>;

/** Looks at dealing days from the day of a context; nothing where it has none. */
export function viewOf({ asOf, calendar }: ScreeningContext): DealingView | undefined {
  return asOf === undefined ? undefined : viewDealing(asOf, calendar ?? defaultCalendar());
}

/** Looks at the dealing days of products from one day, remembering what was worked out. */
function viewDealing(asOf: PlainDate, calendar: BusinessCalendar): DealingView {
  const desks = new Map<PlainDate, DealingDesk>();
  const deskOn = (day: PlainDate): DealingDesk => {
    const desk =
      desks.get(day) ??
      renamePaths({ asOf: 'context.asOf' }, () => openDealingDesk({ asOf: day, calendar }));
    desks.set(day, desk);
    return desk;
  };
  const purchase = (product: Product): Dealing => deskOn(asOf).next(product, 'buy');
  const wayOut = (product: Product): Dealing => {
    const bought = purchase(product);
    if (bought.status === 'never') return bought;
    // What is not booked yet cannot be sold.
    return deskOn(bought.settlesOn).next(product, 'sell', bought.dealsOn);
  };
  /** Each order is placed the day after the one before. */
  const dayByDay = function* (
    start: Dealing,
    again: (desk: DealingDesk) => Dealing,
  ): Iterable<SettledDealing> {
    let next = start;
    while (next.status !== 'never') {
      yield next;
      const day = addDays(next.orderOn, 1);
      if (day >= calendar.covers.to) return;
      next = again(deskOn(day));
    }
  };
  const purchases = (product: Product): Iterable<SettledDealing> =>
    dayByDay(purchase(product), (desk) => desk.next(product, 'buy'));
  const redemptions = (product: Product, lot: Lot): Iterable<SettledDealing> => {
    const bought = lot === 'bought' ? purchase(product) : undefined;
    const start = bought === undefined ? deskOn(asOf).next(product, 'sell') : wayOut(product);
    return dayByDay(start, (desk) => desk.next(product, 'sell', bought?.dealsOn));
  };
  return { purchase, wayOut, purchases, redemptions };
}

/** Whether a redemption is the repayment of everything. */
export function isMaturity({ dealing }: Product, { dealsOn }: SettledDealing): boolean {
  return dealing?.maturity !== undefined && dealsOn >= dealing.maturity;
}

/**
 * A product as what else stands against it is looked for. One whose status allows no purchase, and never will as far as is known, is taken
 * to be open today: else its status would hide what would keep it out all the same.
 */
export function asIfOpen(product: Product, status: Product['status'], view: DealingView): Product {
  if (status === 'open' || view.purchase(product).status !== 'never') return product;
  const { changes: _, ...today } = product;
  return { ...today, status: 'open' };
}

/** Why an open product cannot be bought with an order of today. */
export function againstPurchase(product: Product, view: DealingView): readonly Reason[] {
  if (product.dealing === undefined) return [];
  const purchase = view.purchase(product);
  if (purchase.status === 'now') return [];
  const reason =
    purchase.status === 'later'
      ? makeReason('selection.not-open-today', 'block', { on: purchase.orderOn })
      : makeReason('selection.never-open', 'block');
  return [reason, ...purchase.reasons];
}

/**
 * For how many days money is locked up: the minimum holding, one term, or the time until the first redemption of a product that redeems
 * on set days only. Infinite where no redemption is to be seen.
 */
export function lockUpDays(product: Product, view: DealingView | undefined): number {
  const { lockUpDays: held, dealing } = product;
  const term = dealing?.rollingTerm?.days ?? 0;
  const least = Math.max(held, term);
  if (dealing?.redemption === undefined || view === undefined) return least;
  const purchase = view.purchase(product);
  if (purchase.status === 'never') return least;
  const wayOut = view.wayOut(product);
  if (wayOut.status === 'never') return Number.POSITIVE_INFINITY;
  return Math.max(least, daysBetween(purchase.dealsOn, wayOut.dealsOn));
}
