import { describe, expect, it } from 'vitest';
import { compileQuestionnaire } from '../../../src/questionnaire/index.js';
import { formWith } from '../scoring/small-form.js';
import { expectRefusal } from '../support.js';

const multiple = { id: 'b', kind: 'multiple', points: [1, 2, 3] };
const numeric = {
  id: 'b',
  kind: 'numeric',
  min: 0,
  max: 10,
  steps: [
    { from: 0, points: 0 },
    { from: 5, points: 1 },
  ],
};
const matrix = { id: 'b', kind: 'matrix', points: [0, 1], rows: [{ id: 'r' }, { id: 's' }] };
const text = { 'zh-Hans': '元', 'zh-Hant': '元', en: 'yuan' };

describe('an item at fault', () => {
  it.each<[string, object, string, string]>([
    ['an unknown kind', { ...multiple, kind: 'ranking' }, 'unknown-value', 'kind'],
    ['no dimension', { ...multiple, dimension: undefined }, 'missing-value', 'dimension'],
    ['a weight below 0', { ...multiple, weight: -1 }, 'out-of-range', 'weight'],
    ['no weight', { ...multiple, weight: undefined }, 'missing-value', 'weight'],
    [
      'a weight of an unscored item',
      { ...multiple, dimension: null, weight: 0 },
      'out-of-range',
      'weight',
    ],
    [
      'points that stand for it as text',
      { ...multiple, hiddenPoints: '1' },
      'invalid-type',
      'hiddenPoints',
    ],
    ['a text that is no object', { ...multiple, text: 'Which?' }, 'invalid-type', 'text'],
    ['options that are no list', { ...multiple, options: text }, 'invalid-type', 'options'],
    ['too few options', { ...multiple, options: [text] }, 'length-mismatch', 'options'],
    [
      'an option that is no object',
      { ...multiple, options: [text, 'b', text] },
      'invalid-type',
      'options[1]',
    ],
    ['an unknown count', { ...multiple, count: 'average' }, 'unknown-value', 'count'],
    ['fewer than no choices', { ...multiple, minChoices: -1 }, 'out-of-range', 'minChoices'],
    ['half a choice', { ...multiple, minChoices: 0.5 }, 'invalid-type', 'minChoices'],
    ['more choices than options', { ...multiple, minChoices: 4 }, 'out-of-range', 'minChoices'],
    [
      'fewer at most than at least',
      { ...multiple, minChoices: 2, maxChoices: 1 },
      'out-of-range',
      'maxChoices',
    ],
    [
      'no choice at most',
      { ...multiple, minChoices: 0, maxChoices: 0 },
      'out-of-range',
      'maxChoices',
    ],
    [
      'an exclusive option too high',
      { ...multiple, exclusive: [3] },
      'out-of-range',
      'exclusive[0]',
    ],
    ['an exclusive text', { ...multiple, exclusive: ['0'] }, 'invalid-type', 'exclusive[0]'],
    ['exclusive as a number', { ...multiple, exclusive: 0 }, 'invalid-type', 'exclusive'],
    ['a number without a least', { ...numeric, min: undefined }, 'missing-value', 'min'],
    ['a least above the most', { ...numeric, min: 11 }, 'out-of-range', 'max'],
    ['a least at the most', { ...numeric, min: 10 }, 'out-of-range', 'max'],
    ['integer as a number', { ...numeric, integer: 1 }, 'invalid-type', 'integer'],
    [
      'a fraction where whole numbers begin',
      { ...numeric, integer: true, min: 0.5 },
      'invalid-type',
      'min',
    ],
    [
      'a fraction where whole numbers end',
      { ...numeric, integer: true, max: 9.5 },
      'invalid-type',
      'max',
    ],
    [
      'a step of whole numbers from a fraction',
      {
        ...numeric,
        integer: true,
        steps: [
          { from: 0, points: 0 },
          { from: 2.5, points: 1 },
        ],
      },
      'invalid-type',
      'steps[1].from',
    ],
    ['no steps', { ...numeric, steps: [] }, 'empty', 'steps'],
    [
      'a first step above the least',
      { ...numeric, steps: [{ from: 1, points: 1 }] },
      'inconsistent',
      'steps[0].from',
    ],
    [
      'steps that fall',
      {
        ...numeric,
        steps: [
          { from: 0, points: 1 },
          { from: 5, points: 1 },
          { from: 4, points: 1 },
        ],
      },
      'out-of-range',
      'steps[2].from',
    ],
    [
      'a step twice',
      {
        ...numeric,
        steps: [
          { from: 0, points: 1 },
          { from: 0, points: 2 },
        ],
      },
      'out-of-range',
      'steps[1].from',
    ],
    [
      'a step above the most',
      {
        ...numeric,
        steps: [
          { from: 0, points: 1 },
          { from: 11, points: 2 },
        ],
      },
      'out-of-range',
      'steps[1].from',
    ],
    [
      'a step without points',
      { ...numeric, steps: [{ from: 0 }] },
      'missing-value',
      'steps[0].points',
    ],
    ['a step that is null', { ...numeric, steps: [null] }, 'missing-value', 'steps[0]'],
    ['a unit as text', { ...numeric, unit: 'yuan' }, 'invalid-type', 'unit'],
    ['no rows', { ...matrix, rows: [] }, 'empty', 'rows'],
    ['a row twice', { ...matrix, rows: [{ id: 'r' }, { id: 'r' }] }, 'duplicate-id', 'rows[1].id'],
    ['a row without an id', { ...matrix, rows: [{}] }, 'missing-value', 'rows[0].id'],
    [
      'a row of no weight',
      { ...matrix, rows: [{ id: 'r', weight: 0 }] },
      'out-of-range',
      'rows[0].weight',
    ],
    [
      'a row’s text as text',
      { ...matrix, rows: [{ id: 'r', text: 'R' }] },
      'invalid-type',
      'rows[0].text',
    ],
    ['a matrix without points', { ...matrix, points: [] }, 'empty', 'points'],
  ])('is refused with the path: %s', (_, item, code, field) => {
    const path = `definition.items[1].${field}`;
    expectRefusal(() => compileQuestionnaire(formWith(item)), code as never, path);
  });

  it('is refused for points that are all the same, where a range has to be shared out', () => {
    const form = {
      ...formWith({ ...numeric, dimension: 'tolerance', steps: [{ from: 0, points: 3 }] }),
    };
    const ranged = {
      ...form,
      scale: 'share-of-range',
      overallWeights: { capacity: 0.5, tolerance: 0.5 },
    } as const;
    const bands = [{ from: 0, level: 'C1' }] as const;
    const path = 'definition.items[1].steps';
    expectRefusal(() => compileQuestionnaire({ ...ranged, bands }), 'out-of-range', path);
  });

  it('is refused for points that differ only by what binary fractions leave', () => {
    // 0.1 + 0.2 + 0.3 in one order and the other: the only allowed set of three options.
    const item = { ...multiple, dimension: 'tolerance', points: [0.1, 0.2, 0.3], minChoices: 3 };
    const form = {
      ...formWith(item),
      scale: 'share-of-range',
      overallWeights: { capacity: 0.5, tolerance: 0.5 },
      bands: [{ from: 0, level: 'C1' }],
    } as const;
    const path = 'definition.items[1].points';
    expectRefusal(() => compileQuestionnaire(form), 'out-of-range', path);
  });

  it('is refused where points below 0 would share in a highest sum', () => {
    const shared = (item: object) => ({
      ...formWith(item),
      scale: 'share-of-maximum' as const,
      bands: [{ from: 0, level: 'C1' as const }],
      overallWeights: { capacity: 1 },
    });
    const showIf = { left: { answer: 'a' }, is: '=', right: 0 };
    for (const [item, path] of [
      [{ ...multiple, points: [1, -2, 3] }, 'points[1]'],
      [
        {
          ...numeric,
          steps: [
            { from: 0, points: -1 },
            { from: 5, points: 1 },
          ],
        },
        'steps[0]',
      ],
      [{ ...matrix, points: [0, -1] }, 'points[1]'],
      [{ ...multiple, hiddenPoints: -1, showIf }, 'hiddenPoints'],
    ] as const) {
      const where = `definition.items[1].${path}`;
      expectRefusal(() => compileQuestionnaire(shared(item)), 'out-of-range', where);
    }
    // The highest of two is never below 0.
    const highest = { ...multiple, points: [1, -2, 3], count: 'highest', minChoices: 2 };
    expect(() => compileQuestionnaire(shared(highest))).not.toThrow();
  });
});

describe('a checked item', () => {
  it('has its defaults filled in', () => {
    const checked = (item: object) => compileQuestionnaire(formWith(item)).definition.items[1];
    expect(checked(multiple)).toMatchObject({
      count: 'sum',
      minChoices: 1,
      maxChoices: 3,
      exclusive: [],
    });
    expect(checked({ ...multiple, exclusive: [2, -0] })).toMatchObject({ exclusive: [2, 0] });
    expect(checked({ ...numeric, unit: text })).toMatchObject({ integer: false, unit: text });
    expect(checked(matrix)).toMatchObject({
      rows: [
        { id: 'r', weight: 1 },
        { id: 's', weight: 1 },
      ],
    });
    expect(checked({ id: 'b', points: [0, -0] })).toEqual({
      id: 'b',
      factor: 'any',
      dimension: 'capacity',
      weight: 1,
      kind: 'single',
      points: [0, 0],
    });
  });

  it('leaves out what does not belong to it', () => {
    const more = { ...matrix, note: 1, rows: [{ id: 'r', note: 2 }] };
    const [, item] = compileQuestionnaire(formWith(more)).definition.items;
    expect(item).not.toHaveProperty('note');
    expect(item).toMatchObject({ rows: [{ id: 'r', weight: 1 }] });
  });
});
