import type { DecimalLike, Money } from '../../money/index.js';

/** Rules that no weighted sum can express. Each may be absent. */
export interface DiscreteRules {
  /** The most assets that may be held. Whatever is held counts, what is frozen or mandatory too. */
  readonly maxHoldings?: number;
  /** The fewest assets that must be held; every asset then needs a minimum ticket, or lots. */
  readonly minHoldings?: number;
  /** An asset is held at this weight or more, or not at all: one figure, or by asset (one that is not named has none). Shorts count by size. */
  readonly minTicket?: number | Readonly<Record<string, number>>;
  /** An asset is traded by this much of the whole or more, or not at all; needs `trading.current`, or lots. */
  readonly minTrade?: number | Readonly<Record<string, number>>;
  /** Everything is held in whole lots, and what is left over is cash. */
  readonly lots?: LotTerms;
}

/** What whole lots are bought of, and from how much money. */
export interface LotTerms {
  /** All that there is, what is held already and cash, above 0. Weights are parts of it. */
  readonly portfolioValue: Money;
  /** Terms by asset; every asset must be named. */
  readonly assets: Readonly<Record<string, AssetLots>>;
  readonly fees?: TradeFees;
  /**
   * The most that may be left over of a budget that is one figure, as a part of the value, after fees.
   *
   * Default: less than the price of the cheapest lot, so that there is no money left for one more. Of a budget with `min` and
   * `max` nothing need be left: `maxCash` does not apply.
   */
  readonly maxCash?: number;
  /**
   * By how much whole lots may break a rule, in the unit of its bound, up to 1e6: one figure for all rules, or by the name that
   * results give them (`max:GOLD`, `group-max:equity`, `target-return`). Default 0.
   *
   * One figure for all never sells short where the floor is 0 or more, nor holds what must not be held. The budget has
   * `maxCash` instead; minimum tickets, minimum trades, numbers of holdings and what is frozen are kept exactly, and cash is
   * never negative.
   */
  readonly tolerance?: number | Readonly<Record<string, number>>;
}

/** How one asset is bought. */
export interface AssetLots {
  /** Price of one unit in the currency of the portfolio's value, above 0, as fine as it is quoted: `'0.245'`. */
  readonly price: DecimalLike;
  /** Units of one lot, a whole number of at least 1. Default 1. */
  readonly lotSize?: number;
  /** Lots that are held already, below 0 for a short position. Default 0. */
  readonly held?: number;
}

/**
 * What each purchase and each sale costs: `perTrade` and a part of the amount, together at least `minimum`.
 *
 * The amount, price times units of all lots of the trade, is rounded to the smallest unit of the currency first; then its part is.
 * Both go to the nearest, a tie to the even one.
 */
export interface TradeFees {
  readonly perTrade?: Money;
  /** A part of the amount of a purchase, at least 0. */
  readonly buyRate?: number;
  /** A part of the amount of a sale, at least 0. */
  readonly sellRate?: number;
  readonly minimum?: Money;
}

/** How long to look for a better portfolio. */
export interface DiscreteOptions {
  /** Nodes of the search tree after which the best portfolio that was found is returned with its gap. Default 100 000. */
  readonly maxNodes?: number;
  /** A relative gap at which the search may stop, at least 0. Default 0: until the best is proved. The certificate's `ended` is then `gap`. */
  readonly gap?: number;
  /** Told from time to time how far the search is; stops it by returning false. */
  readonly onProgress?: (progress: SearchProgress) => boolean | undefined;
}

/** How far a search is. */
export interface SearchProgress {
  readonly nodes: number;
  /** The objective's value at the best portfolio so far; absent where none was found. */
  readonly best?: number;
  /** No portfolio has a better value than this. */
  readonly bound: number;
}
