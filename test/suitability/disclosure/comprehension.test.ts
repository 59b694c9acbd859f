import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import { scoreComprehension, suitabilityMessages } from '../../../src/suitability/index.js';

const CHECK = {
  id: 'WMP-1',
  passMark: 3,
  attempts: 2,
  questions: [
    { id: 'loss', options: ['yes', 'no'], right: 'yes', mustBeRight: true },
    { id: 'fee', options: ['none', 'annual', 'both'], right: 'annual' },
    { id: 'exit', options: ['any-day', 'day-90'], right: 'day-90' },
    { id: 'rating', options: ['fixed', 'may-change'], right: 'may-change' },
  ],
};

const RIGHT = { loss: 'yes', fee: 'annual', exit: 'day-90', rating: 'may-change' };

describe('a comprehension check', () => {
  it('is passed with enough right answers', () => {
    expect(scoreComprehension(CHECK, { ...RIGHT, fee: 'none' })).toEqual({
      status: 'passed',
      attempt: 1,
      attemptsLeft: 1,
      right: 3,
      questions: 4,
      wrong: ['fee'],
      unanswered: [],
      reasons: [],
    });
  });

  it('is failed below the mark', () => {
    const result = scoreComprehension(CHECK, { ...RIGHT, fee: 'none', exit: 'any-day' });
    expect(result).toMatchObject({ status: 'failed', right: 2, wrong: ['fee', 'exit'] });
    expect(result.reasons.map(({ code }) => code)).toEqual([
      'suitability.comprehension-below-mark',
    ]);
  });

  it('is failed with a wrong answer where it must be right, whatever the rest is', () => {
    const result = scoreComprehension(CHECK, { ...RIGHT, loss: 'no' });
    expect(result).toMatchObject({ status: 'failed', right: 3, wrong: ['loss'] });
    expect(result.reasons.map(({ code }) => code)).toEqual([
      'suitability.comprehension-vital-wrong',
    ]);
  });

  it('uses up no attempt while a question is unanswered', () => {
    const { loss, fee } = RIGHT;
    expect(scoreComprehension(CHECK, { loss, fee }, { attempt: 2 })).toMatchObject({
      status: 'incomplete',
      attemptsLeft: 1,
      right: null,
      wrong: [],
      unanswered: ['exit', 'rating'],
    });
  });

  it('is not scored beyond the last attempt', () => {
    expect(scoreComprehension(CHECK, RIGHT, { attempt: 2 })).toMatchObject({
      status: 'passed',
      attemptsLeft: 0,
    });
    expect(scoreComprehension(CHECK, RIGHT, { attempt: 3 })).toMatchObject({
      status: 'exhausted',
      attemptsLeft: 0,
      right: null,
    });
  });

  it('says why in three languages', () => {
    const reasons = [
      scoreComprehension(CHECK, {}),
      scoreComprehension(CHECK, RIGHT, { attempt: 3 }),
      scoreComprehension(CHECK, { loss: 'no', fee: 'none', exit: 'any-day', rating: 'fixed' }),
    ].flatMap((result) => result.reasons);
    const texts = reasons.flatMap((reason) =>
      LOCALES.map((locale) => formatReason(suitabilityMessages, reason, locale)),
    );
    expect(new Set(texts).size).toBe(12);
  });

  it('never fails for one more right answer, and is passed exactly by the mark and the vital ones', () => {
    const answers = fc.record({
      loss: fc.constantFrom('yes', 'no'),
      fee: fc.constantFrom('none', 'annual', 'both'),
      exit: fc.constantFrom('any-day', 'day-90'),
      rating: fc.constantFrom('fixed', 'may-change'),
    });
    fc.assert(
      fc.property(answers, fc.constantFrom('loss', 'fee', 'exit', 'rating'), (given, better) => {
        const { status } = scoreComprehension(CHECK, given);
        const more = scoreComprehension(CHECK, {
          ...given,
          [better]: RIGHT[better as keyof typeof RIGHT],
        });
        if (status === 'passed') expect(more.status).toBe('passed');
        const right = Object.entries(RIGHT).filter(
          ([id, answer]) => given[id as keyof typeof given] === answer,
        ).length;
        expect(status === 'passed').toBe(right >= 3 && given.loss === 'yes');
      }),
    );
  });

  it.each<[string, unknown, unknown, unknown, string, string]>([
    ['no check', undefined, {}, {}, 'missing-value', 'check'],
    ['no questions', { ...CHECK, questions: [] }, {}, {}, 'empty', 'check.questions'],
    [
      'two questions of one id',
      { ...CHECK, questions: [...CHECK.questions, CHECK.questions[0]] },
      {},
      {},
      'duplicate-id',
      'check.questions[4].id',
    ],
    [
      'one option',
      { ...CHECK, questions: [{ id: 'a', options: ['x'], right: 'x' }] },
      {},
      {},
      'length-mismatch',
      'check.questions[0].options',
    ],
    [
      'an option twice',
      { ...CHECK, questions: [{ id: 'a', options: ['x', 'x'], right: 'x' }] },
      {},
      {},
      'duplicate-id',
      'check.questions[0].options[1]',
    ],
    [
      'no right option',
      { ...CHECK, questions: [{ id: 'a', options: ['x', 'y'], right: 'z' }] },
      {},
      {},
      'unknown-id',
      'check.questions[0].right',
    ],
    [
      'a mark above the questions',
      { ...CHECK, passMark: 5 },
      {},
      {},
      'out-of-range',
      'check.passMark',
    ],
    ['a mark of half', { ...CHECK, passMark: 0.5 }, {}, {}, 'invalid-type', 'check.passMark'],
    ['no attempts', { ...CHECK, attempts: 0 }, {}, {}, 'out-of-range', 'check.attempts'],
    ['an answer to no question', CHECK, { tax: 'yes' }, {}, 'unknown-id', 'answers.tax'],
    [
      'an option that there is not',
      CHECK,
      { loss: 'perhaps' },
      {},
      'unknown-value',
      'answers.loss',
    ],
    ['answers of null', CHECK, null, {}, 'missing-value', 'answers'],
    ['attempt 0', CHECK, {}, { attempt: 0 }, 'out-of-range', 'options.attempt'],
    ['attempt NaN', CHECK, {}, { attempt: Number.NaN }, 'not-finite', 'options.attempt'],
  ])('is not scored with %s', (_, check, answers, options, code, path) => {
    expect(() => scoreComprehension(check as never, answers as never, options as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});
