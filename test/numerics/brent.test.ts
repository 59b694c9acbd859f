import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brent } from '../../src/numerics/index.js';
import { expectClose, expectRefusal, wrong } from './support.js';

const options = { tolerance: 1e-14, maxIterations: 100 };

describe('brent', () => {
  it('finds the root of a cubic between two others', () => {
    fc.assert(
      fc.property(
        fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0.01, max: 5, noNaN: true }))),
        fc.double({ min: -5, max: 5, noNaN: true }),
        ([first, second, third], start) => {
          // Roots start, start + first, start + first + second, the middle one in the bracket.
          const middle = start + first!;
          const last = middle + second!;
          const cubic = (x: number) => third! * (x - start) * (x - middle) * (x - last);
          const [low, high] = [middle - first! / 2, middle + second! / 3];
          const result = brent(cubic, low, high, options);
          expect(result.status).toBe('converged');
          if (result.status === 'converged') {
            expect(Math.abs(result.root - middle)).toBeLessThan(2e-14);
            expect(result.iterations).toBeLessThanOrEqual(100);
          }
        },
      ),
    );
  });

  it('finds the root of x·e^x = 1, the omega constant (OEIS A030178)', () => {
    const result = brent((x) => x * Math.E ** x - 1, 0, 1, { tolerance: 0, maxIterations: 100 });
    if (result.status !== 'converged') throw new Error(result.status);
    expectClose(result.root, 0.5671432904097838, 1e-15);
  });

  it('takes an end that is a root, and says when the ends have one sign or no value', () => {
    expect(brent((x) => x, 0, 1, options)).toEqual({ status: 'converged', root: 0, iterations: 0 });
    expect(brent((x) => x - 1, 0, 1, options)).toEqual({
      status: 'converged',
      root: 1,
      iterations: 0,
    });
    expect(brent((x) => x * x + 1, -1, 1, options)).toEqual({ status: 'not-bracketed' });
    expect(brent(() => Number.NaN, -1, 1, options)).toEqual({ status: 'not-bracketed' });
  });

  it('gives no root when the iterations do not suffice or the function breaks off', () => {
    const cubic = (x: number) => x * x * x - 2;
    expect(brent(cubic, 0, 1e6, { tolerance: 0, maxIterations: 3 }).status).toBe('no-convergence');
    const broken = (x: number) => (Math.abs(x) < 0.9 ? Number.NaN : x);
    expect(brent(broken, -1, 2, options).status).toBe('no-convergence');
  });

  it('refuses ends and options that are none', () => {
    expectRefusal(() => brent(wrong(1), 0, 1, options), 'invalid-type', 'f');
    expectRefusal(() => brent((x) => x, Number.NaN, 1, options), 'not-finite', 'low');
    expectRefusal(() => brent((x) => x, 0, wrong(undefined), options), 'missing-value', 'high');
    const negative = { tolerance: -1, maxIterations: 9 };
    expectRefusal(() => brent((x) => x, 0, 1, negative), 'out-of-range', 'options.tolerance');
    const none = { tolerance: 0, maxIterations: 0 };
    expectRefusal(() => brent((x) => x, 0, 1, none), 'out-of-range', 'options.maxIterations');
  });
});
