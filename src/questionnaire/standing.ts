import type { ScoringPlan } from './compile.js';
import type { BandedScore } from './result.js';

/** Where a form's answers stand, before anything is said about it. */
export interface Standing {
  /** Σ weight × points by dimension. */
  readonly sums: readonly number[];
  /** Score by dimension, 0 to 100, rounded. */
  readonly scores: readonly number[];
  /** Overall score, 0 to 100, rounded. */
  readonly overall: number;
}

/** Adds the chosen options up. */
export function standingOf(plan: ScoringPlan, chosen: readonly number[]): Standing {
  const { items, dimensions } = plan;
  const sums = dimensions.map(() => 0);
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    sums[item.dimension]! += item.points[chosen[i]!]!;
  }
  return {
    sums,
    scores: sums.map((sum, d) => scoreOf(plan, d, sum)),
    overall: overallOf(plan, sums),
  };
}

/** The band in which the level lies: the lowest of the overall band and those of the capping dimensions. */
export function levelBand(plan: ScoringPlan, { scores, overall }: Standing): number {
  let lowest = bandOf(plan, overall);
  for (let d = 0; d < scores.length; d++) {
    if (plan.dimensions[d]!.capsLevel) lowest = Math.min(lowest, bandOf(plan, scores[d]!));
  }
  return lowest;
}

/** A dimension's score from its sum of points. */
export function scoreOf(plan: ScoringPlan, dimension: number, sum: number): number {
  return rounded((100 * sum) / plan.dimensions[dimension]!.maximum);
}

/** The overall score from the sums of points; `change` replaces the sum of one dimension. */
export function overallOf(
  plan: ScoringPlan,
  sums: readonly number[],
  change?: { readonly dimension: number; readonly sum: number },
): number {
  let total = 0;
  for (let d = 0; d < sums.length; d++) {
    const { maximum, overallWeight } = plan.dimensions[d]!;
    const sum = change !== undefined && change.dimension === d ? change.sum : sums[d]!;
    total += (overallWeight * 100 * sum) / maximum;
  }
  return rounded(total);
}

/** Index of the band [from, next from) that holds a score. */
export function bandOf({ edges }: ScoringPlan, score: number): number {
  let band = edges.length - 1;
  while (band > 0 && score < edges[band]!) band -= 1;
  return band;
}

/** A score with its band's level and the way to the next one. */
export function bandedScore(plan: ScoringPlan, score: number): BandedScore {
  const band = bandOf(plan, score);
  const edge = plan.edges[band + 1];
  return {
    score,
    level: plan.levels[band]!,
    distanceToNextBand: edge === undefined ? null : rounded(edge - score),
    nextLevel: plan.levels[band + 1] ?? null,
  };
}

/** A score that is an edge by arithmetic may miss it by the last binary digit. */
function rounded(score: number): number {
  return Math.round(score * 1e9) / 1e9;
}
