import { describe, expect, it } from 'vitest';
import {
  chiSquareQuantile,
  chiSquareUpperTail,
  gammaQuantile,
  noncentralTCdf,
  regularisedGamma,
  studentTCdf,
  upperGammaQuantile,
  upperRegularisedGamma,
} from '../../src/numerics/index.js';
import fixture from '../fixtures/numerics/gamma-family.json' with { type: 'json' };
import { expectClose, expectRefusal } from './support.js';

describe('the incomplete gamma function', () => {
  it('has the lower and upper parts of mpmath', () => {
    for (const [x, a, expected] of fixture.lower) {
      expectClose(regularisedGamma(x!, a!), expected!, 1e-12);
    }
    for (const [x, a, expected] of fixture.upper) {
      // Where x is below the shape the tail is 1 less the rest: sure of digits behind the point, not of itself.
      if (x! < a! + 1) expect(upperRegularisedGamma(x!, a!)).toBeCloseTo(expected!, 13);
      else expectClose(upperRegularisedGamma(x!, a!), expected!, 1e-12);
    }
    expect(fixture.lower).toHaveLength(83);
  });

  it('has the quantiles of mpmath, from below and from above', () => {
    for (const [p, a, expected] of fixture.quantile) {
      expectClose(gammaQuantile(p!, a!), expected!, 1e-10);
      if (p! > 1e-6) expectClose(upperGammaQuantile(1 - p!, a!), expected!, 1e-9);
    }
    expect(fixture.quantile).toHaveLength(42);
  });

  it('is 1 − exp(−x) for shape 1, in the far tail too', () => {
    // e^(−700) = 9.859676543759770e-305
    expectClose(upperRegularisedGamma(700, 1), 9.85967654375977e-305, 1e-12);
    // −ln 1e-300 = 300·ln 10
    expectClose(upperGammaQuantile(1e-300, 1), 690.7755278982137, 1e-13);
  });

  it('ends at 0 and 1', () => {
    expect(regularisedGamma(0, 2)).toBe(0);
    expect(upperRegularisedGamma(0, 2)).toBe(1);
    expect(gammaQuantile(0, 2)).toBe(0);
    expect(upperGammaQuantile(1, 2)).toBe(0);
    expect(gammaQuantile(1e-10, 0.005)).toBe(0);
  });

  it('refuses what is no probability, value or shape', () => {
    expectRefusal(() => regularisedGamma(-1, 1), 'out-of-range', 'x');
    expectRefusal(() => upperRegularisedGamma(1, 0), 'out-of-range', 'a');
    expectRefusal(() => upperRegularisedGamma(Number.NaN, 1), 'not-finite', 'x');
    expectRefusal(() => gammaQuantile(1, 1), 'out-of-range', 'p');
    expectRefusal(() => gammaQuantile(0.5, -1), 'out-of-range', 'a');
    expectRefusal(() => upperGammaQuantile(0, 1), 'out-of-range', 'q');
  });
});

describe('the χ² distribution', () => {
  it('has the upper tails of mpmath', () => {
    for (const [x, degreesOfFreedom, expected] of fixture.chiSquareUpperTail) {
      expectClose(chiSquareUpperTail(x!, degreesOfFreedom!), expected!, 1e-11);
    }
    expect(fixture.chiSquareUpperTail).toHaveLength(36);
  });

  it('has the printed quantiles', () => {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4.
    expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841, 3);
    expect(chiSquareQuantile(0.95, 10)).toBeCloseTo(18.307, 3);
    expect(chiSquareQuantile(0.01, 100)).toBeCloseTo(70.065, 3);
  });

  it('refuses what is no probability, value or degrees of freedom', () => {
    expectRefusal(() => chiSquareUpperTail(-1, 1), 'out-of-range', 'x');
    expectRefusal(() => chiSquareUpperTail(1, 0), 'out-of-range', 'degreesOfFreedom');
    expectRefusal(() => chiSquareQuantile(1, 1), 'out-of-range', 'p');
  });
});

describe('the noncentral t distribution', () => {
  it('has the probabilities of mpmath by quadrature', () => {
    for (const [t, df, shift, expected] of fixture.noncentralT) {
      const actual = noncentralTCdf(t!, df!, shift!);
      expect(Math.abs(actual - expected!), `${t} ${df} ${shift}`).toBeLessThan(1e-13);
    }
    expect(fixture.noncentralT).toHaveLength(128);
  });

  it("is Student's t without a shift, and certain far from it", () => {
    expect(noncentralTCdf(1.3, 7, 0)).toBeCloseTo(studentTCdf(1.3, 7), 14);
    expect(noncentralTCdf(1, 7, 100)).toBeLessThan(1e-15);
    expect(noncentralTCdf(1, 7, -100)).toBeCloseTo(1, 14);
  });

  it('refuses values, degrees of freedom and shifts out of range', () => {
    expectRefusal(() => noncentralTCdf(Number.POSITIVE_INFINITY, 1, 1), 'not-finite', 't');
    expectRefusal(() => noncentralTCdf(1, 0, 1), 'out-of-range', 'degreesOfFreedom');
    expectRefusal(() => noncentralTCdf(1, 1, 10_001), 'out-of-range', 'shift');
  });
});
