import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode, FxRates, Money } from '../../money/index.js';
import type { Lot } from '../lots/lot.js';
import type { Restriction } from '../restrictions.js';

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
export const ACCOUNT_STATUSES = ['active', 'frozen', 'closed'] as const;

/** What an account can do; a frozen one keeps what it has, a closed one holds nothing. */
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** An account that may be brought back to its target. */
export interface RebalancingAccount<C extends CurrencyCode = CurrencyCode> {
  readonly id: string;
  /** The currency in which the account is measured. */
  readonly currency: C;
  /** Default `active`. */
  readonly status?: AccountStatus;
  readonly positions: readonly AccountPosition[];
  /** Target weights by product id, decimal fractions that sum to 1: shares of what is to be invested. */
  readonly target: Readonly<Record<string, number>>;
  /** Free money, one amount a currency; an overdraft is below 0. Absent: none. */
  readonly cash?: readonly Money[];
  /** Money that has come in and is part of `cash`: nothing but a name for the reasons. */
  readonly deposit?: Money<C>;
  /** Money that is to be paid out and must be raised. */
  readonly withdrawal?: Money<C>;
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
  readonly restrictions?: Readonly<Record<string, Restriction>>;
  /** Lots to sell in this order, by product id, for the method `specific`. */
  readonly lotOrder?: Readonly<Record<string, readonly string[]>>;
  /** Purchases and sales of the last days, for the wash-sale guard. */
  readonly recentTrades?: readonly {
    readonly product: string;
    readonly side: 'buy' | 'sell';
    readonly on: PlainDate;
    readonly atLoss?: boolean;
  }[];
  /** Gains realised this year so far, for a tax budget. Default none. */
  readonly realisedGains?: Money<C>;
  /** How much of each product has been bought and redeemed today already, by product id, for daily limits. */
  readonly tradedToday?: Readonly<
    Record<string, { readonly bought?: Money; readonly redeemed?: Money }>
  >;
  /** Whether trades may be made without asking (a mandate) or are advice that needs consent. Default `advice`. */
  readonly mode?: 'mandate' | 'advice';
}
