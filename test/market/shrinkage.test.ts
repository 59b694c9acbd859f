import { describe, expect, it } from 'vitest';
import {
  estimateAssumptions,
  type LedoitWolfOptions,
  ledoitWolf,
  oracleApproximatingShrinkage,
  type ShrunkCovariance,
} from '../../src/market/index.js';
import fixture from '../fixtures/market/shrinkage.json' with { type: 'json' };
import { annualReturns, expectAllClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

interface Expected {
  readonly shrinkage: number;
  readonly covariance: readonly (readonly number[])[];
  readonly target?: readonly (readonly number[])[];
}

function expectShrunk(found: ShrunkCovariance, expected: Expected): void {
  expectAllClose(found.shrinkage, expected.shrinkage, 1e-12);
  expectAllClose(found.covariance, expected.covariance, 1e-12);
  if (expected.target !== undefined) expectAllClose(found.target, expected.target, 1e-12);
}

describe.each(fixture.cases)('shrinkage of $name', (given) => {
  const shrink = (options?: LedoitWolfOptions) => ledoitWolf(given.returns, options);

  it('towards the identity agrees with scikit-learn', () => {
    expectShrunk(shrink(), given.identity);
    expectShrunk(oracleApproximatingShrinkage(given.returns), given.oas);
  });

  it('towards a constant correlation agrees with the paper and PyPortfolioOpt', () => {
    expectShrunk(shrink({ target: 'constant-correlation' }), given.constantCorrelation);
  });

  it('towards a single factor agrees with the paper, for the assets’ mean and for a given market', () => {
    expectShrunk(shrink({ target: 'single-factor' }), given.singleFactor);
    expectShrunk(shrink({ target: 'single-factor', market: given.market }), given.givenMarket);
  });

  it('agrees with the authors’ programs where the divisor is n − 1', () => {
    const divisor = 'n-1';
    const { identity, constantCorrelation, singleFactor } = given.lessOne;
    expectShrunk(shrink({ divisor }), identity);
    expectShrunk(shrink({ divisor, target: 'constant-correlation' }), constantCorrelation);
    expectShrunk(shrink({ divisor, target: 'single-factor' }), singleFactor);
  });
});

describe('shrinkage where there is little to go by', () => {
  it('is 0 for one asset: the sample is its target', () => {
    // Deviations of ±1 around 2, squared, over two rows: a variance of 1.
    for (const target of ['identity', 'constant-correlation', 'single-factor'] as const) {
      expect(ledoitWolf([[1], [3]], { target })).toEqual({
        covariance: [[1]],
        shrinkage: 0,
        target: [[1]],
      });
    }
    expect(oracleApproximatingShrinkage([[1], [3]]).shrinkage).toBe(0);
  });

  it('is 0 for two assets, whose average correlation is their correlation', () => {
    const { shrinkage, covariance, target } = ledoitWolf(annualReturns().returns.map(firstTwo), {
      target: 'constant-correlation',
    });
    expect(shrinkage).toBe(0);
    expectAllClose(target, covariance, 1e-12);
  });

  it('finds nothing to shrink in returns that never change', () => {
    const still = [
      [0.1, 0.2],
      [0.1, 0.2],
    ];
    for (const target of ['identity', 'constant-correlation', 'single-factor'] as const) {
      const { covariance, shrinkage } = ledoitWolf(still, { target });
      expect(covariance).toEqual([
        [0, 0],
        [0, 0],
      ]);
      expect(shrinkage).toBe(0);
    }
  });

  it('gives an asset without variance no correlation', () => {
    const rows = [
      [0.1, 0.1, -0.2],
      [0.1, 0.3, 0.1],
      [0.1, -0.1, 0.4],
    ];
    for (const target of ['constant-correlation', 'single-factor'] as const) {
      const { covariance, target: matrix } = ledoitWolf(rows, { target });
      expect(covariance[0]).toEqual([0, 0, 0]);
      expect(matrix[0]).toEqual([0, 0, 0]);
    }
  });

  it('takes no exposure to a market that cancels out', () => {
    // The second asset is the first turned round: their mean is 0 in each period.
    const rows = [0.1, 0.3, -0.2, 0.05].map((value) => [value, -value]);
    const { target } = ledoitWolf(rows, { target: 'single-factor' });
    expect(target[0]![1]).toBe(0);
    expect(target[1]![0]).toBe(0);
  });

  it('holds neither overflow nor underflow of fourth powers', () => {
    for (const unit of [1e100, 1e-100]) {
      for (const target of ['identity', 'constant-correlation', 'single-factor'] as const) {
        const { returns } = fixture.cases[1]!;
        const largest = Math.max(...returns.flat().map(Math.abs));
        const scaled = returns.map((row) => row.map((value) => (value / largest) * unit));
        const found = ledoitWolf(scaled, { target }).shrinkage;
        expectAllClose(found, ledoitWolf(returns, { target }).shrinkage, 1e-12);
      }
    }
  });
});

describe('shrinkage', () => {
  it('multiplies covariance and target, but not the share, by the rows per year', () => {
    const { returns } = fixture.cases[2]!;
    const [month, year] = [{}, { periodsPerYear: 12 }].map((options) =>
      ledoitWolf(returns, options),
    );
    expect(year!.shrinkage).toBe(month!.shrinkage);
    for (const key of ['covariance', 'target'] as const) {
      const expected = month![key].map((row) => row.map((value) => value * 12));
      expectAllClose(year![key], expected, 1e-14);
    }
    expect(isDeeplyFrozen(year)).toBe(true);
  });

  it('serves as the estimator of assumptions', () => {
    const history = annualReturns();
    const options = {
      asOf: '2026-01-01',
      source: 'sample history',
      covariance: ledoitWolf,
    } as const;
    const { volatility } = estimateAssumptions(history, options);
    const expected = fixture.cases[0]!.identity.covariance.map((row, i) => Math.sqrt(row[i]!));
    expectAllClose(volatility, expected, 1e-12);
  });

  it('refuses what is no panel, as the sample covariance does', () => {
    for (const call of [ledoitWolf, oracleApproximatingShrinkage]) {
      const act = (rows: unknown, options?: unknown) => () => call(wrong(rows), wrong(options));
      expectRefusal(act(null), 'missing-value', 'returns');
      expectRefusal(act([]), 'empty', 'returns');
      expectRefusal(act([[0.1]]), 'length-mismatch', 'returns');
      expectRefusal(act([[0.1], [null]]), 'missing-value', 'returns[1][0]');
      expectRefusal(act([[0.1], [Number.NaN]]), 'not-finite', 'returns[1][0]');
      expectRefusal(act([[0.1], [1e101]]), 'out-of-range', 'returns[1][0]');
      expectRefusal(act([[1], [2]], null), 'missing-value', 'options');
      const options = { periodsPerYear: 0 };
      expectRefusal(act([[1], [2]], options), 'out-of-range', 'options.periodsPerYear');
    }
  });

  it('refuses targets and markets that are none', () => {
    const act = (options: unknown) => () => ledoitWolf([[1], [2]], wrong(options));
    const target = 'single-factor';
    expectRefusal(act({ target: 'unit' }), 'unknown-value', 'options.target');
    expectRefusal(act({ target: 1 }), 'invalid-type', 'options.target');
    expectRefusal(act({ divisor: 'n-2' }), 'unknown-value', 'options.divisor');
    expectRefusal(act({ market: [1, 2] }), 'inconsistent', 'options.market');
    expectRefusal(act({ target, market: [1] }), 'length-mismatch', 'options.market');
    expectRefusal(act({ target, market: [1, null] }), 'missing-value', 'options.market[1]');
    expectRefusal(act({ target, market: [1, 1e101] }), 'out-of-range', 'options.market[1]');
    expectRefusal(act({ target, market: [1, 1] }), 'out-of-range', 'options.market');
  });
});

function firstTwo(row: readonly number[]): readonly number[] {
  return row.slice(0, 2);
}
