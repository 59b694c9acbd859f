import {
  type Answers,
  compileQuestionnaire,
  type QuestionnaireDefinition,
  type QuestionnaireItem,
  type QuestionnaireResult,
  type ScoreOptions,
  scoreQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { level, wrong } from '../support.js';

export const asOf = '2026-03-02';

/** A single choice of 0, 1, 2, 3 or 4 points for capacity. */
export const CHOICE: QuestionnaireItem = {
  id: 'a',
  factor: 'any',
  dimension: 'capacity',
  weight: 1,
  points: [0, 1, 2, 3, 4],
};

/**
 * A form of one choice of 0 to 4 points, whose sum is the score; each of its points is a level: 0 is C1 and 4 is C5.
 * What a test is about is laid over it.
 */
export function smallForm(change: Partial<QuestionnaireDefinition> = {}): QuestionnaireDefinition {
  return {
    id: 'small',
    validMonths: 12,
    scale: 'points',
    bands: [
      { from: -1000, level: 'C1' },
      { from: 1, level: 'C2' },
      { from: 2, level: 'C3' },
      { from: 3, level: 'C4' },
      { from: 4, level: 'C5' },
    ],
    mandatory: [],
    items: [CHOICE],
    ...change,
  };
}

/** A form of the choice and one more item. */
export function formWith(item: object): QuestionnaireDefinition {
  return smallForm({
    items: [CHOICE, wrong({ factor: 'any', dimension: 'capacity', weight: 1, ...item })],
  });
}

/** Scores a form that is compiled for this alone. */
export function scoreOf(
  definition: QuestionnaireDefinition,
  answers: Answers,
  options: Partial<ScoreOptions> = {},
): QuestionnaireResult {
  return scoreQuestionnaire(compileQuestionnaire(definition), answers, { asOf, ...options });
}

/** The sum that the scale points gives. */
export function sumOf(definition: QuestionnaireDefinition, answers: Answers): number {
  return level(scoreOf(definition, answers)).overall.score;
}
