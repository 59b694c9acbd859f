import type { Drift } from '../drift/drift.js';
import type { CompiledPolicy } from '../policy/compiled-policy.js';
import { drawIn, missedEdges, worstOf } from './missed-edges.js';

/** What a plan comes to. */
export interface Landing {
  /** Once trades are rounded and paid. */
  readonly after: Drift;
  /** Whether what the plan aims at is possible as it is. */
  readonly isReached: boolean;
  /** Whether something has its zone out of reach, or budgets scale what is traded, so that no other aim brings it there. */
  readonly isBeyondReach: boolean;
}

/** The edges that are aimed at. */
export interface Edges {
  readonly now: Drift;
  readonly policy: CompiledPolicy;
  /** What is to be invested, in smallest units. */
  readonly whole: bigint;
  /** What rounding may take from a line, as a weight. */
  readonly rounding: number;
}

/** How often the aim is moved further in. */
const TRIES = 4;

/**
 * Aims again so that a destination at an edge holds on what is traded and paid: what misses its edge by a hair is aimed further in by half as much again and
 * planned anew, a few times; the plan that misses least is taken, of equals the first.
 *
 * @param first the plan that aims at the edge itself.
 */
export function aimWithin<T>(
  first: T,
  plan: (inset: ReadonlyMap<string, number>) => T,
  landingOf: (planned: T) => Landing,
  { now, policy, whole, rounding }: Edges,
): T {
  let best = first;
  let landing = landingOf(best);
  let missed = missedEdges(now, landing.after, policy);
  let least = worstOf(missed);
  const inset = new Map<string, number>();
  for (let tries = 0; tries < TRIES && missed.size > 0 && !landing.isBeyondReach; tries++) {
    drawIn(inset, missed, whole);
    const next = plan(new Map(inset));
    landing = landingOf(next);
    missed = missedEdges(now, landing.after, policy);
    const worst = worstOf(missed);
    if (worst < least) [best, least] = [next, worst];
    // What stands in the way is then no rounding.
    else if (!landing.isReached && worst > rounding) break;
  }
  return best;
}
