import { at } from '../../errors/index.js';
import type { QuestionnaireDefinition } from '../definition.js';
import { finding, type LintFinding } from './finding.js';

/** Options run from cautious to bold or the other way; points that go up and down measure something else. */
export function lintPoints({ items }: QuestionnaireDefinition): readonly LintFinding[] {
  return items.flatMap((item, index) => {
    if (item.dimension === null || item.kind === 'multiple') return [];
    const numeric = item.kind === 'numeric';
    const points = numeric ? item.steps.map((step) => step.points) : item.points;
    const path = at(at('definition.items', index), numeric ? 'steps' : 'points');
    if (points.every((value) => value === points[0])) {
      return [finding(path, 'questionnaire.lint-points-all-equal', { item: item.id })];
    }
    const up = points.every((value, option) => option === 0 || value >= points[option - 1]!);
    const down = points.every((value, option) => option === 0 || value <= points[option - 1]!);
    return up || down
      ? []
      : [finding(path, 'questionnaire.lint-points-not-monotone', { item: item.id })];
  });
}
