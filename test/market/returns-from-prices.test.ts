import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logReturns, returnsFromPrices, simpleReturns } from '../../src/market/index.js';
import fixture from '../fixtures/market/gaps.json' with { type: 'json' };
import {
  expectAllClose,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  wrong,
} from './support.js';

const { prices, carryOne, carryTwo, span, spanLog } = fixture.prices;

/** As close as `expectAllClose` for numbers, and null where null is expected. */
function expectSame(found: readonly (number | null)[], expected: readonly (number | null)[]) {
  expect(found.map((value) => value === null)).toEqual(expected.map((value) => value === null));
  const numbers = (list: readonly (number | null)[]) => list.filter((value) => value !== null);
  expectAllClose(numbers(found), numbers(expected));
}

describe('returnsFromPrices', () => {
  it('carries a price forward as pandas does with ffill(limit), and lists the places', () => {
    const one = returnsFromPrices(prices, { missing: 'carry-forward', limit: 1 });
    expectSame(one.returns, carryOne);
    expect(one.filled).toEqual([3, 5, 10]);
    const two = returnsFromPrices(prices, { missing: 'carry-forward', limit: 2 });
    expectSame(two.returns, carryTwo);
    expect(two.filled).toEqual([3, 5, 6, 10, 11]);
    expect(two.missing).toEqual([0, 6, 7]);
    expect(two.spans).toEqual([]);
  });

  it('spans a gap with the return of the next price, as pandas does without the gaps', () => {
    const found = returnsFromPrices(prices, { missing: 'span' });
    expectSame(found.returns, span);
    expect(found.spans).toEqual([
      { from: 2, to: 4 },
      { from: 4, to: 8 },
    ]);
    expect(found.filled).toEqual([]);
    expect(found.missing).toEqual([0, 2, 4, 5, 6, 9, 10]);
    expectSame(returnsFromPrices(prices, { missing: 'span', form: 'log' }).returns, spanLog);
  });

  it('is simpleReturns or logReturns where nothing is missing, whatever the policy', () => {
    const whole = [100, 110, 99];
    for (const options of [
      {},
      { missing: 'span' },
      { missing: 'carry-forward', limit: 3 },
    ] as const) {
      const found = returnsFromPrices(whole, options);
      expect(found).toEqual({
        returns: simpleReturns(whole),
        filled: [],
        spans: [],
        missing: [],
      });
      const log = returnsFromPrices(whole, { ...options, form: 'log' });
      expect(log.returns).toEqual(logReturns(whole));
    }
    expect(returnsFromPrices(Float64Array.from(whole)).returns).toEqual(simpleReturns(whole));
  });

  it('freezes its result and holds no negative zero', () => {
    const found = returnsFromPrices([7, null, 7], { missing: 'span' });
    expect(isDeeplyFrozen(found)).toBe(true);
    expect(hasNegativeZero(found)).toBe(false);
  });

  it('refuses a gap by default, and whatever is no price under any policy', () => {
    expectRefusal(() => returnsFromPrices([1, null, 2]), 'missing-value', 'prices[1]');
    for (const options of [
      {},
      { missing: 'span' },
      { missing: 'carry-forward', limit: 3 },
    ] as const) {
      const act = (list: unknown) => () => returnsFromPrices(wrong(list), options);
      expectRefusal(act([1, Number.NaN]), 'not-finite', 'prices[1]');
      expectRefusal(act([1, 0]), 'out-of-range', 'prices[1]');
      expectRefusal(act([1, '2']), 'invalid-type', 'prices[1]');
      expectRefusal(act([1, undefined]), 'missing-value', 'prices[1]');
      expectRefusal(act(new Array(2)), 'missing-value', 'prices[0]');
      expectRefusal(act([1]), 'length-mismatch', 'prices');
      expectRefusal(act(null), 'missing-value', 'prices');
    }
    const none = () => returnsFromPrices([null, null], { missing: 'span' });
    expectRefusal(none, 'missing-value', 'prices');
  });

  it('refuses options that are none', () => {
    const act = (options: unknown) => () => returnsFromPrices([1, 2], wrong(options));
    expectRefusal(act({ missing: 'zero' }), 'unknown-value', 'options.missing');
    expectRefusal(act({ missing: 'carry-forward' }), 'missing-value', 'options.limit');
    expectRefusal(act({ missing: 'carry-forward', limit: 0 }), 'out-of-range', 'options.limit');
    expectRefusal(act({ missing: 'carry-forward', limit: 0.5 }), 'invalid-type', 'options.limit');
    expectRefusal(act({ missing: 'span', limit: 1 }), 'inconsistent', 'options.limit');
    expectRefusal(act({ limit: 1 }), 'inconsistent', 'options.limit');
    expectRefusal(act({ form: 'ln' }), 'unknown-value', 'options.form');
    expectRefusal(act(null), 'missing-value', 'options');
  });
});

describe('returns across gaps', () => {
  const price = fc.option(fc.double({ min: 1, max: 1000, noNaN: true }), { nil: null });
  const series = fc
    .array(price, { minLength: 2, maxLength: 30 })
    .filter((list) => list.some((one) => one !== null));

  it('compound to the growth from the first price to the last, spanned or carried all the way', () => {
    fc.assert(
      fc.property(series, (list) => {
        const seen = list.filter((one) => one !== null);
        const growth = seen.at(-1)! / seen[0]!;
        for (const options of [
          { missing: 'span' },
          { missing: 'carry-forward', limit: 30 },
        ] as const) {
          const { returns, missing } = returnsFromPrices(list, options);
          const compounded = returns.reduce<number>((product, r) => product * (1 + (r ?? 0)), 1);
          expectAllClose(compounded / growth, 1, 1e-11);
          expect(missing).toEqual([...returns.keys()].filter((t) => returns[t] === null));
        }
      }),
    );
  });
});
