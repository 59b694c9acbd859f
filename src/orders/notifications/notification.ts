import type { Parameters } from '../../evidence/index.js';
import type { ProductStatus, RiskRating } from '../../products/index.js';
import type { RiskLevel } from '../../questionnaire/index.js';
import type { OrderStep } from '../life/advance-order.js';
import type { OrderEvent } from '../life/events.js';
import type { OrderProposal } from '../proposal/proposal.js';

/** What somebody may have to be told. */
export const NOTIFICATION_TOPICS = [
  'order-checked',
  'order-confirmed',
  'order-submitted',
  'order-accepted',
  'order-partly-filled',
  'order-filled',
  /** A fill was corrected or taken back. */
  'fill-corrected',
  'order-settled',
  'order-rejected',
  'cancel-requested',
  'order-cancelled',
  'cancel-refused',
  'order-expired',
  /** An event that does not fit the order. */
  'event-refused',
  'product-open',
  'product-subscription-suspended',
  'product-redemption-suspended',
  'product-closed',
  /** The rating has changed and is within the client's level. */
  'product-re-rated',
  /** The rating has changed and is above the client's level. */
  'product-re-rated-above',
  /** A version of a proposal waits for consent, for instance because a product had to be replaced. */
  'consent-needed',
  'proposal-expired',
] as const;

/** What somebody may have to be told; see `NOTIFICATION_TOPICS`. */
export type NotificationTopic = (typeof NOTIFICATION_TOPICS)[number];

/** Who is told. */
export const NOTIFICATION_AUDIENCES = ['client', 'adviser', 'operations'] as const;

/** Who is told; see `NOTIFICATION_AUDIENCES`. */
export type NotificationAudience = (typeof NOTIFICATION_AUDIENCES)[number];

/** How urgent it is. */
export const NOTIFICATION_URGENCIES = ['high', 'normal', 'low'] as const;

/** How urgent it is; see `NOTIFICATION_URGENCIES`. */
export type NotificationUrgency = (typeof NOTIFICATION_URGENCIES)[number];

/** Which way a notification takes. */
export interface NotificationRoute {
  /** The bank's own name of it: `app`, `sms`, `letter`. */
  readonly channel: string;
  readonly urgency: NotificationUrgency;
}

/**
 * Who is told of what, and which way: the bank's own data. Every topic is named; an audience that is absent is not told, so that
 * nobody is left out by an oversight.
 */
export type NotificationPolicy = Readonly<
  Record<NotificationTopic, Readonly<Partial<Record<NotificationAudience, NotificationRoute>>>>
>;

/** Something of which somebody may have to be told. */
export type NotifiableChange =
  | {
      readonly kind: 'order-event';
      /** What the event did, as `advanceOrder` gives it; a repeated event is not news. */
      readonly step: OrderStep;
      readonly event: OrderEvent;
    }
  | {
      readonly kind: 'product-status';
      /** Id of the host's event. */
      readonly id: string;
      readonly product: string;
      readonly status: ProductStatus;
    }
  | {
      readonly kind: 'product-rating';
      readonly id: string;
      /** A product that the client holds. */
      readonly product: string;
      readonly was: RiskRating;
      readonly now: RiskRating;
      /** The client's level: Ck may hold up to Rk. */
      readonly level: RiskLevel;
    }
  | {
      readonly kind: 'consent-needed' | 'proposal-expired';
      readonly id: string;
      readonly proposal: OrderProposal;
      /** Ids of the owners who are told; absent: all of the proposal's. */
      readonly owners?: readonly string[];
    };

/** What is to be said to whom, as data: the bank's own channels send it. */
export interface OrderNotification {
  /**
   * A hash of client, topic, subject, event and audience, whatever the channel: what was sent under it is not sent again. An order is
   * told by its id and idempotency key, its event by id and time.
   */
  readonly id: string;
  readonly topic: NotificationTopic;
  readonly audience: NotificationAudience;
  /** The owner who is told, where each owner is told. */
  readonly owner?: string;
  /** The text's key in `ordersMessages`, and what fills it in. */
  readonly key: string;
  readonly parameters: Parameters;
  readonly channel: string;
  readonly urgency: NotificationUrgency;
  /** Id of the event that is the cause. */
  readonly because: string;
}
