import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { CheckStatus } from '../checks/check-status.js';

interface EventBase {
  /** Unique among the events of one order; the same id again is the same event again. */
  readonly id: string;
  /** When it happened, as the host records time; kept, not interpreted. */
  readonly at: string;
}

/** What was carried out at once. */
export interface FillContent<C extends CurrencyCode = CurrencyCode> {
  /** Of a purchase what is paid, with its fee; of a sale what is redeemed, before its fee. Above zero. */
  readonly amount: Money<C>;
  /** Units bought or redeemed, decimal text above zero; an order for units needs them. */
  readonly units?: string;
  /**
   * Money for one unit, decimal text above zero. With the units it must give the amount, of a purchase less the fee, to within one step of the last digit of
   * units (0.01 at the coarsest), of price (0.0001) and of money; of a purchase without a known fee it gives no more than the amount. A price
   * quoted otherwise, such as a bond's in per cent without its interest, is left out.
   */
  readonly price?: string;
  /** What of the amount is a fee, from zero to the amount; absent where it is not known. */
  readonly fee?: Money<C>;
  /** The day of the trade. */
  readonly tradeDate?: PlainDate;
  /** The other side's own number of it. */
  readonly reference?: string;
}

/** Something that happened to an order. */
export type OrderEvent<C extends CurrencyCode = CurrencyCode> = EventBase &
  (
    | {
        readonly kind: 'check';
        /** The outcome of `checkOrder`; only `allowed` leads on. */
        readonly status: CheckStatus;
      }
    | {
        readonly kind: 'confirm';
        /** The proposal that the client agreed to; must be the order's own if it has one. */
        readonly proposalHash?: string;
      }
    | { readonly kind: 'submit'; readonly idempotencyKey: string }
    | { readonly kind: 'accept' }
    | ({ readonly kind: 'fill' } & FillContent<C>)
    | ({
        readonly kind: 'correct';
        /** Id of the fill, or of its last correction, whose place this takes. */
        readonly fill: string;
      } & FillContent<C>)
    | {
        /** Takes a fill back. */
        readonly kind: 'bust';
        /** Id of the fill, or of its last correction. */
        readonly fill: string;
      }
    | { readonly kind: 'cancel-request' }
    | {
        readonly kind: 'cancel-refused';
        /** Id of the request. */
        readonly request: string;
        /** Why, as a code of the host's. */
        readonly reasonCode?: string;
      }
    | {
        readonly kind: 'cancel';
        /** Id of the request that it answers; absent where nobody had asked. */
        readonly request?: string;
      }
    | {
        readonly kind: 'settle';
        /** The day on which it is paid and booked; not before a trade of what is settled. */
        readonly settledOn?: PlainDate;
        /** What is booked; must be what was filled. With it, no later fill or reversal changes a settled order. */
        readonly amount?: Money<C>;
      }
    | {
        readonly kind: 'reject';
        /** Why, as a code of the host's or of this library. */
        readonly reasonCode: string;
      }
    | { readonly kind: 'expire' }
  );

/** What can happen to an order. */
export type EventKind = OrderEvent['kind'];

/** The kinds of event. */
export const EVENT_KINDS: readonly EventKind[] = [
  'check',
  'confirm',
  'submit',
  'accept',
  'fill',
  'correct',
  'bust',
  'cancel-request',
  'cancel-refused',
  'settle',
  'reject',
  'cancel',
  'expire',
];

/** A fill, or what took its place. */
export type FillEvent<C extends CurrencyCode = CurrencyCode> = Extract<
  OrderEvent<C>,
  { readonly kind: 'fill' | 'correct' }
>;

/** What takes back a fill or takes its place. */
export type ReversingEvent<C extends CurrencyCode = CurrencyCode> = Extract<
  OrderEvent<C>,
  { readonly kind: 'correct' | 'bust' }
>;

/** Whether an event carries something out. */
export function isFill<C extends CurrencyCode>(event: OrderEvent<C>): event is FillEvent<C> {
  return event.kind === 'fill' || event.kind === 'correct';
}

/** Whether an event takes an earlier fill back, with or without another in its place. */
export function isReversing<C extends CurrencyCode>(
  event: OrderEvent<C>,
): event is ReversingEvent<C> {
  return event.kind === 'correct' || event.kind === 'bust';
}
