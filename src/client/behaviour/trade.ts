import type { PlainDate } from '../../dates/index.js';
import type { Money } from '../../money/index.js';

/** What a trade does to a holding. */
export const TRADE_SIDES = ['buy', 'sell'] as const;

/** What a trade does to a holding; see `TRADE_SIDES`. */
export type TradeSide = (typeof TRADE_SIDES)[number];

/**
 * One executed trade in an investment product. Its amount is what was paid, costs included, or received after costs,
 * and above 0. A product traded in two currencies is two holdings.
 */
export interface InvestmentTrade extends Money {
  /** Unique for a trade: rows with the same id and content are one. */
  readonly id: string;
  /** The trade day. */
  readonly date: PlainDate;
  readonly side: TradeSide;
  /** Opaque reference of the product. */
  readonly product: string;
  /** Decimal text above 0, adjusted for splits. */
  readonly units: string;
}
