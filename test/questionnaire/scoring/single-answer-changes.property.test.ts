import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnswerChange,
  type Answers,
  type MultipleItem,
  type QuestionnaireDefinition,
  type QuestionnaireItem,
  type ScoreOptions,
  type Scorer,
  scoreQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { level } from '../support.js';
import { answersTo } from './answers-to.js';
import { isHiddenAnswer } from './completions.js';
import { filled } from './filled-forms.js';

/** Every other answer to one item, with what tells it apart. */
function others(
  item: QuestionnaireItem,
  given: Answers[string],
  form: QuestionnaireDefinition,
): readonly [Partial<AnswerChange>, Answers[string]][] {
  const options = (item.kind === 'numeric' ? item.steps : item.points).map((_, option) => option);
  switch (item.kind) {
    case 'numeric': {
      return answersTo(item, form).map((value) => {
        const step = item.steps.filter(({ from }) => from <= (value as number)).length - 1;
        return [{ option: step }, value];
      });
    }
    case 'matrix':
      return item.rows.flatMap(({ id: row }) =>
        options
          .filter((option) => option !== (given as Record<string, number>)[row])
          .map((option): [Partial<AnswerChange>, Answers[string]] => [
            { row, option },
            { ...(given as Record<string, number>), [row]: option },
          ]),
      );
    case 'multiple':
      return options.flatMap((option) => {
        const answer = toggled(item, given as readonly number[], option);
        return isAllowed(item, answer) ? [[{ option }, answer]] : [];
      });
    default:
      return options.filter((option) => option !== given).map((option) => [{ option }, option]);
  }
}

/** An option that stands alone drives the others out, and they drive it out. */
function toggled({ exclusive = [] }: MultipleItem, given: readonly number[], option: number) {
  if (given.includes(option)) return given.filter((one) => one !== option);
  if (exclusive.includes(option)) return [option];
  return [...given.filter((one) => !exclusive.includes(one)), option];
}

function isAllowed(item: MultipleItem, answer: readonly number[]): boolean {
  const key = JSON.stringify([...answer].sort());
  return answersTo(item).some((one) => JSON.stringify(one) === key);
}

/** Scores a form; answers to items that are no longer shown are taken out, from above. */
function rescore(scorer: Scorer, answers: Answers, options: ScoreOptions) {
  try {
    return scoreQuestionnaire(scorer, answers, options);
  } catch (error) {
    if (!isHiddenAnswer(error)) throw error;
    const { [error.path.slice('answers.'.length)]: _, ...rest } = answers;
    return rescore(scorer, rest, options);
  }
}

describe('the changes of single answers', () => {
  it('are exactly those that a full rescoring finds', () => {
    fc.assert(
      fc.property(filled({}, false), ({ form, scorer, answers, options }) => {
        const result = scoreQuestionnaire(scorer, answers, options);
        fc.pre(result.status === 'scored');
        const found = form.items.flatMap((item) =>
          Object.hasOwn(answers, item.id)
            ? others(item, answers[item.id], form).flatMap(([which, answer]) => {
                const other = rescore(scorer, { ...answers, [item.id]: answer }, options);
                const changed = other.status === 'scored' ? other.level : null;
                if (changed === level(result).level) return [];
                return [{ item: item.id, ...which, level: changed }];
              })
            : [],
        );
        // Any number of a stretch may stand for it.
        const changes = level(result).singleAnswerChanges.map(({ value: _, ...change }) => change);
        expect(changes).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });
});
