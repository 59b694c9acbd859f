import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCovariance,
  denoiseCovariance,
  ledoitWolf,
  oracleApproximatingShrinkage,
  sampleCovariance,
} from '../../src/market/index.js';
import { expectAllClose, hasNegativeZero, isDeeplyFrozen } from './support.js';

/** Hundredths of a per cent, as a real history is printed. */
const change = fc.integer({ min: -9000, max: 9000 }).map((n) => n / 10_000);
const panel = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 12 }))
  .chain(([assets, rows]) =>
    fc.array(fc.array(change, { minLength: assets, maxLength: assets }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

const estimators = [
  (rows: readonly (readonly number[])[]) => ledoitWolf(rows),
  (rows: readonly (readonly number[])[]) => ledoitWolf(rows, { target: 'constant-correlation' }),
  (rows: readonly (readonly number[])[]) => ledoitWolf(rows, { target: 'single-factor' }),
  oracleApproximatingShrinkage,
];
const estimator = fc.constantFrom(...estimators);

describe('a shrunk covariance', () => {
  it('is one, for its target too, frozen and fit for JSON', () => {
    fc.assert(
      fc.property(panel, estimator, (rows, shrink) => {
        const found = shrink(Object.freeze(rows.map((row) => Object.freeze([...row]))));
        const size = rows[0]!.length;
        expect([...checkCovariance(found.covariance, 'S', size)]).toEqual(found.covariance.flat());
        checkCovariance(found.target, 'F', size);
        expect(found.shrinkage).toBeGreaterThanOrEqual(0);
        expect(found.shrinkage).toBeLessThanOrEqual(1);
        expect(isDeeplyFrozen(found)).toBe(true);
        expect(hasNegativeZero(found)).toBe(false);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
    );
  });

  it('is the sample and the target, mixed in the share it reports', () => {
    fc.assert(
      fc.property(panel, estimator, (rows, shrink) => {
        const { covariance, target, shrinkage } = shrink(rows);
        const toPopulation = (rows.length - 1) / rows.length;
        const expected = sampleCovariance(rows).map((row, i) =>
          row.map((v, j) => (1 - shrinkage) * toPopulation * v + shrinkage * target[i]![j]!),
        );
        expectAllClose(covariance, expected, 1e-12);
      }),
    );
  });

  it('keeps the average variance', () => {
    fc.assert(
      fc.property(panel, estimator, (rows, shrink) => {
        const { covariance, target } = shrink(rows);
        expectAllClose(trace(covariance), trace(target), 1e-12);
      }),
    );
  });

  it('does not depend on the order of the periods or the unit of the returns', () => {
    fc.assert(
      fc.property(panel, estimator, (rows, shrink) => {
        const found = shrink(rows);
        expectAllClose(shrink([...rows].reverse()).covariance, found.covariance, 1e-11);
        const doubled = shrink(rows.map((row) => row.map((value) => value * 2)));
        expect(doubled.shrinkage).toBe(found.shrinkage);
      }),
    );
  });

  it('follows the assets when those change places', () => {
    fc.assert(
      fc.property(panel, estimator, (rows, shrink) => {
        const turned = shrink(rows.map((row) => [...row].reverse())).covariance;
        const back = [...turned].reverse().map((row) => [...row].reverse());
        expectAllClose(back, shrink(rows).covariance, 1e-11);
      }),
    );
  });
});

describe('a denoised covariance', () => {
  const observations = fc.integer({ min: 1, max: 200 });
  const options = fc.constantFrom(
    {},
    { method: 'targeted-shrinkage' as const },
    { method: 'targeted-shrinkage' as const, alpha: 0.3 },
  );

  it('is one with the same variances', () => {
    fc.assert(
      fc.property(panel, observations, options, (rows, count, rest) => {
        const given = sampleCovariance(rows);
        const found = denoiseCovariance(given, { observations: count, ...rest });
        checkCovariance(found.covariance, 'S', given.length);
        expectAllClose(diagonal(found.covariance), diagonal(given), 1e-14);
        expect(isDeeplyFrozen(found)).toBe(true);
        expect(hasNegativeZero(found)).toBe(false);
      }),
    );
  });

  it('has no fewer signals after more observations', () => {
    fc.assert(
      fc.property(panel, observations, observations, (rows, some, more) => {
        const given = sampleCovariance(rows);
        const signals = (count: number) =>
          denoiseCovariance(given, { observations: count }).signals;
        expect(signals(some + more)).toBeGreaterThanOrEqual(signals(some));
      }),
    );
  });
});

function diagonal(matrix: readonly (readonly number[])[]): number[] {
  return matrix.map((row, i) => row[i]!);
}

function trace(matrix: readonly (readonly number[])[]): number {
  return diagonal(matrix).reduce((sum, value) => sum + value, 0);
}
