import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';

/** One purchase of a holding that is still held, or what is left of it. */
export interface Lot<C extends CurrencyCode = CurrencyCode> {
  /** Unique in its position. */
  readonly id: string;
  readonly boughtOn: PlainDate;
  /** Units of the lot, decimal text above 0; for positions that are given in units. */
  readonly units?: string;
  /** Today's value of the lot; for positions that are given by value. */
  readonly value?: Money<C>;
  /** What was paid for what is left of it, fees included; needed where tax is reckoned. */
  readonly cost?: Money<C>;
}

/** In which order lots are sold. */
export const LOT_METHODS = [
  /** First in, first out. */
  'fifo',
  /** Last in, first out. */
  'lifo',
  /** Highest cost a unit first. */
  'hifo',
  /** Lowest cost a unit first. */
  'lofo',
  /**
   * Least tax and exit fee for a unit of value first, then losses before gains and long before short terms: an order of lots, each by
   * itself. What losses of one term could take off gains of the other is not sought.
   */
  'lowest-tax',
  /** The lots that the account names, in its order. */
  'specific',
  /** The earliest first, each at the average cost of all: holding time and exit fee are still those of the lot. */
  'average',
] as const;

/** In which order lots are sold; see `LOT_METHODS`. */
export type LotMethod = (typeof LOT_METHODS)[number];

/** How gains are taxed: value less cost; exit fees do not lower them. */
export interface TaxPolicy {
  /** Tax on gains of lots held up to `longTermDays`, decimal fraction. */
  readonly shortTermRate: number;
  /** Tax on gains of lots held longer, decimal fraction. */
  readonly longTermRate: number;
  /** Calendar days after which a lot is long-term. Default 365. */
  readonly longTermDays?: number;
  /** Whether losses lower the tax of gains of the same day, and those of `realisedGains` too. Default true. */
  readonly offsetLosses?: boolean;
}

/** What was realised this year so far by term, gains less losses; below 0 for losses, those brought forward included. Absent: none. */
export interface RealisedGains<C extends CurrencyCode = CurrencyCode> {
  /** Of lots held up to `longTermDays`. */
  readonly short?: Money<C>;
  /** Of lots held longer. */
  readonly long?: Money<C>;
}

/** How lots are chosen, taxed and guarded. Absent in a policy: first in, first out, and no tax, as for mainland funds. */
export interface LotPolicy {
  readonly method: LotMethod;
  readonly tax?: TaxPolicy;
  /** Sells lots at a loss of at least this share of their cost though the target does not ask for it; their money goes to the substitute. */
  readonly harvest?: {
    readonly minimumLoss: number;
    /** The least loss of a product that is worth taking, all its lots together. Default 0. */
    readonly minimumAmount?: Money;
    /**
     * What takes the place of what is sold, by product id: one product, or several, of which the first is taken that can be bought and would
     * spoil no loss. Where products are measured, what is held of them counts for the original's target while the original must not be bought back.
     */
    readonly substitutes: Readonly<Record<string, string | readonly string[]>>;
  };
  /** Days before and after a sale at a loss on which a purchase of the same product spoils the loss. Absent: no guard. */
  readonly washSaleDays?: number;
  /** Groups of products that count as the same for the guard, such as funds on one index; a product is in one group at most. Default none. */
  readonly identical?: readonly (readonly string[])[];
}
