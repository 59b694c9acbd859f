import { RISK_LEVELS } from '../level.js';
import type { PlannedBands, PlannedDimension } from './plan.js';
import type { BandedScore } from './result.js';

/** A dimension's score from its sum of points. */
export function scoreOf(
  dimension: Pick<PlannedDimension, 'factor' | 'base' | 'span'>,
  sum: number,
): number {
  return rounded(exactScoreOf(dimension, sum));
}

/** The same before it is rounded. */
export function exactScoreOf(
  { factor, base, span }: Pick<PlannedDimension, 'factor' | 'base' | 'span'>,
  sum: number,
): number {
  return (factor * (sum - base)) / span;
}

/** What a dimension's sum brings to the overall score. */
export function partOf(
  { weight, factor, base, span }: Pick<PlannedDimension, 'weight' | 'factor' | 'base' | 'span'>,
  sum: number,
): number {
  return (weight * factor * (sum - base)) / span;
}

/** Place of a score's level among `RISK_LEVELS`. */
export function bandRank(bands: PlannedBands, score: number): number {
  return bands.ranks[bandOf(bands, score)]!;
}

function bandOf({ edges }: PlannedBands, score: number): number {
  let band = edges.length - 1;
  while (band > 0 && score < edges[band]!) band -= 1;
  return band;
}

/** A score with its band's level and the way to the next one. */
export function bandedScore(bands: PlannedBands, score: number): BandedScore {
  const band = bandOf(bands, score);
  const edge = bands.from[band + 1];
  return {
    score,
    level: bands.levels[band]!,
    distanceToNextBand: edge === undefined ? null : rounded(edge - score),
    nextLevel: bands.levels[band + 1] ?? null,
    distanceToLowerBand: band === 0 ? null : rounded(score - bands.from[band]!),
  };
}

/**
 * What a score must gain to reach each level's place among `RISK_LEVELS`, and one above the highest: negative for
 * levels that it has passed, infinite where no band is so high or none so low.
 */
export function waysTo({ ranks, edges }: PlannedBands, score: number): readonly number[] {
  return [...RISK_LEVELS, null].map((_, rank) => {
    const band = ranks.findIndex((reached) => reached >= rank);
    if (band < 0) return Number.POSITIVE_INFINITY;
    return band === 0 ? Number.NEGATIVE_INFINITY : edges[band]! - score;
  });
}

/** A score that is an edge by arithmetic may miss it by the last binary digit. */
export function rounded(score: number): number {
  return Math.round(score * 1e9) / 1e9 + 0;
}
