import type { Scorer } from '../compile.js';
import { checkScorer } from './check-scorer.js';
import { readAnswers } from './read-answers.js';
import { NO_ANSWER } from './reading.js';
import type { Answers } from './result.js';
import { checkSurroundings } from './surroundings.js';

/**
 * What each scored item's answer brought, weight × points: a row for `reliability`. No rule is applied, so it is there
 * whether or not the form gives a level.
 *
 * @returns item id → weight × points, in the order of the form; `null` without an answer. An item that was not shown brings
 * what stands for it.
 * @throws AptfolioError as `scoreQuestionnaire` for answers that do not fit.
 *
 * @example
 * ```ts
 * import { compileQuestionnaire, itemPoints } from 'aptfolio/questionnaire';
 *
 * const scorer = compileQuestionnaire({
 *   id: 'two-questions', validMonths: 12, mandatory: [],
 *   bands: [{ from: 0, level: 'C1' }, { from: 50, level: 'C3' }],
 *   overallWeights: { tolerance: 1 },
 *   items: [
 *     { id: 'loss', factor: 'maxLoss', dimension: 'tolerance', weight: 2, points: [0, 5, 10] },
 *     { id: 'mood', factor: 'riskPreference', dimension: 'tolerance', weight: 1, points: [0, 10] },
 *   ],
 * });
 * itemPoints(scorer, { loss: 1 }); // => { loss: 10, mood: null }
 * ```
 */
export function itemPoints(
  scorer: Scorer,
  answers: Answers,
): Readonly<Record<string, number | null>> {
  const { plan } = checkScorer(scorer);
  const { chosen, points } = readAnswers(plan, answers, checkSurroundings({}));
  const entries = plan.items.flatMap(({ id, dimension }, index) => {
    if (dimension < 0) return [];
    return [[id, chosen[index] === NO_ANSWER ? null : points[index]! / plan.unit] as const];
  });
  return Object.freeze(Object.fromEntries(entries));
}
