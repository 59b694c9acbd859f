import type { Reason } from '../evidence/index.js';
import type { CurrencyCode, Money } from '../money/index.js';
import type { Drift } from './drift/drift.js';

/** One trade with its cost and its reason. */
export interface Trade<C extends CurrencyCode = CurrencyCode> {
  readonly product: string;
  readonly side: 'buy' | 'sell';
  /** What is paid or redeemed, above zero, entry fee included. */
  readonly amount: Money<C>;
  readonly entryFee: Money<C>;
  readonly reasons: readonly Reason[];
}

/** A trade that the target asks for and that is not made. */
export interface DroppedTrade<C extends CurrencyCode = CurrencyCode> {
  readonly product: string;
  readonly side: 'buy' | 'sell';
  readonly amount: Money<C>;
  readonly reasons: readonly Reason[];
}

/** Whether to rebalance, with the trades and both numbers of the decision. */
export interface Rebalancing<C extends CurrencyCode = CurrencyCode> {
  readonly decision: 'trade' | 'hold';
  readonly value: Money<C>;
  /** Of the asset classes, before trading. */
  readonly drift: Drift;
  /** The trades to make; empty on `hold`. Purchases and sales add up to zero, exactly. */
  readonly trades: readonly Trade<C>[];
  /** The trades that were weighed; the same as `trades` on `trade`. */
  readonly considered: readonly Trade<C>[];
  readonly dropped: readonly DroppedTrade<C>[];
  /** Entry fees of the considered trades. */
  readonly cost: Money<C>;
  /** (U(target) − U(current)) × value × years: certainty-equivalent, below zero for a loss. */
  readonly gain: Money<C>;
  /** Certainty-equivalent annual returns behind the gain, decimal fraction. */
  readonly utilityCurrent: number;
  readonly utilityTarget: number;
  /** Values and class drift once the considered trades are done and their fees are paid. */
  readonly after: {
    readonly values: Readonly<Record<string, Money<C>>>;
    readonly drift: Drift;
    /** Annual volatility of the difference to the target, decimal fraction. */
    readonly trackingError: number;
  };
  readonly reasons: readonly Reason[];
}
