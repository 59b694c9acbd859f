import { ratio, shareOf, sizeOf } from '../account/exact.js';
import type { TradeTerms } from './allowed.js';
import { filledCaps, withoutRounding } from './caps.js';
import { destinationWeights } from './destination-weights.js';
import { fewestTrades } from './fewest-trades.js';
import type { Goals } from './goals.js';
import type { Occasion } from './situation.js';

/** Goals that few trades lead to. */
export interface FewGoals {
  readonly goals: Goals;
  /** The places that may be traded; absent where any may. */
  readonly places: ReadonlySet<number> | undefined;
  /** Absent where they are not sought. */
  readonly few?: FewSearch | undefined;
}

/** What a search for the fewest trades has come to. */
export interface FewSearch {
  /** `left` where the set that was found is not traded, because all trades together leave less outside bands. */
  readonly outcome: 'found' | 'none' | 'left';
  /** How many trades it takes at least; absent where not every smaller set was tried. */
  readonly least?: number | undefined;
}

/** What trades of some places may come to, in smallest units of the account's currency. */
export interface FewTerms {
  readonly leastBought: (place: number) => bigint;
  readonly leastSold: (place: number) => bigint;
  /** Least and most of what is left of a holding that is sold, whole or in part; ascending. */
  readonly leftOf: (place: number) => readonly Left[];
}

/** Both included. */
export interface Left {
  readonly low: bigint;
  readonly high: bigint;
}

/**
 * Replaces goals by those of the fewest trades that bring everything inside its bands, where the policy asks for it. Where there are none because products let too
 * little or too much be sold, by those that would if any amount could be: what can be made of them may still be nearest.
 */
export function withFewestTrades(
  occasion: Occasion,
  goals: Goals,
  tradeTerms: TradeTerms,
  terms: FewTerms,
): FewGoals {
  const { account, inside, money, task } = occasion;
  const isAsked = inside.policy.trading.fewestTrades && task === 'rebalance';
  if (!isAsked || money.investable <= 0n || inside.policy.funding === 'sell-only') {
    return { goals, places: undefined };
  }
  if (occasion.tradesAll === true) {
    return { goals, places: undefined, few: { outcome: 'left' } };
  }
  const few = fewGoals(occasion, goals, tradeTerms, terms);
  if (few !== undefined) return few;
  const anyPart = (place: number): readonly Left[] => [
    { low: 0n, high: account.holdings[place]!.value - terms.leastSold(place) },
  ];
  const nearest = fewGoals(occasion, goals, tradeTerms, { ...terms, leftOf: anyPart });
  return { goals, places: undefined, ...nearest, few: { outcome: 'none' } };
}

/** The goals of the fewest trades within terms; nothing where none are found. */
function fewGoals(
  occasion: Occasion,
  goals: Goals,
  { isPossible, leastOf }: TradeTerms,
  { leastBought, leftOf }: FewTerms,
): FewGoals | undefined {
  const { account, money, now } = occasion;
  const weightOf = (value: bigint): number => ratio(value, money.investable);
  const low = Float64Array.from(goals.least, weightOf);
  const sales = account.holdings.map((_, place) => leftOf(place));
  // The least trade must not be missed by the rounding of a weight.
  const amountOf = (place: number, change: number, size: bigint): bigint => {
    const { value } = account.holdings[place]!;
    const smallest = change < 0 ? value - (sales[place]!.at(-1)?.high ?? 0n) : leastOf(place);
    return smallest !== undefined && size === smallest - 1n ? smallest : size;
  };
  const found = fewestTrades(occasion, {
    low,
    high: Float64Array.from(goals.high, (value, i) => Math.max(low[i]!, weightOf(value))),
    wanted: destinationWeights(occasion).classes,
    reference: goals.weights,
    isPossible: (place, change) => {
      const amount = amountOf(place, change, shareOf(money.investable, Math.abs(change)));
      if (change >= 0) return amount >= leastBought(place) && isPossible(place, amount);
      const left = account.holdings[place]!.value - amount;
      return sales[place]!.some((range) => range.low <= left + 1n && left <= range.high);
    },
    ranges: (place) => {
      const buy = leastOf(place);
      const { value } = account.holdings[place]!;
      return [
        ...sales[place]!.map((range) => ({ low: weightOf(range.low), high: weightOf(range.high) })),
        ...(buy === undefined ? [] : [{ low: weightOf(value + buy), high: 1 }]),
      ];
    },
  });
  if (found === undefined) return undefined;
  const rounded = account.holdings.map(({ value }, i) => {
    const weight = found.weights[i]!;
    if (weight === now.products[i]) return value;
    if (weight === low[i]) return goals.least[i]!;
    const change = weight - now.products[i]!;
    const amount = amountOf(i, change, sizeOf(shareOf(money.investable, weight) - value));
    return change < 0 ? value - amount : value + amount;
  });
  const whole = money.investable - (occasion.lost ?? 0n);
  const values = withoutRounding(rounded, occasion.caps, goals.least, whole);
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
      low: goals.least,
      capped: filledCaps(values, occasion.caps, whole),
    },
    places: new Set(found.places),
    few: { outcome: 'found', least: found.isSmallest ? found.places.length : undefined },
  };
}
