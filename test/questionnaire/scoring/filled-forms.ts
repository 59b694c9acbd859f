import fc from 'fast-check';
import {
  type Answers,
  type AnswerValue,
  compileQuestionnaire,
  type QuestionnaireDefinition,
  RISK_LEVELS,
  type ScoreOptions,
  type Scorer,
  scoreQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { answersTo } from './answers-to.js';
import { isHiddenAnswer } from './completions.js';
import { forms, someFacts } from './forms.js';
import { asOf } from './small-form.js';

/** A form, some answers to it that can be given, and what is known beside them. */
export interface Filled {
  readonly form: QuestionnaireDefinition;
  readonly scorer: Scorer;
  readonly answers: Answers;
  readonly options: ScoreOptions;
}

/** From above, an answer to each item that is shown, as far as `give` says. */
function fill(
  form: QuestionnaireDefinition,
  picks: readonly number[],
  give: readonly boolean[],
): Answers {
  const scorer = compileQuestionnaire(form);
  const answers: Record<string, AnswerValue> = {};
  form.items.forEach((item, index) => {
    if (!give[index]) return;
    const all = answersTo(item);
    answers[item.id] = all[picks[index]! % all.length]!;
    try {
      scoreQuestionnaire(scorer, answers, { asOf });
    } catch (error) {
      if (!isHiddenAnswer(error)) throw error;
      delete answers[item.id];
    }
  });
  return answers;
}

/** Random forms with random answers, to all items or only to some. */
export function filled(traits: Parameters<typeof forms>[0], partly: boolean): fc.Arbitrary<Filled> {
  const surroundings = fc.record(
    {
      facts: someFacts,
      secondsTaken: fc.nat({ max: 30 }),
      previous: fc.record(
        {
          answers: fc.constantFrom<Answers>({ q0: 0, q1: 1, q2: 0 }, { q0: [0], q1: { r0: 1 } }),
          level: fc.constantFrom(...RISK_LEVELS),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  );
  const four = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
    fc.array(one, { minLength: 4, maxLength: 4 });
  return fc
    .record({
      form: forms(traits),
      picks: four(fc.nat({ max: 100 })),
      give: four(partly ? fc.boolean() : fc.constant(true)),
      surroundings,
    })
    .map(({ form, picks, give, surroundings: known }) => ({
      form,
      scorer: compileQuestionnaire(form),
      answers: fill(form, picks, give),
      options: { asOf, ...known },
    }));
}
