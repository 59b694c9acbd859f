import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cliffsDelta, mannWhitney, wilcoxonSignedRank } from '../../../src/statistics/index.js';
import effects from '../../fixtures/statistics/effects.json' with { type: 'json' };
import fixture from '../../fixtures/statistics/ranks.json' with { type: 'json' };
import { expectClose, expectRefusal, shuffled, wrong } from '../support.js';

/** R stops its search for a bound within 1e-13 of the step at which it lies. */
const WITHIN = 1e-12;

describe('the Mann–Whitney test', () => {
  it('has the statistic, p-value and interval of R, with ties of all ways to draw, and the median of all differences', () => {
    for (const row of fixture.independent) {
      const { confidence, continuity } = row;
      const test = mannWhitney(row.first, row.second, { confidence, continuity });
      if (test.status !== 'tested') throw new Error('a test expected');
      expect(test.statistic, row.name).toBe(row.statistic);
      expectClose(test.pValue, row.pValue, 1e-12);
      expect(test.method).toBe(row.exact ? 'mann-whitney-exact' : 'mann-whitney-normal');
      expect(Math.abs(test.shift - row.shift)).toBeLessThan(WITHIN);
      expectClose(test.effect.delta, row.delta, 1e-12);
      if (row.name === 'too small for an interval') {
        expect(test).not.toHaveProperty('interval');
        continue;
      }
      expect(Math.abs(test.interval!.low - row.low), row.name).toBeLessThan(WITHIN);
      expect(Math.abs(test.interval!.high - row.high), row.name).toBeLessThan(WITHIN);
      expect(test.interval!.confidence).toBe(confidence);
    }
    expect(fixture.independent).toHaveLength(16);
  });

  it('has the shift of R where its test is exact; else R stops somewhere between the two middle differences', () => {
    for (const { exact, untied, first, second, estimate, shift, name } of fixture.independent) {
      const all = first.flatMap((a) => second.map((b) => a - b)).sort((a, b) => a - b);
      const [below, above] = [all[Math.ceil(all.length / 2) - 1]!, all[all.length >> 1]!];
      expect(Math.abs(shift - (below + above) / 2), name).toBeLessThan(WITHIN);
      if (exact && untied) expect(Math.abs(estimate - shift), name).toBeLessThan(WITHIN);
      expect(estimate, name).toBeGreaterThan(below - WITHIN);
      expect(estimate, name).toBeLessThan(above + WITHIN);
    }
    // Of 20 differences the tenth is −2.5 and the eleventh −2: the median is −2.25. R 4.2.2 says −2.0697896676.
    const row = fixture.independent.find(({ name }) => name === 'middle differences apart')!;
    expect(mannWhitney(row.first, row.second)).toMatchObject({ shift: -2.25 });
    expectClose(row.estimate, -2.0697896676, 1e-9);
  });

  it('has with ties the p-value of all ways to draw the first sample', () => {
    const value = fc.integer({ min: 1, max: 4 });
    const sample = fc.array(value, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sample, sample, (first, second) => {
        const test = mannWhitney(first, second);
        if (test.status !== 'tested') return;
        const sums = drawn([...first, ...second], first.length);
        const pairs = first.length * second.length;
        const tail = sums.filter((won) =>
          2 * test.statistic < pairs ? won <= test.statistic : won >= test.statistic,
        );
        const expected =
          2 * test.statistic === pairs ? 1 : Math.min(1, (2 * tail.length) / sums.length);
        expectClose(test.pValue, expected, 1e-12);
        expect(test.method).toBe('mann-whitney-exact');
      }),
    );
  });

  it('is the same for counts as for the values one by one', () => {
    const rating = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 80 });
    const counted = (values: readonly number[]) =>
      [5, 3, 1, 2, 4].map((value) => ({ value, count: values.filter((v) => v === value).length }));
    fc.assert(
      fc.property(rating, rating, (first, second) => {
        expect(mannWhitney(counted(first), counted(second))).toStrictEqual(
          mannWhitney(first, second),
        );
      }),
    );
  });

  it('gives the same bytes in any order and mirrors when the samples change places', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const sample = fc.array(value, { minLength: 1, maxLength: 60 });
    const keys = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(sample, sample, keys, (first, second, order) => {
        const test = mannWhitney(first, second);
        expect(mannWhitney(shuffled(first, order), shuffled(second, order))).toStrictEqual(test);
        const mirrored = mannWhitney(second, first);
        if (test.status !== 'tested' || mirrored.status !== 'tested') return;
        expect(mirrored.pValue).toBe(test.pValue);
        expect(mirrored.shift).toBeCloseTo(-test.shift, 8);
        expect(mirrored.effect.delta).toBe(0 - test.effect.delta);
        expect(mirrored.interval?.low).toBe(
          test.interval === undefined ? undefined : 0 - test.interval.high,
        );
      }),
    );
  });

  it('finds the median and the bounds that a list of all differences has', () => {
    const value = fc.integer({ min: -30, max: 30 }).map((x) => x / 4);
    const sample = fc.array(value, { minLength: 51, maxLength: 60 });
    fc.assert(
      fc.property(sample, sample, (first, second) => {
        const test = mannWhitney(first, second);
        if (test.status !== 'tested') return;
        const all = first.flatMap((a) => second.map((b) => a - b)).sort((a, b) => a - b);
        const half = all.length / 2;
        const median =
          all.length % 2 === 1 ? all[Math.floor(half)]! : (all[half - 1]! + all[half]!) / 2;
        expect(test.shift).toBe(median + 0);
        expect(all).toContain(test.interval!.low);
        expect(all).toContain(test.interval!.high);
      }),
      { numRuns: 30 },
    );
  });

  it('says when all values are equal', () => {
    expect(mannWhitney([3, 3], [3])).toStrictEqual({ status: 'no-variation', shift: 0 });
    expect(mannWhitney([0], [-0])).toStrictEqual({ status: 'no-variation', shift: 0 });
  });

  it('refuses samples that are none, by path', () => {
    expectRefusal(() => mannWhitney([], [1]), 'empty', 'first');
    expectRefusal(() => mannWhitney([1], [{ value: 1, count: 0 }]), 'empty', 'second');
    expectRefusal(() => mannWhitney([1, Number.NaN], [1]), 'not-finite', 'first[1]');
    expectRefusal(() => mannWhitney(wrong(null), [1]), 'missing-value', 'first');
    expectRefusal(() => mannWhitney(wrong('12'), [1]), 'invalid-type', 'first');
    expectRefusal(() => mannWhitney([1], wrong([1, '2'])), 'invalid-type', 'second[1]');
    const counts = (value: number, count: number) => [{ value, count }];
    expectRefusal(() => mannWhitney(counts(1, -1), [1]), 'out-of-range', 'first[0].count');
    expectRefusal(() => mannWhitney(counts(1, 0.5), [1]), 'invalid-type', 'first[0].count');
    expectRefusal(() => mannWhitney([1], counts(1, 1e9)), 'too-long', 'second');
    expectRefusal(() => mannWhitney([1e308], [-1e308]), 'out-of-range', 'first');
    expectRefusal(
      () => mannWhitney([1], [2], { confidence: 1 }),
      'out-of-range',
      'options.confidence',
    );
    expectRefusal(
      () => mannWhitney([1], [2], { continuity: wrong(1) }),
      'invalid-type',
      'options.continuity',
    );
  });
});

describe("Cliff's delta", () => {
  it("has Newcombe's interval, found by another way", () => {
    for (const [superiority, m, n, confidence, low, high] of effects.superiority) {
      // `wins` of the pairs are won: one value between the others of the second sample.
      const { first, second } = samplesWith(superiority!, m!, n!);
      const effect = cliffsDelta(first, second, { confidence: confidence! });
      expectClose(effect.superiority, superiority!, 1e-14);
      expect(Math.abs(effect.interval.low - (2 * low! - 1))).toBeLessThan(1e-12);
      expect(Math.abs(effect.interval.high - (2 * high! - 1))).toBeLessThan(1e-12);
    }
    expect(effects.superiority).toHaveLength(6);
  });

  it('lies within its interval, and the interval within −1 and 1', () => {
    const sample = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 });
    const sure = fc.double({ min: 0.5, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(sample, sample, sure, (first, second, confidence) => {
        const { delta, interval } = cliffsDelta(first, second, { confidence });
        expect(interval.low).toBeGreaterThanOrEqual(-1);
        expect(interval.low).toBeLessThanOrEqual(delta);
        expect(interval.high).toBeGreaterThanOrEqual(delta);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.high - interval.low).toBeGreaterThan(0);
      }),
    );
  });

  it('refuses an empty sample', () => {
    expectRefusal(() => cliffsDelta([1], []), 'empty', 'second');
  });
});

/** The pairs won by every choice of m of the values over the others. */
function drawn(values: readonly number[], m: number): number[] {
  const sums: number[] = [];
  for (let mask = 0; mask < 2 ** values.length; mask++) {
    const ours = values.filter((_, i) => (mask >> i) & 1);
    if (ours.length !== m) continue;
    const others = values.filter((_, i) => !((mask >> i) & 1));
    const score = (a: number, b: number): number => (a > b ? 1 : a === b ? 0.5 : 0);
    sums.push(ours.flatMap((a) => others.map((b) => score(a, b))).reduce((x, y) => x + y, 0));
  }
  return sums;
}

/** Two samples of m and n of which the first wins a share of the pairs. */
function samplesWith(share: number, m: number, n: number) {
  const wins = Math.round(share * m * n);
  const whole = Math.floor(wins / n);
  const first = Array.from({ length: m }, (_, i) => {
    if (i < whole) return n + 1;
    return i === whole ? wins - whole * n + 0.5 : 0;
  });
  return { first, second: Array.from({ length: n }, (_, j) => j + 1) };
}

describe("Wilcoxon's signed-rank test", () => {
  it('has the statistic, p-value and interval of R, with ties of all signs, and the median of all means of two', () => {
    for (const row of fixture.paired) {
      const { confidence, continuity } = row;
      const test = wilcoxonSignedRank(row.first, row.second, { confidence, continuity });
      if (test.status !== 'tested') throw new Error('a test expected');
      expect(test.statistic, row.name).toBe(row.statistic);
      expectClose(test.pValue, row.pValue, 1e-12);
      expect(test.method).toBe(`wilcoxon-signed-rank-${row.exact ? 'exact' : 'normal'}`);
      expect(Math.abs(test.shift - row.shift)).toBeLessThan(WITHIN);
      expect(test.zeros).toBe(row.zeros);
      if (row.name === 'too few for an interval') {
        expect(test).not.toHaveProperty('interval');
        continue;
      }
      expect(Math.abs(test.interval!.low - row.low), row.name).toBeLessThan(WITHIN);
      expect(Math.abs(test.interval!.high - row.high), row.name).toBeLessThan(WITHIN);
    }
    expect(fixture.paired).toHaveLength(8);
  });

  it('has the shift of R where its test is exact; else R stops somewhere between the two middle ones', () => {
    for (const { exact, untied, first, second, estimate, shift, name } of fixture.paired) {
      const all = first.map((a, i) => a - second[i]!).filter((d) => d !== 0);
      const means = all.flatMap((a, i) => all.slice(i).map((b) => (a + b) / 2));
      means.sort((a, b) => a - b);
      const [below, above] = [means[Math.ceil(means.length / 2) - 1]!, means[means.length >> 1]!];
      expect(Math.abs(shift - (below + above) / 2), name).toBeLessThan(WITHIN);
      if (exact && untied) expect(Math.abs(estimate - shift), name).toBeLessThan(WITHIN);
      expect(estimate, name).toBeGreaterThan(below - WITHIN);
      expect(estimate, name).toBeLessThan(above + WITHIN);
    }
  });

  it('has the p-value of all signs, with ties and zeros too', () => {
    const change = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 9 }), (changes) => {
        const test = wilcoxonSignedRank(
          changes,
          changes.map(() => 0),
        );
        if (test.status !== 'tested') return;
        const sizes = changes.filter((d) => d !== 0).map(Math.abs);
        const rank = (d: number) =>
          sizes.filter((size) => size < d).length + (sizes.filter((s) => s === d).length + 1) / 2;
        const total = (sizes.length * (sizes.length + 1)) / 2;
        let rare = 0;
        for (let signs = 0; signs < 2 ** sizes.length; signs++) {
          const sum = sizes.reduce((v, d, i) => v + ((signs >> i) & 1 ? rank(d) : 0), 0);
          if (Math.abs(2 * sum - total) >= Math.abs(2 * test.statistic - total)) rare += 1;
        }
        expectClose(test.pValue, rare / 2 ** sizes.length, 1e-12);
      }),
    );
    // Five of five: 2/32.
    expect(wilcoxonSignedRank([2, 3, 4, 5, 6], [1, 2, 3, 4, 5])).toMatchObject({ pValue: 0.0625 });
  });

  it('gives the same bytes for pairs in any order', () => {
    const score = fc.integer({ min: 0, max: 20 });
    const pairs = fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 40 });
    const keys = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(pairs, keys, (rows, order) => {
        const other = shuffled(rows, order);
        const run = (list: readonly (readonly [number, number])[]) =>
          wilcoxonSignedRank(
            list.map((row) => row[0]),
            list.map((row) => row[1]),
          );
        expect(run(other)).toStrictEqual(run(rows));
      }),
    );
  });

  it('says when no pair differs, and weighs a one-sided change as 1', () => {
    expect(wilcoxonSignedRank([1, 2], [1, 2])).toStrictEqual({
      status: 'no-variation',
      zeros: 2,
      shift: 0,
    });
    expect(wilcoxonSignedRank([2, 4], [1, 2])).toMatchObject({ rankBiserial: 1 });
    expect(wilcoxonSignedRank([1, 2], [2, 4])).toMatchObject({ rankBiserial: -1 });
  });

  it('refuses lists that are no pairs', () => {
    expectRefusal(() => wilcoxonSignedRank([], []), 'empty', 'first');
    expectRefusal(() => wilcoxonSignedRank([1, 2], [1]), 'length-mismatch', 'second');
    expectRefusal(() => wilcoxonSignedRank([1], [Number.NaN]), 'not-finite', 'second[0]');
    expectRefusal(() => wilcoxonSignedRank([1], wrong(undefined)), 'missing-value', 'second');
    expectRefusal(() => wilcoxonSignedRank([1e308], [-1e308]), 'out-of-range', 'second[0]');
  });
});
