import { describe, expect, it } from 'vitest';
import type { ScoreBand } from '../../../src/questionnaire/index.js';
import { level } from '../support.js';
import { CHOICE, scoreOf, smallForm } from './small-form.js';

/** The level of each sum from 0 to 4. */
const levels = (bands: readonly ScoreBand[]): readonly string[] =>
  [0, 1, 2, 3, 4].map((a) => level(scoreOf(smallForm({ bands }), { a })).level);

describe('the sides of a band', () => {
  it('take its beginning in unless they say otherwise', () => {
    expect(
      levels([
        { from: 0, level: 'C1' },
        { from: 2, level: 'C5' },
      ]),
    ).toEqual(['C1', 'C1', 'C5', 'C5', 'C5']);
    expect(
      levels([
        { from: 0, level: 'C1' },
        { from: 2, fromIncluded: false, level: 'C5' },
      ]),
    ).toEqual(['C1', 'C1', 'C1', 'C5', 'C5']);
  });

  it('can be said on both sides of an edge, and mean the same', () => {
    const upper: readonly ScoreBand[] = [
      { from: 0, fromIncluded: true, to: 2, toIncluded: false, level: 'C1' },
      { from: 2, fromIncluded: true, to: 4, toIncluded: true, level: 'C5' },
    ];
    const lower: readonly ScoreBand[] = [
      { from: 0, to: 2, toIncluded: true, level: 'C1' },
      { from: 2, fromIncluded: false, to: 4, level: 'C5' },
    ];
    expect(levels(upper)).toEqual(['C1', 'C1', 'C5', 'C5', 'C5']);
    expect(levels(lower)).toEqual(['C1', 'C1', 'C1', 'C5', 'C5']);
  });

  it('may differ from edge to edge, in bands of unequal widths', () => {
    expect(
      levels([
        { from: -7, level: 'C1' },
        { from: 0, fromIncluded: false, level: 'C2' },
        { from: 1, fromIncluded: false, level: 'C3' },
        { from: 3.5, level: 'C5' },
      ]),
    ).toEqual(['C1', 'C2', 'C3', 'C3', 'C5']);
  });

  it('may begin below the lowest score and leave levels out', () => {
    expect(
      levels([
        { from: -7, level: 'C2' },
        { from: 4, level: 'C4' },
      ]),
    ).toEqual(['C2', 'C2', 'C2', 'C2', 'C4']);
  });
});

describe('the way to the next band', () => {
  const bands: readonly ScoreBand[] = [
    { from: -7, level: 'C1' },
    { from: 1, fromIncluded: false, level: 'C3' },
    { from: 3.5, level: 'C5' },
  ];

  it.each([
    [0, { level: 'C1', distanceToNextBand: 1, nextLevel: 'C3', distanceToLowerBand: null }],
    [1, { level: 'C1', distanceToNextBand: 0, nextLevel: 'C3', distanceToLowerBand: null }],
    [2, { level: 'C3', distanceToNextBand: 1.5, nextLevel: 'C5', distanceToLowerBand: 1 }],
    [4, { level: 'C5', distanceToNextBand: null, nextLevel: null, distanceToLowerBand: 0.5 }],
  ])('from %d', (a, expected) => {
    expect(level(scoreOf(smallForm({ bands }), { a })).overall).toMatchObject(expected);
  });
});

describe('a dimension’s own bands', () => {
  const form = smallForm({
    scale: 'share-of-maximum',
    bands: [
      { from: 0, level: 'C1' },
      { from: 50, level: 'C4' },
    ],
    overallWeights: { capacity: 0.5, tolerance: 0.5 },
    dimensions: {
      tolerance: {
        bands: [
          { from: 0, level: 'C2' },
          { from: 75, fromIncluded: false, level: 'C5' },
        ],
      },
    },
    items: [CHOICE, { ...CHOICE, id: 'b', dimension: 'tolerance' }] as never,
  });

  it('stand in for the form’s', () => {
    // Tolerance 75: C2 in its own bands; overall 87.5: C4.
    const result = level(scoreOf(form, { a: 4, b: 3 }));
    expect(result.dimensions).toMatchObject({
      capacity: { score: 100, level: 'C4' },
      tolerance: { score: 75, level: 'C2', nextLevel: 'C5', distanceToNextBand: 0 },
    });
    expect(result).toMatchObject({ level: 'C2', determinedBy: ['tolerance'] });
  });

  it('may lie above the form’s', () => {
    const result = level(scoreOf(form, { a: 4, b: 4 }));
    expect(result.dimensions.tolerance?.level).toBe('C5');
    expect(result).toMatchObject({ level: 'C4', determinedBy: ['overall', 'capacity'] });
  });
});
