import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AdviserRating,
  type AdviserScores,
  type RateAdvisersOptions,
  rateAdvisers,
} from '../../../src/kpi/index.js';
import { sampleMoments } from '../../../src/statistics/index.js';
import fixture from '../../fixtures/kpi/advisers-and-groups.json' with { type: 'json' };
import { expectClose, expectRefusal, shuffled, wrong } from '../support.js';

type Rated = Extract<AdviserRating, { readonly status: 'rated' }>;

function rated(scores: readonly AdviserScores[], options: RateAdvisersOptions) {
  const ratings = rateAdvisers(scores, options);
  if (ratings.status !== 'rated') throw new Error(ratings.status);
  const advisers = ratings.advisers.filter((one): one is Rated => one.status === 'rated');
  return { ...ratings, advisers };
}

const ROWS: readonly AdviserScores[] = fixture.advisers.rows.map(({ cases, ...row }) =>
  cases === '' ? row : { ...row, cases },
);
const WEIGHTS = { weights: { practice: 3, test: 2 } } as const;
const test = (adviser: string, ...scores: number[]): AdviserScores => {
  return { adviser, component: 'test', scores };
};
const FOUR = [test('a', 60, 70), test('b', 64, 72), test('c', 66, 74), test('d', 61, 69)];

describe('rateAdvisers', () => {
  it('weighs, adjusts for the mix of cases, shrinks and judges as R does', () => {
    const { centre, spread, advisers } = rated(ROWS, WEIGHTS);
    const { advisers: expected } = fixture;
    expectClose(centre, expected.centre, 1e-9);
    expectClose(spread, expected.spread, 1e-8);
    expect(advisers.map(({ id }) => id)).toEqual(expected.id);
    advisers.forEach((adviser, i) => {
      expectClose(adviser.adjusted, expected.adjusted[i]!);
      expectClose(adviser.score, expected.score[i]!, 1e-9);
      expectClose(adviser.reliability, expected.reliability[i]!, 1e-9);
      expectClose(adviser.interval.low, expected.low[i]!, 1e-9);
      expectClose(adviser.interval.high, expected.high[i]!, 1e-9);
      expectClose(adviser.adjustedPValue, expected.p[i]!, 1e-7);
      const side = adviser.score > centre ? 'above' : 'below';
      expect(adviser.standing).toBe(expected.p[i]! < 0.05 ? side : 'around');
    });
  });

  it('takes summaries for scores', () => {
    const summaries = ROWS.map((row) => {
      if (!('scores' in row)) throw new Error('scores');
      const { scores, ...head } = row;
      return scores.length === 1
        ? { ...head, n: 1, mean: scores[0]! }
        : { ...head, ...sampleMoments(scores) };
    });
    expect(rateAdvisers(summaries, WEIGHTS)).toEqual(rateAdvisers(ROWS, WEIGHTS));
  });

  it('does not hold hard cases against who had them', () => {
    // Easy cases give 80 and hard ones 60 on average to everybody; only the mix differs.
    const practice = (adviser: string, easy: number, hard: number): AdviserScores[] => [
      { adviser, component: 'practice', cases: 'easy', n: easy, mean: 80, variance: 25 },
      { adviser, component: 'practice', cases: 'hard', n: hard, mean: 60, variance: 25 },
    ];
    const rows = [
      ...practice('a', 90, 10),
      ...practice('b', 10, 90),
      ...practice('c', 50, 50),
      ...practice('d', 30, 70),
    ];
    const { advisers, reasons } = rated(rows, { weights: { practice: 1 } });
    expect(advisers.map(({ raw }) => Math.round(raw))).toEqual([78, 62, 70, 66]);
    expect(advisers.map(({ expected }) => Math.round(expected))).toEqual([78, 62, 70, 66]);
    // 180 easy and 220 hard cases: 69 on the level of all.
    for (const { adjusted, standing } of advisers) {
      expectClose(adjusted, 69);
      expect(standing).toBe('around');
    }
    expect(reasons.map(({ code }) => code)).toEqual(['kpi.advisers-alike']);
  });

  it('draws the few scores furthest, and gives no ranks', () => {
    const rows: AdviserScores[] = [
      { adviser: 'few', component: 'test', n: 2, mean: 88, variance: 90 },
      ...['p', 'q', 'r', 's', 't'].map((adviser, i): AdviserScores => {
        return { adviser, component: 'test', n: 60, mean: 68 + 2 * i, variance: 100 };
      }),
    ];
    const { advisers, centre } = rated(rows, { weights: { test: 1 } });
    const few = advisers[0]!;
    expectClose(few.score - centre, few.reliability * (few.raw - centre));
    expect(few.raw).toBe(Math.max(...advisers.map(({ raw }) => raw)));
    expect(few.standing).toBe('around');
    for (const adviser of advisers.slice(1)) {
      expect(adviser.reliability).toBeGreaterThan(few.reliability);
    }
    expect(JSON.stringify(advisers)).not.toMatch(/rank/);
  });

  it('names the component that an adviser lacks, and leaves it out of the group', () => {
    const practice = (adviser: string): AdviserScores => {
      return { adviser, component: 'practice', scores: [50, 60, 70] };
    };
    const rows = [...FOUR, ...['a', 'b', 'c', 'd'].map(practice), practice('e'), test('f', 90)];
    const { advisers } = rateAdvisers(rows, { weights: { test: 1, practice: 1 } });
    expect(advisers.map(({ id, status }) => [id, status])).toEqual([
      ...['a', 'b', 'c', 'd'].map((id) => [id, 'rated']),
      ...['e', 'f'].map((id) => [id, 'incomplete']),
    ]);
    expect(advisers.slice(4)).toMatchObject([{ missing: ['test'] }, { missing: ['practice'] }]);
  });

  it('says that too few advisers, or scores that never differ, tell nothing', () => {
    expect(rateAdvisers(FOUR.slice(1), { weights: { test: 1 } })).toMatchObject({
      status: 'insufficient',
      reasons: [{ code: 'kpi.too-few-advisers', parameters: { advisers: 3, minimum: 4 } }],
    });
    const single = ['a', 'b', 'c', 'd'].map((adviser, i) => test(adviser, 60 + i));
    expect(rateAdvisers(single, { weights: { test: 1 } })).toMatchObject({
      status: 'insufficient',
      reasons: [{ code: 'kpi.no-repeated-scores', parameters: { component: 'test' } }],
    });
    expect(rateAdvisers([], { weights: { test: 1 } }).status).toBe('insufficient');
  });

  it('warns of cases that only one adviser had', () => {
    const rows = [...FOUR, { adviser: 'a', component: 'test', cases: 'odd', scores: [50, 60] }];
    const { reasons } = rated(rows, { weights: { test: 1 } });
    expect(reasons.map(({ code }) => code)).toContain('kpi.cases-of-one-adviser');
  });

  it('calls few of many equal advisers above or below', () => {
    // Of 40 equal advisers one in twenty would stand out by chance without the adjustment.
    const many = fc.array(
      fc.array(fc.integer({ min: 50, max: 90 }), { minLength: 3, maxLength: 8 }),
      { minLength: 40, maxLength: 40 },
    );
    let named = 0;
    let runs = 0;
    fc.assert(
      fc.property(many, (lists) => {
        const rows = lists.map((scores, i) => test(`adviser ${i}`, ...scores));
        const { advisers } = rated(rows, { weights: { test: 1 } });
        runs += 1;
        if (advisers.some(({ standing }) => standing !== 'around')) named += 1;
      }),
      { numRuns: 40, seed: 7 },
    );
    expect(named / runs).toBeLessThan(0.25);
  });

  it('keeps to the scale of the scores, unless the mix has drawn a score beyond it', () => {
    const high = rated(
      [test('a', 100, 98, 100), test('b', 90, 100, 95), test('c', 99), test('d', 84, 93)],
      { weights: { test: 1 } },
    );
    for (const { score, interval } of high.advisers) {
      expect(interval.low).toBeLessThan(score);
      expect(interval.high).toBeLessThanOrEqual(Math.max(100, score));
    }
    expect(high.advisers.map(({ interval }) => interval.high)).toContain(100);
    const low = rated([test('a', 0, 2, 0), test('b', 10, 0, 5), test('c', 1), test('d', 16, 7)], {
      weights: { test: 1 },
    });
    for (const { score, interval } of low.advisers) {
      expect(interval.high).toBeGreaterThan(score);
      expect(interval.low).toBeGreaterThanOrEqual(Math.min(0, score));
    }
    expect(low.advisers.map(({ interval }) => interval.low)).toContain(0);
  });

  it('gives the same bytes for rows and scores in any order', () => {
    const once = JSON.stringify(rateAdvisers(ROWS, WEIGHTS));
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 27, maxLength: 27 }), (keys) => {
        const turned = shuffled(ROWS, keys).map((row) =>
          'scores' in row ? { ...row, scores: shuffled(row.scores, keys) } : row,
        );
        expect(JSON.stringify(rateAdvisers(turned, WEIGHTS))).toBe(once);
      }),
      { numRuns: 25 },
    );
  });

  it('refuses bad input by path', () => {
    const one = { weights: { test: 1 } };
    const call =
      (scores: unknown, options: unknown = one) =>
      () =>
        rateAdvisers(wrong(scores), wrong(options));
    expectRefusal(call(undefined), 'missing-value', 'scores');
    expectRefusal(call([...FOUR, FOUR[0]]), 'duplicate-id', 'scores[4]');
    expectRefusal(call([test('a')]), 'empty', 'scores[0].scores');
    expectRefusal(call([test('a', 101)]), 'out-of-range', 'scores[0].scores[0]');
    expectRefusal(call([test('a', Number.NaN)]), 'not-finite', 'scores[0].scores[0]');
    const head = { adviser: 'a', component: 'test' };
    expectRefusal(call([{ ...head, n: 2, mean: 50 }]), 'missing-value', 'scores[0].variance');
    expectRefusal(call([{ ...head, n: 0, mean: 50 }]), 'out-of-range', 'scores[0].n');
    expectRefusal(call([{ ...head, scores: [1], n: 1 }]), 'unknown-id', 'scores[0].n');
    expectRefusal(call([{ ...head, component: 'x' }]), 'unknown-id', 'scores[0].component');
    // Five scores from 0 to 100 with a mean of 99 have a variance of at most 5/4·(99 − 0)·(100 − 99) = 123.75; one score has none.
    const few = { ...head, n: 5, mean: 99 };
    const where = 'scores[0].variance';
    expectRefusal(call([{ ...few, variance: 2500 }]), 'inconsistent', where);
    expectRefusal(call([{ ...few, variance: 126 }]), 'inconsistent', where);
    expect(call([{ ...few, variance: 123.75 }])).not.toThrow();
    expectRefusal(call([{ ...head, n: 1, mean: 50, variance: 1 }]), 'inconsistent', where);
    // 0, 100 and 100, with the mean rounded: 1.5·66.67·33.33 is below 3333.33.
    expect(call([{ ...head, n: 3, mean: 66.67, variance: 3333.33 }])).not.toThrow();
    expectRefusal(call(FOUR, {}), 'missing-value', 'options.weights');
    expectRefusal(call(FOUR, { weights: {} }), 'empty', 'options.weights');
    expectRefusal(call(FOUR, { weights: { test: 0 } }), 'out-of-range', 'options.weights.test');
    expectRefusal(call(FOUR, { ...one, adjust: 'x' }), 'unknown-value', 'options.adjust');
    expectRefusal(call(FOUR, { ...one, top: 3 }), 'unknown-id', 'options.top');
  });
});
