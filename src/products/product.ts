import type { RiskRating } from './risk.js';

/** What a product's status lets a client do. */
export const PRODUCT_STATUSES = [
  /** May be bought and redeemed. */
  'open',
  /** No purchases for now; redemptions go on. */
  'subscription-suspended',
  /** Cannot be redeemed for now, so nobody should be led into it. */
  'redemption-suspended',
  /** No longer offered. */
  'closed',
] as const;

/** What a product's status lets a client do; see `PRODUCT_STATUSES`. */
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

/** A product as a bank offers it. Plain data: a row of the bank's own product file fits. */
export interface Product {
  /** Unique among the products that are used together. */
  readonly id: string;
  /** The name shown to clients. */
  readonly name: string;
  /** What is inside: share of each asset class, decimal fractions of at least 0 that sum to 1. */
  readonly lookThrough: Readonly<Record<string, number>>;
  /** The rating the issuer gave. */
  readonly issuerRisk: RiskRating;
  /** The rating the distributing bank gave; the higher of the two counts. */
  readonly distributorRisk: RiskRating;
  /** All recurring charges of a year, decimal fraction of the value held. */
  readonly annualFee: number;
  /** Entry fee outside the amount invested, decimal fraction: net = gross / (1 + fee). */
  readonly entryFee: number;
  /** Least amount of one purchase, decimal text in the currency of the investment. */
  readonly minimumPurchase: string;
  /** Amounts above the minimum go in multiples of this, decimal text above zero. */
  readonly step: string;
  /** Days from purchase during which the money cannot be had back; 0 when there is none. */
  readonly lockUpDays: number;
  readonly status: ProductStatus;
}
