import { AptfolioError } from '../../../src/errors/index.js';
import {
  type Answers,
  type QuestionnaireDefinition,
  type QuestionnaireResult,
  type ScoreOptions,
  type Scorer,
  scoreQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { answersTo } from './answers-to.js';

/** Whether this is the refusal of an answer to an item that is not shown. */
export function isHiddenAnswer(error: unknown): error is AptfolioError {
  return error instanceof AptfolioError && error.code === 'inconsistent';
}

/**
 * Every whole form with the given answers and what comes of it, by trying everything: a form is whole where no
 * answer is missing and none is given to an item that is not shown. All items of the form are mandatory.
 */
export function completionsOf(
  scorer: Scorer,
  form: QuestionnaireDefinition,
  given: Answers,
  options: ScoreOptions,
): readonly { readonly answers: Answers; readonly result: QuestionnaireResult }[] {
  const forms = form.items.reduce<Answers[]>(
    (sofar, item) =>
      item.id in given
        ? sofar
        : sofar.flatMap((some) => [
            some,
            ...answersTo(item, form).map((answer) => ({ ...some, [item.id]: answer })),
          ]),
    [given],
  );
  return forms.flatMap((answers) => {
    try {
      const result = scoreQuestionnaire(scorer, answers, options);
      const isWhole = result.status !== 'incomplete' || result.missing.length === 0;
      return isWhole ? [{ answers, result }] : [];
    } catch (error) {
      if (isHiddenAnswer(error)) return [];
      throw error;
    }
  });
}
