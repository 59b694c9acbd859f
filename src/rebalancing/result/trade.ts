import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';

/** What trading costs, each to the smallest unit; `total` is their sum. */
export interface TradingCosts<C extends CurrencyCode = CurrencyCode> {
  /** Entry fees, outside the amount invested. */
  readonly entry: Money<C>;
  /** Exit fees by the holding time of the lots sold. */
  readonly exit: Money<C>;
  /** Half the spread of what is bought and sold, and what the order itself moves the price: a purchase brings so much less, and proceeds are so much lower. */
  readonly spread: Money<C>;
  /** What changing money costs: the spread, and even without one what is rounded off, less than one unit of the currency that is paid for each change. */
  readonly exchange: Money<C>;
  /** Tax on the gains realised; losses of the same trades lower it where the policy says so. */
  readonly tax: Money<C>;
  /** What proceeds miss between the dealing day of the sale and that of the purchase; borne by the purchase. */
  readonly outOfMarket: Money<C>;
  readonly total: Money<C>;
}

/** What of one lot is sold. */
export interface SoldLot {
  /** The lot's id. */
  readonly lot: string;
  readonly boughtOn: PlainDate;
  /** Calendar days from the purchase to the dealing day of the sale; exit fee and term go by them. */
  readonly heldDays: number;
  readonly term: 'short' | 'long';
  /** Value sold, in the product's currency. */
  readonly amount: Money;
  /** Units sold, decimal text, where the position is given in units. */
  readonly units?: string;
  /** Amount less cost, in the product's currency; absent where the cost is not known. */
  readonly gain?: Money;
  readonly exitFee: Money;
}

/** One trade, with its reason, what it does and what it costs. */
export interface Trade<C extends CurrencyCode = CurrencyCode> {
  readonly product: string;
  readonly side: 'buy' | 'sell';
  /** What is paid or redeemed, above zero, entry fee included, in the account's currency. */
  readonly amount: Money<C>;
  /** The same in the product's currency. */
  readonly local: Money;
  /** Units, decimal text, where the price is known. */
  readonly units?: string;
  readonly costs: TradingCosts<C>;
  /** The lots sold, in their order; empty for a purchase and where the account does not tell the lots. */
  readonly lots: readonly SoldLot[];
  /** Weights in what is to be invested, decimal fractions. */
  readonly weightBefore: number;
  readonly weightAfter: number;
  readonly targetWeight: number;
  /** The weight before less the target, as of the lines of `before.drift`; what is left of it is `weightAfter` less `targetWeight`. */
  readonly drift: number;
  /** Ids out of their band that the trade brings nearer to their target. */
  readonly fixes: readonly string[];
  /** The day on which the order can be given, on which it deals, and on which units or money are booked. */
  readonly orderOn: PlainDate;
  readonly dealsOn: PlainDate;
  readonly settlesOn: PlainDate;
  /** 1: at once; 2: once the proceeds of phase 1 are there. */
  readonly phase: 1 | 2;
  readonly reasons: readonly Reason[];
}

/**
 * A product that is held or wanted and is not traded, or less than its destination asks for; one entry a side, as where a cap asks for a sale of what the
 * destination asks more of, and neither is made.
 */
export interface NotTraded<C extends CurrencyCode = CurrencyCode> {
  readonly product: string;
  /** What the destination asks for and is not done; absent where it asks for nothing. */
  readonly side?: 'buy' | 'sell';
  readonly amount: Money<C>;
  /** That the size of the trade stands in its way, alone or among others: the product's minimums, its steps or whole units. Absent where it is not. */
  readonly forSize?: true;
  readonly reasons: readonly Reason[];
}

/**
 * A product that cannot come to its target weight now, for what account, product or policy say of it. What only this policy's funding or
 * budgets hold back is in `notTraded`.
 */
export interface OutOfReach {
  readonly product: string;
  readonly targetWeight: number;
  /** The weight that it has after the trades. */
  readonly reached: number;
  readonly reasons: readonly Reason[];
  /**
   * The first day by which it could be there, with an order on every day until then on which lots, windows and limits let something out,
   * as far as the calendar is known. What matures before that is paid back without an order: the day on which that money is there. `null`
   * where no day is known.
   */
  readonly reachableOn: PlainDate | null;
}

/**
 * Money changed into another currency to pay for purchases, or back. It is no order: `checkOrders` knows of it only where what it brings is among the
 * `receivables` and what it takes is taken off what is `available`.
 */
export interface ExchangeLeg {
  readonly from: Money;
  readonly to: Money;
  /** What the change costs, in the account's currency: the spread, and what rounding takes of it. */
  readonly cost: Money;
  readonly on: PlainDate;
}
