import { ratio, sizeOf } from '../account/exact.js';
import { amountAtRate } from '../lots/exact-rate.js';
import { exposuresOf } from '../reach/measure.js';
import type { Situation } from '../reach/situation.js';
import type { Plan } from '../rounding/plan.js';
import { certaintyEquivalent } from './certainty-equivalent.js';

/** Both sides of the decision, in smallest units of the account's currency. */
export interface Weighed {
  readonly utilityBefore: number;
  readonly utilityAfter: number;
  readonly gain: bigint;
  readonly cost: bigint;
}

/** Weighs what the trades of a plan bring, certainty-equivalent, against all they cost; absent where the policy has no utility. */
export function weighPlan(
  { inside, account, money, now }: Situation,
  plan: Plan,
  cost: bigint,
): Weighed | undefined {
  const { utility, weighing } = inside.policy;
  if (utility === undefined) return undefined;
  const weights = weightsTradedTo(plan);
  const classes = exposuresOf(account.holdings, (_, i) => weights[i]!, inside);
  const utilityBefore = certaintyEquivalent(utility, account.holdings, now);
  const after = { products: weights, classes };
  const utilityAfter = certaintyEquivalent(utility, account.holdings, after);
  const invested = money.investable > 0n ? money.investable : 0n;
  const gain = amountAtRate(invested, (utilityAfter - utilityBefore) * weighing.years);
  return { utilityBefore, utilityAfter, gain, cost };
}

/** What one set of trades brings and costs beyond another; absent where either is not weighed. */
export function weighBeyond(
  whole: Weighed | undefined,
  least: Weighed | undefined,
): Weighed | undefined {
  if (whole === undefined || least === undefined) return undefined;
  return {
    utilityBefore: least.utilityAfter,
    utilityAfter: whole.utilityAfter,
    gain: whole.gain - least.gain,
    cost: whole.cost - least.cost,
  };
}

/** Trades that come to their goals but for this part of what is to be invested, one in so many, differ from them by rounding. */
const ROUNDING_PARTS = 10_000n;

/**
 * The weights that the trades lead to before they are charged. Limits, minimums and what is not traded count as they are; where only rounding is
 * between the trades and their goals, the goals' exact weights stand for them.
 */
function weightsTradedTo({ goals, trades, occasion }: Plan): Float64Array {
  const { investable } = occasion.money;
  if (investable <= 0n) return goals.weights;
  const values = occasion.account.holdings.map(({ value }) => value);
  for (const { place, side, amount } of trades.fits) {
    values[place]! += side === 'buy' ? amount : -amount;
  }
  let apart = 0n;
  values.forEach((value, i) => {
    apart += sizeOf(value - goals.values[i]!);
  });
  // What is too much in one product is too little in another.
  if (apart * ROUNDING_PARTS <= 2n * investable) return goals.weights;
  return Float64Array.from(values, (value) => ratio(value, investable));
}
