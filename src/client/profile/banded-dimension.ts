import type { RiskLevel, ScoredQuestionnaire } from '../../questionnaire/index.js';
import { evidence, type ProfileEvidence } from './evidence.js';

/** A dimension that has a band. */
export interface BandedDimension {
  readonly score: number;
  readonly level: RiskLevel;
  readonly evidence: ProfileEvidence;
}

/** A dimension's score and level; `null` where the form has no such dimension or no bands for it. */
export function bandOf(
  dimensions: ScoredQuestionnaire['dimensions'],
  name: string,
): BandedDimension | null {
  const { score, level = null }: { score?: number; level?: RiskLevel | null } =
    dimensions[name] ?? {};
  if (score === undefined || level === null) return null;
  const path = `view.questionnaire.dimensions.${name}.level`;
  return { score, level, evidence: evidence('questionnaire', path, level) };
}
