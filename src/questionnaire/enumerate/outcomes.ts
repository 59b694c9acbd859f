import { RISK_LEVELS, type RiskLevel } from '../level.js';
import type { LevelShare } from './enumerate-levels.js';

/** Completions counted so far; by level in the order of `RISK_LEVELS`. */
export interface Outcomes {
  readonly levels: bigint[];
  readonly overall: bigint[];
  /** By dimension, from its own band. */
  readonly dimensions: readonly bigint[][];
  stopped: bigint;
  unknown: bigint;
}

/** Nothing counted yet. */
export function noOutcomes(dimensions: number): Outcomes {
  return {
    levels: zeros(),
    overall: zeros(),
    dimensions: Array.from({ length: dimensions }, zeros),
    stopped: 0n,
    unknown: 0n,
  };
}

/** One count for each level. */
export function zeros(): bigint[] {
  return RISK_LEVELS.map(() => 0n);
}

/** Counts as parts of all completions, by level. */
export function levelShares(
  counts: readonly bigint[],
  total: bigint,
): Readonly<Record<RiskLevel, LevelShare>> {
  const entries = RISK_LEVELS.map((level, rank) => [level, shareOf(counts[rank]!, total)]);
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Record<RiskLevel, LevelShare>>;
}

/** One count as a part of all completions. */
export function shareOf(count: bigint, total: bigint): LevelShare {
  return Object.freeze({ completions: `${count}`, share: total === 0n ? 0 : ratio(count, total) });
}

/** More digits than a number keeps, so that the quotient is as good as exact however large the counts are. */
const DIGITS = 10n ** 20n;

function ratio(count: bigint, total: bigint): number {
  if (total <= MOST_EXACT) return Number(count) / Number(total);
  return Number((count * DIGITS) / total) / Number(DIGITS);
}

const MOST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);
