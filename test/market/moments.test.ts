import { describe, expect, it } from 'vitest';
import { meanReturns, sampleCovariance } from '../../src/market/index.js';
import annual from '../fixtures/market/annual.json' with { type: 'json' };
import {
  annualReturns,
  expectAllClose,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  wrong,
} from './support.js';

describe('meanReturns and sampleCovariance', () => {
  it('agree with NumPy on 98 years of eight series', () => {
    const { returns } = annualReturns();
    expect(returns).toHaveLength(annual.rows);
    expectAllClose(meanReturns(returns), annual.mean);
    expectAllClose(sampleCovariance(returns), annual.covariance);
  });

  it('multiply both by the rows per year', () => {
    // Monthly returns of 1 and 3 %: mean 2 %, variance 0.02²/2 = 0.0002; a year has twelve of each.
    const options = { periodsPerYear: 12 };
    expectAllClose(meanReturns([[0.01], [0.03]], options), [0.24], 1e-15);
    expectAllClose(sampleCovariance([[0.01], [0.03]], options), [0.0024], 1e-14);
  });

  it('find no risk at all in returns that are always the same', () => {
    const rows = [
      [0.1, 0.02],
      [0.1, 0.03],
      [0.1, 0.05],
    ];
    expect(sampleCovariance(rows)[0]).toEqual([0, 0]);
  });

  it('lose no digits to returns of very different size', () => {
    // (10^8 + 1) and (10^8 + 3): variance 2, exactly.
    expect(sampleCovariance([[1e8 + 1], [1e8 + 3]])).toEqual([[2]]);
    // 10^16 and 1 and −10^16: the mean is 1/3, which plain summation loses.
    expectAllClose(meanReturns([[1e16], [1], [-1e16]]), [1 / 3], 1e-15);
  });

  it('freeze their results and hold no negative zero', () => {
    const rows = [
      [-0, 0.1],
      [-0, -0.1],
    ];
    for (const result of [meanReturns(rows), sampleCovariance(rows)]) {
      expect(isDeeplyFrozen(result)).toBe(true);
      expect(hasNegativeZero(result)).toBe(false);
    }
  });

  it('refuse gaps and whatever is no return, with the place', () => {
    for (const call of [meanReturns, sampleCovariance]) {
      const act = (rows: unknown) => () => call(wrong(rows));
      expectRefusal(
        act([
          [0.1, null],
          [0.2, 0.1],
        ]),
        'missing-value',
        'returns[0][1]',
      );
      expectRefusal(act([[0.1], [Number.NaN]]), 'not-finite', 'returns[1][0]');
      expectRefusal(act([[0.1], [Number.POSITIVE_INFINITY]]), 'not-finite', 'returns[1][0]');
      expectRefusal(act([[0.1], ['0.2']]), 'invalid-type', 'returns[1][0]');
      expectRefusal(act([[0.1, 0.2], [0.1]]), 'length-mismatch', 'returns[1]');
      expectRefusal(act([[0.1], undefined]), 'missing-value', 'returns[1]');
      expectRefusal(act([[], []]), 'empty', 'returns[0]');
      expectRefusal(act([]), 'empty', 'returns');
      expectRefusal(act(undefined), 'missing-value', 'returns');
      expectRefusal(act({}), 'invalid-type', 'returns');
    }
    expectRefusal(() => sampleCovariance([[0.1]]), 'length-mismatch', 'returns');
    expect(meanReturns([[0.1]])).toEqual([0.1]);
  });

  it('refuse a year without rows', () => {
    for (const call of [meanReturns, sampleCovariance]) {
      const act = (periodsPerYear: unknown) => () =>
        call([[0.1], [0.2]], { periodsPerYear: wrong(periodsPerYear) });
      expectRefusal(act(0), 'out-of-range', 'options.periodsPerYear');
      expectRefusal(act(Number.NaN), 'not-finite', 'options.periodsPerYear');
      expectRefusal(act('12'), 'invalid-type', 'options.periodsPerYear');
      expectRefusal(() => call([[0.1], [0.2]], wrong(null)), 'missing-value', 'options');
    }
  });
});

describe('moments that a double cannot hold', () => {
  it('are refused with the return or the rows per year', () => {
    expectRefusal(() => sampleCovariance([[0], [1e308]]), 'out-of-range', 'returns[1][0]');
    expectRefusal(() => meanReturns([[1e308]]), 'out-of-range', 'returns[0][0]');
    const options = { periodsPerYear: 1e308 };
    expectRefusal(() => meanReturns([[0.1]], options), 'out-of-range', 'options.periodsPerYear');
  });
});
