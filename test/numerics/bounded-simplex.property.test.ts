import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectOnBoundedSimplex, solveQp } from '../../src/numerics/index.js';

interface Box {
  readonly point: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly sum: number;
}

const weight = fc.integer({ min: -100, max: 100 }).map((n) => n / 100);

const box: fc.Arbitrary<Box> = fc
  .tuple(fc.array(fc.tuple(weight, weight, weight), { minLength: 1, maxLength: 12 }), fc.nat(100))
  .map(([rows, part]) => {
    const lower = Float64Array.from(rows, ([, a, b]) => Math.min(a, b));
    const upper = Float64Array.from(rows, ([, a, b]) => Math.max(a, b));
    const [least, most] = [lower, upper].map((bounds) => bounds.reduce((sum, one) => sum + one, 0));
    const sum = least! + ((most! - least!) * part) / 100;
    return { point: Float64Array.from(rows, ([p]) => p), lower, upper, sum };
  });

const project = ({ point, lower, upper, sum }: Box) =>
  projectOnBoundedSimplex(point, lower, upper, sum);

describe('the projection on a bounded simplex', () => {
  it('keeps the bounds and the sum', () => {
    fc.assert(
      fc.property(box, (given) => {
        const found = project(given);
        found.forEach((x, i) => {
          expect(x).toBeGreaterThanOrEqual(given.lower[i]!);
          expect(x).toBeLessThanOrEqual(given.upper[i]!);
        });
        expect(found.reduce((sum, x) => sum + x, 0)).toBeCloseTo(given.sum, 12);
      }),
    );
  });

  it('leaves no pair between which a shift would bring it nearer', () => {
    fc.assert(
      fc.property(box, (given) => {
        const found = project(given);
        const moved = found.map((x, i) => x - given.point[i]!);
        const down = moved.filter((_, i) => found[i]! > given.lower[i]!);
        const up = moved.filter((_, i) => found[i]! < given.upper[i]!);
        if (down.length === 0 || up.length === 0) return;
        // What can go down must not have been moved up further than what can still go up.
        expect(Math.max(...down)).toBeLessThanOrEqual(Math.min(...up) + 1e-12);
      }),
    );
  });

  it('agrees with a quadratic program', () => {
    fc.assert(
      fc.property(box, (given) => {
        const { point, lower, upper, sum } = given;
        const size = point.length;
        const hessian = new Float64Array(size * size);
        for (let i = 0; i < size; i++) hessian[i * size + i] = 1;
        const result = solveQp({
          hessian,
          linear: point.map((p) => -p),
          lower,
          upper,
          equalities: { matrix: new Float64Array(size).fill(1), rhs: Float64Array.of(sum) },
        });
        expect(result.status).toBe('optimal');
        project(given).forEach((x, i) => {
          expect(x).toBeCloseTo((result as { readonly x: Float64Array }).x[i]!, 9);
        });
      }),
    );
  });
});

describe('by hand', () => {
  const at = (point: number[], lower: number[], upper: number[], sum: number) => [
    ...project({
      point: Float64Array.from(point),
      lower: Float64Array.from(lower),
      upper: Float64Array.from(upper),
      sum,
    }),
  ];

  it('spreads what is missing equally', () => {
    expect(at([0.25, 0.25], [0, 0], [1, 1], 1)).toEqual([0.5, 0.5]);
  });

  it('gives to the others what a bound cuts off', () => {
    // All up by 0.25 would give 0.75, 0.5, 0.25; the first stops at 0.5, and the others take 0.125 more each.
    expect(at([0.5, 0.25, 0], [0, 0, 0], [0.5, 1, 1], 1.5)).toEqual([0.5, 0.625, 0.375]);
  });

  it('stays within the bounds where the sum is out of reach', () => {
    expect(at([0.5, 0.5], [0.25, 0.25], [0.75, 0.75], 2)).toEqual([0.75, 0.75]);
    expect(at([0.5, 0.5], [0.25, 0.25], [0.75, 0.75], 0)).toEqual([0.25, 0.25]);
  });
});
