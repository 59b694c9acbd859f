/** Sums that a fee by rate is completed and bounded with, each a decimal text in the product's currency; what is absent is not applied. */
export interface FeeBounds {
  /** A sum beside the rate. Default none. */
  readonly plus?: string;
  /** The least fee, `plus` included. Default none. */
  readonly least?: string;
  /** The highest fee, `plus` included. Default none. */
  readonly most?: string;
}

/** An entry fee from an amount on: a share of what is invested with its bounds, or one sum. It never takes more than the payment. */
export type EntryFeeTier =
  /**
   * `from`: decimal text in the product's currency; `rate`: decimal fraction outside the amount invested. With `plus` the fee is
   * rate × net + plus, net = (gross − plus) / (1 + rate); `least` and `most` bound it.
   */
  | ({ readonly from: string; readonly rate: number } & FeeBounds)
  /** `flat`: decimal text in the product's currency. */
  | { readonly from: string; readonly flat: string };

/**
 * An exit fee from a number of days held on: rate × amount + plus, bounded by `least` and `most`, and never more than what is redeemed. A
 * fixed fee is a `plus` beside the rate 0. The sums count once for all that one redemption takes out under the tier, however many lots.
 */
export interface ExitFeeTier extends FeeBounds {
  /** Calendar days from the lot's purchase to the redemption; the first tier starts at 0. */
  readonly fromDays: number;
  /** Decimal fraction of what is redeemed. */
  readonly rate: number;
}

/**
 * What a trade itself moves the price against the client, by the square-root law: cost rate = coefficient × √(amount / dailyVolume).
 *
 * Source: Grinold and Kahn, Active Portfolio Management (2nd ed., 2000), chapter 16, where the coefficient is about the volatility of a day;
 * Almgren, Thum, Hauptmann and Li, Direct Estimation of Equity Market Impact (Risk, July 2005), estimate an exponent of 3/5 in place of 1/2.
 */
export interface MarketImpact {
  /** The cost of trading a whole day's volume, decimal fraction of the amount traded, 0 or more and below 1. */
  readonly coefficient: number;
  /** What the market trades on a day, decimal text in the product's currency, above 0. */
  readonly dailyVolume: string;
}

/** A share of the profit that the manager takes. */
export interface PerformanceFee {
  /** Decimal fraction of the return above the hurdle. */
  readonly rate: number;
  /** Annual return up to which nothing is taken, decimal fraction. */
  readonly hurdle: number;
}

/** What a product costs beside its annual charges. What is absent is not charged. */
export interface ProductFees {
  /** By amount, the lowest tier from '0'; takes the place of `entryFee`. */
  readonly entry?: readonly EntryFeeTier[];
  /** By holding time, the lowest tier from 0 days. */
  readonly exit?: readonly ExitFeeTier[];
  /** Parts of `annualFee` by name (`management`, `custody`, `service`, ...), annual decimal fractions that sum to it. */
  readonly annualParts?: Readonly<Record<string, number>>;
  readonly performance?: PerformanceFee;
  /** What the distributor is paid out of the annual charges, annual decimal fraction of the value held. */
  readonly rebate?: number;
  /** What the distributor is paid out of the entry fee, decimal fraction of the amount invested. */
  readonly entryCommission?: number;
  /** Half of the difference between buying and selling price, decimal fraction of the price. */
  readonly halfSpread?: number;
  /** What a large order costs beside the spread. Default nothing. */
  readonly impact?: MarketImpact;
}
