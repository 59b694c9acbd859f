import { zoneOf } from '../destination/zone.js';
import type { DriftLine } from '../drift/drift.js';
import { ROUNDING } from '../drift/drift-of.js';
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
  if (!hasEdge(occasion)) return plan;
  let missed = missedBy(occasion, plan);
  let best = largest(missed);
  let last = plan;
  const inset = new Map<string, number>();
  for (let tries = 0; tries < TRIES && missed.size > 0 && last.trades.factor === 1; tries++) {
    drawIn(inset, missed, occasion);
    last = planWithCharges({ ...occasion, inset: new Map(inset) }, harvest);
    missed = missedBy(occasion, last);
    const now = largest(missed);
    if (now < best) [plan, best] = [last, now];
    // What stands in the way is then no rounding.
    else if (!last.goals.isReached) break;
  }
  return plan;
}

function hasEdge({ inside, money, task }: Occasion): boolean {
  const { trading, way } = inside.policy;
  if (task === 'raise' || money.investable <= 0n) return false;
  return trading.fewestTrades || way.destination.kind !== 'target';
}

/** By how much lines lie beyond where the destination lets them, by id. */
function missedBy({ inside, now }: Occasion, { after }: Plan): ReadonlyMap<string, number> {
  const reached = new Map(after.drift.lines.map(({ id, current }) => [id, current]));
  const missed = new Map<string, number>();
  for (const line of now.drift.lines) {
    const limits = limitsOf(line, inside.policy);
    if (limits === undefined) continue;
    const weight = reached.get(line.id) ?? 0;
    const by = Math.max(limits.low - weight, weight - limits.high);
    if (by > ROUNDING) missed.set(line.id, by);
  }
  return missed;
}

/** Where a line may be afterwards; nothing of one that takes whatever the others leave. */
export function limitsOf(
  line: DriftLine,
  { trading, way }: Occasion['inside']['policy'],
): { readonly low: number; readonly high: number } | undefined {
  const { destination, scope } = way;
  const band = { low: line.below, high: line.above };
  if (trading.fewestTrades) return band;
  const absorber = scope.kind === 'breached' ? scope.absorbedBy : undefined;
  if (absorber !== undefined && (line.members ?? [line.id]).includes(absorber)) return undefined;
  if (line.kind === 'cash') return band;
  return scope.kind === 'whole' || line.triggered ? zoneOf(line, destination) : band;
}

function drawIn(
  inset: Map<string, number>,
  missed: ReadonlyMap<string, number>,
  { money }: Occasion,
): void {
  const unit = 1 / Number(money.investable);
  for (const [id, by] of missed) inset.set(id, (inset.get(id) ?? 0) + 1.5 * by + 2 * unit);
}

function largest(missed: ReadonlyMap<string, number>): number {
  return Math.max(0, ...missed.values());
}
