import type { PlainDate } from '../../dates/index.js';
import type { LotMethod, TaxPolicy } from './lot.js';

/** A lot in whole numbers, all in the product's currency. */
export interface LotState {
  /** Unique in its position. */
  readonly id: string;
  readonly boughtOn: PlainDate;
  /** Today's value, smallest units, at least 0. */
  readonly value: bigint;
  /** Units in the caller's scale, above 0. */
  readonly units?: bigint | undefined;
  /** What was paid for what is left of it, smallest units, at least 0. Absent: not known. */
  readonly cost?: bigint | undefined;
  /** Exit fee if it were sold on that day, decimal fraction of the value. */
  readonly exitRate: number;
  /** The day on which its sale would deal. Absent: the day of the rule. */
  readonly dealsOn?: PlainDate | undefined;
}

/** How lots are chosen. */
export interface SaleRule {
  readonly method: LotMethod;
  /** Ids of lots, for `specific`; lots that are not named are not sold. */
  readonly order?: readonly string[];
  /** The day on which lots are sold that name none. */
  readonly asOf: PlainDate;
  /** Needed by `lowest-tax`, and for the day from which a lot is long-term (365 without it). */
  readonly tax?: TaxPolicy;
}

/** What is known of a lot's holding time. */
export interface Holding {
  /** Calendar days from the purchase to the dealing day of the sale. */
  readonly heldDays: number;
  readonly term: Term;
}

/** Whether a gain is taxed as short-term or as long-term. */
export type Term = 'short' | 'long';

/** What of one lot is sold. The parts of a lot and what is left of it add up to it exactly. */
export interface SoldPart extends Holding {
  /** The lot as it was before. */
  readonly lot: LotState;
  /** Above 0, unless a worthless lot goes with the rest of its position. */
  readonly value: bigint;
  readonly units?: bigint;
  readonly cost?: bigint;
  /** value − cost; absent where the cost is not known. The exit fee does not lower it. */
  readonly gain?: bigint;
  readonly exitFee: bigint;
}

/** A sale by lots, or how much there is where more was asked for. */
export type LotSale =
  | {
      readonly status: 'sold';
      /** In the order of the sale. */
      readonly parts: readonly SoldPart[];
      readonly value: bigint;
      /** Absent unless every part has units. */
      readonly units?: bigint | undefined;
      /** Gains less losses, of the lots whose cost is known. */
      readonly shortGain: bigint;
      readonly longGain: bigint;
      readonly exitFee: bigint;
      /** Ids of the lots sold whose cost is not known: the gains say nothing about them. */
      readonly unknownCost: readonly string[];
    }
  | { readonly status: 'not-enough'; readonly available: bigint };

/** A sale that could be made. */
export type DoneSale = Extract<LotSale, { readonly status: 'sold' }>;
