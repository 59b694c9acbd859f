import type { DateInterval, PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';

/** The two sides of dealing: what a client orders. */
export const DEALING_SIDES = ['buy', 'sell'] as const;

/** `buy` is a subscription, `sell` a redemption. */
export type DealingSide = (typeof DEALING_SIDES)[number];

/** One of a product's or lot's terms, asked of a business day. */
export type Hurdle = (day: PlainDate) => HurdleAnswer;

/** What one of the terms says of a day. */
export interface HurdleAnswer {
  /** The day itself if it will do, else the first later one that may: no day between them would have done. */
  readonly to: PlainDate | 'never';
  /** Why days before `to` will not do; for `never`, why no day will. Absent where there is nothing to say of it. */
  readonly why?: (() => Reason) | undefined;
  /** Windows on the way that have no business day. */
  readonly passedOver?: readonly DateInterval[];
}
