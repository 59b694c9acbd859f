import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode, FxRates, Money } from '../../money/index.js';
import type { Lot, RealisedGains, TaxPolicy } from '../lots/lot.js';
import type { Restriction, RestrictionTerms } from '../restrictions.js';

/** What is held of one product. */
export interface AccountPosition {
  /** The product's id; once in an account. */
  readonly product: string;
  /** Today's value in the product's currency, at least 0. Either this, or `units` and `price`. */
  readonly value?: Money;
  /** Units held, decimal text of at least 0. */
  readonly units?: string;
  /** Price of one unit in the product's currency, above 0. */
  readonly price?: Money | { readonly currency: CurrencyCode; readonly amount: string };
  /** Purchases behind the position, which add up to it exactly. Absent: one lot that is free of every holding period. */
  readonly lots?: readonly Lot[];
}

/** What an account can do. */
export const ACCOUNT_STATUSES = ['active', 'no-purchases', 'frozen', 'closed'] as const;

/**
 * What an account can do; one with `no-purchases` may sell and pay out, a frozen one keeps what it has, a closed one holds nothing.
 */
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** Money that is on its way: proceeds of a sale that the position no longer has, a transfer, a dividend. */
export interface MoneyUnderWay {
  /** Above 0. */
  readonly amount: Money;
  /** The first day on which it can be used, not before the day of the decision: what was due before is in `cash`, or has a new day. */
  readonly on: PlainDate;
  /** The product that it comes from; for the record. */
  readonly product?: string;
}

/** An order that was given or decided and that positions do not show yet. */
export interface OrderUnderWay {
  readonly product: string;
  /** `buy`: the position does not have it yet; `sell`: the position still has what is sold. */
  readonly side: 'buy' | 'sell';
  /** What is paid, entry fee included, or redeemed, in the product's currency, above 0. */
  readonly amount: Money;
  /** Units, decimal text above 0, for a position that is given in units. */
  readonly units?: string;
  /** What a sale brings as money, or a purchase as value, in the product's currency. Default: `amount` less the product's fees and half its spread. */
  readonly net?: Money;
  /** The day of the order, on which the money of a purchase leaves. Default the day of the decision. */
  readonly orderOn?: PlainDate;
  /** The day whose limits it counts in. Default `orderOn`. */
  readonly dealsOn?: PlainDate;
  /** The day on which units or money are booked, not before the day of the decision. */
  readonly settlesOn: PlainDate;
  /** Of a purchase: whether its money has left `cash` already. Default: where `orderOn` is before the day of the decision. */
  readonly paid?: boolean;
  /** Lots that a sale takes, in this order. Default: those that the policy would take. */
  readonly lots?: readonly string[];
}

/**
 * Weights by id, decimal fractions that sum to 1. A name with weights `of` its own stands for what is in it, at any depth: 0.6 in bonds, of that one half
 * in A and one half in B, is 0.3 in either. What stands in several places adds up.
 */
export interface NestedWeights {
  readonly [id: string]: number | { readonly weight: number; readonly of: NestedWeights };
}

/** What an account is to hold. */
export type AccountTarget =
  /** Weights by product id. */
  | NestedWeights
  | { readonly kind: 'products'; readonly weights: NestedWeights }
  /**
   * Weights by asset class, and the products that may be bought for them, the most preferred first; others may be kept. Nothing is changed that need not be to bring
   * the classes there: what is not held is left alone before what is, and of what is held that of which there is least. Not where the policy measures products.
   */
  | {
      readonly kind: 'classes';
      readonly weights: NestedWeights;
      readonly products: readonly string[];
    };

/** An account that may be brought back to its target. */
export interface RebalancingAccount<C extends CurrencyCode = CurrencyCode> {
  readonly id: string;
  /** The currency in which the account is measured. */
  readonly currency: C;
  /** Default `active`. */
  readonly status?: AccountStatus;
  readonly positions: readonly AccountPosition[];
  /** Target weights, shares of what is to be invested: by product id, or as `AccountTarget` has it. */
  readonly target: AccountTarget;
  /** Free money, one amount a currency; an overdraft is below 0. Absent: none. */
  readonly cash?: readonly Money[];
  /** Money on its way that is no part of `cash`. It counts as there, and pays purchases from its day on. */
  readonly receivables?: readonly MoneyUnderWay[];
  /**
   * Orders that positions do not show yet. They count as done, in value, weights and limits; what is being bought cannot be sold before its day, and what is being
   * sold is not sold again. On a day on which orders were given, triggers that are not urgent and losses wait for another.
   */
  readonly openOrders?: readonly OrderUnderWay[];
  /** Money that has come in and is part of `cash`: nothing but a name for the reasons. */
  readonly deposit?: Money<C>;
  /** Money that is to be paid out and must be raised. */
  readonly withdrawal?: Money<C>;
  /** The last day on which the withdrawal is of use, not before the day of the decision: what settles in time is sold for it, if that is enough. */
  readonly withdrawalBy?: PlainDate;
  /** Rates for positions and cash in other currencies. */
  readonly fx?: FxRates;
  /** Prices of products that are not held and trade in whole units, by product id. */
  readonly prices?: Readonly<
    Record<string, { readonly currency: CurrencyCode; readonly amount: string }>
  >;
  /** The day of the last trade; `null` if there was none. Absent is unknown: then no minimum interval has passed. */
  readonly lastTradeOn?: PlainDate | null;
  /** Ids that were out of their band at the last look, for bands with hysteresis. */
  readonly breached?: readonly string[];
  /** What has happened since the last look, by the policy's names. */
  readonly events?: readonly string[];
  /** What may not be traded, by product id; the products' own status and calendar count as well. */
  readonly restrictions?: Readonly<Record<string, Restriction | RestrictionTerms>>;
  /** Lots to sell in this order, by product id, for the method `specific`. */
  readonly lotOrder?: Readonly<Record<string, readonly string[]>>;
  /** Purchases and sales of the last days, for the wash-sale guard. */
  readonly recentTrades?: readonly {
    readonly product: string;
    readonly side: 'buy' | 'sell';
    readonly on: PlainDate;
    readonly atLoss?: boolean;
  }[];
  /** Purchases that are sure to come, such as those of a savings plan or of a dividend that is reinvested, for the wash-sale guard. */
  readonly plannedPurchases?: readonly {
    readonly product: string;
    /** On or after the day of the decision. */
    readonly on: PlainDate;
  }[];
  /**
   * Gains less losses realised this year so far: by term, or one sum whose term is not known, which lowers tax by as little as it can. They count for the gain
   * budget, and losses that are left lower the tax on gains. Default none.
   */
  readonly realisedGains?: Money<C> | RealisedGains<C>;
  /**
   * How gains of this account are taxed, in place of `lots.tax` of the policy; `none`: not at all, as in a pension account. Then no cost is needed, no
   * budget of gains or tax holds, no loss is harvested and none is guarded. Default as in the policy.
   */
  readonly tax?: 'none' | TaxPolicy;
  /** How much of each product has been bought and redeemed today already, by product id, for daily limits. */
  readonly tradedToday?: Readonly<
    Record<string, { readonly bought?: Money; readonly redeemed?: Money }>
  >;
  /** Whether trades may be made without asking (a mandate) or are advice that needs consent. Default `advice`. */
  readonly mode?: 'mandate' | 'advice';
}
