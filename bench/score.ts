import {
  type Answers,
  compileQuestionnaire,
  enumerateLevels,
  type QuestionnaireDefinition,
  scoreQuestionnaire,
} from 'aptfolio/questionnaire';
import form from '../examples/data/scenario/questionnaire.json' with { type: 'json' };
import { compare } from './measure.js';

// A JSON import types the levels as plain strings.
const definition = form as unknown as QuestionnaireDefinition;
const scorer = compileQuestionnaire(definition);
const options = { asOf: '2026-03-02' } as const;
const clients = someClients(1000);
const items = form.items.map(({ id, weight, points }) => ({ id, weight, points }));

for (const answers of clients) {
  const result = scoreQuestionnaire(scorer, answers, options);
  if (result.status !== 'scored') throw new Error('a form is not complete');
  const points = result.contributions.reduce((sum, one) => sum + one.points, 0);
  if (points !== sumOfPoints(answers)) throw new Error('the points differ');
}

/** Two items of each dimension. */
const SIX = new Set(['Q04', 'Q05', 'Q09', 'Q10', 'Q11', 'Q12']);
const smaller = {
  ...definition,
  mandatory: [],
  items: definition.items.filter(({ id }) => SIX.has(id)),
};
if (enumerateLevels(smaller as QuestionnaireDefinition).levels.C1.completions !== `${lowest()}`) {
  throw new Error('the counts differ');
}

compare(`A questionnaire of ${items.length} items: full result, ${clients.length} clients`, [
  {
    name: 'scoreQuestionnaire',
    peer: 'sum of points by hand',
    items: clients.length,
    ours: () => eachClient((answers) => scoreQuestionnaire(scorer, answers, options)),
    theirs: () => eachClient(sumOfPoints),
    floor: 0.1,
  },
]);

compare('What six items of it can say: 5,120 completions', [
  {
    name: 'enumerateLevels',
    peer: 'scoring each completion',
    ours: () => enumerateLevels(smaller as QuestionnaireDefinition),
    theirs: lowest,
    floor: 10,
  },
]);

/** One client after the other, as a batch does that hands each result on. */
function eachClient(score: (answers: Answers) => unknown): unknown {
  let last: unknown;
  for (const answers of clients) last = score(answers);
  return last;
}

/** What a bank would write by hand: no checks, no dimensions, no reasons. */
function sumOfPoints(answers: Answers): number {
  let sum = 0;
  for (const { id, weight, points } of items) sum += weight * points[answers[id] as number]!;
  return sum;
}

/** Goes through all completions of the smaller form one by one, and counts the lowest level. */
function lowest(): number {
  const few = compileQuestionnaire(smaller as QuestionnaireDefinition);
  const sizes = few.definition.items.map(
    (item) => (item as { points: readonly number[] }).points.length,
  );
  const answers: Record<string, number> = {};
  const count = (index: number): number => {
    if (index === sizes.length) {
      const result = scoreQuestionnaire(few, answers, options);
      return result.status === 'scored' && result.level === 'C1' ? 1 : 0;
    }
    let found = 0;
    for (let option = 0; option < sizes[index]!; option++) {
      answers[few.definition.items[index]!.id] = option;
      found += count(index + 1);
    }
    return found;
  };
  return count(0);
}

/** Clients who answer in all sorts of ways, the same ones in every run. */
function someClients(count: number): readonly Answers[] {
  let state = 1;
  const next = (size: number): number => {
    state = (state * 48271) % 2147483647;
    return state % size;
  };
  return Array.from({ length: count }, () =>
    Object.fromEntries(form.items.map(({ id, points }) => [id, next(points.length)])),
  );
}
