import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aggregateReturns,
  geometricMeanReturns,
  sampleVolatilities,
  toLogReturns,
  toSimpleReturns,
} from '../../src/market/index.js';
import fixture from '../fixtures/market/gaps.json' with { type: 'json' };
import {
  annualReturns,
  expectAllClose,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  wrong,
} from './support.js';

const { longer } = fixture;
const { returns } = annualReturns();
const decade = longer.years.map((year) => Math.floor(year / 10));

describe('toLogReturns and toSimpleReturns', () => {
  it('agree with NumPy, and undo one another', () => {
    expectAllClose(toLogReturns(returns.slice(0, 3)), longer.log);
    expectAllClose(toSimpleReturns(toLogReturns(returns)), returns, 1e-14);
  });

  it('keep gaps as gaps', () => {
    expect(toLogReturns([[0, null]])).toEqual([[0, null]]);
    expect(toSimpleReturns([[null, -0]])).toEqual([[null, 0]]);
  });

  it('freeze their results and hold no negative zero', () => {
    for (const call of [toLogReturns, toSimpleReturns]) {
      expect(isDeeplyFrozen(call([[-0, 0.1]]))).toBe(true);
      expect(hasNegativeZero(call([[-0, 0.1]]))).toBe(false);
    }
  });

  it('refuse a total loss, which has no logarithm, and what is no return', () => {
    expectRefusal(() => toLogReturns([[0.1, -1]]), 'out-of-range', 'returns[0][1]');
    expectRefusal(() => toSimpleReturns([[0.1], [1000]]), 'out-of-range', 'returns[1][0]');
    for (const call of [toLogReturns, toSimpleReturns]) {
      expectRefusal(() => call([[Number.NaN]]), 'not-finite', 'returns[0][0]');
      expectRefusal(() => call(wrong([['0']])), 'invalid-type', 'returns[0][0]');
      expectRefusal(() => call([[0.1], [0.1, 0.2]]), 'length-mismatch', 'returns[1]');
      expectRefusal(() => call([]), 'empty', 'returns');
      expectRefusal(() => call(wrong(null)), 'missing-value', 'returns');
    }
  });
});

describe('aggregateReturns', () => {
  it('compounds years to decades as pandas does, and says how many years each had', () => {
    const found = aggregateReturns(returns, { by: decade });
    expectAllClose(found.returns, longer.compounded, 1e-12);
    expect(found.periods).toEqual(longer.decades);
    expect(found.rows).toEqual(longer.rows);
    const added = aggregateReturns(toLogReturns(returns), { by: decade, form: 'log' });
    expectAllClose(added.returns, longer.summed, 1e-12);
  });

  it('groups a number of rows', () => {
    const found = aggregateReturns([[0.1], [0.1], [-1], [5]], { every: 2 });
    expectAllClose(found.returns, [[0.21], [-1]], 1e-15);
    expect(found.periods).toEqual([0, 1]);
    expect(found.rows).toEqual([2, 2]);
    expect(isDeeplyFrozen(found)).toBe(true);
  });

  it('has no return for a period of which one is missing', () => {
    const rows = [
      [0.1, 0.2],
      [null, 0.2],
    ];
    expect(aggregateReturns(rows, { every: 2 }).returns[0]![0]).toBeNull();
    expectAllClose(aggregateReturns(rows, { every: 2 }).returns[0]![1], 0.44, 1e-15);
    expect(aggregateReturns(rows, { every: 2, form: 'log' }).returns[0]![0]).toBeNull();
  });

  it('keeps the digits of small returns', () => {
    // (1 + 1e-12)³ − 1 = 3e-12 + 3e-24 + 1e-36; forming 1 + r first would leave four digits.
    const [[found]] = aggregateReturns([[1e-12], [1e-12], [1e-12]], { every: 3 })
      .returns as unknown as [[number]];
    expect(Math.abs(found / 3.000000000003e-12 - 1)).toBeLessThan(1e-15);
  });

  it('refuses rows left over, labels that do not fit and periods torn apart', () => {
    const rows = [[0.1], [0.2], [0.3]];
    const act =
      (options: unknown, given: unknown = rows) =>
      () =>
        aggregateReturns(wrong(given), wrong(options));
    expectRefusal(act({ every: 2 }), 'length-mismatch', 'returns');
    expectRefusal(act({ every: 0 }), 'out-of-range', 'options.every');
    expectRefusal(act({ every: 1.5 }), 'invalid-type', 'options.every');
    expectRefusal(act({ by: [1, 2] }), 'length-mismatch', 'options.by');
    expectRefusal(act({ by: [1, 2, 1] }), 'duplicate-id', 'options.by[2]');
    expectRefusal(act({ by: ['1', 2, 1] }), 'duplicate-id', 'options.by[2]');
    expectRefusal(act({ by: [1, null, 2] }), 'missing-value', 'options.by[1]');
    expectRefusal(act({ by: [1, 2, Number.NaN] }), 'not-finite', 'options.by[2]');
    expectRefusal(act({}), 'missing-value', 'options.by');
    expectRefusal(act({ every: 3, by: [1, 1, 1] }), 'inconsistent', 'options.by');
    expectRefusal(act({ every: 3, form: 'x' }), 'unknown-value', 'options.form');
    expectRefusal(act(null), 'missing-value', 'options');
    expectRefusal(act({ every: 1 }, [[-1.5]]), 'out-of-range', 'returns[0][0]');
    const explosive = Array.from({ length: 4 }, () => [1e90]);
    expectRefusal(act({ every: 4 }, explosive), 'out-of-range', 'returns[0][0]');
  });
});

describe('annual figures', () => {
  it('are those of NumPy', () => {
    expectAllClose(geometricMeanReturns(returns), longer.geometric);
    const twice = { periodsPerYear: 2 };
    expectAllClose(geometricMeanReturns(returns, twice), longer.geometricTwiceAYear);
    expectAllClose(sampleVolatilities(returns, twice), longer.volatilityTwiceAYear);
  });

  it('know a total loss, and returns that never vary', () => {
    expect(geometricMeanReturns([[0.5], [-1], [3]])).toEqual([-1]);
    expect(sampleVolatilities([[0.1], [0.1]])).toEqual([0]);
  });

  it('refuse what is no return', () => {
    expectRefusal(() => geometricMeanReturns([[0], [-1.1]]), 'out-of-range', 'returns[1][0]');
    expectRefusal(() => sampleVolatilities([[0.1]]), 'length-mismatch', 'returns');
    for (const call of [geometricMeanReturns, sampleVolatilities]) {
      expectRefusal(() => call(wrong([[0.1], [null]])), 'missing-value', 'returns[1][0]');
      const none = () => call([[0.1], [0.2]], { periodsPerYear: 0 });
      expectRefusal(none, 'out-of-range', 'options.periodsPerYear');
    }
    const beyond = () => geometricMeanReturns([[1]], { periodsPerYear: 1e6 });
    expectRefusal(beyond, 'out-of-range', 'options.periodsPerYear');
  });
});

describe('longer periods', () => {
  const change = fc.integer({ min: -9000, max: 9000 }).map((n) => n / 10_000);
  const panel = fc.array(fc.tuple(change, change), { minLength: 6, maxLength: 6 });

  it('come to the same in one step or in two, and through logarithms', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const once = aggregateReturns(rows, { every: 6 }).returns;
        const { returns: pairs } = aggregateReturns(rows, { every: 2 });
        expectAllClose(aggregateReturns(pairs, { every: 3 }).returns, once, 1e-12);
        const added = aggregateReturns(toLogReturns(rows), { every: 6, form: 'log' });
        expectAllClose(toSimpleReturns(added.returns), once, 1e-12);
      }),
    );
  });

  it('grow by the geometric mean each period', () => {
    fc.assert(
      fc.property(panel, (rows) => {
        const [whole] = aggregateReturns(rows, { every: 6 }).returns;
        expectAllClose(geometricMeanReturns(rows, { periodsPerYear: 6 }), whole, 1e-12);
      }),
    );
  });
});
