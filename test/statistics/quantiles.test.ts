import { describe, expect, it } from 'vitest';
import {
  median,
  quantile,
  quantileInterval,
  weightedQuantile,
} from '../../src/statistics/index.js';
import byR from '../fixtures/statistics/quantiles.json' with { type: 'json' };
import oracle from '../fixtures/statistics/scipy.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from './support.js';

describe('quantile', () => {
  it('is type 7, as in NumPy and R', () => {
    for (const row of oracle.quantile) {
      expectClose(quantile(row.values, row.probability), row.value, 1e-14);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9] as const)('of type %d is that of R', (type) => {
    for (const { values, byType } of byR.sets) {
      byR.probabilities.forEach((probability, i) => {
        const expected = byType[type - 1]![i]!;
        expectClose(quantile(values, probability, { type }), expected, 1e-13);
        expectClose(quantile([...values].reverse(), probability, { type }), expected, 1e-13);
      });
    }
  });

  it('takes a place for whole that is so but for rounding', () => {
    // 0.14 of 50 is 7, though 50 · 0.14 is 7.000000000000001 in doubles; 0.57 of 100 is 57, though it is 56.99999999999999.
    const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
    expect(quantile(upTo(50), 0.14, { type: 1 })).toBe(7);
    expect(quantile(upTo(50), 0.14, { type: 2 })).toBe(7.5);
    expect(quantile(upTo(100), 0.57, { type: 1 })).toBe(57);
    expect(quantile(upTo(100), 0.57, { type: 2 })).toBe(57.5);
    expect(quantile(upTo(1_000_000), 0.29, { type: 1 })).toBe(290_000);
    // Nearest even: n·p − ½ = 0.5·5 − 0.5 = 2 is even and whole: the second. With 0.7 it is 3, odd: the fourth.
    expect(quantile(upTo(5), 0.5, { type: 3 })).toBe(2);
    expect(quantile(upTo(5), 0.7, { type: 3 })).toBe(4);
  });

  it('refuses a type that there is not', () => {
    for (const type of [0, 10]) {
      expectRefusal(
        () => quantile([1], 0.5, { type: wrong(type) }),
        'out-of-range',
        'options.type',
      );
    }
    expectRefusal(() => quantile([1], 0.5, { type: wrong('7') }), 'invalid-type', 'options.type');
    expectRefusal(() => quantile([1], 0.5, wrong({ typ: 6 })), 'unknown-id', 'options.typ');
  });

  it('at 0.5 is the median', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([4, 1, 3])).toBe(3);
    expect(median([7])).toBe(7);
  });

  it('refuses probabilities outside 0 to 1 and bad samples', () => {
    expectRefusal(() => quantile([1], 1.01), 'out-of-range', 'probability');
    expectRefusal(() => quantile([1], -0.01), 'out-of-range', 'probability');
    expectRefusal(() => quantile([1], Number.NaN), 'not-finite', 'probability');
    expectRefusal(() => quantile([1], wrong('0.5')), 'invalid-type', 'probability');
    expectRefusal(() => quantile([1], wrong(undefined)), 'missing-value', 'probability');
    expectRefusal(() => quantile([], 0.5), 'empty', 'values');
    expectRefusal(() => median([]), 'empty', 'values');
    expectRefusal(() => median([1, Number.NaN]), 'not-finite', 'values[1]');
  });
});

describe('weightedQuantile', () => {
  it('agrees with NumPy (inverse) and statsmodels (averaged)', () => {
    for (const { values, weights, probability, inverse, averaged } of oracle.weighted) {
      expect(weightedQuantile(values, weights, probability, { definition: 'inverse-cdf' })).toBe(
        inverse,
      );
      expect(weightedQuantile(values, weights, probability)).toBe(averaged);
    }
  });

  it('meets a tie although the weights do not add up exactly', () => {
    // Ten times 0.1 is 0.9999999999999999; half of the weight lies below and above 5.5.
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(weightedQuantile(values, new Array(10).fill(0.1), 0.5)).toBe(5.5);
  });

  it('ignores values without weight', () => {
    expect(weightedQuantile([-99, 1, 2, 99], [0, 1, 1, 0], 0)).toBe(1);
    expect(weightedQuantile([-99, 1, 2, 99], [0, 1, 1, 0], 1)).toBe(2);
    expect(weightedQuantile([1, 50, 2], [1, 0, 1], 0.5)).toBe(1.5);
  });

  it('refuses weights that cannot be weights', () => {
    expectRefusal(() => weightedQuantile([1, 2], [1, -1], 0.5), 'out-of-range', 'weights[1]');
    expectRefusal(() => weightedQuantile([1, 2], [0, 0], 0.5), 'out-of-range', 'weights');
    expectRefusal(() => weightedQuantile([1, 2], [1], 0.5), 'length-mismatch', 'weights');
    expectRefusal(() => weightedQuantile([1], [Number.NaN], 0.5), 'not-finite', 'weights[0]');
    expectRefusal(() => weightedQuantile([1, 2], [1e308, 1e308], 0.5), 'out-of-range', 'weights');
    expectRefusal(() => weightedQuantile([], [], 0.5), 'empty', 'values');
    expectRefusal(() => weightedQuantile([1], [1], 2), 'out-of-range', 'probability');
    expectRefusal(
      () => weightedQuantile([1], [1], 0.5, { definition: wrong('type-7') }),
      'unknown-value',
      'options.definition',
    );
    expectRefusal(() => weightedQuantile([1], [1], 0.5, wrong(null)), 'missing-value', 'options');
  });
});

describe('quantileInterval', () => {
  it('stands on the ranks that R gives', () => {
    // R 4.2.2: a <- (1 - conf) / 2; c(qbinom(a, n, p), qbinom(1 - a, n, p) + 1)
    const ranks = [
      { n: 8, p: 0.5, confidence: 0.95, low: 1, high: 8 },
      { n: 20, p: 0.5, confidence: 0.95, low: 6, high: 15 },
      { n: 100, p: 0.9, confidence: 0.95, low: 84, high: 96 },
      { n: 1000, p: 0.99, confidence: 0.99, low: 981, high: 998 },
      { n: 60, p: 0.95, confidence: 0.9, low: 54, high: 60 },
    ];
    for (const { n, p, confidence, low, high } of ranks) {
      const values = Array.from({ length: n }, (_, i) => n - i);
      expect(quantileInterval(values, p, { confidence })).toEqual({
        status: 'found',
        interval: { low, high, confidence, method: 'order-statistics' },
      });
    }
  });

  it('says when a sample is too small', () => {
    // Five values: P(all below or all above the median) = 2/32, more than 5 %.
    expect(quantileInterval([1, 2, 3, 4, 5], 0.5)).toEqual({ status: 'sample-too-small' });
    expect(quantileInterval([1], 0.5)).toEqual({ status: 'sample-too-small' });
  });

  it('refuses the ends, which no sample encloses, and bad input', () => {
    expectRefusal(() => quantileInterval([1, 2], 0), 'out-of-range', 'probability');
    expectRefusal(() => quantileInterval([1, 2], 1), 'out-of-range', 'probability');
    expectRefusal(() => quantileInterval([], 0.5), 'empty', 'values');
    expectRefusal(
      () => quantileInterval([1, 2], 0.5, { confidence: 1 }),
      'out-of-range',
      'options.confidence',
    );
  });
});
