import { describe, expect, it } from 'vitest';
import { fQuantile, inverseRegularisedBeta, regularisedBeta } from '../../src/numerics/index.js';
import { expectClose } from './support.js';

describe('the incomplete beta function of shapes next to nothing', () => {
  it.each([
    // mpmath 1.3, betainc at 60 digits.
    [0.9, 0.5, 1e-20, 3.636892918464134e-20],
    [0.25, 1e-12, 3, 0.999_999_999_999_645],
    [0.999, 2, 1e-9, 5.908755262024443e-9],
    [0.3, 1e-9, 1e-9, 0.499_999_999_576_351],
  ])('at %d with %d and %d is that of mpmath', (x, a, b, expected) => {
    expectClose(regularisedBeta(x, a, b), expected, 1e-12);
  });

  it('is inverted between 0 and 1 down to the smallest shapes', () => {
    for (let power = -40; power <= 4; power++) {
      for (const p of [1e-12, 0.025, 0.5, 0.975, 1 - 1e-12]) {
        for (const [a, b] of [
          [0.5, 10 ** power],
          [10 ** power, 0.5],
          [10 ** power, 3.7 * 10 ** power],
        ] as const) {
          const x = inverseRegularisedBeta(p, a, b);
          expect(x >= 0 && x <= 1, `${p} ${a} ${b}`).toBe(true);
        }
      }
    }
  });

  it('gives an F quantile for degrees of freedom that are only noise', () => {
    // All but certain to lie at 0: a variable over another that is next to never finite.
    expect(fQuantile(0.975, 1.2483470195252178e-32, 1)).toBe(0);
  });
});
