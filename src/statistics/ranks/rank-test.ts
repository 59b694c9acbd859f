import { checkBoolean, checkObject, type FieldsOf } from '../../errors/index.js';
import { normalCdf } from '../../numerics/index.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  normalReach,
  readConfidence,
} from '../interval.js';
import { exactRank } from './exact-distributions.js';
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

/** As R without ties: from this size on the normal approximation is near enough. */
export const EXACT_BELOW = 50;

/** The p-value of the normal approximation; `deviation` is that of the statistic, all ties taken off. */
export function normalPValue(
  statistic: number,
  deviation: number,
  pairs: PairValues,
  { continuity }: Required<RankTestOptions>,
): number {
  const distance = Math.max(0, Math.abs(statistic - pairs.size / 2) - correctionOf(continuity));
  return Math.min(1, 2 * normalCdf(-distance / deviation));
}

/** The interval of the shift, or nothing where the cases are too few for one. */
export type ShiftInterval = { readonly interval?: Interval };

/**
 * Reads the interval of the shift off the exact distribution.
 *
 * @param tails lower tails of the statistic without ties, which counts the pairs above 0.
 */
export function exactShift(
  tails: Float64Array,
  pairs: PairValues,
  confidence: number,
): ShiftInterval {
  return between(exactRank(tails, confidence), pairs, confidence, 'exact');
}

/**
 * Reads the interval of the shift off the normal distribution.
 *
 * The bounds are where R's search for a root ends: the values at which a shift is just no longer rejected.
 *
 * @param deviation standard deviation of the statistic after a shift that brings no new ties.
 */
export function normalShift(
  deviation: number,
  pairs: PairValues,
  { confidence, continuity }: Required<RankTestOptions>,
): ShiftInterval {
  const reach = normalReach(confidence) * deviation;
  const rank = Math.ceil(pairs.size / 2 - reach - correctionOf(continuity));
  return between(rank >= 1 ? rank : undefined, pairs, confidence, 'normal');
}

function correctionOf(continuity: boolean): number {
  return continuity ? 0.5 : 0;
}

/** The interval lies between the values of a rank from either end. */
function between(
  rank: number | undefined,
  { size, rank: at }: PairValues,
  confidence: number,
  kind: 'exact' | 'normal',
): ShiftInterval {
  if (rank === undefined) return {};
  const method = `hodges-lehmann-${kind}`;
  return { interval: makeInterval(at(rank), at(size + 1 - rank), confidence, method) };
}

/** Σ t³ − t over the sizes of ties. */
export function tieTerm({ counts }: Grouped): number {
  return counts.reduce((sum, size) => sum + size * (size - 1) * (size + 1), 0);
}
