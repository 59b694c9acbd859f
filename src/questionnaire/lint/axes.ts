import type { QuestionnaireDefinition } from '../definition.js';
import { finding, type LintFinding } from './finding.js';

/** One sum hides the answers that matter: what cannot be borne must not be bought off by what is wanted. */
export function lintAxes({
  levelDimensions = [],
  combination,
  knockOuts = [],
}: QuestionnaireDefinition): readonly LintFinding[] {
  if (combination === 'weighted-sum') {
    return [finding('definition.combination', 'questionnaire.lint-weighted-sum')];
  }
  return levelDimensions.length < 2 && knockOuts.length === 0
    ? [finding('definition.levelDimensions', 'questionnaire.lint-single-axis')]
    : [];
}
