import { describe, expect, it } from 'vitest';
import { compileQuestionnaire, type QuestionnaireItem } from '../../src/questionnaire/index.js';
import { definition, expectRefusal, isDeeplyFrozen, pointsOf, score, wrong } from './support.js';

const [first, ...others] = definition.items as [QuestionnaireItem, ...QuestionnaireItem[]];
const withFirst = (change: object): object => ({
  ...definition,
  items: [{ ...first, ...change }, ...others],
});
const bands = (...given: readonly (readonly [number, string])[]): object => ({
  ...definition,
  bands: given.map(([from, level]) => ({ from, level })),
});
const text = { 'zh-Hans': '年龄', 'zh-Hant': '年齡', en: 'Age' };

describe('compiling a definition', () => {
  it('copies it, so that later changes have no influence', () => {
    const own = structuredClone(definition) as unknown as { bands: { from: number }[] };
    const compiled = compileQuestionnaire(wrong(own));
    own.bands.length = 1;
    const answers = Object.fromEntries(definition.items.map((item) => [item.id, 2]));
    expect(score(answers, compiled).level).not.toBe('C1');
    expect(isDeeplyFrozen(compiled.definition)).toBe(true);
  });

  it('keeps the wording that belongs to an item', () => {
    const options = pointsOf(first).map(() => text);
    const compiled = compileQuestionnaire(wrong(withFirst({ text, options })));
    expect(compiled.definition.items[0]).toMatchObject({ text, options });
  });

  it('fills in which dimensions cap the level', () => {
    const { levelDimensions } = compileQuestionnaire(definition).definition;
    expect(levelDimensions).toEqual(['capacity', 'tolerance']);
  });
});

describe('a definition at fault', () => {
  it.each([
    ['nothing', null, 'missing-value', 'definition'],
    ['a list', [], 'invalid-type', 'definition'],
    ['no id', { ...definition, id: '' }, 'empty', 'definition.id'],
    ['no validity', { ...definition, validMonths: 0 }, 'out-of-range', 'definition.validMonths'],
    ['half a month', { ...definition, validMonths: 0.5 }, 'invalid-type', 'definition.validMonths'],
    ['no bands', { ...definition, bands: [] }, 'empty', 'definition.bands'],
    ['bands not from 0', bands([10, 'C1']), 'inconsistent', 'definition.bands[0].from'],
    [
      'bands that cross',
      bands([0, 'C1'], [40, 'C2'], [20, 'C3']),
      'inconsistent',
      'definition.bands[2].from',
    ],
    ['an empty band', bands([0, 'C1'], [0, 'C2']), 'inconsistent', 'definition.bands[1].from'],
    ['levels that fall', bands([0, 'C2'], [20, 'C1']), 'inconsistent', 'definition.bands[1].level'],
    ['a level twice', bands([0, 'C2'], [20, 'C2']), 'inconsistent', 'definition.bands[1].level'],
    ['an unknown level', bands([0, 'C0']), 'unknown-value', 'definition.bands[0].level'],
    [
      'a band beyond 100',
      bands([0, 'C1'], [100.5, 'C2']),
      'out-of-range',
      'definition.bands[1].from',
    ],
    ['a band at NaN', bands([Number.NaN, 'C1']), 'not-finite', 'definition.bands[0].from'],
    ['a null band', { ...definition, bands: [null] }, 'missing-value', 'definition.bands[0]'],
    ['no items', { ...definition, items: [] }, 'empty', 'definition.items'],
    [
      'an item twice',
      { ...definition, items: [first, first, ...others] },
      'duplicate-id',
      'definition.items[1].id',
    ],
    ['no factor', withFirst({ factor: undefined }), 'missing-value', 'definition.items[0].factor'],
    ['a weight of 0', withFirst({ weight: 0 }), 'out-of-range', 'definition.items[0].weight'],
    [
      'an infinite weight',
      withFirst({ weight: 1 / 0 }),
      'not-finite',
      'definition.items[0].weight',
    ],
    ['no points', withFirst({ points: [] }), 'empty', 'definition.items[0].points'],
    [
      'negative points',
      withFirst({ points: [1, -1] }),
      'out-of-range',
      'definition.items[0].points[1]',
    ],
    [
      'points as text',
      withFirst({ points: ['1'] }),
      'invalid-type',
      'definition.items[0].points[0]',
    ],
    ['points all 0', withFirst({ points: [0, 0] }), 'out-of-range', 'definition.items[0].points'],
    [
      'too few texts for the options',
      withFirst({ options: [text] }),
      'length-mismatch',
      'definition.items[0].options',
    ],
    [
      'a weight for a dimension that no item has',
      { ...definition, overallWeights: { ...definition.overallWeights, luck: 0 } },
      'unknown-id',
      'definition.overallWeights.luck',
    ],
    [
      'a dimension without a weight',
      withFirst({ dimension: 'capasity' }),
      'unknown-id',
      'definition.items[0].dimension',
    ],
    [
      'weights that do not sum to 1',
      { ...definition, overallWeights: { capacity: 0.4, tolerance: 0.4, knowledge: 0.1 } },
      'inconsistent',
      'definition.overallWeights',
    ],
    [
      'a negative weight',
      { ...definition, overallWeights: { capacity: -0.4, tolerance: 1.2, knowledge: 0.2 } },
      'out-of-range',
      'definition.overallWeights.capacity',
    ],
    [
      'an unknown mandatory item',
      { ...definition, mandatory: ['Q10', 'Q13'] },
      'unknown-id',
      'definition.mandatory[1]',
    ],
    [
      'a mandatory item twice',
      { ...definition, mandatory: ['Q10', 'Q10'] },
      'duplicate-id',
      'definition.mandatory[1]',
    ],
    [
      'an unknown level dimension',
      { ...definition, levelDimensions: ['luck'] },
      'unknown-id',
      'definition.levelDimensions[0]',
    ],
    [
      'an average as the combination',
      { ...definition, combination: 'average' },
      'unknown-value',
      'definition.combination',
    ],
  ] as const)('is refused with the path: %s', (_, given, code, path) => {
    expectRefusal(() => compileQuestionnaire(wrong(given)), code, path);
  });
});

describe('a definition whose plan a double cannot hold', () => {
  it.each([
    [{ weight: 1e308 }, 'definition.items[0].weight'],
    [{ weight: 5e-324 }, 'definition.items[0].weight'],
    [{ points: [0, 1e308] }, 'definition.items[0].points[1]'],
    [{ points: [0, 5e-324] }, 'definition.items[0].points'],
  ])('is refused: %j', (change, path) => {
    const given = withFirst({ options: undefined, ...change });
    expectRefusal(() => compileQuestionnaire(wrong(given)), 'out-of-range', path);
  });

  it('is refused for a hole in the points', () => {
    const given = withFirst({ options: undefined, points: new Array(2) });
    const path = 'definition.items[0].points[0]';
    expectRefusal(() => compileQuestionnaire(wrong(given)), 'missing-value', path);
  });
});
