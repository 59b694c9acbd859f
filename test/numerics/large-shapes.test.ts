import { describe, expect, it } from 'vitest';
import {
  binomialCdf,
  chiSquareUpperTail,
  fQuantile,
  fUpperTail,
  gammaQuantile,
  inverseRegularisedBeta,
  regularisedBeta,
  regularisedGamma,
  studentTCdf,
  upperGammaQuantile,
  upperInverseRegularisedBeta,
  upperRegularisedGamma,
} from '../../src/numerics/index.js';
import fixture from '../fixtures/numerics/large-shapes.json' with { type: 'json' };
import { expectClose, expectRefusal } from './support.js';

describe('beta and gamma of very large and very unequal shapes', () => {
  it('have the distribution functions of mpmath', () => {
    for (const [x, a, b, expected] of fixture.regularisedBeta) {
      // The rounding of x times the shapes, in standard deviations, is all that is lost.
      const lost = Math.sqrt(a! + b!) * 1e-16 * 100;
      expectClose(regularisedBeta(x!, a!, b!), expected!, Math.max(1e-11, lost));
    }
    for (const [x, a, lower, upper] of fixture.regularisedGamma) {
      expectClose(regularisedGamma(x!, a!), lower!, 1e-12);
      // Where the shape is below 10⁸ the larger tail is 1 less the smaller.
      if (a! >= 1e8 || x! > a!) expectClose(upperRegularisedGamma(x!, a!), upper!, 1e-12);
    }
    expect(fixture.regularisedBeta).toHaveLength(67);
    expect(fixture.regularisedGamma).toHaveLength(36);
  });

  it('have the quantiles of mpmath', () => {
    for (const [k, n, tail, low, high] of fixture.exactInterval) {
      expectClose(inverseRegularisedBeta(tail!, k!, n! - k! + 1), low!, 1e-13);
      expectClose(upperInverseRegularisedBeta(tail!, k! + 1, n! - k!), high!, 1e-13);
      expect(inverseRegularisedBeta(tail!, n! - k!, k! + 1)).toBeCloseTo(1 - high!, 15);
      expect(upperInverseRegularisedBeta(tail!, n! - k! + 1, k!)).toBeCloseTo(1 - low!, 15);
    }
    for (const [k, tail, low, high] of fixture.poissonInterval) {
      expectClose(gammaQuantile(tail!, k!), low!, 1e-13);
      expectClose(upperGammaQuantile(tail!, k! + 1), high!, 1e-13);
    }
    expect(fixture.exactInterval).toHaveLength(72);
    expect(fixture.poissonInterval).toHaveLength(16);
  });

  it('know the far ends', () => {
    expect(regularisedBeta(0.4, 1e12, 1e12)).toBe(0);
    expect(regularisedBeta(0.6, 1e12, 1e12)).toBe(1);
    expect(regularisedGamma(1e9, 1e12)).toBe(0);
    expect(upperRegularisedGamma(1e9, 1e12)).toBe(1);
    expect(upperRegularisedGamma(1e15, 1e12)).toBe(0);
    expect(inverseRegularisedBeta(1 - 1e-16, 9e15, 1)).toBe(1);
    expect(upperInverseRegularisedBeta(0, 2, 3)).toBe(1);
    expect(upperInverseRegularisedBeta(1, 2, 3)).toBe(0);
    // 1 − (1 − x)^b = ½ for b = 10¹²: x = ln 2/b, to the first order
    expectClose(upperInverseRegularisedBeta(0.5, 1, 1e12), Math.LN2 / 1e12, 1e-11);
    expectClose(upperInverseRegularisedBeta(0.75, 2, 1), 0.5, 1e-15);
  });

  it('serve the distributions that are made of them', () => {
    // With so many degrees of freedom t is normal, F and χ² of the others are 1 and their mean.
    expect(studentTCdf(1.959963984540054, 1e15)).toBeCloseTo(0.975, 14);
    expect(fUpperTail(1, 1e15, 1e15)).toBeCloseTo(0.5, 12);
    expect(fQuantile(0.5, 1e13, 1e13)).toBeCloseTo(1, 13);
    // χ² of 1 degree of freedom: F(1, ∞) is the square of a normal variable.
    expectClose(fUpperTail(1.959963984540054 * 1.959963984540054, 1, 1e15), 0.05, 1e-12);
    expect(chiSquareUpperTail(2e15, 2e15)).toBeCloseTo(0.5, 7);
    // Half of a symmetric one, and half of the middle term: 1/√(2πn/4)/2 = 3.989422804e-7
    expect(binomialCdf(5e11, 1e12, 0.5)).toBeCloseTo(0.5 + 3.989422804e-7, 13);
  });

  it('refuse what is no probability or shape', () => {
    expectRefusal(() => upperInverseRegularisedBeta(1.1, 1, 1), 'out-of-range', 'q');
    expectRefusal(() => upperInverseRegularisedBeta(0.5, 0, 1), 'out-of-range', 'a');
  });
});
