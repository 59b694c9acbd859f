import { checkBoolean, checkObject, type FieldsOf } from '../../errors/index.js';
import { normalCdf } from '../../numerics/index.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  normalReach,
  readConfidence,
} from '../interval.js';
import { exactRank, exactTwoSided } from './exact-distributions.js';
import type { Grouped } from './grouped.js';
import type { PairValues } from './pairs.js';

/** Confidence, and whether the normal approximation makes up for ranks being whole. */
export interface RankTestOptions extends ConfidenceOptions {
  /** Continuity correction of the normal approximation; default true. */
  readonly continuity?: boolean;
}

const OPTIONS: FieldsOf<RankTestOptions> = { confidence: true, continuity: true };

/** Reads the options of a rank test. */
export function readRankOptions(options: unknown): Required<RankTestOptions> {
  const confidence = readConfidence(options, OPTIONS);
  const { continuity = true } = checkObject(options, 'options');
  return { confidence, continuity: checkBoolean(continuity, 'options.continuity') };
}

/** As R: from this size on the normal approximation is near enough. */
export const EXACT_BELOW = 50;

/** A p-value, and the interval of the shift where there is one. */
export interface RankFinding {
  readonly pValue: number;
  readonly interval?: Interval;
}

/**
 * Reads test and interval off the exact distribution.
 *
 * @param tails lower tails of the statistic, which counts the pairs above 0.
 */
export function exactFinding(
  statistic: number,
  tails: Float64Array,
  pairs: PairValues,
  confidence: number,
): RankFinding {
  const pValue = exactTwoSided(tails, statistic);
  return withInterval(pValue, exactRank(tails, confidence), pairs, confidence, 'exact');
}

/**
 * Reads test and interval off the normal distribution.
 *
 * The bounds are where R's search for a root ends: the values at which a shift is just no longer rejected.
 *
 * @param deviation standard deviation of the statistic, all ties taken off.
 * @param shiftedDeviation the same after a shift that brings no new ties.
 */
export function normalFinding(
  statistic: number,
  deviation: number,
  shiftedDeviation: number,
  pairs: PairValues,
  { confidence, continuity }: Required<RankTestOptions>,
): RankFinding {
  const correction = continuity ? 0.5 : 0;
  const mean = pairs.size / 2;
  const distance = Math.max(0, Math.abs(statistic - mean) - correction);
  const pValue = Math.min(1, 2 * normalCdf(-distance / deviation));
  const rank = Math.ceil(mean - normalReach(confidence) * shiftedDeviation - correction);
  return withInterval(pValue, rank >= 1 ? rank : undefined, pairs, confidence, 'normal');
}

/** The interval lies between the values of a rank from either end. */
function withInterval(
  pValue: number,
  rank: number | undefined,
  { size, rank: at }: PairValues,
  confidence: number,
  kind: 'exact' | 'normal',
): RankFinding {
  if (rank === undefined) return { pValue };
  const method = `hodges-lehmann-${kind}`;
  return { pValue, interval: makeInterval(at(rank), at(size + 1 - rank), confidence, method) };
}

/** Σ t³ − t over the sizes of ties. */
export function tieTerm({ counts }: Grouped): number {
  return counts.reduce((sum, size) => sum + size * (size - 1) * (size + 1), 0);
}
