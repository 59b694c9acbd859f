import { ratio, sizeOf } from '../account/exact.js';
import { amountAtRate } from '../lots/exact-rate.js';
import { exposuresOf } from '../reach/measure.js';
import type { Situation } from '../reach/situation.js';
import type { Plan } from '../rounding/plan.js';
import { notRaised } from '../rounding/set-aside.js';
import { certaintyEquivalent } from './certainty-equivalent.js';

/** Both sides of the decision, in smallest units of the account's currency. */
export interface Weighed {
  readonly utilityBefore: number;
  readonly utilityAfter: number;
  readonly gain: bigint;
  readonly cost: bigint;
  /** The gain by shares of all that is invested, also of what was to be kept and is not raised: what all trades, which keep it, are weighed against. */
  readonly gainIfKept: bigint;
}

/** What some trades bring and cost beyond others. */
export type Beyond = Pick<Weighed, 'gain' | 'cost'>;

/** Weighs what the trades of a plan bring, certainty-equivalent, against all they cost; absent where the policy has no utility. */
export function weighPlan(
  { inside, account, money, now }: Situation,
  plan: Plan,
  cost: bigint,
): Weighed | undefined {
  const { utility, weighing } = inside.policy;
  if (utility === undefined) return undefined;
  const utilityBefore = certaintyEquivalent(utility, account.holdings, now);
  const invested = money.investable > 0n ? money.investable : 0n;
  const utilityWith = (missing: bigint): number => {
    const products = weightsTradedTo(plan, missing);
    const classes = exposuresOf(account.holdings, (_, i) => products[i]!, inside);
    return certaintyEquivalent(utility, account.holdings, { products, classes });
  };
  const gainOf = (after: number): bigint =>
    amountAtRate(invested, (after - utilityBefore) * weighing.years);
  const missing = notRaised({ inside, money, task: plan.occasion.task });
  const utilityAfter = utilityWith(missing);
  const gain = gainOf(utilityAfter);
  const gainIfKept = missing === 0n ? gain : gainOf(utilityWith(0n));
  return { utilityBefore, utilityAfter, gain, cost, gainIfKept };
}

/** What one set of trades brings and costs beyond another; absent where either is not weighed. */
export function weighBeyond(
  whole: Weighed | undefined,
  least: Weighed | undefined,
): Beyond | undefined {
  if (whole === undefined || least === undefined) return undefined;
  return { gain: whole.gain - least.gainIfKept, cost: whole.cost - least.cost };
}

/** Trades that come to their goals but for this part of what is to be invested, one in so many, differ from them by rounding. */
const ROUNDING_PARTS = 10_000n;

/**
 * The weights that the trades lead to before they are charged. Limits, minimums and what is not traded count as they are; where only rounding is
 * between the trades and their goals, the goals' exact weights stand for them.
 *
 * @param missing what is to be kept as money and is not raised: the goals take it to be invested.
 */
function weightsTradedTo({ goals, trades, occasion }: Plan, missing: bigint): Float64Array {
  const investable = occasion.money.investable - missing;
  if (investable <= 0n) return goals.weights;
  const values = occasion.account.holdings.map(({ value }) => value);
  for (const { place, side, amount } of trades.fits) {
    values[place]! += side === 'buy' ? amount : -amount;
  }
  let apart = missing;
  values.forEach((value, i) => {
    apart += sizeOf(value - goals.values[i]!);
  });
  // What is too much in one product is too little in another.
  if (apart * ROUNDING_PARTS <= 2n * investable) return goals.weights;
  return Float64Array.from(values, (value) => ratio(value, investable));
}
