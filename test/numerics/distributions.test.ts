import { describe, expect, it } from 'vitest';
import {
  inverseRegularisedBeta,
  logGamma,
  normalCdf,
  normalPdf,
  normalQuantile,
  regularisedBeta,
  studentTCdf,
  studentTQuantile,
} from '../../src/numerics/index.js';
import fixture from '../fixtures/numerics/distributions.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from './support.js';

/** Each function with the relative precision it promises. */
const functions: Readonly<Record<string, readonly [(...x: number[]) => number, number]>> = {
  normalPdf: [normalPdf, 2e-15],
  normalCdf: [normalCdf, 2e-15],
  normalQuantile: [normalQuantile, 2e-15],
  regularisedBeta: [regularisedBeta, 1e-12],
  inverseRegularisedBeta: [inverseRegularisedBeta, 1e-13],
  studentTCdf: [studentTCdf, 1e-13],
  studentTQuantile: [studentTQuantile, 1e-13],
  logGamma: [logGamma, 2e-15],
};

describe('distribution functions', () => {
  for (const [name, rows] of Object.entries(fixture)) {
    if (typeof rows === 'string') continue;
    const [evaluate, precision] = functions[name]!;
    it(`${name} agrees with mpmath, in the tails too`, () => {
      for (const row of rows) {
        const [expected] = row.slice(-1) as [number];
        expectClose(evaluate(...row.slice(0, -1)), expected, precision);
      }
      expect(rows.length).toBeGreaterThan(20);
    });
  }

  it('answer at the ends', () => {
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
    expect(normalCdf(Number.NaN)).toBeNaN();
    expect(normalPdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(0.5)).toBe(0);
    expect(regularisedBeta(0, 2, 3)).toBe(0);
    expect(regularisedBeta(1, 2, 3)).toBe(1);
    expect(inverseRegularisedBeta(0, 2, 3)).toBe(0);
    expect(inverseRegularisedBeta(1, 2, 3)).toBe(1);
    expect(studentTCdf(0, 3)).toBe(0.5);
    expect(studentTQuantile(0.5, 3)).toBe(0);
  });

  it('refuse what is no probability, shape or number', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expectRefusal(() => normalQuantile(p), 'out-of-range', 'p');
    }
    expectRefusal(() => regularisedBeta(1.5, 1, 1), 'out-of-range', 'x');
    expectRefusal(() => regularisedBeta(0.5, 0, 1), 'out-of-range', 'a');
    expectRefusal(() => regularisedBeta(0.5, 1, Number.NaN), 'not-finite', 'b');
    expectRefusal(() => inverseRegularisedBeta(2, 1, 1), 'out-of-range', 'p');
    expectRefusal(() => studentTCdf(wrong('1'), 2), 'invalid-type', 't');
    expectRefusal(() => studentTCdf(1, 0), 'out-of-range', 'degreesOfFreedom');
    expectRefusal(() => studentTQuantile(0, 2), 'out-of-range', 'p');
    expectRefusal(() => studentTQuantile(0.5, wrong(null)), 'missing-value', 'degreesOfFreedom');
    expectRefusal(() => logGamma(0), 'out-of-range', 'x');
    expectRefusal(() => logGamma(Number.POSITIVE_INFINITY), 'out-of-range', 'x');
  });
});
