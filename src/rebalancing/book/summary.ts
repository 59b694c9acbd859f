import type { PlainDate } from '../../dates/index.js';
import type { ErrorCode } from '../../errors/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';

/** What is traded in accounts of one currency. */
export interface BookTurnover<C extends CurrencyCode = CurrencyCode> {
  readonly currency: C;
  /** Value of all accounts of the currency that were decided, those that hold included. */
  readonly value: Money<C>;
  readonly purchases: Money<C>;
  readonly sales: Money<C>;
  /** (purchases + sales) / 2 / value, decimal fraction; 0 where there is no value. */
  readonly turnover: number;
}

/** How far a book has come. */
export interface BookProgress {
  /** Accounts, or households, looked at; the sum of the next three. */
  readonly done: number;
  readonly traded: number;
  readonly held: number;
  readonly failed: number;
  /** One line a currency of account, by code. */
  readonly turnover: readonly BookTurnover[];
}

/** Trades of one kind, summed. */
export interface GrossTrades {
  readonly count: number;
  /** What is paid or redeemed, in the product's currency, exact. */
  readonly amount: Money;
}

/** What is ordered of one product for one day, gross on both sides: the bank may net it. */
export interface ProductOrders {
  /** The day on which the orders can be given. */
  readonly orderOn: PlainDate;
  /** Whether the clients must consent first: orders that need it cannot be netted yet. */
  readonly consent: 'not-needed' | 'needed';
  readonly purchases: GrossTrades;
  readonly sales: GrossTrades;
  /** Purchases less sales; below 0 where more is sold. */
  readonly net: Money;
}

/** What a book trades of one product. */
export interface ProductTrades {
  readonly product: string;
  /** The product's. */
  readonly currency: CurrencyCode;
  readonly purchases: GrossTrades;
  readonly sales: GrossTrades;
  /** The same, told apart by day and consent, in that order. */
  readonly orders: readonly ProductOrders[];
}

/** How often something is named. */
export interface CodeCount<Code extends string = string> {
  readonly code: Code;
  /** Accounts, or households, that name it, each counted once. */
  readonly accounts: number;
}

/** A book in figures. Those of several parts of a book are added up by `mergeBookSummaries`. */
export interface BookSummary {
  /** Accounts, or households of a book of households, in the input; the sum of the next three. */
  readonly count: number;
  readonly traded: number;
  readonly held: number;
  readonly failed: number;
  /** One line a currency of account, by code. */
  readonly turnover: readonly BookTurnover[];
  /** By product id and currency. */
  readonly products: readonly ProductTrades[];
  /** Codes of all reasons for the decisions, trades and what is not traded, by code. */
  readonly reasons: readonly CodeCount[];
  /** Codes of the faults of what failed, by code. */
  readonly faults: readonly CodeCount<ErrorCode>[];
}
