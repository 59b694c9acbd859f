import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/evidence/index.js';
import {
  type AnswerChange,
  type Answers,
  type AnswerValue,
  compareLevels,
  compileQuestionnaire,
  enumerateLevels,
  type MultipleItem,
  type QuestionnaireDefinition,
  type QuestionnaireItem,
  RISK_LEVELS,
  type ScoreOptions,
  type Scorer,
  scoreQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { isDeeplyFrozen, level } from '../support.js';
import { completionsOf, isHiddenAnswer } from './completions.js';
import { answersTo, FACTS, forms, someFacts } from './forms.js';

const asOf = '2026-03-02';

/** A form, some answers to it that can be given, and what is known beside them. */
interface Filled {
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

function filled(traits: Parameters<typeof forms>[0], partly: boolean): fc.Arbitrary<Filled> {
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

describe('counting and scoring', () => {
  it('agree on every completion', () => {
    fc.assert(
      fc.property(forms({ measures: false }), someFacts, (form, facts) => {
        const scorer = compileQuestionnaire(form);
        const results = completionsOf(scorer, form, {}, { asOf, facts });
        const count = (holds: (one: (typeof results)[number]['result']) => boolean): string =>
          `${results.filter(({ result }) => holds(result)).length}`;
        const found = enumerateLevels(form, {}, { facts });
        expect({
          all: found.completions,
          levels: RISK_LEVELS.map((one) => found.levels[one].completions),
          stopped: found.stopped.completions,
          unknown: found.unknown.completions,
        }).toEqual({
          all: `${results.length}`,
          levels: RISK_LEVELS.map((one) =>
            count((result) => result.status === 'scored' && result.level === one),
          ),
          stopped: count(({ status }) => status === 'stopped'),
          unknown: count(({ status }) => status === 'incomplete'),
        });
      }),
    );
  });

  it('agree on every completion of answers that are fixed', () => {
    fc.assert(
      fc.property(filled({ measures: false }, true), ({ form, scorer, answers, options }) => {
        const { facts = {} } = options;
        const results = completionsOf(scorer, form, answers, { asOf, facts });
        const found = enumerateLevels(form, answers, { facts });
        expect(found.completions).toBe(`${results.length}`);
        for (const one of RISK_LEVELS) {
          const own = results.filter(
            ({ result }) => result.status === 'scored' && result.level === one,
          );
          expect(found.levels[one].completions).toBe(`${own.length}`);
        }
      }),
    );
  });
});

describe('what is missing', () => {
  it('never makes a level that a fact then changes or takes away', () => {
    fc.assert(
      fc.property(filled({}, false), fc.record(FACTS), ({ scorer, answers, options }, more) => {
        const before = scoreQuestionnaire(scorer, answers, options);
        fc.pre(before.status !== 'incomplete');
        const facts = { ...more, ...options.facts };
        const after = scoreQuestionnaire(scorer, answers, { ...options, facts });
        expect(after.status).toBe(before.status);
        if (before.status === 'scored') expect(level(after).level).toBe(before.level);
      }),
      { numRuns: 500 },
    );
  });

  it('is imputed no higher than any form with it, and never where one of them has no level', () => {
    fc.assert(
      fc.property(
        filled({}, true),
        fc.record(FACTS),
        ({ form, scorer, answers, options }, more) => {
          const imputed = scoreQuestionnaire(scorer, answers, {
            ...options,
            missing: 'most-cautious',
          });
          fc.pre(imputed.status === 'scored');
          for (const facts of [options.facts ?? {}, { ...more, ...options.facts }]) {
            for (const { result } of completionsOf(scorer, form, answers, { ...options, facts })) {
              expect(result.status).not.toBe('stopped');
              if (result.status !== 'scored') continue;
              expect(compareLevels(level(imputed).level, result.level)).toBeLessThanOrEqual(0);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is named wherever no level is given for want of it', () => {
    fc.assert(
      fc.property(filled({}, true), ({ scorer, answers, options }) => {
        for (const missing of ['incomplete', 'most-cautious'] as const) {
          const result = scoreQuestionnaire(scorer, answers, { ...options, missing });
          if (result.status !== 'incomplete') continue;
          expect(result.missing.length + result.missingFacts.length).toBeGreaterThan(0);
          expect(result.reasons.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('more points', () => {
  it('never lower the level, with ceilings by facts or without', () => {
    fc.assert(
      fc.property(
        filled({ rules: false, ceilingsByFacts: true, showIf: false }, false),
        fc.nat({ max: 3 }),
        ({ form, scorer, answers, options }, which) => {
          const item = form.items[which % form.items.length]!;
          const results = answersTo(item).map((answer) =>
            scoreQuestionnaire(scorer, { ...answers, [item.id]: answer }, options),
          );
          const scored = results
            .flatMap((result) => (result.status === 'scored' ? [result] : []))
            .map((result) => ({
              level: result.level,
              points: result.contributions.find((one) => one.item === item.id)?.points ?? 0,
            }))
            .sort((a, b) => a.points - b.points);
          for (let i = 1; i < scored.length; i++) {
            const [a, b] = [scored[i - 1]!, scored[i]!];
            if (item.dimension === null || a.points === b.points) expect(a.level).toBe(b.level);
            expect(compareLevels(a.level, b.level)).toBeLessThanOrEqual(0);
          }
        },
      ),
    );
  });
});

/** Every other answer to one item, with what tells it apart. */
function others(
  item: QuestionnaireItem,
  given: Answers[string],
): readonly [Partial<AnswerChange>, Answers[string]][] {
  const options = (item.kind === 'numeric' ? item.steps : item.points).map((_, option) => option);
  switch (item.kind) {
    case 'numeric': {
      const step = item.steps.filter(({ from }) => from <= (given as number)).length - 1;
      return options
        .filter((option) => option !== step)
        .map((option) => [{ option }, item.steps[option]!.from]);
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
            ? others(item, answers[item.id]).flatMap(([which, answer]) => {
                const other = rescore(scorer, { ...answers, [item.id]: answer }, options);
                const changed = other.status === 'scored' ? other.level : null;
                if (other.status === 'incomplete' || changed === level(result).level) return [];
                return [{ item: item.id, ...which, level: changed }];
              })
            : [],
        );
        expect(level(result).singleAnswerChanges).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a result', () => {
  it('is frozen, plain, the same for any order of the answers, and leaves its arguments alone', () => {
    fc.assert(
      fc.property(filled({}, true), ({ form, scorer, answers, options }) => {
        const before = canonicalJson({ form, answers, options } as never);
        for (const missing of ['incomplete', 'most-cautious'] as const) {
          const result = scoreQuestionnaire(scorer, answers, { ...options, missing });
          const turned = Object.fromEntries(Object.entries(answers).reverse());
          const again = scoreQuestionnaire(scorer, turned, { ...options, missing });
          expect(canonicalJson(again as never)).toBe(canonicalJson(result as never));
          expect(isDeeplyFrozen(result)).toBe(true);
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        }
        expect(canonicalJson({ form, answers, options } as never)).toBe(before);
      }),
    );
  });

  it('is the same for the definition’s copy through JSON, and for the definition as it was checked', () => {
    fc.assert(
      fc.property(filled({}, true), ({ form, scorer, answers, options }) => {
        const result = scoreQuestionnaire(scorer, answers, options);
        for (const copy of [form, scorer.definition]) {
          const other = compileQuestionnaire(JSON.parse(JSON.stringify(copy)));
          expect(scoreQuestionnaire(other, answers, options)).toEqual(result);
          expect(other.definition).toEqual(scorer.definition);
        }
      }),
    );
  });
});
