import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MANN_KENDALL_LIMIT, mannKendall } from '../../src/statistics/index.js';
import oracle from '../fixtures/kpi/control-chart/oracle.json' with { type: 'json' };
import fromR from '../fixtures/kpi/control-chart/trend-r.json' with { type: 'json' };
import { expectRefusal } from '../refusal.js';

function tested(values: readonly number[]) {
  const test = mannKendall(values);
  if (test.status !== 'tested') throw new Error('expected a test');
  return test;
}

describe('mannKendall', () => {
  it('counts out the distribution of four values', () => {
    // Of the 24 orders of four values one has no pair that falls and three have one: 2 · 4/24.
    expect(tested([1, 2, 4, 3])).toEqual({
      status: 'tested',
      n: 4,
      statistic: 4,
      tau: 4 / 6,
      pValue: expect.closeTo(1 / 3, 15),
      method: 'exact',
    });
  });

  it('gives 1 where rising and falling balance', () => {
    // Three pairs rise and three fall, of which 15 of the 24 orders have no more than three: twice that is cut at 1.
    expect(tested([2, 4, 1, 3])).toMatchObject({ statistic: 0, tau: 0, pValue: 1 });
  });

  it.each(oracle.trends)('agrees with SciPy and pymannkendall, series %#', (expected) => {
    const test = tested(expected.values);
    expect(test.method).toBe(expected.method);
    expect(test.tau).toBeCloseTo(expected.tau, 12);
    expect(Math.abs(test.pValue / expected.p - 1)).toBeLessThan(1e-9);
    if (expected.statistic !== undefined) expect(test.statistic).toBe(expected.statistic);
  });

  it.each([
    ['exact', fromR.exact],
    ['normal', fromR.tied],
    ['normal', fromR.nile],
  ] as const)("agrees with R's cor.test: %s", (method, expected) => {
    const test = tested(expected.values);
    expect(test.method).toBe(method);
    expect(test.tau).toBeCloseTo(expected.tau, 12);
    expect(Math.abs(test.pValue / expected.p - 1)).toBeLessThan(1e-9);
  });

  it('has nothing to test where all values are alike', () => {
    expect(mannKendall([3, 3, 3])).toEqual({ status: 'no-variation', n: 3 });
  });

  it('turns round with the order of time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 60 }),
        (values) => {
          const there = mannKendall(values);
          const back = mannKendall([...values].reverse());
          expect(back.status).toBe(there.status);
          if (there.status !== 'tested' || back.status !== 'tested') return;
          expect(back.statistic).toBe(-there.statistic + 0);
          expect(back.pValue).toBe(there.pValue);
          expect(there.pValue).toBeGreaterThanOrEqual(0);
          expect(there.pValue).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('refuses bad input by name', () => {
    expectRefusal(() => mannKendall([]), 'empty', 'values');
    expectRefusal(() => mannKendall([1]), 'length-mismatch', 'values');
    expectRefusal(() => mannKendall([1, Number.NaN]), 'not-finite', 'values[1]');
    expectRefusal(() => mannKendall([1, null] as never), 'missing-value', 'values[1]');
    expectRefusal(() => mannKendall('12' as never), 'invalid-type', 'values');
    const long = new Float64Array(MANN_KENDALL_LIMIT + 1);
    expectRefusal(() => mannKendall(long), 'too-long', 'values');
  });
});
