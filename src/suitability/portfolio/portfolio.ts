import type { MatrixLike } from '../../market/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { Rating } from '../case.js';

/** Something that the client holds: a product, or an account with money in it. */
export interface PortfolioHolding {
  readonly id: string;
  /** Id of the product; an account is one too. */
  readonly product: string;
  /** What it is worth, at least 0, in any currency; `null` where no price is known. */
  readonly value: Money | null;
}

/** What must be known of a product for the portfolio around it. What is absent is unknown, and never taken for a no. */
export interface PortfolioProduct {
  readonly id: string;
  readonly currency: CurrencyCode;
  /** The issuer, by name or id; `null` for what is spread over many. */
  readonly issuer?: string | null;
  readonly issuerRisk?: Rating;
  readonly sellerRisk?: Rating;
  /** Whether the money in it is at hand. */
  readonly liquid?: boolean;
  /** Whether it is a security of the client's employer. */
  readonly ofEmployer?: boolean;
  /**
   * Shares of the asset classes inside, decimal fractions that sum to 1, where the covariance is one of asset classes. Absent: the
   * covariance names the product itself.
   */
  readonly lookThrough?: Readonly<Record<string, number>>;
}

/** What is ordered, and where the money comes from or goes: the id of a holding. A switch gives up what it is paid from. */
export type PortfolioOrder = {
  readonly product: string;
  /** Above 0, in any currency. */
  readonly amount: Money;
} & (
  | { readonly side: 'buy' | 'switch'; readonly from: string }
  | { readonly side: 'sell'; readonly to: string }
);

/** Variances and covariances of annual returns. */
export interface PortfolioCovariance {
  /** Ids of the products or asset classes, in the order of the rows. */
  readonly ids: readonly string[];
  /** n × n, annual, decimal fractions squared. */
  readonly matrix: MatrixLike;
}
