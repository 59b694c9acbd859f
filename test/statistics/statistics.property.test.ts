import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coefficientOfVariation,
  covariance,
  exactInterval,
  mean,
  newcombeDifference,
  quantile,
  sampleMoments,
  theilSen,
  twoProportionTest,
  variance,
  weightedQuantile,
  welchTest,
  wilsonInterval,
} from '../../src/statistics/index.js';
import { shuffled } from './support.js';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const sample = fc.array(value, { minLength: 2, maxLength: 40 });
const keys = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
const count = fc
  .tuple(fc.nat(200), fc.nat(200))
  .map(([a, b]) => ({ successes: a, n: a + b }))
  .filter(({ n }) => n > 0);
const confidence = fc.double({ min: 0.01, max: 0.999, noNaN: true });

describe('samples', () => {
  it('give the same bytes in any order', () => {
    fc.assert(
      fc.property(sample, keys, (values, order) => {
        const other = shuffled(values, order);
        for (const call of [mean, variance, sampleMoments]) {
          expect(call(other)).toStrictEqual(call(values));
        }
        expect(quantile(other, 0.37)).toBe(quantile(values, 0.37));
        if (mean(values) !== 0) {
          expect(coefficientOfVariation(other)).toBe(coefficientOfVariation(values));
        }
      }),
    );
  });

  it('give the same bytes for pairs in any order', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), value), {
      minLength: 3,
      maxLength: 20,
    });
    fc.assert(
      fc.property(pairs, keys, (rows, order) => {
        const other = shuffled(rows, order);
        const [x, y] = [rows.map((row) => row[0]), rows.map((row) => row[1])];
        const [u, v] = [other.map((row) => row[0]), other.map((row) => row[1])];
        expect(covariance(u, v)).toBe(covariance(x, y));
        const weights = x.map((weight) => Math.abs(weight) + 1);
        const moved = u.map((weight) => Math.abs(weight) + 1);
        expect(weightedQuantile(v, moved, 0.4)).toBe(weightedQuantile(y, weights, 0.4));
        if (new Set(x).size > 1) expect(theilSen(u, v)).toStrictEqual(theilSen(x, y));
      }),
    );
  });

  it('have a mean and quantiles within their range, quantiles rising', () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const [low, high] = [Math.min(...values), Math.max(...values)];
        const found = quantile(values, p);
        for (const centre of [mean(values), found]) {
          expect(centre).toBeGreaterThanOrEqual(low);
          expect(centre).toBeLessThanOrEqual(high);
        }
        expect(quantile(values, p / 2)).toBeLessThanOrEqual(found);
        expect(variance(values)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('are never changed', () => {
    fc.assert(
      fc.property(sample, (values) => {
        const frozen = Object.freeze([...values]);
        mean(frozen);
        variance(frozen);
        quantile(frozen, 0.5);
        expect(frozen).toEqual(values);
      }),
    );
  });

  it('weighted by whole numbers have the quantile of the repeated values', () => {
    const rows = fc.array(fc.tuple(value, fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
        const values = list.map((row) => row[0]);
        const weights = list.map((row) => row[1]);
        const repeated = list.flatMap((row) => new Array<number>(row[1]).fill(row[0]));
        const ones = repeated.map(() => 1);
        expect(weightedQuantile(values, weights, p)).toBe(weightedQuantile(repeated, ones, p));
      }),
    );
  });
});

describe('proportions', () => {
  it('lie in all their intervals, which lie in 0 to 1 and grow with confidence', () => {
    fc.assert(
      fc.property(count, confidence, ({ successes, n }, level) => {
        const share = successes / n;
        for (const make of [wilsonInterval, exactInterval]) {
          const interval = make(successes, n, { confidence: level });
          const wider = make(successes, n, { confidence: (1 + level) / 2 });
          expect(interval.low).toBeGreaterThanOrEqual(0);
          expect(interval.low).toBeLessThanOrEqual(share);
          expect(interval.high).toBeGreaterThanOrEqual(share);
          expect(interval.high).toBeLessThanOrEqual(1);
          expect(wider.low).toBeLessThanOrEqual(interval.low);
          expect(wider.high).toBeGreaterThanOrEqual(interval.high);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('have mirrored intervals when successes and failures change places', () => {
    fc.assert(
      fc.property(count, ({ successes, n }) => {
        for (const options of [{}, { continuity: true }]) {
          const interval = wilsonInterval(successes, n, options);
          const mirrored = wilsonInterval(n - successes, n, options);
          expect(Math.abs(interval.low - (1 - mirrored.high))).toBeLessThan(1e-12);
        }
      }),
    );
  });

  it('are widened by the continuity correction', () => {
    fc.assert(
      fc.property(count, ({ successes, n }) => {
        const plain = wilsonInterval(successes, n);
        const corrected = wilsonInterval(successes, n, { continuity: true });
        expect(corrected.low).toBeLessThanOrEqual(plain.low + 1e-12);
        expect(corrected.high).toBeGreaterThanOrEqual(plain.high - 1e-12);
      }),
    );
  });

  it('differ by the same amount the other way round', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        const there = newcombeDifference(a, b);
        const back = newcombeDifference(b, a);
        expect(there.difference + back.difference).toBeCloseTo(0, 15);
        expect(there.low).toBeCloseTo(-back.high, 12);
        expect(there.low).toBeLessThanOrEqual(there.difference);
        expect(there.high).toBeGreaterThanOrEqual(there.difference);
        const [z, w] = [twoProportionTest(a, b), twoProportionTest(b, a)];
        expect(z.status).toBe(w.status);
        if (z.status === 'tested' && w.status === 'tested') {
          expect(z.pValue).toBeCloseTo(w.pValue, 14);
          expect(z.pValue).toBeGreaterThanOrEqual(0);
          expect(z.pValue).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('welchTest', () => {
  it('rejects equality exactly when its interval leaves out 0', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const test = welchTest(a, b);
        if (test.status !== 'tested' || Math.abs(test.pValue - 0.05) < 1e-6) return;
        const excludes = test.interval.low > 0 || test.interval.high < 0;
        expect(excludes).toBe(test.pValue < 0.05);
      }),
    );
  });
});
