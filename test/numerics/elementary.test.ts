import { describe, expect, it } from 'vitest';
import { exp, expm1, log, log1p, neumaierSum, power } from '../../src/numerics/index.js';
import fixture from '../fixtures/numerics/elementary.json' with { type: 'json' };

const functions: Readonly<Record<string, (...x: number[]) => number>> = {
  exp,
  expm1,
  log,
  log1p,
  power,
};
const INFINITE = Number.POSITIVE_INFINITY;

/** The distance between neighbouring doubles at a value. */
function unitInLastPlace(value: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  bits.setBigUint64(0, bits.getBigUint64(0) + 1n);
  return bits.getFloat64(0) - Math.abs(value);
}

describe('elementary functions', () => {
  for (const [name, rows] of Object.entries(fixture)) {
    if (typeof rows === 'string') continue;
    it(`${name} is within one unit in the last place of mpmath`, () => {
      for (const row of rows) {
        const [nearest, rest] = row.slice(-2) as [number, number];
        const found = functions[name]!(...row.slice(0, -2));
        const error = Math.abs(found - nearest - rest);
        expect(error, `${row}`).toBeLessThanOrEqual(unitInLastPlace(nearest));
      }
      expect(rows.length).toBeGreaterThan(100);
    });
  }

  it('answer at the edges as ECMAScript says', () => {
    const edges: readonly (readonly [number, number])[] = [
      [exp(-INFINITE), 0],
      [exp(INFINITE), INFINITE],
      [exp(709.8), INFINITE],
      [exp(-745.2), 0],
      [exp(0), 1],
      [exp(Number.NaN), Number.NaN],
      [expm1(-0), -0],
      [expm1(-INFINITE), -1],
      [expm1(710), INFINITE],
      [log(-1), Number.NaN],
      [log(-0), -INFINITE],
      [log(1), 0],
      [log(INFINITE), INFINITE],
      [log1p(-1), -INFINITE],
      [log1p(-1.5), Number.NaN],
      [log1p(-0), -0],
      [log1p(INFINITE), INFINITE],
    ];
    for (const [found, expected] of edges) expect(found).toBe(expected);
  });

  it('raise the special values to powers as ECMAScript says', () => {
    const values = [-INFINITE, -2, -1, -0.5, -0, 0, 0.5, 1, 2, INFINITE, Number.NaN];
    const exponents = [...values, -3, 3, 1e300, -1e300, 9007199254740991, 1.5];
    // For these arguments Math.pow is exact in every engine: the results are special or powers of two.
    for (const base of values) {
      for (const exponent of exponents) {
        if (Math.abs(exponent) === 1.5 && Number.isFinite(base) && base > 0) continue;
        if (Math.abs(exponent) === 0.5 && base === 2) continue;
        if (Math.abs(exponent) === 0.5 && base === 0.5) continue;
        expect(power(base, exponent), `${base} ** ${exponent}`).toBe(base ** exponent);
      }
    }
  });

  it('give whole powers exactly where a double holds them', () => {
    for (const base of [2, 3, 5, 6, 7, 10, 12, 101, 1001]) {
      for (let k = 1; BigInt(base) ** BigInt(k) <= 2n ** 53n; k++) {
        expect(power(base, k), `${base}^${k}`).toBe(Number(BigInt(base) ** BigInt(k)));
        expect(power(-base, k), `-${base}^${k}`).toBe(Number(BigInt(-base) ** BigInt(k)));
      }
    }
    // 1.5^k = 3^k / 2^k
    for (let k = 1; k <= 33; k++) expect(power(1.5, k)).toBe(Number(3n ** BigInt(k)) / 2 ** k);
    for (let k = -1074; k < 1024; k++) expect(power(2, k)).toBe(scaledOne(k));
  });
});

function scaledOne(k: number): number {
  let value = 1;
  for (let i = 0; i < Math.abs(k); i++) value *= k < 0 ? 0.5 : 2;
  return value;
}

describe('neumaierSum', () => {
  it('keeps what a plain sum rounds away', () => {
    // Neumaier's own case, and ten tenths.
    expect(neumaierSum([1, 1e100, 1, -1e100])).toBe(2);
    expect(neumaierSum(new Array(10).fill(0.1))).toBe(1);
    expect(neumaierSum(Float64Array.of(1e16, 1, -1e16))).toBe(1);
    expect(neumaierSum(new Set([0.5, 0.25]))).toBe(0.75);
  });

  it('of nothing is 0, never negative zero, and infinities pass through', () => {
    expect(neumaierSum([])).toBe(0);
    expect(neumaierSum([-0, -0])).toBe(0);
    expect(neumaierSum([1, INFINITE])).toBe(INFINITE);
    expect(neumaierSum([INFINITE, -INFINITE])).toBeNaN();
  });
});
