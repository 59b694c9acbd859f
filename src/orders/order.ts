import type { CurrencyCode, Money } from '../money/index.js';
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

/** One order of a plan: what is to be bought, for how much, from where. */
export interface PlannedOrder<C extends CurrencyCode = CurrencyCode> {
  /** Unique in its plan. */
  readonly id: string;
  /** The product's id. */
  readonly product: string;
  readonly side: 'buy' | 'sell';
  /** What the client pays or redeems; `gross = net + fee`, exactly. */
  readonly gross: Money<C>;
  readonly fee: Money<C>;
  readonly net: Money<C>;
  /** The dealing day on which it is placed, counted from 0: later days under a daily limit. */
  readonly day: number;
  /** The holding that pays for it. */
  readonly funding: string;
}

/** An order in its life. Plain data: it can be stored, sent and folded further anywhere. */
export interface Order<C extends CurrencyCode = CurrencyCode> extends PlannedOrder<C> {
  readonly state: OrderState;
  /** What has been carried out of `gross` so far. */
  readonly filled: Money<C>;
  /** The proposal that the client's consent is bound to; absent without a proposal. */
  readonly proposalHash?: string;
  /** Marks the one submission of this order; a second one with it is refused. */
  readonly idempotencyKey: string;
  /** Every event that changed the order, in the order of arrival. */
  readonly events: readonly OrderEvent<C>[];
}
