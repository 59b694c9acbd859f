import { RISK_LEVELS } from '../level.js';
import type { Decision } from './decide.js';
import type { ItemRun, PlannedBands, ScoringPlan } from './plan.js';
import type { Reading } from './reading.js';
import type { AnswerChange } from './result.js';
import { bandRank, scoreOf } from './scale.js';
import { overallOf, type Standing } from './standing.js';

/**
 * The single answers that would change the level, where nothing but points decides.
 *
 * Most answers would not. How many points a dimension must gain or lose to change the level is worked out first, a
 * little too near, and only for answers that go so far the level is worked out: from the slopes of the scores, and
 * where that comes near a band's edge, in full.
 */
export function changesOfBands(
  plan: ScoringPlan,
  reading: Reading,
  standing: Standing,
  decision: Decision,
): AnswerChange[] {
  const changes: AnswerChange[] = [];
  const fixed = fixedCap(decision);
  for (const run of plan.columns.runs) {
    changesOfRun(plan, reading, standing, decision.rank, fixed, run, changes);
  }
  return changes;
}

/** The same for the items of one dimension that follow each other; what changes is added to the list. */
function changesOfRun(
  plan: ScoringPlan,
  { chosen, points }: Reading,
  standing: Standing,
  rank: number,
  fixed: number,
  { dimension, from, to }: ItemRun,
  changes: AnswerChange[],
): void {
  const { dimensions, columns, bands, items, weightedSum } = plan;
  const { slope, weight, capsLevel, bands: ownBands } = dimensions[dimension]!;
  const own = capsLevel && !weightedSum ? ownBands : null;
  const others = weightedSum ? fixed : lowestOther(standing, dimension, fixed);
  const { overall } = standing;
  const { score } = standing.dimensions[dimension]!.score;
  const overallSlope = slope * weight;
  let up =
    others <= rank ? Number.POSITIVE_INFINITY : pointsTo(bands, overall, overallSlope, rank + 1);
  let down = pointsTo(bands, overall, overallSlope, rank);
  if (own !== null) {
    up = Math.max(up, pointsTo(own, score, slope, rank + 1));
    down = Math.max(down, pointsTo(own, score, slope, rank));
  }
  up -= NEAR / slope;
  down += NEAR / slope;
  for (let i = from; i < to; i++) {
    const given = points[i]!;
    if (columns.highest[i]! - given < up && columns.lowest[i]! - given > down) continue;
    const options = columns.points[i]!;
    for (let option = 0; option < options.length; option++) {
      const gain = options[option]! - given;
      if ((gain < up && gain > down) || option === chosen[i]) continue;
      const overallRank = clearRank(bands, overall + overallSlope * gain);
      const ownRank = own === null ? others : clearRank(own, score + slope * gain);
      const next =
        overallRank === UNCLEAR || ownRank === UNCLEAR
          ? rankInFull(plan, standing, dimension, gain, others)
          : Math.min(overallRank, ownRank, others);
      if (next !== rank) changes.push(items[i]!.changes[option]![next]!);
    }
  }
}

/** What rules cap the level at, whatever the answers. */
function fixedCap({ truths, caps }: Decision): number {
  let cap = RISK_LEVELS.length - 1;
  for (let r = 0; r < caps.length; r++) if (truths[r] !== false) cap = Math.min(cap, caps[r]!);
  return cap;
}

/** Score: far more than rounding can move one, and far less than an answer does. */
const NEAR = 1e-6;

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
    const { cap } = dimensions[d]!;
    if (d !== index && cap < lowest) lowest = cap;
  }
  return lowest;
}

const UNCLEAR = -1;

/** Place of a score's level among `RISK_LEVELS`, unless it lies so near an edge that rounding decides. */
function clearRank({ edges, ranks }: PlannedBands, score: number): number {
  for (let band = edges.length - 1; band > 0; band--) {
    const above = score - edges[band]!;
    if (above > NEAR) return ranks[band]!;
    if (above > -NEAR) return UNCLEAR;
  }
  return ranks[0]!;
}

function rankInFull(
  { dimensions, bands, weightedSum }: ScoringPlan,
  { sums }: Standing,
  index: number,
  gain: number,
  others: number,
): number {
  const dimension = dimensions[index]!;
  const sum = sums[index]! + gain;
  const rank = Math.min(others, bandRank(bands, overallOf(dimensions, sums, index, sum)));
  return dimension.capsLevel && !weightedSum
    ? Math.min(rank, bandRank(dimension.bands!, scoreOf(dimension, sum)))
    : rank;
}
