import type { BusinessCalendar, PlainDate } from '../../../dates/index.js';
import type { CurrencyCode, FxRates, Money } from '../../../money/index.js';
import type { OrderingRules, UnitPrice } from '../order-request.js';

/** What is held of one product. */
export interface HeldPosition {
  /** The product's id; once. */
  readonly product: string;
  /** Today's value, at least 0, in the product's currency. Either this, or `units` and `price`. */
  readonly value?: Money;
  /** Units held, decimal text. What is held in units is redeemed in units. */
  readonly units?: string;
  /** Of one unit, above 0; may have more digits than money has. Where `prices` has one too, the same. */
  readonly price?: UnitPrice;
  /** Purchases behind it that add up to it, in money or in units as the position. Absent: free of every holding period. */
  readonly lots?: readonly HeldLot[];
}

/** A purchase behind a position: either `value` or `units`. */
export interface HeldLot {
  readonly boughtOn: PlainDate;
  readonly value?: Money;
  readonly units?: string;
}

/** What is held, what is wanted instead, and how to get there. */
export interface TransitionRequest<C extends CurrencyCode = CurrencyCode> extends OrderingRules {
  /** The currency in which targets and totals are counted. */
  readonly currency: C;
  readonly holdings: readonly HeldPosition[];
  /** Free money, one amount a currency. Default none. */
  readonly cash?: readonly Money[];
  /**
   * Target weights by product id, decimal fractions that sum to 1 and count to the twelfth digit, of positions and cash less `keep` and less what
   * `units` take. Either these, or `amounts`, or `units` alone.
   */
  readonly weights?: Readonly<Record<string, number>>;
  /** Target values by product id; what is held and not named is sold, and what is not needed for them stays money. */
  readonly amounts?: Readonly<Record<string, Money<C>>>;
  /**
   * Exactly how many units to hold afterwards, decimal text of at least 0 by product id, beside `weights` or `amounts` of other products;
   * what is held and not named in any is sold. What is held of them must be in units, and a price known (in `prices`, or of the position). They are
   * paid first. Whole steps of units are ordered (`unitStep`, hundredths where there is none).
   */
  readonly units?: Readonly<Record<string, string>>;
  /** Money that stays money. Default none. */
  readonly keep?: Money<C>;
  /** Rates for what is in other currencies. */
  readonly fx?: FxRates;
  /** Differences below this are left alone. Default none. */
  readonly minimumTrade?: Money<C>;
  /** The first day on which anything can be ordered. */
  readonly asOf: PlainDate;
  readonly calendar: BusinessCalendar;
  /** The time of the orders, `HH:MM` in the bank's zone, for products with a cut-off. */
  readonly time?: string;
  /** The last day on which an order may be given. Default: as far as the calendar goes. */
  readonly latest?: PlainDate;
}
