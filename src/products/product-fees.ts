/** An entry fee from an amount on: a share of what is invested, or one sum. */
export type EntryFeeTier =
  /** `from`: decimal text in the product's currency; `rate`: decimal fraction outside the amount invested, net = gross / (1 + rate). */
  | { readonly from: string; readonly rate: number }
  /** `flat`: decimal text in the product's currency. */
  | { readonly from: string; readonly flat: string };

/** An exit fee from a number of days held on. */
export interface ExitFeeTier {
  /** Calendar days from the lot's purchase to the redemption; the first tier starts at 0. */
  readonly fromDays: number;
  /** Decimal fraction of what is redeemed. */
  readonly rate: number;
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
}
