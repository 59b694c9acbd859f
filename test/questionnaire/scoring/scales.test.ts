import { describe, expect, it } from 'vitest';
import type { QuestionnaireDefinition, ScoreBand } from '../../../src/questionnaire/index.js';
import { level } from '../support.js';
import { scoreOf, smallForm } from './small-form.js';

const item = (id: string, points: readonly number[], weight = 1, dimension = 'capacity') => ({
  id,
  factor: 'any',
  dimension,
  weight,
  points,
});
const whole: readonly ScoreBand[] = [{ from: 0, level: 'C1' }];
const scored = (form: Partial<QuestionnaireDefinition>, answers: Record<string, number>) =>
  level(scoreOf(smallForm({ bands: whole, overallWeights: { capacity: 1 }, ...form }), answers));

describe('the scale share-of-maximum', () => {
  const items = [item('a', [2, 4]), item('b', [0, 3], 2)];

  it('is the default, and divides by the highest sum', () => {
    const { scale: _, ...form } = smallForm({
      bands: whole,
      overallWeights: { capacity: 1 },
      items,
    });
    const result = level(scoreOf(form, { a: 0, b: 1 }));
    // (2 + 2 · 3) of (4 + 2 · 3).
    expect(result.overall.score).toBe(80);
    expect(result.dimensions.capacity).toMatchObject({ raw: 8, score: 80 });
    expect(result.contributions.map(({ share }) => share)).toEqual([0.2, 0.6]);
  });

  it('does not go down to 0 where every option brings something', () => {
    expect(scored({ scale: 'share-of-maximum', items }, { a: 0, b: 0 }).overall.score).toBe(20);
  });
});

describe('the scale share-of-range', () => {
  const items = [item('a', [-5, 0, 5]), item('b', [5, 10], 1.5)];
  const range = (answers: Record<string, number>) =>
    scored({ scale: 'share-of-range', items }, answers);

  it('goes from 0 for the lowest sum to 100 for the highest, negative points or not', () => {
    // Sums from −5 + 7.5 = 2.5 to 5 + 15 = 20.
    expect(range({ a: 0, b: 0 }).overall.score).toBe(0);
    expect(range({ a: 2, b: 1 }).overall.score).toBe(100);
    // 0 + 15 = 15: 100 · 12.5 / 17.5 = 71.428571428571…
    expect(range({ a: 1, b: 1 })).toMatchObject({
      overall: { score: 71.428571429 },
      dimensions: { capacity: { raw: 15 } },
    });
  });

  it('shares out what lies above each item’s fewest points', () => {
    // a: (0 + 5) / 17.5, b: (15 − 7.5) / 17.5.
    const { contributions } = range({ a: 1, b: 1 });
    expect(contributions).toMatchObject([
      { points: 0, maximum: 5, share: 5 / 17.5 },
      { points: 15, maximum: 15, share: 7.5 / 17.5 },
    ]);
  });

  it('shares out the same where the lowest sum is 0', () => {
    const zero = [item('a', [-5, 5]), item('b', [5, 10])];
    const { contributions } = scored({ scale: 'share-of-range', items: zero }, { a: 1, b: 0 });
    expect(contributions.map(({ share }) => share)).toEqual([10 / 15, 0]);
  });

  it('takes in the points that stand for an item that is not shown', () => {
    const hidden = {
      ...item('b', [5, 10]),
      hiddenPoints: 0,
      showIf: { left: { answer: 'a' }, is: '>', right: 0 } as const,
    };
    const form = { scale: 'share-of-range', items: [item('a', [0, 10]), hidden] } as const;
    // Sums from 0 + 0 to 20; a at 1 and b at 0 is 15.
    expect(scored(form, { a: 0 }).overall.score).toBe(0);
    expect(scored(form, { a: 1, b: 0 }).overall.score).toBe(75);
  });
});

describe('the scale points', () => {
  const items = [item('a', [-5, 3]), item('b', [0.1, 0.2], 3, 'tolerance')];
  const bands: readonly ScoreBand[] = [
    { from: -10, level: 'C1' },
    { from: 3.5, level: 'C4' },
  ];

  it('adds the points up, each dimension once without weights', () => {
    const result = scored({ bands, items, overallWeights: undefined as never }, { a: 1, b: 1 });
    expect(result).toMatchObject({
      overall: { score: 3.6 },
      dimensions: {
        capacity: { raw: 3, score: 3, level: null, distanceToNextBand: null, capsLevel: false },
        tolerance: { raw: 0.6, score: 0.6, level: null, nextLevel: null },
      },
      level: 'C4',
      determinedBy: ['overall'],
    });
  });

  it('takes weights that do not sum to 1', () => {
    const overallWeights = { capacity: 2, tolerance: 0 };
    expect(scored({ bands, items, overallWeights }, { a: 1, b: 1 }).overall.score).toBe(6);
  });

  it('holds a dimension against bands of its own', () => {
    const dimensions = { capacity: { bands: [{ from: -5, level: 'C2' }] } } as const;
    const form = { bands, items, dimensions, overallWeights: { capacity: 1, tolerance: 1 } };
    const result = scored(form, { a: 1, b: 1 });
    expect(result).toMatchObject({ level: 'C2', weightedLevel: 'C4', lowestLevel: 'C2' });
    expect(result.determinedBy).toEqual(['capacity']);
    expect(result.dimensions.tolerance?.level).toBeNull();
  });

  it('says what part of its dimension’s highest sum an answer brought', () => {
    const form = { bands, items: [item('a', [-5, 3]), item('c', [0, 9])] };
    // Of at most 12.
    expect(scored(form, { a: 1, c: 1 }).contributions.map(({ share }) => share)).toEqual([
      0.25, 0.75,
    ]);
    expect(scored(form, { a: 0, c: 0 }).contributions[0]?.share).toBe(-5 / 12);
  });

  it('takes no part of a highest sum that is not above 0', () => {
    const form = { bands: [{ from: -9, level: 'C1' }], items: [item('a', [-5, -1])] } as const;
    expect(scored(form, { a: 0 }).contributions[0]?.share).toBe(0);
  });
});

describe('a score that is a band’s edge by arithmetic', () => {
  const edge = (from: number, fromIncluded = true): readonly ScoreBand[] => [
    { from: -1000, level: 'C1' },
    { from, fromIncluded, level: 'C4' },
  ];
  const sums = (count: number, points: number, weight = 1) =>
    Array.from({ length: count }, (_, n) => item(`q${n}`, [0, points], weight));
  const all = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`q${n}`, 1]));

  it.each([
    // 0.1 + 0.1 + 0.1 is 0.30000000000000004 in doubles, ten times 0.1 is 0.9999999999999999.
    [3, 0.1, 1, 0.3],
    [10, 0.1, 1, 1],
    [3, 1, 0.1, 0.3],
    [7, 0.7, 0.3, 1.47],
    [6, 1.1, 1.1, 7.26],
    [9, 0.001, 0.01, 0.00009],
    [12, 123456.789, 1, 1481481.468],
  ])('is that edge: %d times %d weighted by %d', (count, points, weight, sum) => {
    const items = [...sums(count, points, weight), item('more', [0, 1])];
    for (const [fromIncluded, expected] of [
      [true, 'C4'],
      [false, 'C1'],
    ] as const) {
      const form = { items, bands: edge(sum, fromIncluded) };
      const result = scored(form, { ...all(count), more: 0 });
      expect(result.overall).toMatchObject({ score: sum, level: expected });
    }
  });

  it('is that edge as a part of a whole that has no finite decimals', () => {
    // 1 of 3 is 33.333…, to nine digits as all scores; the bank's file has more of them.
    const form = { scale: 'share-of-maximum', items: sums(3, 1) } as const;
    for (const from of [33.333333333333336, 33.3333333333, 33.333333333]) {
      const bands: readonly ScoreBand[] = [
        { from: 0, level: 'C1' },
        { from, level: 'C4' },
      ];
      expect(scored({ ...form, bands }, { q0: 1, q1: 0, q2: 0 }).level).toBe('C4');
      const above: readonly ScoreBand[] = [bands[0]!, { ...bands[1]!, fromIncluded: false }];
      expect(scored({ ...form, bands: above }, { q0: 1, q1: 0, q2: 0 }).level).toBe('C1');
    }
  });

  it('is that edge however large it is', () => {
    const items = [item('a', [0, 30_000_000, 30_000_001])];
    const result = scored({ items, bands: edge(30_000_000, false) }, { a: 1 });
    expect(result.level).toBe('C1');
    expect(scored({ items, bands: edge(30_000_000, false) }, { a: 2 }).level).toBe('C4');
  });

  it('is within the range that bands must cover', () => {
    // The lowest sum, eight times 0.1, is 0.7999999999999999 in doubles.
    const items = Array.from({ length: 8 }, (_, n) => item(`q${n}`, [0.1, 0.2]));
    const none = Object.fromEntries(items.map(({ id }) => [id, 0]));
    expect(scored({ items, bands: [{ from: 0.8, level: 'C2' }] }, none).overall).toMatchObject({
      score: 0.8,
      level: 'C2',
    });
    const top = scored({ items, bands: edge(1.6) }, all(8));
    expect(top.level).toBe('C4');
  });
});
