import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { FactGroup, Override, SuitabilityAssessment } from '../../suitability/index.js';
import type { EvidenceItem } from '../proposal/consent.js';

interface OrderFields<C extends CurrencyCode> {
  readonly id: string;
  /** What is bought, redeemed, or entered by a switch. */
  readonly product: string;
  /** What is paid or redeemed. */
  readonly gross: Money<C>;
  /** What of it is invested or paid out; with `fee` exactly what that leaves; absent: what `fee` leaves, and of a sale without one what the file's exit fee leaves. With `fee`, `day` and `funding` an order is compared to the cent with what was agreed. */
  readonly net?: Money<C>;
  readonly fee?: Money<C>;
  readonly day?: number;
  readonly replaces?: string;
  /** Units, decimal text, where the order is for units. */
  readonly units?: string;
  /** The holding that pays, or that takes the proceeds. */
  readonly funding?: string;
  /** Ids of sales that must be there first, because their proceeds pay for it. */
  readonly after?: readonly string[];
  /** The day on which it is given; absent: that of the check. */
  readonly orderOn?: PlainDate;
  /** The day whose price counts; with the other days it is compared with what was agreed. */
  readonly dealsOn?: PlainDate;
  /** The day on which its money is booked, of a sale; absent: what the calendar says. */
  readonly settlesOn?: PlainDate;
  readonly proposalHash?: string;
  readonly idempotencyKey?: string;
  /** Whether the bank proposed it. */
  readonly solicited?: boolean;
  /** What the packs read of this order beside what it says itself: `{ writtenWarning: true }` for `order.writtenWarning`. */
  readonly facts?: FactGroup;
  /** Codes of reasons that the client has acknowledged, each with the id of the evidence. */
  readonly acknowledged?: Readonly<Record<string, string>>;
  /** Codes of reasons that a second person has approved, each with the id of the evidence. Rules of packs are set aside by `overrides`. */
  readonly approved?: Readonly<Record<string, string>>;
  /** Rules of packs that were set aside for this order, on the day of the check; see `applyOverride`. */
  readonly overrides?: readonly Override[];
  /** A finished assessment of this order, instead of asking the packs; see `assessSuitability`. */
  readonly assessment?: SuitabilityAssessment;
  /** Documents that the client has had, by the product's ids, each with the id of the evidence. */
  readonly documents?: Readonly<Record<string, string>>;
  /** Recordings and the like on file, against the context's `demands`. */
  readonly evidence?: readonly EvidenceItem[];
}

/** An order as the pre-trade checks see it, with what the bank has on file for it; a planned order or a draft fits. */
export type OrderToCheck<C extends CurrencyCode = CurrencyCode> = OrderFields<C> &
  (
    | { readonly side: 'buy' | 'sell' }
    | {
        /** Redeems `from` and puts the proceeds into `product`, whose minimum they must reach; its step is not asked of them, as what arrives cannot be chosen. */
        readonly side: 'switch';
        readonly from: string;
      }
  );

/** An order that is not settled, rejected, cancelled or expired. */
export type OpenOrder<C extends CurrencyCode = CurrencyCode> = OrderToCheck<C> & {
  /** Whether its money is taken off `available`, or what it redeems off `holdings`, already. Default false: it is taken off here. */
  readonly reserved?: boolean;
};
