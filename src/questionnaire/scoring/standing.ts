import type { DimensionStanding, OverallStanding, ScoringPlan } from './plan.js';
import { NO_ANSWER, type Reading } from './reading.js';
import { rounded } from './scale.js';

/** Where a form's answers stand, before anything is said about it. */
export interface Standing {
  /** Σ weight × points × unit by dimension. */
  readonly sums: readonly number[];
  readonly dimensions: readonly DimensionStanding[];
  readonly overall: OverallStanding;
  /** The overall score before it is rounded. */
  readonly total: number;
  /** Dimensions in which an answer is missing: their scores are the lowest possible ones. */
  readonly unknown: readonly number[];
}

/** Adds the points up; with the fewest for what is missing. */
export function standingOf(plan: ScoringPlan, { chosen, points, complete }: Reading): Standing {
  const sums: number[] = [];
  for (let d = 0; d < plan.dimensions.length; d++) sums.push(0);
  for (const { dimension, from, to } of plan.columns.runs) {
    let sum = sums[dimension]!;
    for (let i = from; i < to; i++) sum += points[i]!;
    sums[dimension] = sum;
  }
  return standingOfSums(plan, sums, complete ? NONE : unknownIn(plan, chosen));
}

/** Where sums of points stand. */
export function standingOfSums(
  { dimensions, memory }: ScoringPlan,
  sums: readonly number[],
  unknown: readonly number[],
): Standing {
  const standings: DimensionStanding[] = [];
  let total = 0;
  for (let d = 0; d < dimensions.length; d++) {
    const standing = dimensions[d]!.standings(sums[d]!);
    total += standing.part;
    standings.push(standing);
  }
  return { sums, dimensions: standings, overall: memory.overall(rounded(total)), total, unknown };
}

const NONE: readonly number[] = Object.freeze([]);

function unknownIn({ items }: ScoringPlan, chosen: readonly number[]): readonly number[] {
  const missing = items.filter((_, index) => chosen[index] === NO_ANSWER);
  return [...new Set(missing.map(({ dimension }) => dimension))].filter((d) => d >= 0);
}

/** Place of the lowest level among the capping dimensions', the overall band's included. */
export function lowestRank({ dimensions, overall }: Standing): number {
  let lowest = overall.rank;
  for (let d = 0; d < dimensions.length; d++) {
    const { cap } = dimensions[d]!;
    if (cap < lowest) lowest = cap;
  }
  return lowest;
}
