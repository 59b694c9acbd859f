import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCovariance,
  conditionNumber,
  correlationFromCovariance,
  nearestCorrelation,
  nearestCovariance,
} from '../../src/market/index.js';
import { expectAllClose, hasNegativeZero, isDeeplyFrozen } from './support.js';

const hundredth = fc.integer({ min: -100, max: 100 }).map((n) => n / 100);

/** Symmetric, with 1 on the diagonal if asked: most are no correlations. */
function symmetric(diagonal: fc.Arbitrary<number>, size: number): fc.Arbitrary<number[][]> {
  const half = fc.array(hundredth, { minLength: size * size, maxLength: size * size });
  const ends = fc.array(diagonal, { minLength: size, maxLength: size });
  return fc
    .tuple(half, ends)
    .map(([entries, end]) =>
      end.map((own, i) =>
        end.map((_, j) => (i === j ? own : entries[Math.max(i, j) * size + Math.min(i, j)]!)),
      ),
    );
}

const size = fc.integer({ min: 1, max: 6 });
const table = size.chain((n) => symmetric(fc.constant(1), n));
const matrix = size.chain((n) => symmetric(hundredth, n));
/** A table and a covariance of the same size. */
const pair = size.chain((n) =>
  fc.tuple(symmetric(fc.constant(1), n), symmetric(fc.constant(n), n)),
);

describe('the nearest correlation matrix', () => {
  it('passes the check and is its own nearest', () => {
    fc.assert(
      fc.property(table, (given) => {
        const found = nearestCorrelation(given);
        const n = given.length;
        expect(found.converged).toBe(true);
        expect([...checkCovariance(found.correlation, 'C', n)]).toEqual(found.correlation.flat());
        expect(nearestCorrelation(found.correlation)).toMatchObject({ distance: 0, iterations: 0 });
        expect(isDeeplyFrozen(found)).toBe(true);
        expect(hasNegativeZero(found)).toBe(false);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
    );
  });

  it('lies no further than any other correlation matrix', () => {
    fc.assert(
      fc.property(pair, ([given, dominant]) => {
        // A diagonal of n beside entries within ±1 makes a covariance, hence some correlations.
        const other = correlationFromCovariance(dominant).correlation;
        const { correlation, distance } = nearestCorrelation(given);
        expectAllClose(distance, distanceBetween(given, correlation), 1e-12);
        expect(distance).toBeLessThanOrEqual(distanceBetween(given, other) + 1e-9);
      }),
    );
  });

  it('follows the assets when those change places', () => {
    fc.assert(
      fc.property(table, (given) => {
        const turned = nearestCorrelation(turnRound(given)).correlation;
        expectAllClose(turnRound(turned), nearestCorrelation(given).correlation, 1e-5);
      }),
    );
  });

  it('keeps the eigenvalue asked for', () => {
    fc.assert(
      fc.property(table, (given) => {
        const found = nearestCorrelation(given, { minEigenvalue: 0.1 });
        expect(found.smallestEigenvalue.after).toBeGreaterThanOrEqual(0.1 - 1e-13);
        expect(found.conditionNumber).toBeLessThanOrEqual((given.length / 0.1) * (1 + 1e-12));
      }),
    );
  });
});

describe('the nearest covariance', () => {
  it('passes the check, whatever the matrix, with variances kept or not', () => {
    fc.assert(
      fc.property(matrix, fc.boolean(), (given, keepVariances) => {
        const sound = given.map((row, i) =>
          row.map((value, j) => (i === j && keepVariances ? Math.abs(value) : value)),
        );
        const before = structuredClone(sound);
        const found = nearestCovariance(sound, { keepVariances });
        expect(sound).toEqual(before);
        checkCovariance(found.covariance, 'S', given.length);
        expect(nearestCovariance(found.covariance).distance).toBe(0);
        expect(isDeeplyFrozen(found)).toBe(true);
        expect(hasNegativeZero(found)).toBe(false);
      }),
    );
  });

  it('stays sound where variances differ by many powers of ten', () => {
    fc.assert(
      fc.property(matrix, fc.integer({ min: 0, max: 40 }), (given, power) => {
        const unit = (i: number) => 2 ** -(i * power);
        const graded = given.map((row, i) => row.map((value, j) => value * unit(i) * unit(j)));
        checkCovariance(nearestCovariance(graded).covariance, 'S', given.length);
      }),
    );
  });

  it('lies no further than any other covariance, so never further than the matrix is from 0', () => {
    fc.assert(
      fc.property(matrix, (given) => {
        const { covariance, distance } = nearestCovariance(given);
        expectAllClose(distance, distanceBetween(given, covariance), 1e-12);
        const variances = given.map((row, i) => row.map((v, j) => (i === j ? Math.max(v, 0) : 0)));
        expect(distance).toBeLessThanOrEqual(distanceBetween(given, variances) + 1e-12);
      }),
    );
  });
});

describe('the condition number', () => {
  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(pair, ([, dominant]) => {
        const found = conditionNumber(dominant);
        if (found !== null) expect(found).toBeGreaterThanOrEqual(1);
        const halved = dominant.map((row) => row.map((value) => value / 2));
        expect(conditionNumber(halved)).toBe(found);
      }),
    );
  });
});

function distanceBetween(
  first: readonly (readonly number[])[],
  second: readonly (readonly number[])[],
): number {
  return Math.sqrt(
    first.reduce(
      (sum, row, i) => row.reduce((part, value, j) => part + (value - second[i]![j]!) ** 2, sum),
      0,
    ),
  );
}

function turnRound(rows: readonly (readonly number[])[]): number[][] {
  return [...rows].reverse().map((row) => [...row].reverse());
}
