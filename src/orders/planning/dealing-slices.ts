import {
  addDays,
  type BusinessCalendar,
  isBusinessDay,
  type PlainDate,
} from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  acceptedShareOn,
  type Dealing,
  type DealingSide,
  nextDealing,
  type Product,
} from '../../products/index.js';
import type { OrderDays } from '../life/order.js';
import type { OrderingDays } from './order-request.js';

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

/** The dealing after one that has been used up, or that the calendar ends before it. */
export function dealingAfter(
  product: Product,
  side: DealingSide,
  { orderOn, dealsOn }: OrderDays,
  { calendar }: OrderingDays,
  boughtOn?: PlainDate,
): Dealing {
  const question = { side, calendar, ...(boughtOn === undefined ? {} : { boughtOn }) };
  for (let asOf = addDays(orderOn, 1); asOf < calendar.covers.to; asOf = addDays(asOf, 1)) {
    if (!isBusinessDay(asOf, calendar)) continue;
    const dealing = nextDealing(product, { ...question, asOf });
    if (dealing.status === 'never' || dealing.dealsOn > dealsOn) return dealing;
  }
  return calendarEnds(calendar);
}

/** The first redemption that is carried out in full: of a day on which only a part is, nobody knows when the rest is paid. */
export function wholeRedemption(
  product: Product,
  ordering: OrderingDays,
  boughtOn?: PlainDate,
): Dealing {
  let dealing = ordering.desk.next(product, 'sell', boughtOn);
  while (isOrdered(dealing) && acceptedShareOn(product, dealing.dealsOn) !== undefined) {
    dealing = dealingAfter(product, 'sell', dealing, ordering, boughtOn);
  }
  return dealing;
}

/** No day beyond the calendar is guessed. */
function calendarEnds({ covers }: BusinessCalendar): Dealing {
  const parameters = { until: addDays(covers.to, -1) };
  return { status: 'never', reasons: [makeReason('orders.calendar-ends', 'info', parameters)] };
}

/** The three days of a dealing, without what else it says. */
export function daysOf({ orderOn, dealsOn, settlesOn }: OrderDays): OrderDays {
  return { orderOn, dealsOn, settlesOn };
}
