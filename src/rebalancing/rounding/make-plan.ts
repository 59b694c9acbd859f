import { aimWithin, type Landing } from '../destination/aim-within.js';
import { missedEdges, worstOf } from '../destination/missed-edges.js';
import type { Occasion } from '../reach/situation.js';
import type { HarvestPlan } from './harvest-plan.js';
import { type Plan, planWithCharges } from './plan.js';

/**
 * Plans the trades of an occasion so that the destination holds on what they deliver: where it lies at an edge, they are aimed further in. Where the fewest
 * trades miss it in their steps, and all together miss less, all are made.
 */
export function makePlan(occasion: Occasion, harvest: HarvestPlan): Plan {
  const first = planWithCharges(occasion, harvest);
  if (!hasEdge(occasion)) return first;
  const { inside, now, money, account } = occasion;
  const { policy } = inside;
  const rounding = account.holdings.length / Number(money.investable);
  const edges = { now: now.drift, policy, whole: money.investable, rounding };
  const planAt = (inset: ReadonlyMap<string, number>): Plan =>
    planWithCharges({ ...occasion, inset }, harvest);
  const plan = aimWithin(first, planAt, landingOf, edges);
  const missedBy = ({ after }: Plan): number =>
    worstOf(missedEdges(now.drift, after.drift, policy));
  if (!policy.trading.fewestTrades || missedBy(plan) <= rounding) return plan;
  const all = planWithCharges({ ...occasion, tradesAll: true }, harvest);
  return missedBy(all) < missedBy(plan) ? all : plan;
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
