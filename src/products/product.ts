import type { PlainDate } from '../dates/index.js';
import type { CurrencyCode } from '../money/index.js';
import type { DealingTerms } from './dealing-terms.js';
import type { IssuerReturns } from './issuer-returns.js';
import type { ProductFees } from './product-fees.js';
import type { ProductType } from './product-type.js';
import type { RiskRating } from './risk.js';
import type { TargetMarket } from './target-market.js';

/** What a product's status lets a client do. */
export const PRODUCT_STATUSES = [
  /** May be bought and redeemed. */
  'open',
  /** No purchases for now; redemptions go on. */
  'subscription-suspended',
  /** Cannot be redeemed for now, and so not bought either: nobody should be led into it. */
  'redemption-suspended',
  /** No longer offered: not bought, but redeemed. */
  'closed',
] as const;

/** What a product's status lets a client do; see `PRODUCT_STATUSES`. */
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

/** What may change in a product's life and must stay known for every day. */
export interface ProductState {
  /** The rating the issuer gave. */
  readonly issuerRisk: RiskRating;
  /** The rating the distributing bank gave; the higher of the two counts. */
  readonly distributorRisk: RiskRating;
  /** All recurring charges of a year, those of the products inside included, decimal fraction of the value held. */
  readonly annualFee: number;
  /** Entry fee outside the amount invested, decimal fraction: net = gross / (1 + fee). */
  readonly entryFee: number;
  readonly status: ProductStatus;
}

/**
 * What became different on a day; what is not named stayed as it was. All other terms of a product (minimums, lock-up, dealing, target market)
 * are not kept by day: they count as the file has them now, so a bank that must know them by day keeps its old files.
 */
export interface ProductChange extends Partial<ProductState> {
  readonly from: PlainDate;
  /** All fees from that day on, in place of the ones before; `{}` for none any more. */
  readonly fees?: ProductFees;
}

/** A product as a bank offers it. Plain data: a row of the bank's own product file fits. */
export interface Product extends ProductState {
  /** Unique among the products that are used together. */
  readonly id: string;
  /** The name shown to clients. */
  readonly name: string;
  /**
   * What is inside: share of each asset class, decimal fractions of at least 0. With what `contains` names they sum to 1; once
   * compiled, the products inside are looked through too and the classes alone sum to 1.
   */
  readonly lookThrough: Readonly<Record<string, number>>;
  /** Least amount of one purchase, decimal text in the currency of the investment. */
  readonly minimumPurchase: string;
  /** Amounts above the minimum go in multiples of this, decimal text above zero. */
  readonly step: string;
  /** Days from a lot's purchase during which the money cannot be had back; 0 when there is none. */
  readonly lockUpDays: number;

  readonly type?: ProductType;
  /** The currency in which it is bought, priced and paid back. Absent: that of the investment. */
  readonly currency?: CurrencyCode;
  /** Who owes or manages it, by name or id. */
  readonly issuer?: string;
  /** Other products inside, as decimal fractions by id: a fund of funds. Its `annualFee` must include what they charge; nothing is added. */
  readonly contains?: Readonly<Record<string, number>>;
  /**
   * Currencies of all that is inside, decimal fractions that sum to 1; the part whose currency nobody states stands under
   * `unknown`. Absent: those of the products inside, and `currency` for the rest.
   */
  readonly currencies?: Readonly<Record<string, number>>;
  /**
   * Issuers of all that is inside, decimal fractions that sum to at most 1; the rest is spread. Once compiled, an issuer
   * has at least the share that the products inside bring.
   */
  readonly issuers?: Readonly<Record<string, number>>;
  /**
   * Exposure as a multiple of the value, 1 to 1000. Absent: 1, which is none borrowed. In scenarios it multiplies the volatility and leaves the
   * mean return: what borrowed money earns is taken to pay for the borrowing.
   */
  readonly leverage?: number;
  /** Later states, by ascending day: the fields above hold until the first of them. */
  readonly changes?: readonly ProductChange[];
  /** Least amount of a further purchase by somebody who holds it already. Absent: `minimumPurchase`. */
  readonly minimumAddition?: string;
  /** Least value of one redemption, unless it takes out everything (最低赎回); decimal text in the product's currency. Absent: none. */
  readonly minimumRedemption?: string;
  /** Least value that may stay after a redemption, unless nothing stays; decimal text. Absent: none. */
  readonly minimumHolding?: string;
  /** Units are bought and sold in multiples of this, decimal text: '100' for a board lot, '0.01' for fund units. Absent: any amount. */
  readonly unitStep?: string;
  /** The most that one client may hold, decimal text in the product's currency. Absent: no limit. */
  readonly maximumHolding?: string;
  readonly fees?: ProductFees;
  readonly dealing?: DealingTerms;
  readonly targetMarket?: TargetMarket;
  /** What it returns by its issuer's own word; `explainProduct` shows it as that. Absent: nothing is said of it. */
  readonly issuerReturns?: IssuerReturns;
  /** Documents and disclosures that the client must have had before buying, by the bank's ids. */
  readonly documents?: readonly string[];
}
