import { aimWithin, type Landing } from '../destination/aim-within.js';
import { placesToSell } from '../reach/cash-first.js';
import { SOLD_LAST } from '../reach/limits.js';
import type { Measured } from '../reach/measure.js';
import type { Occasion } from '../reach/situation.js';
import type { HarvestPlan } from './harvest-plan.js';
import { type Plan, planWithCharges } from './plan.js';

/**
 * Plans the trades of an occasion so that the destination holds on what they deliver: where it lies at an edge, they are aimed further in. Where the fewest
 * trades miss it in their steps, and all together miss less, all are made. Where free money comes first and its trades miss it in their steps, more is sold
 * where that misses less.
 */
export function makePlan(occasion: Occasion, harvest: HarvestPlan): Plan {
  let plan = planTo(occasion, harvest);
  for (let tries = 0; tries < occasion.account.holdings.length; tries++) {
    const mayBeSold = soldNext(plan);
    if (mayBeSold === undefined) break;
    const next = planTo({ ...occasion, mayBeSold }, harvest);
    if (outIn(next) >= outIn(plan)) break;
    plan = next;
  }
  return plan;
}

/** Where free money comes first: what may be sold in turn because the trades, as they are rounded, leave something out of its band; nothing where no more is. */
function soldNext({ goals, occasion, after }: Plan): ReadonlySet<number> | undefined {
  const { inside, task, money } = occasion;
  if (inside.policy.funding !== 'cash-first' || task === 'raise') return undefined;
  if (after.drift.triggered.length === 0 || money.investable <= 0n) return undefined;
  const isKept = (place: number): boolean => goals.sellHindrances[place]!.includes(SOLD_LAST);
  const all = [...occasion.account.holdings.keys()];
  const sold = new Set(all.filter((place) => !isKept(place)));
  const places = placesToSell(occasion, after.products, sold);
  return places.size > sold.size ? places : undefined;
}

function planTo(occasion: Occasion, harvest: HarvestPlan): Plan {
  const first = planWithCharges(occasion, harvest);
  if (!hasEdge(occasion)) return first;
  const { inside, now, money, account } = occasion;
  const { policy } = inside;
  const rounding = account.holdings.length / Number(money.investable);
  const edges = { now: now.drift, policy, whole: money.investable, rounding };
  const planAt = (inset: ReadonlyMap<string, number>): Plan =>
    planWithCharges({ ...occasion, inset }, harvest);
  const plan = aimWithin(first, planAt, landingOf, edges);
  if (!policy.trading.fewestTrades || outIn(plan) <= rounding) return plan;
  const all = planWithCharges({ ...occasion, tradesAll: true }, harvest);
  if (outIn(all) < outIn(plan)) return all;
  // Not everything is brought back by them.
  return {
    ...plan,
    reasons: plan.reasons.filter(
      ({ code }) => !code.endsWith('few-trades') && !code.endsWith('fewest-trades'),
    ),
  };
}

function outIn({ after }: Plan): number {
  return outOf(after);
}

/** What lies outside bands, as a weight; money too. */
export function outOf({ drift }: Pick<Measured, 'drift'>): number {
  let sum = 0;
  for (const { current, below, above } of drift.lines) {
    sum += Math.max(0, below - current, current - above);
  }
  return sum;
}

function landingOf({ after, goals, trades }: Plan): Landing {
  return {
    after: after.drift,
    isReached: goals.isReached,
    isBeyondReach: goals.isBeyondReach === true || trades.factor < 1,
  };
}

function hasEdge({ inside, money, task }: Occasion): boolean {
  const { trading, way } = inside.policy;
  if (task === 'raise' || money.investable <= 0n) return false;
  return trading.fewestTrades || way.destination.kind !== 'target';
}
