import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classReach, mostNearAim } from '../../../src/selection/fit/most-near-aim.js';

const weights = (length: number) =>
  fc
    .array(fc.nat(10), { minLength: length, maxLength: length })
    .filter((all) => all.some((one) => one > 0))
    .map((all) => {
      const sum = all.reduce((a, b) => a + b, 0);
      return Float64Array.from(all, (one) => one / sum);
    });

describe('the most of a product that leaves classes near their aims', () => {
  it('is where the whole distance is in its own class', () => {
    // Of 80 bonds and 20 shares d more of shares are d fewer of bonds: 0.001 d² + 0.04 d² = 0.041 d², at d = 0.1 0.00041.
    const covariance = Float64Array.of(0.001, 0, 0, 0.04);
    const [bonds, shares, even] = [
      Float64Array.of(1, 0),
      Float64Array.of(0, 1),
      Float64Array.of(0.5, 0.5),
    ];
    const reach = classReach(covariance, Float64Array.of(0.8, 0.2), [bonds, shares, even]);
    const most = (exposure: Float64Array, variance: number) =>
      mostNearAim(exposure, reach, variance);
    expect(most(shares, 0.041 * 0.01)).toBeCloseTo(0.3, 3);
    expect(most(bonds, 0.041 * 0.01)).toBeCloseTo(0.9, 3);
    // Half of it is in shares.
    expect(most(even, 0.041 * 0.01)).toBeCloseTo(0.6, 3);
    expect(most(shares, 0)).toBeCloseTo(0.2, 3);
    expect(most(shares, -1)).toBeCloseTo(0.2, 3);
    expect(most(shares, Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is not limited by a class that some product holds short', () => {
    const exposures = [Float64Array.of(1.5, -0.5), Float64Array.of(1, 0), Float64Array.of(0, 1)];
    const covariance = Float64Array.of(0.01, 0, 0, 0.04);
    const reach = classReach(covariance, Float64Array.of(1, 0), exposures);
    expect(mostNearAim(exposures[2]!, reach, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(mostNearAim(exposures[1]!, reach, 0)).toBeCloseTo(1, 5);
  });

  it('is never less than what any portfolio within the variance holds', () => {
    const classes = 4;
    const cases = fc.record({
      loadings: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 12, maxLength: 12 }),
      aim: weights(classes),
      products: fc.array(weights(classes), { minLength: 2, maxLength: 5 }),
      parts: weights(5),
    });
    fc.assert(
      fc.property(cases, ({ loadings, aim, products, parts }) => {
        // L·Lᵀ of 4 × 3 loadings: a covariance of three directions at most, so that one is without risk.
        const at = (i: number, k: number) => loadings[3 * i + k]! / 10;
        const covariance = Float64Array.from({ length: 16 }, (_, n) => {
          const [i, j] = [Math.floor(n / 4), n % 4];
          return [0, 1, 2].reduce((sum, k) => sum + at(i, k) * at(j, k), 0);
        });
        const own = parts.slice(0, products.length);
        const sum = own.reduce((a, b) => a + b, 0);
        if (sum === 0) return;
        const apart = Float64Array.from(aim, (one, k) =>
          products.reduce((rest, exposure, j) => rest + (own[j]! / sum) * exposure[k]!, -one),
        );
        const variance = apart.reduce(
          (all, y, i) => all + y * apart.reduce((row, x, j) => row + covariance[4 * i + j]! * x, 0),
          0,
        );
        const reach = classReach(covariance, aim, products);
        products.forEach((exposure, j) => {
          expect(own[j]! / sum).toBeLessThanOrEqual(mostNearAim(exposure, reach, variance) + 1e-9);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
