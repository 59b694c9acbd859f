import type { DateInterval, PlainDate } from '../dates/index.js';

/** The days on which a product deals. */
export type DealingDays =
  | 'never'
  /** Business days within these spans; a span's `to` does not belong to it. */
  | { readonly periods: readonly DateInterval[] }
  /** Business days of windows of `days` calendar days, the first from `from`, then every `everyMonths` months. */
  | { readonly from: PlainDate; readonly everyMonths: number; readonly days: number }
  /** The same every `everyDays` calendar days: 7 for a day or days of each week. */
  | { readonly from: PlainDate; readonly everyDays: number; readonly days: number };

/** A day on which redemptions are limited; 0 means that none are accepted. */
export type RedemptionGate =
  | {
      readonly on: PlainDate;
      /** The most that one client can redeem on this day, decimal text in the product's currency. */
      readonly perClient: string;
      readonly acceptedShare?: number;
    }
  | {
      readonly on: PlainDate;
      readonly perClient?: string;
      /** The part of each order that is carried out when redemptions are cut pro rata, decimal fraction from 0 to 1. */
      readonly acceptedShare: number;
    };

/** Lots that run in terms and can be redeemed only when one ends. */
export interface RollingTerm {
  /** Calendar days of one term, counted from the lot's purchase. */
  readonly days: number;
  /**
   * Calendar days at the end of a term on which the lot can be redeemed before it rolls over; the last of them is the purchase day
   * plus whole terms. Default 1.
   */
  readonly windowDays?: number;
  /**
   * Whether a window that ends on no business day is open until the next one. `none` (the default): a window without a business day
   * is missed. The terms after it keep their days.
   */
  readonly adjustment?: 'none' | 'following';
}

/**
 * When a product can be bought and redeemed, and when the money moves. What is absent is no hindrance.
 *
 * Kinds of product that banks in mainland China offer are written so: closed (封闭式) with a subscription period, `redemption: 'never'`
 * and a maturity; periodically open (定期开放) with windows; with a minimum holding (最短持有期) by `lockUpDays`; rolling over
 * (滚动持有) with a rolling term; limits on a day of mass redemptions (巨额赎回) with a gate.
 *
 * The minimum holding (`lockUpDays`) belongs to the lot, the windows to the product, the gates to the day.
 */
export interface DealingTerms {
  /** Absent: every business day. */
  readonly subscription?: DealingDays;
  /** Absent: every business day. */
  readonly redemption?: DealingDays;
  /** Business days between the order and the dealing day, at least. Default 0. */
  readonly subscriptionNotice?: number;
  readonly redemptionNotice?: number;
  /** Last minute of a day for that day's orders, `HH:MM` in the bank's zone; a later order counts for the next business day. */
  readonly cutOff?: string;
  readonly rollingTerm?: RollingTerm;
  /**
   * The day on which the product begins (成立日). What is paid before is tied from the purchase on and booked on it; lock-up, rolling terms and
   * exit tiers count from it, and nothing is redeemed before. Absent: it has begun.
   */
  readonly startsOn?: PlainDate;
  /**
   * The day on which everything is redeemed, or the next business day, without an order; the money is there after the `redemptionSettlement`, in which
   * a closed product is wound up (清算期). Before it a product whose `redemption` is `never` is never redeemed.
   */
  readonly maturity?: PlainDate;
  /** Business days from the dealing day until the units are booked. Default 1. */
  readonly subscriptionSettlement?: number;
  /** Business days from the dealing day, or from the maturity, until the money is there. Default 1. */
  readonly redemptionSettlement?: number;
  /**
   * Days on which the product's own market is closed (a fund that invests abroad): no dealing, and not counted in its notice and settlement.
   * They come on top of the bank's calendar. Absent: none.
   */
  readonly closedOn?: readonly PlainDate[];
  readonly gates?: readonly RedemptionGate[];
  /** The most that one client can buy on one day, decimal text in the product's currency. */
  readonly dailyPurchase?: string;
  /** The most that one client can redeem on any one day, decimal text in the product's currency. */
  readonly dailyRedemption?: string;
}
