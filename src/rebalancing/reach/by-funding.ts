import { sumOf } from '../lots/take-lots.js';
import { placesToSell } from './cash-first.js';
import {
  type LimitRule,
  nothingBought,
  nothingSold,
  nothingSoldYet,
  nothingToSpend,
  openLimits,
  soldOnly,
} from './limits.js';
import type { Occasion } from './situation.js';

/** What is come to, by the places of the holdings. */
export interface Come {
  readonly weights: Float64Array;
  /** The least values that were allowed. */
  readonly low: readonly bigint[];
}

/** How an account, or all accounts of a household as one, comes near to its destination within limits. */
export interface Ways<T extends Come> {
  readonly seek: (limits: LimitRule) => T;
  /** What is above the destination is sold down to it; the proceeds stay money. */
  readonly sellDown: (limits: LimitRule) => T;
}

/** Comes as near to the destination as the policy's funding allows. */
export function byFunding<T extends Come>(occasion: Occasion, ways: Ways<T>): T {
  switch (occasion.inside.policy.funding) {
    case 'full':
      return ways.seek(openLimits);
    case 'buy-only':
      return ways.seek((one) => (one.money.mustRaise ? nothingToSpend(one) : nothingSold(one)));
    case 'sell-only':
      return ways.sellDown(nothingBought);
    case 'cash-first':
      return cashFirst(occasion, ways);
  }
}

/** Free money is used, then what is out of its band is sold, and more only where that leaves something out. */
function cashFirst<T extends Come>(occasion: Occasion, { seek }: Ways<T>): T {
  const soldOnlyAt = (places: ReadonlySet<number>): LimitRule => {
    const ids = new Set([...places].map((place) => occasion.account.holdings[place]!.id));
    return (one) => soldOnly(one, ids);
  };
  let sold: ReadonlySet<number> = occasion.mayBeSold ?? new Set();
  let come = seek(sold.size === 0 ? nothingSoldYet : soldOnlyAt(sold));
  for (;;) {
    const places = placesToSell(occasion, come.weights, sold);
    if (places.size === sold.size) return come;
    const next = seek(soldOnlyAt(places));
    // What must be raised comes from others too where what is out of its band does not give enough.
    if (sumOf(next.low) > occasion.money.investable) return come;
    [come, sold] = [next, places];
  }
}
