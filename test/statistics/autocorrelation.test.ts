import { describe, expect, it } from 'vitest';
import { autocorrelation, mean, standardDeviation } from '../../src/statistics/index.js';
import published from '../fixtures/statistics/published.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from './support.js';

const { strd } = published;

/** 1,001 values: the first, then b and a by turns. */
function alternating(first: number, a: number, b: number): number[] {
  return [first, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? a : b))];
}

const sets = [
  { name: 'Michelso', values: strd.Michelso.y, certified: strd.Michelso },
  { name: 'NumAcc1', values: strd.NumAcc1.y, certified: strd.NumAcc1 },
  { name: 'NumAcc2', values: alternating(1.2, 1.1, 1.3), certified: strd.NumAcc2 },
  {
    name: 'NumAcc3',
    values: alternating(1000000.2, 1000000.1, 1000000.3),
    certified: strd.NumAcc3,
  },
  {
    name: 'NumAcc4',
    values: alternating(10000000.2, 10000000.1, 10000000.3),
    certified: strd.NumAcc4,
  },
];

const correlationOf = (values: readonly number[], lag?: number): number => {
  const result = autocorrelation(values, lag);
  if (result.status !== 'estimated') throw new Error('they vary');
  return result.value;
};

describe('the autocorrelation', () => {
  it.each(sets)('of the NIST set $name is the certified one', ({ values, certified }) => {
    expectClose(mean(values), certified.mean, 1e-14);
    // The values 10000000.1 and .3 are themselves rounded to about 2e-9.
    expectClose(standardDeviation(values), certified.sd, 1e-7);
    // And so is 1000000.2, which then is not quite the mean: that is 1e-11 of the correlation.
    expectClose(correlationOf(values), certified.lag1, 1e-10);
  });

  it('takes values any number of places apart', () => {
    // 1 to 5: deviations −2, −1, 0, 1, 2 with squares 10 in all.
    // Two apart: −2·0 − 1·1 + 0·2 = −1; three apart: −2·1 − 1·2 = −4; four apart: −2·2 = −4.
    expect([2, 3, 4].map((lag) => correlationOf([1, 2, 3, 4, 5], lag))).toEqual([-0.1, -0.4, -0.4]);
    // One apart, the default: 2 + 0 + 0 + 2 = 4.
    expect(autocorrelation(Float64Array.of(1, 2, 3, 4, 5))).toEqual({
      status: 'estimated',
      value: 0.4,
      lag: 1,
      n: 5,
    });
  });

  it('does not depend on the unit, however large or small', () => {
    const { y, lag1 } = strd.Michelso;
    for (const unit of [2 ** -1000, 2 ** -664, 2 ** 664, 2 ** 1014]) {
      const inUnit = y.map((value) => value * unit);
      expectClose(correlationOf(inUnit), lag1, 1e-9);
    }
    // Two doubles next to each other: deviations of half a unit, one up and one down.
    expectClose(correlationOf([1, 1 + Number.EPSILON]), -0.5, 1e-15);
  });

  it('is not one where nothing varies', () => {
    expect(autocorrelation([0.1, 0.1, 0.1])).toEqual({ status: 'no-variation' });
    expect(autocorrelation([0, -0])).toEqual({ status: 'no-variation' });
    expect(Object.isFrozen(autocorrelation([0, 1]))).toBe(true);
  });

  it('refuses what is no series', () => {
    expectRefusal(() => autocorrelation([]), 'empty', 'values');
    expectRefusal(() => autocorrelation([1]), 'length-mismatch', 'values');
    expectRefusal(() => autocorrelation([1, 2, 3], 3), 'length-mismatch', 'values');
    expectRefusal(() => autocorrelation([1, Number.NaN]), 'not-finite', 'values[1]');
    expectRefusal(() => autocorrelation(wrong(null)), 'missing-value', 'values');
    expectRefusal(() => autocorrelation([1, 2], 0), 'out-of-range', 'lag');
    expectRefusal(() => autocorrelation([1, 2], 0.5), 'invalid-type', 'lag');
  });
});
