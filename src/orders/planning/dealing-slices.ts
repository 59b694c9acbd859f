import { addDays, type BusinessCalendar, type PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type Dealing,
  type DealingSide,
  dealingAfter as nextAfter,
  type Product,
  paysBack,
  wholeRedemption as wholeFrom,
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

/** Tells the day on which each slice of a purchase is ordered, the first being 0; none where the product deals no more. */
export function openSlices(
  product: Product,
  ordering: OrderingDays,
): (place: number) => PlainDate | undefined {
  let known: readonly OrderDays[] = [];
  let sought = 0;
  return (place) => {
    if (sought <= place) {
      // Twice as many each time, so that many slices are not sought again and again.
      sought = 2 * place + 1;
      known = sliceDays(product, 'buy', sought, ordering).days;
    }
    return known[place]?.orderOn;
  };
}

/** A dealing for which an order has to be given: at maturity nothing is ordered, and what is never dealt in is not either. */
export type OrderedDealing = Exclude<Dealing, { readonly status: 'never' }>;

/** Whether an order is to be given; a product that pays back by itself needs none. */
export function isOrdered(dealing: Dealing): dealing is OrderedDealing {
  if (dealing.status === 'never') return false;
  return !paysBack(dealing);
}

/** The dealing after one that has been used up, or that the calendar ends before it. */
export function dealingAfter(
  product: Product,
  side: DealingSide,
  before: OrderDays,
  { calendar }: OrderingDays,
  boughtOn?: PlainDate,
): Dealing {
  return nextAfter(product, side, before, { calendar }, boughtOn) ?? calendarEnds(calendar);
}

/** The first redemption that is carried out in full. */
export function wholeRedemption(
  product: Product,
  { calendar, desk }: OrderingDays,
  boughtOn?: PlainDate,
): Dealing {
  const first = desk.next(product, 'sell', boughtOn);
  return wholeFrom(product, first, { calendar }, boughtOn) ?? calendarEnds(calendar);
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
