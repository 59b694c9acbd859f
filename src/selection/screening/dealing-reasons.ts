import { type BusinessCalendar, daysBetween, type PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type Dealing,
  type DealingDesk,
  openDealingDesk,
  type Product,
} from '../../products/index.js';

/** When a product that is bought at one moment can be bought, and when its money can be back. */
export interface DealingView {
  /** The purchase of an order of today. */
  readonly purchase: (product: Product) => Dealing;
  /** The first redemption after that purchase; `never` where there is no purchase. */
  readonly wayOut: (product: Product) => Dealing;
}

/** Looks at the dealing days of products from one day, remembering what was worked out. */
export function viewDealing(asOf: PlainDate, calendar: BusinessCalendar): DealingView {
  const desks = new Map<PlainDate, DealingDesk>();
  const deskOn = (day: PlainDate): DealingDesk => {
    const desk = desks.get(day) ?? openDealingDesk({ asOf: day, calendar });
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
  return { purchase, wayOut };
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

/** Why money would not be back in time; nothing where it cannot be put in at all. */
export function againstReturn(
  product: Product,
  needed: PlainDate,
  view: DealingView,
): readonly Reason[] {
  if (view.purchase(product).status === 'never') return [];
  const wayOut = view.wayOut(product);
  if (wayOut.status === 'never') {
    return [makeReason('selection.money-not-back', 'block', { needed }), ...wayOut.reasons];
  }
  if (wayOut.settlesOn <= needed) return [];
  const parameters = { back: wayOut.settlesOn, needed };
  return [makeReason('selection.money-back-too-late', 'block', parameters), ...wayOut.reasons];
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
