import { makeReason, type Reason } from '../evidence/index.js';
import type { RiskLevel } from './level.js';
import type { BandedScore, DimensionScore } from './result.js';

/** Which of the overall score and the capping dimensions stand at the level, so that it goes no higher. */
export function determinants(
  level: RiskLevel,
  overall: BandedScore,
  dimensions: Readonly<Record<string, DimensionScore>>,
): readonly string[] {
  const capping = Object.keys(dimensions).filter((name) => {
    const { capsLevel, level: own } = dimensions[name]!;
    return capsLevel && own === level;
  });
  return Object.freeze(overall.level === level ? ['overall', ...capping] : capping);
}

/** Why the level is lower than the weighted score alone: one reason for each dimension that holds it. */
export function heldBy(
  level: RiskLevel,
  weightedLevel: RiskLevel,
  determinedBy: readonly string[],
  dimensions: Readonly<Record<string, DimensionScore>>,
): readonly Reason[] {
  if (level === weightedLevel) return [];
  return determinedBy.map((dimension) => {
    const { score } = dimensions[dimension]!;
    const code = NAMED.has(dimension) ? `questionnaire.held-by-${dimension}` : OTHER;
    return makeReason(code, 'info', { dimension, score, level, weightedLevel });
  });
}

/** Dimensions that have a wording of their own in the messages. */
const NAMED: ReadonlySet<string> = new Set(['capacity', 'tolerance']);
const OTHER = 'questionnaire.held-by-dimension';
