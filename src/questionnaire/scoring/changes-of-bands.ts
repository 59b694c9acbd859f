import { RISK_LEVELS } from '../level.js';
import type { Decision } from './decide.js';
import type { ItemRun, ScoringPlan } from './plan.js';
import type { Reading } from './reading.js';
import type { AnswerChange } from './result.js';
import { lowestRank, type Standing, standingOfSums } from './standing.js';

/**
 * The single answers that would change the level, where nothing but points decides; of items that rules read, what
 * `ofItem` finds.
 *
 * Most answers would not. How many points a dimension must gain or lose to change the level is worked out first, from
 * the slopes of the scores; only answers that go so far are looked at, and those that come so near a band's edge that
 * rounding may decide are worked out in full.
 */
export function changesOfBands(
  plan: ScoringPlan,
  reading: Reading,
  standing: Standing,
  decision: Decision,
  ofItem: (index: number) => readonly AnswerChange[],
): AnswerChange[] {
  const changes: AnswerChange[] = [];
  const fixed = fixedCap(decision);
  for (const run of plan.columns.runs) {
    changesOfRun(plan, reading, standing, decision.rank, fixed, run, changes, ofItem);
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
  ofItem: (index: number) => readonly AnswerChange[],
): void {
  const { columns, items } = plan;
  const { slope } = plan.dimensions[dimension]!;
  const near = NEAR / slope;
  const rounding = isSmall(standing, dimension) ? ROUNDED_UP / slope : -near;
  const steps = stepsOf(plan, standing, dimension, fixed);
  const up = steps[rank + 1]! - near;
  const down = steps[rank]! + near;
  for (let i = from; i < to; i++) {
    if (columns.read[i]) {
      changes.push(...ofItem(i));
      continue;
    }
    const given = points[i]!;
    if (columns.highest[i]! - given < up && columns.lowest[i]! - given > down) continue;
    const options = columns.points[i]!;
    for (let option = 0; option < options.length; option++) {
      const gain = options[option]! - given;
      if ((gain < up && gain > down) || option === chosen[i]) continue;
      let next = 0;
      while (gain > steps[next + 1]! - rounding) next += 1;
      if (gain > steps[next + 1]! - near) {
        next = rankInFull(plan, standing, dimension, gain, fixed);
      }
      if (next !== rank) changes.push(items[i]!.changes[option]![next]!);
    }
  }
}

/** Points that a dimension must gain for each level, its place among `RISK_LEVELS`; never for the one above the highest. */
function stepsOf(
  plan: ScoringPlan,
  standing: Standing,
  dimension: number,
  fixed: number,
): readonly number[] {
  const { slope, weight } = plan.dimensions[dimension]!;
  const { ways } = standing.dimensions[dimension]!;
  const { overall, total } = standing;
  const own = plan.weightedSum ? NO_WAYS : ways;
  const most = plan.weightedSum ? fixed : lowestOther(standing, dimension, fixed);
  // What rounding has moved the overall score by is no part of the way.
  const shift = overall.score.score - total;
  // Written out, because this list is made anew for every client.
  return [
    Number.NEGATIVE_INFINITY,
    step(1, most, overall.ways, shift, slope * weight, own, slope),
    step(2, most, overall.ways, shift, slope * weight, own, slope),
    step(3, most, overall.ways, shift, slope * weight, own, slope),
    step(4, most, overall.ways, shift, slope * weight, own, slope),
    Number.POSITIVE_INFINITY,
  ];
}

const NO_WAYS: readonly number[] = Object.freeze([]);

function step(
  rank: number,
  most: number,
  overall: readonly number[],
  shift: number,
  overallSlope: number,
  own: readonly number[],
  slope: number,
): number {
  if (rank > most) return Number.POSITIVE_INFINITY;
  const a = pointsFor(overall[rank]! + shift, overallSlope);
  if (own.length === 0) return a;
  const b = own[rank]! / slope;
  return a > b ? a : b;
}

/** What rules cap the level at, whatever the answers. */
function fixedCap({ truths, caps }: Decision): number {
  let cap = RISK_LEVELS.length - 1;
  for (let r = 0; r < caps.length; r++) if (truths[r] !== false) cap = Math.min(cap, caps[r]!);
  return cap;
}

/** Score: less than half of the ninth digit, so that a score that misses an edge by it is rounded to the edge. */
const ROUNDED_UP = 4e-10;

/** Whether binary fractions of the scores are far smaller than their ninth digit. */
function isSmall({ overall, dimensions }: Standing, dimension: number): boolean {
  const own = dimensions[dimension]!.score.score;
  return Math.abs(overall.score.score) < 1e5 && Math.abs(own) < 1e5;
}

/** Score: far more than rounding can move one, and far less than an answer does. */
const NEAR = 1e-6;

/** Points that move a score by so much; a dimension without weight never moves the overall score. */
function pointsFor(way: number, slope: number): number {
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

/** The level where rounding may decide, worked out as scoring does. */
function rankInFull(
  plan: ScoringPlan,
  { sums }: Standing,
  index: number,
  gain: number,
  fixed: number,
): number {
  const changed = standingOfSums(
    plan,
    sums.map((sum, d) => (d === index ? sum + gain : sum)),
    [],
  );
  return Math.min(fixed, plan.weightedSum ? changed.overall.rank : lowestRank(changed));
}
