import { describe, expect, it } from 'vitest';
import {
  lintQuestionnaire,
  type QuestionnaireDefinition,
  questionnaireMessages,
  twelveItemQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { definition, expectRefusal, isDeeplyFrozen, wrong } from '../support.js';
import { all, bands, clean, item, MOVES, rule, said, text, withFirst } from './clean-form.js';

describe('a form with nothing to say of', () => {
  it('is clean, and comes with what it can say', () => {
    const { status, findings, distribution } = lintQuestionnaire(wrong(clean));
    expect({ status, findings }).toEqual({ status: 'clean', findings: [] });
    expect(distribution).toMatchObject({ lowest: 'C1', highest: 'C5' });
  });
});

describe('where bands end', () => {
  const ends = (to: number, more: object = {}, next: object = {}) => ({
    bands: [{ ...bands[0], to, ...more }, { ...bands[1], ...next }, ...bands.slice(2)],
  });

  it('is a gap before the next begins', () => {
    expect(said(ends(19.5))).toEqual([['band-gap', 'bands[0].to']]);
    expect(said(ends(20))).toEqual([]);
  });

  it('is a gap where neither has the edge', () => {
    expect(said(ends(20, { toIncluded: false }, { fromIncluded: false }))).toEqual([
      ['band-gap', 'bands[0].to'],
    ]);
    expect(said(ends(20, { toIncluded: true }, { fromIncluded: false }))).toEqual([]);
  });

  it('is an overlap where both have a score', () => {
    expect(said(ends(20.5))).toEqual([['band-overlap', 'bands[0].to']]);
    expect(said(ends(20, { toIncluded: true }))).toEqual([['band-overlap', 'bands[0].to']]);
    expect(said(ends(20, { toIncluded: false }))).toEqual([]);
  });

  it('is looked at in dimensions, too, and hides nothing else', () => {
    const own = { capacity: { bands: [{ ...bands[0], to: 10 }, ...bands.slice(1)] } };
    expect(said({ dimensions: own, ...withFirst({ points: [0, 3, 1, 2, 4] }) })).toEqual([
      ['band-gap', 'dimensions.capacity.bands[0].to'],
      ['points-not-monotone', 'items[0].points'],
    ]);
  });

  it('blocks', () => {
    const { status, findings } = lintQuestionnaire(wrong({ ...clean, ...ends(19) }));
    expect(status).toBe('errors');
    expect(findings[0]?.reason).toMatchObject({
      severity: 'block',
      parameters: { level: 'C1', next: 'C2', to: 19, from: 20 },
    });
  });
});

describe('a definition that does not compile', () => {
  it.each<[string, object, string]>([
    ['no bands', { bands: [] }, 'bands'],
    [
      'bands that end too early',
      { bands: [...bands.slice(0, 4), { ...bands[4], to: 99 }] },
      'bands[4].to',
    ],
    [
      'an end before the beginning',
      { bands: [...bands.slice(0, 4), { ...bands[4], to: 79 }] },
      'bands[4].to',
    ],
    [
      'an end that is no number',
      { bands: [{ ...bands[0], to: '20' }, ...bands.slice(1)] },
      'bands[0].to',
    ],
    ['an item twice', { items: [...clean.items, clean.items[0]] }, 'items[10].id'],
    ['a condition on nothing', withFirst({ showIf: 1 }), 'items[0].showIf'],
  ])('is said with the path and the code: %s', (_, change, path) => {
    const { status, findings, distribution } = lintQuestionnaire(wrong({ ...clean, ...change }));
    expect({ status, distribution }).toEqual({ status: 'errors', distribution: null });
    expect(findings).toMatchObject([
      {
        path: `definition.${path}`,
        reason: { code: 'questionnaire.lint-invalid', severity: 'block' },
      },
    ]);
  });

  it('is refused only where it is no object', () => {
    expectRefusal(() => lintQuestionnaire(wrong(null)), 'missing-value', 'definition');
    expectRefusal(() => lintQuestionnaire(wrong([])), 'invalid-type', 'definition');
    expect(lintQuestionnaire(wrong({})).status).toBe('errors');
  });
});

describe('levels', () => {
  it('should be reached by some completion', () => {
    const ceilings = [{ id: 'e', ...rule({ answer: 'q0' }, '>=', 0), level: 'C4' }];
    expect(said({ ceilings })).toEqual([
      ['level-unreachable', 'bands[4]'],
      ['rule-always', 'ceilings[0]'],
    ]);
    const few = [{ id: 'e', ...rule({ answer: 'q0' }, '<', 4), level: 'C4' }];
    expect(said({ ceilings: few })).toEqual([]);
  });

  it('are not unreachable because a fact may forbid them', () => {
    const ceilings = [{ id: 'old', ...rule({ fact: 'age' }, '>=', 75), level: 'C3' }];
    const { findings, distribution } = lintQuestionnaire(wrong({ ...clean, ceilings }));
    expect(findings).toEqual([]);
    expect(distribution?.levels.C5.completions).toBe('0');
    expect(distribution?.unknown.completions).not.toBe('0');
  });

  it('should be five', () => {
    expect(said({ bands: bands.slice(0, 4) })).toEqual([['few-levels', 'bands']]);
  });
});

describe('points', () => {
  it('should go up or down', () => {
    expect(said(withFirst({ points: [4, 3, 3, 1, 0] }))).toEqual([]);
    expect(said(withFirst({ points: [0, 2, 1, 3, 4] }))).toEqual([
      ['points-not-monotone', 'items[0].points'],
    ]);
    const numeric = { kind: 'numeric', points: undefined, min: 0, max: 9 };
    const steps = (...points: readonly number[]) =>
      points.map((one, from) => ({ from, points: one }));
    expect(said(withFirst({ ...numeric, steps: steps(0, 2, 4) }))).toEqual([]);
    expect(said(withFirst({ ...numeric, steps: steps(0, 4, 2) }))).toEqual([
      ['points-not-monotone', 'items[0].steps'],
    ]);
  });

  it('should not all be the same, unless they are not scored', () => {
    const same = { points: [4, 4, 4, 4, 4] };
    expect(said(withFirst(same))).toEqual([['points-all-equal', 'items[0].points']]);
    expect(said(withFirst({ ...same, dimension: null }))).toEqual([]);
    expect(said(withFirst({ points: [4, 4, 4, 4, 4.1] }))).toEqual([]);
  });

  it('may stand in any order where several are chosen', () => {
    expect(said(withFirst({ kind: 'multiple', points: [1, 0, 2, 0, 1] }))).toEqual([]);
  });
});

describe('one answer', () => {
  const weighing = (weight: number) => ({
    items: clean.items.map((one) => (one.id === 'q5' ? { ...one, weight } : one)),
  });

  it('should not be worth two levels', () => {
    // 1 of 5 is 20 points of score, which never leads over a whole band.
    expect(all(weighing(1))).toEqual([]);
    // 1.01 of 5.01 is 20.16, and 4 of 20 points of the others are 100 / 5.01 = 19.96: from C1 to 40.12, C3.
    expect(all(weighing(1.01))).toEqual([[MOVES, 'items[5]']]);
    const { findings } = lintQuestionnaire(wrong({ ...clean, ...weighing(5) }));
    // 5 of 9 is 55.56, and the others go up by 2.78: from 19.44, C1, to 75, C4.
    expect(findings[0]?.reason.parameters).toEqual({ item: 'q5', levels: 3 });
  });

  it('is not held against the level where other dimensions keep it down', () => {
    // Without a cap by tolerance, q5 moves the overall score by half as much.
    expect(
      all({
        ...weighing(1.01),
        overallWeights: { capacity: 0.9, tolerance: 0.1 },
        levelDimensions: ['capacity'],
      }),
    ).toEqual([['single-axis', 'levelDimensions']]);
  });
});

describe('the axes', () => {
  it('should be more than one sum', () => {
    expect(said({ levelDimensions: ['capacity'] })).toEqual([['single-axis', 'levelDimensions']]);
    expect(said({ combination: 'weighted-sum' })).toEqual([['weighted-sum', 'combination']]);
    const knockOuts = [{ id: 'k', ...rule({ answer: 'q0' }, '=', 0), outcome: 'stop' }];
    expect(said({ levelDimensions: ['capacity'], knockOuts })).toEqual([]);
  });
});

describe('the factors', () => {
  it('should all be asked about, in detail or not', () => {
    expect(said(withFirst({ factor: 'ageing' }))).toEqual([['factor-missing', 'items']]);
    expect(said(withFirst({ factor: 'age.years' }))).toEqual([]);
  });
});

describe('texts', () => {
  it('should be there in three languages, for questions, options and rows', () => {
    const { en: _, ...chinese } = text;
    expect(said(withFirst({ text: chinese }))).toEqual([['text-missing', 'items[0].text']]);
    expect(said(withFirst({ text: { ...text, en: ' ' } }))).toEqual([
      ['text-missing', 'items[0].text'],
    ]);
    expect(said(withFirst({ options: [text, chinese, text, text, text] }))).toEqual([
      ['text-missing', 'items[0].options[1]'],
    ]);
    const rows = [{ id: 'r', text }, { id: 's' }];
    expect(said(withFirst({ kind: 'matrix', rows }))).toEqual([
      ['text-missing', 'items[0].rows[1].text'],
    ]);
    const { findings } = lintQuestionnaire(wrong({ ...clean, ...withFirst({ text: chinese }) }));
    expect(findings[0]?.reason.parameters).toEqual({ locales: ['en'] });
  });
});

describe('a form that is too large', () => {
  it('is still looked over for the rest', () => {
    const items = Array.from({ length: 25 }, (_, n) =>
      item(`w${n}`, { points: [4, 3, 2, 1, Math.SQRT1_2 / (n + 1)] }),
    );
    const found = lintQuestionnaire(wrong({ ...clean, items: [...clean.items, ...items] }));
    expect(found).toMatchObject({ status: 'clean', distribution: null });
  });
});

describe('what lint says', () => {
  it('is frozen, survives JSON, and has a text for every code', () => {
    for (const form of [
      clean,
      definition,
      {},
      { ...clean, bands: [{ ...bands[0], to: 1 }, bands[1]] },
    ]) {
      const result = lintQuestionnaire(wrong(form));
      expect(isDeeplyFrozen(result)).toBe(true);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      for (const { reason } of result.findings) {
        expect(questionnaireMessages).toHaveProperty([reason.code]);
      }
    }
  });

  it('is what the ready form of twelve items is worth', () => {
    const { status, findings } = lintQuestionnaire(
      twelveItemQuestionnaire as QuestionnaireDefinition,
    );
    expect(status).not.toBe('errors');
    expect(findings.filter(({ reason }) => /missing|wording|negative/.test(reason.code))).toEqual(
      [],
    );
  });
});
