import { describe, expect, it } from 'vitest';
import {
  coefficientOfVariation,
  covariance,
  mean,
  meanInterval,
  populationStandardDeviation,
  populationVariance,
  sampleMoments,
  standardDeviation,
  variance,
} from '../../src/statistics/index.js';
import published from '../fixtures/statistics/published.json' with { type: 'json' };
import oracle from '../fixtures/statistics/scipy.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from './support.js';

function alternating(first: number, low: number, high: number): number[] {
  return [first, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? low : high))];
}

describe('moments', () => {
  it('agree with exact fractions and SciPy', () => {
    for (const row of oracle.moments) {
      expectClose(mean(row.values), row.mean, 1e-15);
      expectClose(variance(row.values), row.variance, 1e-14);
      expectClose(populationVariance(row.values), row.populationVariance, 1e-14);
      expectClose(standardDeviation(row.values), row.sd, 1e-14);
      expectClose(populationStandardDeviation(row.values), row.populationSd, 1e-14);
      expectClose(coefficientOfVariation(row.values), row.variation, 1e-14);
      expect(sampleMoments(row.values)).toEqual({
        n: row.values.length,
        mean: mean(row.values),
        variance: variance(row.values),
      });
    }
  });

  it('reach the certified values of NIST where a one-pass formula fails', () => {
    const sets = [
      { values: published.strd.NumAcc1.y, ...published.strd.NumAcc1 },
      { values: alternating(1.2, 1.1, 1.3), ...published.strd.NumAcc2 },
      { values: alternating(1000000.2, 1000000.1, 1000000.3), ...published.strd.NumAcc3 },
      { values: alternating(10000000.2, 10000000.1, 10000000.3), ...published.strd.NumAcc4 },
    ];
    for (const set of sets) {
      expectClose(mean(set.values), set.mean, 1e-15);
      // The inputs 10000000.1 and .3 are themselves rounded to about 2e-9.
      expectClose(standardDeviation(set.values), set.sd, 1e-7);
    }
  });

  it('give exactly no variance for values that are all equal', () => {
    expect(variance([0.1, 0.1, 0.1])).toBe(0);
    expect(populationVariance([0.1, 0.1, 0.1])).toBe(0);
    expect(coefficientOfVariation([-0.1, -0.1, -0.1])).toBe(0);
    expect(mean([0.1, 0.1, 0.1])).toBe(0.1);
  });

  it('never hand out negative zero', () => {
    expect(Object.is(mean([-0]), 0)).toBe(true);
    expect(Object.is(mean([-0, 0]), 0)).toBe(true);
  });

  it('measure variation against the magnitude of a negative mean', () => {
    // Population sd 2, mean −5.
    expect(coefficientOfVariation([-2, -4, -4, -4, -5, -5, -7, -9])).toBe(0.4);
  });

  it('accept typed arrays and leave their argument as it is', () => {
    const values = Float64Array.of(3, 1, 2);
    expect(mean(values)).toBe(2);
    expect([...values]).toEqual([3, 1, 2]);
  });
});

describe('covariance', () => {
  it('agrees with NumPy', () => {
    for (const row of oracle.covariance)
      expectClose(covariance(row.x, row.y), row.covariance, 1e-14);
  });

  it('is exactly 0 against a constant', () => {
    expect(covariance([0.1, 0.1, 0.1], [1, 2, 4])).toBe(0);
  });

  it('of a list with itself is its variance', () => {
    expectClose(covariance([1, 2, 4, 8], [1, 2, 4, 8]), variance([1, 2, 4, 8]), 1e-15);
  });

  it('refuses lists that do not belong together', () => {
    expectRefusal(() => covariance([1, 2, 3], [1, 2]), 'length-mismatch', 'y');
    expectRefusal(() => covariance([1], [1]), 'length-mismatch', 'x');
    expectRefusal(() => covariance([], []), 'empty', 'x');
    expectRefusal(() => covariance([1, 2], [1, Number.NaN]), 'not-finite', 'y[1]');
    expectRefusal(() => covariance(wrong(null), [1]), 'missing-value', 'x');
    expectRefusal(() => covariance([1e200, -1e200], [1e200, -1e200]), 'out-of-range', 'x');
  });
});

describe('meanInterval', () => {
  it('agrees with SciPy at several confidences, from values and from moments alike', () => {
    for (const row of oracle.moments) {
      for (const [confidence, bounds] of Object.entries(row.meanInterval)) {
        const options = { confidence: Number(confidence) };
        const interval = meanInterval(row.values, options);
        expectClose(interval.low, bounds[0]!);
        expectClose(interval.high, bounds[1]!);
        expect(interval.method).toBe('student-t');
        expect(meanInterval(sampleMoments(row.values), options)).toEqual(interval);
      }
    }
  });

  it('refuses moments that no sample has', () => {
    const call = (sample: unknown) => () => meanInterval(wrong(sample));
    expectRefusal(call({ n: 1, mean: 0, variance: 1 }), 'out-of-range', 'sample.n');
    expectRefusal(call({ n: 2.5, mean: 0, variance: 1 }), 'invalid-type', 'sample.n');
    expectRefusal(call({ n: 2, mean: Number.NaN, variance: 1 }), 'not-finite', 'sample.mean');
    expectRefusal(call({ n: 2, mean: 0, variance: -1 }), 'out-of-range', 'sample.variance');
    expectRefusal(call({ n: 2, mean: 0 }), 'missing-value', 'sample.variance');
    expectRefusal(call(null), 'missing-value', 'sample');
    expectRefusal(call('1,2'), 'invalid-type', 'sample');
    expectRefusal(call([1]), 'length-mismatch', 'sample');
  });
});

describe('bad samples', () => {
  const functions = {
    mean,
    variance,
    populationVariance,
    standardDeviation,
    populationStandardDeviation,
    coefficientOfVariation,
    sampleMoments,
  };
  for (const [name, call] of Object.entries(functions)) {
    it(`are refused by ${name}, by name`, () => {
      expectRefusal(() => call([]), 'empty', 'values');
      expectRefusal(() => call([1, Number.NaN]), 'not-finite', 'values[1]');
      expectRefusal(() => call([Number.POSITIVE_INFINITY, 1]), 'not-finite', 'values[0]');
      expectRefusal(() => call(wrong(undefined)), 'missing-value', 'values');
      expectRefusal(() => call(wrong('1')), 'invalid-type', 'values');
      expectRefusal(() => call(wrong([1, '2'])), 'invalid-type', 'values[1]');
      expectRefusal(() => call(wrong([1, null])), 'missing-value', 'values[1]');
    });
  }

  it('are too short for a sample variance with one value', () => {
    expectRefusal(() => variance([1]), 'length-mismatch', 'values');
    expectRefusal(() => standardDeviation([1]), 'length-mismatch', 'values');
    expectRefusal(() => sampleMoments([1]), 'length-mismatch', 'values');
    expect(populationVariance([1])).toBe(0);
  });

  it('are refused rather than turned into infinity', () => {
    expectRefusal(() => mean([1.7e308, 1.6e308]), 'out-of-range', 'values');
    expectRefusal(() => variance([1e200, -1e200]), 'out-of-range', 'values');
    expectRefusal(() => coefficientOfVariation([1, -1]), 'out-of-range', 'values');
  });
});
