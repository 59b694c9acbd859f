import type { BusinessCalendar, PlainDate } from '../../dates/index.js';
import type { CurrencyCode, FxRates } from '../../money/index.js';
import type { ExchangeMove } from './exchange.js';
import type { TradeDates } from './trade-dates.js';

/** A trade whose money is to be paid or booked. */
export interface ScheduledTrade extends TradeDates {
  /** The caller's number, unique, ascending by product id. */
  readonly index: number;
  readonly side: 'buy' | 'sell';
  /** The product's. */
  readonly currency: CurrencyCode;
  /** In smallest units, above 0: all that a purchase costs, all that a sale brings. */
  readonly amount: bigint;
}

/** Money that was decided on before and moves on a day, in smallest units, above 0. */
export interface MoneyOnDay {
  readonly currency: CurrencyCode;
  readonly amount: bigint;
  readonly on: PlainDate;
}

/** What `schedule` is asked. */
export interface ScheduleProblem {
  readonly trades: readonly ScheduledTrade[];
  /** Today's free money; below 0 for an overdraft. */
  readonly cash: ReadonlyMap<CurrencyCode, bigint>;
  /** Money that comes in beside the proceeds of the trades. Default none. */
  readonly incomes?: readonly MoneyOnDay[] | undefined;
  /** What is paid on its day whatever else is, by day: orders that stand. Default nothing. */
  readonly payments?: readonly MoneyOnDay[] | undefined;
  /** The account's currency. */
  readonly base: CurrencyCode;
  /** Read only where money must be changed. */
  readonly fx?: FxRates | undefined;
  /** By currency, decimal fraction of the worth received; a change costs that of both sides. Default 0. */
  readonly fxSpread?: Readonly<Record<string, number>> | undefined;
  /** What must stay in the base. Default 0. */
  readonly floor?: bigint;
  /** What must stay in other currencies. Default 0. */
  readonly floors?: ReadonlyMap<CurrencyCode, bigint>;
  /** What is paid out in the base, before every purchase. Default 0. */
  readonly withdrawal?: bigint;
  /** The last day on which the withdrawal is of use. Default none: it is paid as soon as it can be. */
  readonly withdrawalBy?: PlainDate | undefined;
  /** Whether it is not paid at all where it cannot be by then. */
  readonly onlyInTime?: boolean;
  /** The first day on which anything can be paid. */
  readonly asOf: PlainDate;
  readonly calendar: BusinessCalendar;
  /**
   * The dates of a purchase that can be ordered from a day on; `undefined` where it cannot any more. Absent: the same
   * numbers of business days lie between its dates.
   */
  readonly datesFrom?: (index: number, day: PlainDate) => TradeDates | undefined;
  /** The path of the rates for errors. Default `account.fx`. */
  readonly path?: string;
}

/** Free money of one currency at the end of a day. */
export interface BalanceOnDay {
  readonly on: PlainDate;
  readonly currency: CurrencyCode;
  readonly balance: bigint;
}

/** Money changed on a day. */
export interface BookedExchange extends ExchangeMove {
  /** In the base: spread and rounding. */
  readonly cost: bigint;
  readonly on: PlainDate;
}

/** What cannot be paid on any day. Nothing of it is booked. */
export interface Unpaid {
  /** `floor`: a currency that is below its floor already and cannot be filled up. */
  readonly kind: 'purchase' | 'withdrawal' | 'floor';
  /** The purchase's. */
  readonly index?: number;
  readonly currency: CurrencyCode;
  readonly amount: bigint;
  /** By how much all money that is left falls short of it; 0 where the money comes too late for the product or is kept for the withdrawal. */
  readonly missing: bigint;
  /** What changing that money costs: where no more is missing than this, there is enough at the rates. */
  readonly changing: bigint;
}

/** When everything is paid and booked. */
export interface Schedule {
  /** By position in `trades`: 2 for a purchase that needs proceeds or is not paid. */
  readonly phases: readonly (1 | 2)[];
  /** Every day on which something is booked, by currency and day. */
  readonly days: readonly BalanceOnDay[];
  /** By day and currencies. */
  readonly exchanges: readonly BookedExchange[];
  /** Sum of their costs, in the base. */
  readonly exchangeCost: bigint;
  /** The new dates of purchases that wait. */
  readonly shifted: readonly (TradeDates & { readonly index: number })[];
  /** The day on which the withdrawal is paid. */
  readonly withdrawalOn?: PlainDate;
  /** Absent: everything is paid. */
  readonly shortfall?: readonly Unpaid[];
}
