import { RISK_LEVELS } from '../level.js';
import type { Decision } from './decide.js';
import type { PlannedBands, ScoringPlan } from './plan.js';
import type { Reading } from './reading.js';
import type { AnswerChange } from './result.js';
import { bandRank, scoreOf } from './scale.js';
import { overallOf, type Standing } from './standing.js';

/**
 * The single answers that would change the level, where nothing but points decides.
 *
 * Most answers would not. How many points a dimension must gain or lose to change the level is worked out first, a
 * little too near, and only answers that go so far are decided in full.
 */
export function changesOfBands(
  plan: ScoringPlan,
  { chosen, points }: Reading,
  standing: Standing,
  decision: Decision,
): AnswerChange[] {
  const { items, dimensions } = plan;
  const changes: AnswerChange[] = [];
  const moves: Move[] = [];
  const fixed = fixedCap(decision);
  for (let d = 0; d < dimensions.length; d++) {
    moves.push(moveOf(plan, standing, decision.rank, d, fixed));
  }
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.dimension < 0) continue;
    const { up, down, others } = moves[item.dimension]!;
    const given = points[i]!;
    const { lowest, highest } = item;
    if (highest - given < up && lowest - given > down) continue;
    const current = chosen[i]! < 0 ? item.mostCautious : chosen[i]!;
    for (let option = 0; option < item.points.length; option++) {
      const gain = item.points[option]! - given;
      if (option === current || (gain < up && gain > down)) continue;
      const rank = rankAfter(plan, standing, item.dimension, gain, others);
      if (rank !== decision.rank) changes.push(item.changes[option]![rank]!);
    }
  }
  return changes;
}

/** By how many points a dimension must move to change the level. */
interface Move {
  /** A smaller gain changes nothing; infinite where none does. */
  readonly up: number;
  /** A smaller loss, a negative number, changes nothing; infinite where none does. */
  readonly down: number;
  /** Place of the lowest level that all else allows. */
  readonly others: number;
}

/** What rules cap the level at, whatever the answers. */
function fixedCap({ truths, caps }: Decision): number {
  let cap = RISK_LEVELS.length - 1;
  for (let r = 0; r < caps.length; r++) if (truths[r] !== false) cap = Math.min(cap, caps[r]!);
  return cap;
}

function moveOf(
  plan: ScoringPlan,
  standing: Standing,
  rank: number,
  index: number,
  fixed: number,
): Move {
  const dimension = plan.dimensions[index]!;
  const { factor, span, weight } = dimension;
  const slope = factor / span;
  const { score } = standing.dimensions[index]!.score;
  const caps = dimension.capsLevel && !plan.weightedSum;
  const others = plan.weightedSum ? fixed : lowestOther(standing, index, fixed);
  let up = pointsTo(plan.bands, standing.overall, slope * weight, rank + 1);
  let down = pointsTo(plan.bands, standing.overall, slope * weight, rank);
  if (caps) {
    up = Math.max(up, pointsTo(dimension.bands!, score, slope, rank + 1));
    down = Math.max(down, pointsTo(dimension.bands!, score, slope, rank));
  }
  const near = NEAR * span;
  return { up: others <= rank ? Number.POSITIVE_INFINITY : up - near, down: down + near, others };
}

/** Far more than rounding can move a score, and far less than an answer does. */
const NEAR = 1e-7;

/** Points from a score to the first band of at least a level; infinite where there is none. */
function pointsTo(
  { ranks, edges }: PlannedBands,
  score: number,
  slope: number,
  rank: number,
): number {
  let band = 0;
  while (band < ranks.length && ranks[band]! < rank) band += 1;
  if (band === ranks.length) return Number.POSITIVE_INFINITY;
  if (band === 0) return Number.NEGATIVE_INFINITY;
  const way = edges[band]! - score;
  if (slope > 0) return way / slope;
  return way > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** The lowest level that the other capping dimensions allow, which a change in this one leaves alone. */
function lowestOther({ dimensions }: Standing, index: number, fixed: number): number {
  let lowest = fixed;
  for (let d = 0; d < dimensions.length; d++) {
    if (d !== index) lowest = Math.min(lowest, dimensions[d]!.cap);
  }
  return lowest;
}

function rankAfter(
  { dimensions, bands, weightedSum }: ScoringPlan,
  { sums }: Standing,
  index: number,
  gain: number,
  others: number,
): number {
  const dimension = dimensions[index]!;
  const sum = sums[index]! + gain;
  const overall = bandRank(bands, overallOf(dimensions, sums, index, sum));
  const rank = Math.min(others, overall);
  return dimension.capsLevel && !weightedSum
    ? Math.min(rank, bandRank(dimension.bands!, scoreOf(dimension, sum)))
    : rank;
}
