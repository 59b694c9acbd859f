import { describe, expect, it } from 'vitest';
import { fQuantile, fUpperTail } from '../../src/numerics/index.js';
import fixture from '../fixtures/numerics/f-distribution.json' with { type: 'json' };
import { expectClose, expectRefusal } from './support.js';

describe('the F distribution', () => {
  it('has the upper tails of mpmath', () => {
    for (const [f, numerator, denominator, expected] of fixture.fUpperTail) {
      expectClose(fUpperTail(f!, numerator!, denominator!), expected!, 1e-11);
    }
    expect(fixture.fUpperTail).toHaveLength(90);
  });

  it('has the quantiles of mpmath', () => {
    for (const [p, numerator, denominator, expected] of fixture.fQuantile) {
      expectClose(fQuantile(p!, numerator!, denominator!), expected!, 1e-11);
    }
    expect(fixture.fQuantile).toHaveLength(90);
  });

  it('begins at 0', () => {
    expect(fUpperTail(0, 3, 5)).toBe(1);
  });

  it('refuses what is no probability, value or degrees of freedom', () => {
    for (const p of [0, 1, -0.5, 2]) expectRefusal(() => fQuantile(p, 1, 1), 'out-of-range', 'p');
    expectRefusal(() => fQuantile(Number.NaN, 1, 1), 'not-finite', 'p');
    expectRefusal(() => fUpperTail(-1, 1, 1), 'out-of-range', 'f');
    expectRefusal(() => fUpperTail(1, 0, 1), 'out-of-range', 'numerator');
    expectRefusal(() => fQuantile(0.5, 1, 0), 'out-of-range', 'denominator');
  });
});
