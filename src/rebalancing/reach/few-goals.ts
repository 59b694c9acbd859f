import { makeReason, type Reason } from '../../evidence/index.js';
import { most, ratio, shareOf, sizeOf } from '../account/exact.js';
import type { Minimums } from '../rounding/trade-rules.js';
import type { Purchases } from './allowed.js';
import { filledCaps, withoutRounding } from './caps.js';
import { destinationWeights } from './destination-weights.js';
import { fewestTrades } from './fewest-trades.js';
import type { Goals } from './goals.js';
import type { Occasion } from './situation.js';

/** Goals that few trades lead to, and what is to be said about it. */
export interface FewGoals {
  readonly goals: Goals;
  /** The places that may be traded; absent where any may. */
  readonly places: ReadonlySet<number> | undefined;
  readonly reasons: readonly Reason[];
  /** What is true only where the trades, as they are rounded, bring everything inside its band. */
  readonly claims: readonly Reason[];
}

/** Replaces goals by those of the fewest trades that bring everything inside its bands, where the policy asks for it. */
export function withFewestTrades(
  occasion: Occasion,
  goals: Goals,
  { isPossible, leastOf }: Purchases,
  minimums: Minimums,
): FewGoals {
  const { account, inside, money, now, task } = occasion;
  const isAsked = inside.policy.trading.fewestTrades && task === 'rebalance';
  if (!isAsked || money.investable <= 0n || inside.policy.funding === 'sell-only') {
    return { goals, places: undefined, reasons: [], claims: [] };
  }
  if (occasion.tradesAll === true) {
    const reasons = [makeReason('rebalancing.steps-need-more', 'info')];
    return { goals, places: undefined, reasons, claims: [] };
  }
  const weightOf = (value: bigint): number => ratio(value, money.investable);
  const low = Float64Array.from(goals.low, weightOf);
  // The least trade must not be missed by the rounding of a weight.
  const amountOf = (place: number, change: number, size: bigint): bigint => {
    const smallest = change < 0 ? minimums.sell[place]! : (leastOf(place) ?? 0n);
    return size === smallest - 1n ? smallest : size;
  };
  const found = fewestTrades(occasion, {
    low,
    high: Float64Array.from(goals.high, (value, i) => Math.max(low[i]!, weightOf(value))),
    wanted: destinationWeights(occasion).classes,
    reference: goals.weights,
    isPossible: (place, change) => {
      const amount = amountOf(place, change, shareOf(money.investable, Math.abs(change)));
      if (change < 0) return amount >= minimums.sell[place]!;
      return amount >= minimums.buy[place]! && isPossible(place, amount);
    },
    leastChange: (place) => {
      const buy = leastOf(place);
      return {
        sell: weightOf(most(1n, minimums.sell[place]!)),
        buy: buy === undefined ? undefined : weightOf(buy),
      };
    },
  });
  if (found === undefined) {
    const reasons = [makeReason('rebalancing.bands-out-of-reach', 'warn')];
    return { goals, places: undefined, reasons, claims: [] };
  }
  const count = found.places.length;
  const code = found.isSmallest ? 'rebalancing.fewest-trades' : 'rebalancing.few-trades';
  const rounded = account.holdings.map(({ value }, i) => {
    const weight = found.weights[i]!;
    if (weight === now.products[i]) return value;
    if (weight === low[i]) return goals.low[i]!;
    const change = weight - now.products[i]!;
    const amount = amountOf(i, change, sizeOf(shareOf(money.investable, weight) - value));
    return change < 0 ? value - amount : value + amount;
  });
  const whole = money.investable - (occasion.lost ?? 0n);
  const values = withoutRounding(rounded, occasion.caps, goals.low, whole);
  return {
    goals: {
      ...goals,
      wanted: values,
      values,
      sought: values,
      weights: found.weights,
      isReached: true,
      isBeyondReach: false,
      leftOut: new Map(),
      capped: filledCaps(values, occasion.caps, whole),
    },
    places: new Set(found.places),
    reasons: [],
    claims: count === 0 ? [] : [makeReason(code, 'info', { count })],
  };
}
