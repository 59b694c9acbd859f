import scenario from '../../examples/data/scenario/questionnaire.json' with { type: 'json' };
import {
  type Answers,
  compileQuestionnaire,
  type QuestionnaireDefinition,
  type QuestionnaireItem,
  type QuestionnaireResult,
  type ScoredQuestionnaire,
  type Scorer,
  scoreQuestionnaire,
} from '../../src/questionnaire/index.js';

export { expectRefusal } from '../refusal.js';

// A JSON import types the levels as plain strings.
export const definition = scenario as unknown as QuestionnaireDefinition;
export const answers: Answers = scenario.answers;
export const scorer: Scorer = compileQuestionnaire(definition);

export function level(result: QuestionnaireResult): ScoredQuestionnaire {
  if (result.status !== 'scored') throw new Error('no level');
  return result;
}

export function score(given: Answers, form: Scorer = scorer): ScoredQuestionnaire {
  return level(scoreQuestionnaire(form, given, { asOf: '2026-03-02' }));
}

/** The points of a single choice's options. */
export function pointsOf(item: QuestionnaireItem): readonly number[] {
  if (item.kind === 'numeric') throw new Error('a number has no options');
  return item.points;
}

/** A value that the types forbid. */
export const wrong = (value: unknown): never => value as never;

export function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}
