import { describe, expect, it } from 'vitest';
import { sampleMoments, THEIL_SEN_LIMIT, theilSen, welchTest } from '../../src/statistics/index.js';
import oracle from '../fixtures/statistics/scipy.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from './support.js';

describe('welchTest', () => {
  it('agrees with SciPy, from values and from moments alike', () => {
    for (const row of oracle.welch) {
      const test = welchTest(row.first, row.second);
      if (test.status !== 'tested') throw new Error('expected a test');
      expectClose(test.statistic, row.statistic);
      expectClose(test.degreesOfFreedom, row.degreesOfFreedom);
      expectClose(test.pValue, row.pValue, 1e-9);
      expectClose(test.interval.low, row.interval[0]!, 1e-9);
      expectClose(test.interval.high, row.interval[1]!, 1e-9);
      expect(welchTest(sampleMoments(row.first), sampleMoments(row.second))).toEqual(test);
    }
  });

  it('has no error to measure by where neither sample varies', () => {
    expect(welchTest([5, 5, 5], [4, 4])).toEqual({ status: 'no-variation', difference: 1 });
  });

  it('keeps its degrees of freedom where variances are very small', () => {
    const small = { n: 5, mean: 1, variance: 1e-200 };
    const test = welchTest(small, { ...small, mean: 1 });
    // Equal variances and sizes: 2(n − 1).
    expect(test).toMatchObject({ status: 'tested', degreesOfFreedom: 8, statistic: 0, pValue: 1 });
  });

  it('refuses bad samples with their path', () => {
    expectRefusal(() => welchTest([1], [1, 2]), 'length-mismatch', 'first');
    expectRefusal(() => welchTest([1, 2], []), 'empty', 'second');
    expectRefusal(() => welchTest([1, 2], [1, Number.NaN]), 'not-finite', 'second[1]');
    expectRefusal(() => welchTest([1, 2], wrong(undefined)), 'missing-value', 'second');
    expectRefusal(
      () => welchTest([1, 2], { n: 2, mean: 0, variance: Number.NaN }),
      'not-finite',
      'second.variance',
    );
    expectRefusal(
      () => welchTest([1, 2], [1, 2], { confidence: 1 }),
      'out-of-range',
      'options.confidence',
    );
  });
});

describe('theilSen', () => {
  it('agrees with SciPy (joint intercept), ties included', () => {
    for (const row of oracle.theilSen) {
      const line = theilSen(row.x, row.y);
      expectClose(line.slope, row.slope);
      expectClose(line.intercept, row.intercept);
      expectClose(line.interval!.low, row.interval[0]!);
      expectClose(line.interval!.high, row.interval[1]!);
      expect(line.interval!.method).toBe('sen');
    }
  });

  it('is not turned by a wild point', () => {
    expect(theilSen([1, 2, 3, 4, 5], [3, 5, 7, 9, 1000])).toMatchObject({
      slope: 2,
      intercept: 1,
      pairs: 10,
    });
  });

  it('gives no interval where the points are too few for one', () => {
    expect(theilSen([1, 2], [1, 3])).toEqual({ slope: 2, intercept: -1, pairs: 1 });
  });

  it('refuses points without a direction, and too many', () => {
    expectRefusal(() => theilSen([1, 1], [1, 2]), 'out-of-range', 'x');
    expectRefusal(() => theilSen([1], [1]), 'length-mismatch', 'x');
    expectRefusal(() => theilSen([], []), 'empty', 'x');
    expectRefusal(() => theilSen([1, 2], [1]), 'length-mismatch', 'y');
    expectRefusal(() => theilSen([1, 2], [1, Number.NaN]), 'not-finite', 'y[1]');
    expectRefusal(() => theilSen([1, 1 + 2e-16], [-1e300, 1e300]), 'out-of-range', 'y');
    const many = new Array(THEIL_SEN_LIMIT + 1).fill(1);
    expectRefusal(() => theilSen(many, many), 'too-long', 'x');
  });
});
