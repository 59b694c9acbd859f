import { describe, expect, it } from 'vitest';
import { logReturns, simpleReturns } from '../../src/market/index.js';
import { expectAllClose, expectRefusal, hasNegativeZero, wrong } from './support.js';

describe('simpleReturns and logReturns', () => {
  it('are those of a hand calculation', () => {
    expectAllClose(simpleReturns([100, 110, 99]), [0.1, -0.1], 1e-15);
    expectAllClose(logReturns([100, 200, 100]), [Math.LN2, -Math.LN2], 1e-15);
  });

  it('take typed arrays as well, and freeze their results', () => {
    const prices = new Float64Array([4, 5]);
    expect(simpleReturns(prices)).toEqual([0.25]);
    expect(Object.isFrozen(simpleReturns(prices))).toBe(true);
    expect(Object.isFrozen(logReturns(prices))).toBe(true);
  });

  it('give 0, not −0, for a price that stays', () => {
    expect(simpleReturns([7, 7])).toEqual([0]);
    expect(hasNegativeZero([simpleReturns([7, 7]), logReturns([7, 7])])).toBe(false);
  });

  it('refuse gaps and prices that are none (A15), with the place', () => {
    for (const call of [simpleReturns, logReturns]) {
      const act = (prices: unknown) => () => call(wrong(prices));
      expectRefusal(act([1, Number.NaN, 2]), 'not-finite', 'prices[1]');
      expectRefusal(act([1, 0]), 'out-of-range', 'prices[1]');
      expectRefusal(act([-0, 1]), 'out-of-range', 'prices[0]');
      expectRefusal(act([1, -2]), 'out-of-range', 'prices[1]');
      expectRefusal(act([1, null]), 'missing-value', 'prices[1]');
      expectRefusal(act(new Array(3)), 'missing-value', 'prices[0]');
      expectRefusal(act([1, '2']), 'invalid-type', 'prices[1]');
      expectRefusal(act([1, Number.POSITIVE_INFINITY]), 'not-finite', 'prices[1]');
      expectRefusal(act([1]), 'length-mismatch', 'prices');
      expectRefusal(act([]), 'empty', 'prices');
      expectRefusal(act(undefined), 'missing-value', 'prices');
      expectRefusal(act('100'), 'invalid-type', 'prices');
    }
  });
});

describe('returns that a double cannot hold', () => {
  it('are refused with the price that is next to nothing or beyond all prices', () => {
    for (const call of [simpleReturns, logReturns]) {
      expectRefusal(() => call([1e-320, 110]), 'out-of-range', 'prices[0]');
      expectRefusal(() => call([1, 1e308]), 'out-of-range', 'prices[1]');
    }
  });
});
