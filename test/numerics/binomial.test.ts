import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialCdf, binomialDensity } from '../../src/numerics/index.js';
import { expectClose, expectRefusal } from './support.js';

describe('the binomial distribution', () => {
  it('has the probabilities of a hand calculation', () => {
    // 252·0.3⁵·0.7⁵ and (1 + 10 + 45)/1024
    expectClose(binomialDensity(5, 10, 0.3), 0.1029193452, 1e-13);
    expectClose(binomialCdf(2, 10, 0.5), 56 / 1024, 1e-13);
    // Far tails keep their digits: 0.1¹⁰⁰
    expectClose(binomialDensity(100, 100, 0.1), 1e-100, 1e-11);
    expectClose(binomialCdf(0, 100, 0.9), 1e-100, 1e-11);
  });

  it('adds up: each probability is a step of the distribution function', () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), share, (n, p) => {
        let sum = 0;
        for (let k = 0; k <= n; k++) {
          sum += binomialDensity(k, n, p);
          expect(Math.abs(binomialCdf(k, n, p) - sum)).toBeLessThan(1e-12);
        }
        expect(binomialCdf(n, n, p)).toBe(1);
      }),
    );
  });

  it('is certain for a probability of 0 or 1', () => {
    expect([0, 1, 4].map((k) => binomialDensity(k, 4, 0))).toEqual([1, 0, 0]);
    expect([0, 3, 4].map((k) => binomialDensity(k, 4, 1))).toEqual([0, 0, 1]);
    expect(binomialCdf(0, 4, 0)).toBe(1);
    expect(binomialCdf(3, 4, 1)).toBe(0);
    expect(binomialDensity(0, 0, 0.5)).toBe(1);
  });

  it('refuses what is no count or probability', () => {
    expectRefusal(() => binomialDensity(3, 2, 0.5), 'out-of-range', 'k');
    expectRefusal(() => binomialDensity(0.5, 2, 0.5), 'invalid-type', 'k');
    expectRefusal(() => binomialCdf(1, -1, 0.5), 'out-of-range', 'n');
    expectRefusal(() => binomialCdf(1, 2, 1.5), 'out-of-range', 'p');
  });
});
