import type { Reason } from '../../evidence/index.js';
import { RISK_LEVELS } from '../level.js';
import { makeMemory } from './memory.js';
import type { DimensionStanding, PlannedDimension } from './plan.js';
import { bandedScore, bandRank, rounded, scoreOf } from './scale.js';

/** What is said of a dimension whose points sum up to this. */
export function dimensionStanding(
  dimension: PlannedDimension,
  sum: number,
  unit: number,
): DimensionStanding {
  const { bands, capsLevel } = dimension;
  const score = scoreOf(dimension, sum);
  const raw = rounded(sum / unit);
  return {
    score: Object.freeze(
      bands === null
        ? { raw, ...NO_BAND, score, capsLevel }
        : { raw, ...bandedScore(bands, score), capsLevel },
    ),
    cap: bands !== null && capsLevel ? bandRank(bands, score) : RISK_LEVELS.length - 1,
    heldBy: makeMemory<number, Reason>(RISK_LEVELS.length),
  };
}

const NO_BAND = {
  level: null,
  distanceToNextBand: null,
  nextLevel: null,
  distanceToLowerBand: null,
} as const;
