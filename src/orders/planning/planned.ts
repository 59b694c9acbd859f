import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { PlannedOrder } from '../life/order.js';

/** The days of an order, as far as the calendar is known. */
export interface OrderDays {
  /** The day on which it is given. */
  readonly orderOn: PlainDate;
  /** The day whose price counts. */
  readonly dealsOn: PlainDate;
  /** The day on which units or money are booked. */
  readonly settlesOn: PlainDate;
}

/** An order of a plan, with its days beside the day number where the plan was made on a calendar. */
export interface DatedOrder<C extends CurrencyCode = CurrencyCode>
  extends PlannedOrder<C>,
    Partial<OrderDays> {}

/** What is asked for and not ordered, or not in full. */
export interface NotOrdered<C extends CurrencyCode = CurrencyCode> {
  readonly product: string;
  /** Absent: what should have been bought. */
  readonly side?: 'buy' | 'sell';
  readonly amount: Money<C>;
  readonly reasons: readonly Reason[];
}
