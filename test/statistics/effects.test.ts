import { describe, expect, it } from 'vitest';
import { cohensD, hedgesG, pairedT, sampleMoments } from '../../src/statistics/index.js';
import fixture from '../fixtures/statistics/effects.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from './support.js';

describe('standardised differences of two means', () => {
  it("have the intervals of SciPy's noncentral t", () => {
    for (const row of fixture.between) {
      const d = cohensD(row.first, row.second, { confidence: row.confidence });
      const g = hedgesG(row.first, row.second, { confidence: row.confidence });
      if (d.status !== 'estimated' || g.status !== 'estimated')
        throw new Error('estimates expected');
      expectClose(d.value, row.d, 1e-12);
      expectClose(d.interval.low, row.dLow, 1e-10);
      expectClose(d.interval.high, row.dHigh, 1e-10);
      expectClose(g.value, row.g, 1e-12);
      expectClose(g.interval.low, row.gLow, 1e-10);
      expectClose(g.interval.high, row.gHigh, 1e-10);
      expect(d.interval.method).toBe('noncentral-t');
      expect(g.interval.method).toBe('noncentral-t-hedges');
    }
    expect(fixture.between).toHaveLength(4);
  });

  it('are the same for moments', () => {
    const [first, second] = [
      [1, 2, 4, 8],
      [3, 4, 9],
    ];
    expect(cohensD(sampleMoments(first), sampleMoments(second))).toStrictEqual(
      cohensD(first, second),
    );
  });

  it('stay finite where the samples hardly vary and where they are huge', () => {
    const far = cohensD([0, 1e-9], [1e6, 1e6]);
    if (far.status !== 'estimated') throw new Error('an estimate expected');
    // t/scale = −1e6/(1e-9/2), and the bounds are it times √(χ²/2), χ² with two degrees being −2·ln of the tail.
    expectClose(far.value, -2e15, 1e-9);
    expectClose(far.interval.high, -2e15 * Math.sqrt(-Math.log(0.975)), 1e-9);
    expectClose(far.interval.low, -2e15 * Math.sqrt(-Math.log(0.025)), 1e-9);
    const n = 1e9;
    const huge = hedgesG({ n, mean: 1, variance: 1 }, { n, mean: 0, variance: 1 });
    if (huge.status !== 'estimated') throw new Error('an estimate expected');
    // Nearly normal: standard error √(2/n + 1/(4n)).
    expect(huge.interval.high - huge.value).toBeCloseTo(1.959964 * Math.sqrt(2.25 / n), 9);
  });

  it('say when nothing varies', () => {
    expect(cohensD([1, 1], [2, 2])).toStrictEqual({ status: 'no-variation' });
    expect(hedgesG([1, 1], [1, 1])).toStrictEqual({ status: 'no-variation' });
  });

  it('refuse samples that are none', () => {
    for (const effect of [cohensD, hedgesG]) {
      expectRefusal(() => effect([1], [1, 2]), 'length-mismatch', 'first');
      expectRefusal(() => effect([1, 2], wrong(null)), 'missing-value', 'second');
      expectRefusal(
        () => effect([1, 2], { n: 1, mean: 0, variance: 1 }),
        'out-of-range',
        'second.n',
      );
      expectRefusal(
        () => effect([1, 2], [1, 3], { confidence: 0 }),
        'out-of-range',
        'options.confidence',
      );
    }
  });
});

describe('the paired t test', () => {
  it('has the test, interval and effect sizes of SciPy', () => {
    for (const row of fixture.paired) {
      const test = pairedT(row.first, row.second, { confidence: row.confidence });
      if (test.status !== 'tested') throw new Error('a test expected');
      expectClose(test.statistic, row.statistic, 1e-12);
      expectClose(test.pValue, row.pValue, 1e-11);
      expectClose(test.interval.low, row.low, 1e-11);
      expectClose(test.interval.high, row.high, 1e-11);
      expectClose(test.cohensDz.value, row.dz, 1e-12);
      expectClose(test.cohensDz.interval.low, row.dzLow, 1e-10);
      expectClose(test.cohensDz.interval.high, row.dzHigh, 1e-10);
      expectClose(test.hedgesGz!.value, row.gz, 1e-12);
      expectClose(test.hedgesGz!.interval.low, row.gzLow, 1e-10);
      expectClose(test.hedgesGz!.interval.high, row.gzHigh, 1e-10);
    }
    expect(fixture.paired).toHaveLength(3);
  });

  it('gives the same bytes for pairs in any order', () => {
    expect(pairedT([0.1, 0.7, 0.3], [0.2, 0.1, 0.9])).toStrictEqual(
      pairedT([0.3, 0.1, 0.7], [0.9, 0.2, 0.1]),
    );
  });

  it('leaves out the unbiased effect of two pairs, and says when all differences are equal', () => {
    expect(pairedT([1, 5], [0, 1])).not.toHaveProperty('hedgesGz');
    expect(pairedT([2, 3, 4], [1, 2, 3])).toStrictEqual({
      status: 'no-variation',
      n: 3,
      difference: 1,
    });
  });

  it('refuses lists that are no pairs', () => {
    expectRefusal(() => pairedT([1], [1]), 'length-mismatch', 'first');
    expectRefusal(() => pairedT([], []), 'empty', 'first');
    expectRefusal(() => pairedT([1, 2], [1, 2, 3]), 'length-mismatch', 'second');
    expectRefusal(() => pairedT([1, 2], [1, Number.NEGATIVE_INFINITY]), 'not-finite', 'second[1]');
  });
});
