import { describe, expect, it } from 'vitest';
import { compileQuestionnaire } from '../../../src/questionnaire/index.js';
import { smallForm } from '../scoring/small-form.js';
import { expectRefusal, wrong } from '../support.js';

const C1 = { from: 0, level: 'C1' };
const C2 = { from: 2, level: 'C2' };
const compile = (bands: unknown) => compileQuestionnaire(smallForm({ bands: wrong(bands) }));

// Scores go from 0 to 4.
describe('bands', () => {
  it.each<[string, unknown, string, string]>([
    ['a gap', [{ ...C1, to: 1.5 }, C2], 'inconsistent', '[0].to'],
    ['an overlap', [{ ...C1, to: 2.5 }, C2], 'inconsistent', '[0].to'],
    ['an edge in both', [{ ...C1, to: 2, toIncluded: true }, C2], 'inconsistent', '[0].toIncluded'],
    [
      'an edge in neither',
      [
        { ...C1, to: 2, toIncluded: false },
        { ...C2, fromIncluded: false },
      ],
      'inconsistent',
      '[0].toIncluded',
    ],
    ['an end before the beginning', [{ ...C1, to: -1 }], 'inconsistent', '[0].to'],
    ['an end that is no number', [{ ...C1, to: '2' }, C2], 'invalid-type', '[0].to'],
    ['an infinite end', [{ ...C1, to: Number.POSITIVE_INFINITY }], 'not-finite', '[0].to'],
    ['a side of no end', [{ ...C1, toIncluded: true }, C2], 'missing-value', '[0].to'],
    ['a side that is no boolean', [{ ...C1, fromIncluded: 1 }], 'invalid-type', '[0].fromIncluded'],
    [
      'an end’s side that is no boolean',
      [{ ...C1, to: 4, toIncluded: 'yes' }],
      'invalid-type',
      '[0].toIncluded',
    ],
    ['a beginning above the lowest score', [{ ...C1, from: 0.1 }], 'inconsistent', '[0].from'],
    [
      'a beginning at the lowest score, itself left out',
      [{ ...C1, fromIncluded: false }],
      'inconsistent',
      '[0].from',
    ],
    ['an end below the highest score', [{ ...C1, to: 3.9 }], 'inconsistent', '[0].to'],
    [
      'an end at the highest score, itself left out',
      [C1, { ...C2, to: 4, toIncluded: false }],
      'inconsistent',
      '[1].to',
    ],
    ['a band above the highest score', [C1, { ...C2, from: 4.1 }], 'out-of-range', '[1].from'],
    [
      'a band at the highest score, itself left out',
      [C1, { ...C2, from: 4, fromIncluded: false }],
      'out-of-range',
      '[1].from',
    ],
    ['nothing between', [C1, undefined, C2], 'missing-value', '[1]'],
  ])('are refused with the path: %s', (_, bands, code, path) => {
    expectRefusal(() => compile(bands), wrong(code), `definition.bands${path}`);
  });

  it.each<[string, unknown]>([
    ['an end where the next begins', [{ ...C1, to: 2 }, C2]],
    [
      'both sides said',
      [
        { ...C1, to: 2, toIncluded: true },
        { ...C2, fromIncluded: false },
      ],
    ],
    ['an end at the highest score', [{ ...C1, to: 4 }]],
    ['an end above the highest score, itself left out', [{ ...C1, to: 4.1, toIncluded: false }]],
    [
      'a beginning below the lowest score, itself left out',
      [{ ...C1, from: -1, fromIncluded: false }],
    ],
    ['a band of the highest score alone', [C1, { ...C2, from: 4, to: 4 }]],
    ['one band', [C1]],
  ])('may have %s', (_, bands) => {
    expect(() => compile(bands)).not.toThrow();
  });

  it('are checked for each dimension, with the path', () => {
    const own = (bands: unknown) => () =>
      compileQuestionnaire(smallForm({ dimensions: { capacity: { bands: wrong(bands) } } }));
    const path = 'definition.dimensions.capacity.bands';
    expectRefusal(own([]), 'empty', path);
    expectRefusal(own([{ ...C1, to: 1 }, C2]), 'inconsistent', `${path}[0].to`);
    expectRefusal(own([{ ...C1, from: 1 }]), 'inconsistent', `${path}[0].from`);
    expectRefusal(own([C1, { ...C2, from: 5 }]), 'out-of-range', `${path}[1].from`);
  });
});

describe('dimensions', () => {
  it.each<[string, object, string, string]>([
    ['one that no item has', { dimensions: { luck: {} } }, 'unknown-id', 'dimensions.luck'],
    [
      'one that is null',
      { dimensions: { capacity: null } },
      'missing-value',
      'dimensions.capacity',
    ],
    [
      'a name as text',
      { dimensions: { capacity: { name: 'Capacity' } } },
      'invalid-type',
      'dimensions.capacity.name',
    ],
    ['a list of them', { dimensions: [], levelDimensions: {} }, 'invalid-type', 'dimensions'],
    [
      'a cap without bands, on the scale points',
      { levelDimensions: ['capacity'] },
      'inconsistent',
      'levelDimensions[0]',
    ],
    ['an unknown scale', { scale: 'percent' }, 'unknown-value', 'scale'],
    ['a title as text', { title: 'Form' }, 'invalid-type', 'title'],
    ['no weight above 0', { overallWeights: { capacity: 0 } }, 'inconsistent', 'overallWeights'],
    [
      'no weights, on another scale',
      { scale: 'share-of-range', bands: [C1] },
      'missing-value',
      'overallWeights',
    ],
  ])('are refused with the path: %s', (_, change, code, path) => {
    expectRefusal(() => compileQuestionnaire(smallForm(change)), wrong(code), `definition.${path}`);
  });

  it.each(['overall', 'level'])('may not be called %s', (dimension) => {
    const items = [{ ...smallForm().items[0], dimension }];
    const path = 'definition.items[0].dimension';
    expectRefusal(
      () => compileQuestionnaire(smallForm({ items: wrong(items) })),
      'inconsistent',
      path,
    );
  });

  it('are needed: a form of unscored items alone is none', () => {
    const items = [{ ...smallForm().items[0], dimension: null }];
    const path = 'definition.items';
    expectRefusal(() => compileQuestionnaire(smallForm({ items: wrong(items) })), 'empty', path);
  });
});
