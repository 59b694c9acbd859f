import { describe, expect, it } from 'vitest';
import {
  checkCovariance,
  compileAssumptions,
  conditionNumber,
  correlationFromCovariance,
  covarianceFromCorrelation,
  denoiseCovariance,
  nearestCorrelation,
  nearestCovariance,
} from '../../src/market/index.js';
import fixture from '../fixtures/market/repair.json' with { type: 'json' };
import nearPd from '../fixtures/market/repair-nearpd.json' with { type: 'json' };
import { expectAllClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const indefinite = [
  [1, 2],
  [2, 1],
];

describe('matrices in one row-major array', () => {
  const rows = [
    [4, 1],
    [1, 1],
  ];
  const flat = Float64Array.from(rows.flat());

  it('are the same as rows to every function', () => {
    expect(conditionNumber(flat)).toBe(conditionNumber(rows));
    expect(correlationFromCovariance(flat)).toEqual(correlationFromCovariance(rows));
    expect(nearestCovariance(flat)).toEqual(nearestCovariance(rows));
    expect(nearestCorrelation(flat)).toEqual(nearestCorrelation(rows));
    const observations = 10;
    expect(denoiseCovariance(flat, { observations })).toEqual(
      denoiseCovariance(rows, { observations }),
    );
    const half = [1, 0.5, 0.5, 1];
    expect(covarianceFromCorrelation([2, 1], Float64Array.from(half))).toEqual(rows);
    // What the check returns goes on into the others.
    expect(conditionNumber(checkCovariance(rows, 'S', 2))).toBe(conditionNumber(rows));
  });

  it('have to be square and not empty', () => {
    for (const act of [
      (matrix: Float64Array) => conditionNumber(matrix),
      (matrix: Float64Array) => nearestCorrelation(matrix),
      (matrix: Float64Array) => nearestCovariance(matrix),
    ]) {
      expectRefusal(() => act(new Float64Array(3)), 'length-mismatch', 'matrix');
      expectRefusal(() => act(new Float64Array(0)), 'empty', 'matrix');
    }
    const three = new Float64Array(3);
    expectRefusal(() => correlationFromCovariance(three), 'length-mismatch', 'covariance');
    expectRefusal(() => covarianceFromCorrelation([1, 1], three), 'length-mismatch', 'correlation');
  });
});

describe('what needs no repair', () => {
  it('comes back as it is, with variances kept too', () => {
    const given = [
      [0.0123, 0.0041],
      [0.0041, 0.0377],
    ];
    for (const keepVariances of [false, true]) {
      const found = nearestCovariance(given, { keepVariances });
      expect(found).toMatchObject({ covariance: given, distance: 0, iterations: 0 });
    }
  });

  it('loses the rounding of a correlation, and a covariance with what cannot vary, without an iteration', () => {
    const almost = 0.9999999999999999;
    const { correlation, iterations } = nearestCorrelation([
      [almost, 0.5],
      [0.5, 1],
    ]);
    expect([correlation[0], iterations]).toEqual([[1, 0.5], 0]);
    const still = [
      [0, 0.3],
      [0.3, 0.04],
    ];
    const found = nearestCovariance(still, { keepVariances: true });
    expect(found.covariance).toEqual([
      [0, 0],
      [0, 0.04],
    ]);
    // √(2 · 0.3²).
    expectAllClose(found.distance, Math.sqrt(0.18), 1e-14);
    expect(found.iterations).toBe(0);
  });
});

describe('nearestCorrelation', () => {
  it.each(nearPd.cases)('agrees with R’s nearPD: $name', ({ given, correlation, distance }) => {
    const found = nearestCorrelation(given, { tolerance: 1e-13 });
    expectAllClose(found.correlation, correlation, 1e-9);
    expectAllClose(found.distance, distance, 1e-9);
    expect(found.converged).toBe(true);
    expect(isDeeplyFrozen(found)).toBe(true);
  });

  it('gives the figures that Higham prints', () => {
    const [first, second] = nearPd.cases.map(({ given }) => nearestCorrelation(given));
    const print = (row: readonly number[]) => row.map((value) => Number(value.toFixed(4)));
    expect(first!.correlation.map(print)).toEqual([
      [1, 0.7607, 0.1573],
      [0.7607, 1, 0.7607],
      [0.1573, 0.7607, 1],
    ]);
    expect(Number(first!.distance.toFixed(4))).toBe(0.5278);
    expect(second!.correlation.map(print)).toEqual([
      [1, -0.8084, 0.1916, 0.1068],
      [-0.8084, 1, -0.6562, 0.1916],
      [0.1916, -0.6562, 1, -0.8084],
      [0.1068, 0.1916, -0.8084, 1],
    ]);
    expect(Number(second!.distance.toFixed(4))).toBe(2.1337);
  });

  it('tells what it did', () => {
    // −0.9 between all three: eigenvalues 1 − 2·0.9 = −0.8 and 1.9 twice; the nearest has −1/2, at √(6·0.4²).
    const found = nearestCorrelation(nearPd.cases[2]!.given);
    expectAllClose(found.smallestEigenvalue.before, -0.8, 1e-14);
    expect(found.smallestEigenvalue.after).toBe(0);
    expect(found.conditionNumber).toBeNull();
    expectAllClose(found.distance, Math.sqrt(0.96), 1e-8);
    expectAllClose(found.correlation[0], [1, -0.5, -0.5], 1e-8);
  });

  it('keeps a distance from singular where one is asked for, as R and CVXPY find it', () => {
    const { correlation, floor: minEigenvalue } = fixture;
    const found = nearestCorrelation(correlation, { minEigenvalue });
    expectAllClose(found.correlation, fixture.floored, 1e-7);
    expectAllClose(found.smallestEigenvalue.after, minEigenvalue, 1e-13);
    expectAllClose(found.conditionNumber, conditionNumber(found.correlation), 1e-14);
  });

  it('returns a correlation matrix as it is', () => {
    const sound = [
      [1, 0.3],
      [0.3, 1],
    ];
    // Eigenvalues 1.3 and 0.7.
    const found = nearestCorrelation(sound);
    expect(found.correlation).toEqual(sound);
    expect(found).toMatchObject({ distance: 0, iterations: 0, converged: true });
    expectAllClose(found.conditionNumber, 1.3 / 0.7, 1e-14);
    expect(nearestCorrelation([[1]]).correlation).toEqual([[1]]);
  });

  it('says so when it had to stop early, and still returns a correlation matrix', () => {
    const found = nearestCorrelation(nearPd.cases[3]!.given, { maxIterations: 1 });
    expect(found).toMatchObject({ converged: false, iterations: 1 });
    const { correlation } = found;
    const assetClasses = correlation.map((_, i) => `asset ${i}`);
    const zero = assetClasses.map(() => 0);
    const rest = { asOf: '2026-01-01', expectedReturn: zero, volatility: zero } as const;
    expect(compileAssumptions({ ...rest, assetClasses, correlation }).correlation).toEqual(
      correlation,
    );
  });

  it('names the fault', () => {
    const act = (matrix: unknown, options?: unknown) => () =>
      nearestCorrelation(wrong(matrix), wrong(options));
    expectRefusal(act(undefined), 'missing-value', 'matrix');
    expectRefusal(act([]), 'empty', 'matrix');
    expectRefusal(act([[1, 0]]), 'length-mismatch', 'matrix[0]');
    expectRefusal(act([[Number.POSITIVE_INFINITY]]), 'not-finite', 'matrix[0][0]');
    expectRefusal(act([[1e7]]), 'out-of-range', 'matrix[0][0]');
    const lopsided = [
      [1, 0.5],
      [0.4, 1],
    ];
    expectRefusal(act(lopsided), 'not-symmetric', 'matrix[1][0]');
    expectRefusal(act(indefinite, null), 'missing-value', 'options');
    expectRefusal(act(indefinite, { tolerance: 0 }), 'out-of-range', 'options.tolerance');
    expectRefusal(act(indefinite, { minEigenvalue: 1 }), 'out-of-range', 'options.minEigenvalue');
    expectRefusal(act(indefinite, { maxIterations: 0 }), 'out-of-range', 'options.maxIterations');
    expectRefusal(act(indefinite, { maxIterations: 1.5 }), 'invalid-type', 'options.maxIterations');
  });
});

describe('nearestCovariance', () => {
  it.each(fixture.clipped)('agrees with NumPy, no eigenvalue below $minEigenvalue', (expected) => {
    const { minEigenvalue } = expected;
    const found = nearestCovariance(fixture.covariance, { minEigenvalue });
    expectAllClose(found.covariance, expected.covariance, 1e-13);
    expectAllClose(found.distance, expected.distance, 1e-12);
    expectAllClose(found.smallestEigenvalue.before, expected.before, 1e-13);
    expectAllClose(found.smallestEigenvalue.after, minEigenvalue, 1e-13);
    if (expected.conditionNumber === null) expect(found.conditionNumber).toBeNull();
    else expectAllClose(found.conditionNumber, expected.conditionNumber, 1e-9);
    expect(found).toMatchObject({ iterations: 1, converged: true });
    expect(isDeeplyFrozen(found)).toBe(true);
  });

  it('keeps the variances if asked, as R’s nearPD finds the correlations', () => {
    const found = nearestCovariance(fixture.covariance, { keepVariances: true });
    expectAllClose(found.covariance, fixture.keptVariances, 1e-7);
    found.covariance.forEach((row, i) => {
      expect(row[i]).toBe(fixture.covariance[i]![i]);
    });
    checkCovariance(found.covariance, 'S', 6);
  });

  it('drops covariances of an asset without variance', () => {
    const given = [
      [0, 0.1],
      [0.1, 0.04],
    ];
    expect(nearestCovariance(given, { keepVariances: true }).covariance).toEqual([
      [0, 0],
      [0, 0.04],
    ]);
  });

  it('returns a covariance as it is, a singular one too', () => {
    const singular = [
      [0.01, 0.02],
      [0.02, 0.04],
    ];
    for (const keepVariances of [true, false]) {
      const found = nearestCovariance(singular, { keepVariances });
      expect(found.covariance).toEqual(singular);
      expect(found).toMatchObject({ distance: 0, iterations: 0, conditionNumber: null });
      expect(found.smallestEigenvalue).toEqual({ before: 0, after: 0 });
    }
  });

  it('names the fault', () => {
    const act = (matrix: unknown, options?: unknown) => () =>
      nearestCovariance(wrong(matrix), wrong(options));
    expectRefusal(act(null), 'missing-value', 'matrix');
    expectRefusal(act([]), 'empty', 'matrix');
    expectRefusal(act([[Number.NaN]]), 'not-finite', 'matrix[0][0]');
    expectRefusal(act([[1e201]]), 'out-of-range', 'matrix[0][0]');
    expectRefusal(act(indefinite, { minEigenvalue: -1 }), 'out-of-range', 'options.minEigenvalue');
    expectRefusal(act(indefinite, { keepVariances: 1 }), 'invalid-type', 'options.keepVariances');
    expectRefusal(act([[-1]], { keepVariances: true }), 'out-of-range', 'matrix[0][0]');
  });
});

describe('conditionNumber', () => {
  it('is 1 for the identity and null for a singular matrix', () => {
    expect(conditionNumber([[5]])).toBe(1);
    expect(conditionNumber([[0]])).toBeNull();
    const almost = [
      [1, 1 - 2 ** -53],
      [1 - 2 ** -53, 1],
    ];
    expect(conditionNumber(almost)).toBeNull();
  });

  it('refuses what is no covariance, and names the functions that repair it', () => {
    expectRefusal(() => conditionNumber(indefinite), 'not-positive-definite', 'matrix');
    expect(() => conditionNumber(indefinite)).toThrow(/nearestCovariance and nearestCorrelation/);
    expectRefusal(() => conditionNumber([]), 'empty', 'matrix');
    expectRefusal(() => conditionNumber(wrong(null)), 'missing-value', 'matrix');
  });
});
