import { describe, expect, it } from 'vitest';
import { maxDrawdown } from '../../src/performance/index.js';
import bacon from '../fixtures/performance/bacon-series.json' with { type: 'json' };
import { cny, day, expectClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const series = (...values: readonly number[]) =>
  values.map((value, i) => ({ date: day(`2024-01-0${i + 1}`), value }));

describe('maxDrawdown', () => {
  it('finds the deepest fall of a published series, as exact arithmetic does', () => {
    const wealth = bacon.dates.map((date, i) => ({
      date: day(date),
      value: 1 + bacon.accumulated[i]!,
    }));
    const { depth, ...days } = maxDrawdown(wealth);
    const { depth: exact, ...expected } = bacon.drawdown;
    expectClose(depth, exact);
    expect(days).toEqual(expected);
  });

  it('counts from the peak before the fall, not from the highest value of all', () => {
    // 100 → 50 is half; the later 400 → 300 is a quarter.
    expect(maxDrawdown(series(100, 50, 400, 300))).toEqual({
      depth: 0.5,
      peak: '2024-01-01',
      trough: '2024-01-02',
      recovered: '2024-01-03',
    });
  });

  it('keeps the earliest of equally deep falls, and its first recovery', () => {
    expect(maxDrawdown(series(100, 80, 100, 80, 90))).toEqual({
      depth: expect.closeTo(0.2, 15),
      peak: '2024-01-01',
      trough: '2024-01-02',
      recovered: '2024-01-03',
    });
  });

  it('says where there was no recovery, and where there was no fall', () => {
    expect(maxDrawdown(series(100, 90, 99)).recovered).toBeNull();
    expect(maxDrawdown(series(100, 100, 101))).toEqual({
      depth: 0,
      peak: null,
      trough: null,
      recovered: null,
    });
    expect(maxDrawdown(series(5)).depth).toBe(0);
  });

  it('takes money, in any order, and freezes its result', () => {
    const inMoney = [
      { date: '2024-01-02', value: cny('50') },
      { date: '2024-01-01', value: cny('100') },
    ] as const;
    expect(maxDrawdown(inMoney)).toMatchObject({ depth: 0.5, peak: '2024-01-01' });
    expect(isDeeplyFrozen(maxDrawdown(inMoney))).toBe(true);
  });

  it.each([
    ['no series', null, 'missing-value', 'series'],
    ['an empty series', [], 'empty', 'series'],
    ['a value that is none', [null], 'missing-value', 'series[0]'],
    ['a value of zero', series(1, 0), 'out-of-range', 'series[1].value'],
    ['a negative value', series(-1), 'out-of-range', 'series[0].value'],
    ['NaN', series(1, Number.NaN), 'not-finite', 'series[1].value'],
    [
      'a day that does not exist',
      [{ date: '2024-02-30', value: 1 }],
      'invalid-date',
      'series[0].date',
    ],
    ['a day valued twice', [...series(1), ...series(2)], 'duplicate-id', 'series[1].date'],
    [
      'money among numbers',
      [...series(1), { date: '2024-01-02', value: cny('1') }],
      'currency-mismatch',
      'series[1].value',
    ],
  ] as const)('refuses %s', (_, values, code, path) => {
    expectRefusal(() => maxDrawdown(wrong(values)), code, path);
  });
});

describe('maxDrawdown of a list with a hole', () => {
  it('is refused with the place', () => {
    const holed = [...series(100, 50)];
    delete holed[0];
    expectRefusal(() => maxDrawdown(holed), 'missing-value', 'series[0]');
  });
});
