import { checkDefinition } from './definition/check-definition.js';
import type { QuestionnaireDefinition } from './definition.js';
import type { ScoringPlan } from './scoring/plan.js';
import { planScoring } from './scoring/plan-scoring.js';

/** A questionnaire, checked once and ready to score millions of clients. */
export interface Scorer {
  /** The definition as it was checked: a frozen copy with the defaults filled in. */
  readonly definition: QuestionnaireDefinition;
  /** What scoring needs, laid out once. Its shape is internal and may change. */
  readonly plan: ScoringPlan;
}

/**
 * Checks a questionnaire and makes it ready for use.
 *
 * The definition is copied, so later changes to it have no influence.
 *
 * @throws AptfolioError with the path to the fault, such as `definition.items[3].points[1]`: a missing or
 * malformed field, a duplicate item, bands that do not cover every score or do not meet, weights for a
 * dimension that no item has, a dimension without a weight, weights that do not sum to 1, a mandatory
 * item or level dimension that does not exist, a condition that reads what is not there.
 *
 * @example
 * ```ts
 * import { compileQuestionnaire } from 'aptfolio/questionnaire';
 *
 * const scorer = compileQuestionnaire({
 *   id: 'two-questions', validMonths: 12, mandatory: ['loss'],
 *   bands: [{ from: 0, level: 'C1' }, { from: 50, level: 'C3' }],
 *   overallWeights: { capacity: 0.5, tolerance: 0.5 },
 *   items: [
 *     { id: 'horizon', factor: 'horizon', dimension: 'capacity', weight: 1, points: [0, 5, 10] },
 *     { id: 'loss', factor: 'maxLoss', dimension: 'tolerance', weight: 1, points: [0, 5, 10] },
 *   ],
 * });
 * scorer.definition.id; // => 'two-questions'
 * ```
 */
export function compileQuestionnaire(definition: QuestionnaireDefinition): Scorer {
  const checked = checkDefinition(definition);
  return Object.freeze({ definition: checked, plan: planScoring(checked) });
}
