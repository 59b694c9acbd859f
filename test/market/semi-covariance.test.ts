import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCovariance,
  portfolioSemiCovariance,
  semiCovariance,
} from '../../src/market/index.js';
import fixture from '../fixtures/market/gaps.json' with { type: 'json' };
import {
  expectAllClose,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  wrong,
} from './support.js';

const { tenYears } = fixture;

/** w'Sw. */
function quadratic(matrix: readonly (readonly number[])[], weights: readonly number[]): number {
  return matrix.reduce(
    (sum, row, i) => sum + row.reduce((s, value, j) => s + weights[i]! * value * weights[j]!, 0),
    0,
  );
}

/** Mean square of what the portfolio's returns fall short of the target. */
function semiVariance(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  target: number,
): number {
  const squares = rows.map((row) => {
    const excess = row.reduce((sum, value, i) => sum + weights[i]! * (value - target), 0);
    return excess < 0 ? excess * excess : 0;
  });
  return squares.reduce((sum, value) => sum + value, 0) / rows.length;
}

describe('semiCovariance', () => {
  it('agrees with pandas on ten years of three series', () => {
    expectAllClose(semiCovariance(tenYears.rows, { target: 0 }), tenYears.semi, 1e-13);
    expectAllClose(semiCovariance(tenYears.rows, { target: 0.02 }), tenYears.semiTwo, 1e-13);
    const each = semiCovariance(tenYears.rows, { target: [0.02, 0.02, 0.02], periodsPerYear: 12 });
    const expected = tenYears.semiTwo.map((row) => row.map((value) => value * 12));
    expectAllClose(each, expected, 1e-13);
  });

  it('takes a target for each asset', () => {
    // Shortfalls −0.1 and 0 of the first below 0; −0.1 and −0.3 of the second below 0.1.
    const rows = [
      [-0.1, 0],
      [0.2, -0.2],
    ];
    const expected = [
      [0.005, 0.005],
      [0.005, 0.05],
    ];
    expectAllClose(semiCovariance(rows, { target: [0, 0.1] }), expected, 1e-13);
  });

  it('is zero, not −0, for returns that never fall short', () => {
    const result = semiCovariance([[0.1, -0.1]], { target: [-0, -0.2] });
    expect(result).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(hasNegativeZero(result)).toBe(false);
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('refuses what is no target, and gaps', () => {
    const act = (target: unknown, rows: unknown = [[0.1, 0.2]]) => {
      return () => semiCovariance(wrong(rows), { target: wrong(target) });
    };
    expectRefusal(act(undefined), 'missing-value', 'options.target');
    expectRefusal(act(Number.NaN), 'not-finite', 'options.target');
    expectRefusal(act('0'), 'invalid-type', 'options.target');
    expectRefusal(act([0]), 'length-mismatch', 'options.target');
    expectRefusal(act([0, null]), 'missing-value', 'options.target[1]');
    expectRefusal(act([0, 1e200]), 'out-of-range', 'options.target[1]');
    expectRefusal(act(0, [[0.1, null]]), 'missing-value', 'returns[0][1]');
    expectRefusal(() => semiCovariance([[0.1]], wrong(null)), 'missing-value', 'options');
  });
});

describe('portfolioSemiCovariance', () => {
  it('gives the semi-variance that NumPy finds in the portfolio’s own returns', () => {
    const weights = [0.5, 0.3, 0.2];
    const matrix = portfolioSemiCovariance(tenYears.rows, weights, { target: 0.02 });
    expectAllClose(quadratic(matrix, weights), tenYears.downside, 1e-13);
    expect(isDeeplyFrozen(matrix)).toBe(true);
  });

  it('refuses weights that make no portfolio of these assets', () => {
    const act = (weights: unknown) => () =>
      portfolioSemiCovariance([[0.1, 0.2]], wrong(weights), { target: 0 });
    expectRefusal(act([1]), 'length-mismatch', 'weights');
    expectRefusal(act([0.5, 0.4]), 'out-of-range', 'weights');
    expectRefusal(act([0.5, Number.NaN]), 'not-finite', 'weights[1]');
    expectRefusal(act(undefined), 'missing-value', 'weights');
    const whole = () => portfolioSemiCovariance([[0.1]], [1], wrong({}));
    expectRefusal(whole, 'missing-value', 'options.target');
  });
});

describe('semi-covariances', () => {
  const change = fc.integer({ min: -9000, max: 9000 }).map((n) => n / 10_000);
  const panel = fc.array(fc.tuple(change, change, change), { minLength: 1, maxLength: 15 });
  const shares = fc
    .tuple(
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 100 }),
    )
    .map((parts) => parts.map((part) => part / parts.reduce((a, b) => a + b, 0)));
  const target = fc.integer({ min: -50, max: 50 }).map((n) => n / 1000);

  it('are covariances, and never understate a portfolio without short positions', () => {
    fc.assert(
      fc.property(panel, shares, target, (rows, weights, goal) => {
        const heuristic = semiCovariance(rows, { target: goal });
        const checked = [...checkCovariance(heuristic, 'S', 3)];
        expect(checked).toEqual(heuristic.flat());
        const exact = semiVariance(rows, weights, goal);
        expect(quadratic(heuristic, weights)).toBeGreaterThanOrEqual(exact - 1e-15);
        const own = portfolioSemiCovariance(rows, weights, { target: goal });
        expect(Math.abs(quadratic(own, weights) - exact)).toBeLessThan(1e-15);
      }),
    );
  });

  it('do not care in which order the periods come', () => {
    fc.assert(
      fc.property(panel, target, (rows, goal) => {
        const reversed = [...rows].reverse();
        const options = { target: goal };
        expectAllClose(semiCovariance(reversed, options), semiCovariance(rows, options), 1e-13);
      }),
    );
  });
});
