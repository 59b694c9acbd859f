import { addDays } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import { type Dealing, type DealingSide, nextDealing, type Product } from '../../products/index.js';
import type { OrderingDays } from './order-request.js';
import type { OrderDays } from './planned.js';

/** A dealing day for each of the slices of an order, one a day; fewer where the product deals no more, with the reasons. */
export interface SliceDays {
  readonly days: readonly OrderDays[];
  readonly reasons: readonly Reason[];
}

/** The next days on which a product deals, as many as there are slices. */
export function sliceDays(
  product: Product,
  side: DealingSide,
  count: number,
  ordering: OrderingDays,
): SliceDays {
  const days: OrderDays[] = [];
  let dealing = ordering.desk.next(product, side);
  while (days.length < count) {
    if (!isOrdered(dealing)) return { days, reasons: dealing.reasons };
    days.push(daysOf(dealing));
    if (days.length < count) dealing = dealingAfter(product, side, dealing, ordering);
  }
  return { days, reasons: [] };
}

/** A dealing for which an order has to be given: at maturity nothing is ordered, and what is never dealt in is not either. */
export type OrderedDealing = Exclude<Dealing, { readonly status: 'never' }>;

/** Whether an order is to be given; a product that pays back by itself needs none. */
export function isOrdered(dealing: Dealing): dealing is OrderedDealing {
  if (dealing.status === 'never') return false;
  return !dealing.reasons.some(({ code }) => code === 'products.dealing.matures');
}

/** The dealing after one that has been used up. */
export function dealingAfter(
  product: Product,
  side: DealingSide,
  { orderOn, dealsOn }: OrderDays,
  { calendar }: OrderingDays,
): Dealing {
  for (let day = addDays(orderOn, 1); ; day = addDays(day, 1)) {
    if (day >= calendar.covers.to) return nextDealing(product, { side, asOf: orderOn, calendar });
    const dealing = nextDealing(product, { side, asOf: day, calendar });
    if (dealing.status === 'never' || dealing.dealsOn > dealsOn) return dealing;
  }
}

export function daysOf({ orderOn, dealsOn, settlesOn }: OrderDays): OrderDays {
  return { orderOn, dealsOn, settlesOn };
}
