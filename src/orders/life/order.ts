import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { OrderEvent } from './events.js';

/** The stages of an order's life. */
export const ORDER_STATES = [
  /** Planned, nothing has happened yet. */
  'draft',
  /** Has passed the pre-trade checks. */
  'checked',
  /** The client has agreed to it. */
  'confirmed',
  /** Sent to the market or the fund house. */
  'submitted',
  /** Taken on there. */
  'accepted',
  /** Carried out in part. */
  'partly-filled',
  /** Carried out in full. */
  'filled',
  /** Paid and booked. */
  'settled',
  /** Refused, by a check or by the other side. */
  'rejected',
  /** Withdrawn; what was carried out before stays. */
  'cancelled',
  /** Its time ran out; what was carried out before stays. */
  'expired',
] as const;

/** A stage of an order's life; see `ORDER_STATES`. */
export type OrderState = (typeof ORDER_STATES)[number];

/** The days of an order, one not before the other. */
export interface OrderDays {
  /** The day on which it is given. */
  readonly orderOn: PlainDate;
  /** The day whose price counts. */
  readonly dealsOn: PlainDate;
  /** The day on which units or money are booked. */
  readonly settlesOn: PlainDate;
}

/** What every planned order has. */
interface PlannedFields<C extends CurrencyCode> extends Partial<OrderDays> {
  /** Unique in its plan. */
  readonly id: string;
  /** The product's id: what is bought, redeemed, or entered by a switch. */
  readonly product: string;
  /** What the client pays or redeems; `gross = net + fee`, exactly. An estimate where `units` is given. */
  readonly gross: Money<C>;
  readonly fee: Money<C>;
  readonly net: Money<C>;
  /** The dealing day on which it is placed, counted from 0: later days under a daily limit. */
  readonly day: number;
  /** The holding that pays for it, or that takes the proceeds. */
  readonly funding: string;
  /**
   * Units, decimal text above zero, where the order is for units at a price not known yet, as a fund is redeemed. Its fills
   * then count in units; absent: they count in money.
   */
  readonly units?: string;
  /** Ids of the orders whose proceeds pay for it, as in a switch; see `checkRelease`. */
  readonly after?: readonly string[];
  /** Id of the order whose place it takes: an order that is to be changed is cancelled and a new one drafted. */
  readonly replaces?: string;
}

/** What an order does to the client's holdings. */
export type PlannedSide =
  | { readonly side: 'buy' | 'sell' }
  | {
      /** Redeems `from` and puts the proceeds into `product` at once; amounts, units and fills are those of what is redeemed. */
      readonly side: 'switch';
      /** Id of the product that it leaves. */
      readonly from: string;
    };

/**
 * One order of a plan: what is to be bought, redeemed or switched, for how much, from or to where; with its days where the plan was made
 * on a calendar. Plans have purchases and sales; a switch that a fund house carries out as one order is the host's.
 */
export type PlannedOrder<C extends CurrencyCode = CurrencyCode> = PlannedFields<C> & PlannedSide;

/** An order in its life. Plain data: it can be stored, sent and folded further anywhere. */
export type Order<C extends CurrencyCode = CurrencyCode> = PlannedOrder<C> & OrderLife<C>;

/** What becomes of an order. */
export interface OrderLife<C extends CurrencyCode> {
  readonly state: OrderState;
  /** What has been carried out so far, reversed fills apart: of a purchase with its fees, of a sale before them. */
  readonly filled: Money<C>;
  /** The same in units, decimal text; only of an order for `units`. */
  readonly filledUnits?: string;
  /** The proposal that the client's consent is bound to; absent without a proposal. */
  readonly proposalHash?: string;
  /** Marks the one submission of this order; a second one with it is refused. */
  readonly idempotencyKey: string;
  /**
   * Every event that changed the order, one entry each; what was repeated or refused adds none. The list is what tells a
   * repeated event, so it grows with the order's life and is never cut.
   */
  readonly events: readonly OrderEvent<C>[];
  /** Id of the request to cancel that is not answered yet. */
  readonly pendingCancel?: string;
}
