import { dimensionStanding } from './dimension-standing.js';
import type { DimensionStanding, PlannedDimension, ScoringPlan } from './plan.js';
import { NO_ANSWER, type Reading } from './reading.js';
import { bandRank, partOf, rounded } from './scale.js';

/** Where a form's answers stand, before anything is said about it. */
export interface Standing {
  /** Σ weight × points × unit by dimension. */
  readonly sums: readonly number[];
  readonly dimensions: readonly DimensionStanding[];
  /** Overall score, on the form's scale, rounded. */
  readonly overall: number;
  /** Dimensions in which an answer is missing: their scores are the lowest possible ones. */
  readonly unknown: readonly number[];
}

/** Adds the points up; with the fewest for what is missing. */
export function standingOf(plan: ScoringPlan, { chosen, points, complete }: Reading): Standing {
  const { dimensions } = plan.columns;
  const sums: number[] = [];
  for (let d = 0; d < plan.dimensions.length; d++) sums.push(0);
  for (let i = 0; i < points.length; i++) {
    const dimension = dimensions[i]!;
    if (dimension >= 0) sums[dimension]! += points[i]!;
  }
  return standingOfSums(plan, sums, complete ? NONE : unknownIn(plan, chosen));
}

/** Where sums of points stand. */
export function standingOfSums(
  { dimensions, unit }: ScoringPlan,
  sums: readonly number[],
  unknown: readonly number[],
): Standing {
  const standings: DimensionStanding[] = [];
  for (let d = 0; d < dimensions.length; d++) {
    const dimension = dimensions[d]!;
    standings.push(dimension.standings(sums[d]!, (sum) => dimensionStanding(dimension, sum, unit)));
  }
  const overall = overallOf(dimensions, sums, -1, 0);
  return { sums, dimensions: standings, overall, unknown };
}

const NONE: readonly number[] = Object.freeze([]);

function unknownIn({ items }: ScoringPlan, chosen: readonly number[]): readonly number[] {
  const missing = items.filter((_, index) => chosen[index] === NO_ANSWER);
  return [...new Set(missing.map(({ dimension }) => dimension))].filter((d) => d >= 0);
}

/** Place of the lowest level among the capping dimensions', the overall band's included. */
export function lowestRank(plan: ScoringPlan, { dimensions, overall }: Standing): number {
  let lowest = bandRank(plan.bands, overall);
  for (let d = 0; d < dimensions.length; d++) {
    const { cap } = dimensions[d]!;
    if (cap < lowest) lowest = cap;
  }
  return lowest;
}

/** The overall score from the sums of points; the sum of the dimension `changed` is taken from `sum` instead. */
export function overallOf(
  dimensions: readonly PlannedDimension[],
  sums: readonly number[],
  changed: number,
  sum: number,
): number {
  let total = 0;
  for (let d = 0; d < dimensions.length; d++) {
    total += partOf(dimensions[d]!, d === changed ? sum : sums[d]!);
  }
  return rounded(total);
}
