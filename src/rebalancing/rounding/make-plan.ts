import { drawIn, missedEdges, worstOf } from '../destination/missed-edges.js';
import type { Occasion } from '../reach/situation.js';
import type { HarvestPlan } from './harvest-plan.js';
import { type Plan, planWithCharges } from './plan.js';

/** How often the aim is moved further in. */
const TRIES = 4;

/**
 * Plans the trades of an occasion so that the destination holds on what they deliver.
 *
 * A destination that lies at an edge is missed by a hair once trades are rounded and paid. What is missed is aimed further in by half as much
 * again and planned anew, a few times; the plan that misses least is taken, of equals the first.
 */
export function makePlan(occasion: Occasion, harvest: HarvestPlan): Plan {
  let plan = planWithCharges(occasion, harvest);
  if (!hasEdge(occasion) || plan.goals.isBeyondReach === true) return plan;
  const { inside, now, money, account } = occasion;
  const rounding = account.holdings.length / Number(money.investable);
  let missed = missedEdges(now.drift, plan.after.drift, inside.policy);
  let best = worstOf(missed);
  let last = plan;
  const inset = new Map<string, number>();
  for (let tries = 0; tries < TRIES && missed.size > 0 && last.trades.factor === 1; tries++) {
    drawIn(inset, missed, money.investable);
    last = planWithCharges({ ...occasion, inset: new Map(inset) }, harvest);
    missed = missedEdges(now.drift, last.after.drift, inside.policy);
    const worst = worstOf(missed);
    if (worst < best) [plan, best] = [last, worst];
    // What stands in the way is then no rounding.
    else if (!last.goals.isReached && worst > rounding) break;
  }
  return plan;
}

function hasEdge({ inside, money, task }: Occasion): boolean {
  const { trading, way } = inside.policy;
  if (task === 'raise' || money.investable <= 0n) return false;
  return trading.fewestTrades || way.destination.kind !== 'target';
}
