import { aimWithin, type Landing } from '../destination/aim-within.js';
import { placesToSell } from '../reach/cash-first.js';
import { SOLD_LAST } from '../reach/limits.js';
import type { Measured } from '../reach/measure.js';
import type { Occasion } from '../reach/situation.js';
import { roundingIn } from '../reach/weights-of.js';
import type { HarvestPlan } from './harvest-plan.js';
import { type Plan, planWithCharges } from './plan.js';

/**
 * Plans the trades of an occasion. Where what is to be sold last because free money comes first leaves something out of its band, as trades are rounded, more is
 * sold as long as that leaves less out.
 */
export function makePlan(occasion: Occasion, harvest: HarvestPlan): Plan {
  let best = planFewOrAll(occasion, harvest);
  for (;;) {
    const mayBeSold = soldNext(best);
    if (mayBeSold === undefined) return best;
    const more = planFewOrAll({ ...occasion, mayBeSold }, harvest);
    if (lessOut(best, more) === best) return best;
    best = more;
  }
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

/** Where the fewest trades leave something out in their steps, and all together leave less, all are made. */
function planFewOrAll(occasion: Occasion, harvest: HarvestPlan): Plan {
  const few = planWithin(occasion, harvest);
  if (!occasion.inside.policy.trading.fewestTrades || !hasEdge(occasion)) return few;
  if (outOf(few.after) <= roundingIn(occasion)) return few;
  return lessOut(few, planWithCharges({ ...occasion, tradesAll: true }, harvest));
}

/** Aims at edges so that the destination holds on what the trades deliver. */
function planWithin(occasion: Occasion, harvest: HarvestPlan): Plan {
  const first = planWithCharges(occasion, harvest);
  if (!hasEdge(occasion)) return first;
  const { inside, now, money } = occasion;
  const edges = {
    now: now.drift,
    policy: inside.policy,
    whole: money.investable,
    rounding: roundingIn(occasion),
  };
  const planAt = (inset: ReadonlyMap<string, number>): Plan =>
    planWithCharges({ ...occasion, inset }, harvest);
  // How many trades it takes is known of the bands themselves, not of what is aimed at further in.
  return { ...aimWithin(first, planAt, landingOf, edges), few: first.few };
}

/** The plan that leaves less out of bands; of equals the first. */
function lessOut(one: Plan, other: Plan): Plan {
  return outOf(other.after) < outOf(one.after) ? other : one;
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
