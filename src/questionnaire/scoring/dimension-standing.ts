import { makeReason, type Reason } from '../../evidence/index.js';
import { RISK_LEVELS } from '../level.js';
import { makeMemory } from './memory.js';
import type { DimensionStanding, PlannedDimension } from './plan.js';
import type { DimensionScore } from './result.js';
import { bandedScore, bandRank, exactScoreOf, partOf, rounded, scoreOf, waysTo } from './scale.js';

/** What is said of a dimension whose points sum up to this. */
export function dimensionStanding(
  dimension: Omit<PlannedDimension, 'standings'>,
  sum: number,
  unit: number,
): DimensionStanding {
  const { name, bands, capsLevel } = dimension;
  const value = scoreOf(dimension, sum);
  const raw = rounded(sum / unit);
  const banded = bands === null ? { ...NO_BAND, score: value } : bandedScore(bands, value);
  const score = Object.freeze({ raw, ...banded, capsLevel });
  const caps = capsLevel ? bands : null;
  return {
    score,
    cap: caps === null ? RISK_LEVELS.length - 1 : bandRank(caps, value),
    part: partOf(dimension, sum),
    ways: caps === null ? [] : waysTo(caps, exactScoreOf(dimension, sum)),
    heldBy: makeMemory(RISK_LEVELS.length, (weighted: number) => heldBy(name, score, weighted)),
  };
}

const NO_BAND = {
  level: null,
  distanceToNextBand: null,
  nextLevel: null,
  distanceToLowerBand: null,
} as const;

/** Why the level is lower than the weighted score alone would have made it. */
function heldBy(dimension: string, { score, level }: DimensionScore, weighted: number): Reason {
  const code = NAMED.has(dimension) ? `questionnaire.held-by-${dimension}` : OTHER;
  const weightedLevel = RISK_LEVELS[weighted]!;
  return makeReason(code, 'info', { dimension, score, level: level!, weightedLevel });
}

/** Dimensions that have a wording of their own in the messages. */
const NAMED: ReadonlySet<string> = new Set(['capacity', 'tolerance']);
const OTHER = 'questionnaire.held-by-dimension';
