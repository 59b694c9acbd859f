import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/numerics/index.js';
import {
  differenceOfEstimates,
  newcombeDifference,
  quantile,
  quantileInterval,
  wilsonInterval,
} from '../../src/statistics/index.js';
import { expectClose, expectRefusal, wrong } from './support.js';

const estimate = (value: number, low: number, high: number, confidence = 0.95) => ({
  value,
  interval: { low, high, confidence },
});

describe('the difference of two estimates', () => {
  it("is Newcombe's method 10 for Wilson's intervals", () => {
    const count = fc.tuple(fc.nat(60), fc.nat(60)).filter(([a, b]) => a + b > 0);
    fc.assert(
      fc.property(count, count, ([a, b], [c, d]) => {
        const gap = differenceOfEstimates(
          { value: a / (a + b), interval: wilsonInterval(a, a + b) },
          { value: c / (c + d), interval: wilsonInterval(c, c + d) },
        );
        const direct = newcombeDifference({ successes: a, n: a + b }, { successes: c, n: c + d });
        expect(gap.difference).toBe(direct.difference);
        expect(Math.abs(gap.interval.low - direct.low)).toBeLessThan(1e-12);
        expect(Math.abs(gap.interval.high - direct.high)).toBeLessThan(1e-12);
      }),
    );
  });

  it('adds uneven arms as a right triangle', () => {
    // Below: 3 of the first and 4 of the second; above: 5 and 12.
    const gap = differenceOfEstimates(estimate(10, 7, 15), estimate(2, -10, 6));
    expect(gap).toMatchObject({ difference: 8, interval: { low: 3, high: 21, method: 'mover' } });
    expectClose(differenceOfEstimates(estimate(1, 1, 1), estimate(1, 1, 1)).interval.high, 0);
  });

  it('of two quantiles encloses the true one at least as often as it says, whatever the distributions', () => {
    const random = createRandom(20261127);
    // Quantiles of the exponential distribution −ln(1 − p), and of the cubes of uniform numbers p³.
    const waits = (n: number) => Array.from({ length: n }, () => -Math.log(1 - random.uniform()));
    const cubes = (n: number) => Array.from({ length: n }, () => random.uniform() ** 3);
    const estimateOf = (values: readonly number[], p: number) => {
      const found = quantileInterval(values, p);
      if (found.status !== 'found') throw new Error(found.status);
      return { value: quantile(values, p), interval: found.interval };
    };
    const rounds = 2000;
    for (const p of [0.5, 0.9]) {
      const truth = -Math.log(1 - p) - p ** 3;
      let covered = 0;
      for (let round = 0; round < rounds; round++) {
        const first = estimateOf(waits(45), p);
        const { low, high } = differenceOfEstimates(first, estimateOf(cubes(60), p)).interval;
        if (low <= truth && truth <= high) covered++;
      }
      // Three standard errors of a share of 0.95 below it.
      expect(covered / rounds).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / rounds));
    }
  });

  it('refuses intervals that do not enclose their value or do not match', () => {
    const good = estimate(1, 0, 2);
    expectRefusal(
      () => differenceOfEstimates(estimate(1, 2, 3), good),
      'out-of-range',
      'first.interval.low',
    );
    expectRefusal(
      () => differenceOfEstimates(good, estimate(1, 0, 0.5)),
      'out-of-range',
      'second.interval.high',
    );
    expectRefusal(
      () => differenceOfEstimates(good, estimate(1, 0, 2, 0.9)),
      'inconsistent',
      'second.interval.confidence',
    );
    expectRefusal(
      () => differenceOfEstimates(good, wrong({ value: 1 })),
      'missing-value',
      'second.interval',
    );
    expectRefusal(
      () => differenceOfEstimates(estimate(Number.NaN, 0, 1), good),
      'not-finite',
      'first.value',
    );
  });
});
