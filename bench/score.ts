import {
  type Answers,
  compileQuestionnaire,
  type QuestionnaireDefinition,
  scoreQuestionnaire,
} from 'aptfolio/questionnaire';
import form from '../examples/data/scenario/questionnaire.json' with { type: 'json' };
import { compare } from './measure.js';

// A JSON import types the levels as plain strings.
const definition = form as unknown as QuestionnaireDefinition;
const answers: Answers = form.answers;
const scorer = compileQuestionnaire(definition);
const options = { asOf: '2026-03-02' } as const;

const shares = shareOfPoints();
const scored = scoreQuestionnaire(scorer, answers, options);
if (scored.status !== 'scored') throw new Error('the form is not complete');
for (const [dimension, { score }] of Object.entries(scored.dimensions)) {
  if (!(Math.abs(100 * shares[dimension]! - score) < 1e-8)) throw new Error(`${dimension} differs`);
}

compare(`A questionnaire of ${form.items.length} items`, [
  {
    name: 'scoreQuestionnaire',
    peer: 'sum of points',
    ours: () => scoreQuestionnaire(scorer, answers, options),
    theirs: shareOfPoints,
    floor: 0.02,
  },
]);

/** What a bank would write by hand: each dimension's share of its points, no checks and no reasons. */
function shareOfPoints(): Readonly<Record<string, number>> {
  const points: Record<string, number> = {};
  const highest: Record<string, number> = {};
  for (const item of definition.items) {
    const { dimension, weight } = item;
    points[dimension] = (points[dimension] ?? 0) + weight * item.points[answers[item.id]!]!;
    highest[dimension] = (highest[dimension] ?? 0) + weight * Math.max(...item.points);
  }
  for (const dimension of Object.keys(points)) points[dimension]! /= highest[dimension]!;
  return points;
}
