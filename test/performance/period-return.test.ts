import { describe, expect, it } from 'vitest';
import { money } from '../../src/money/index.js';
import { annualiseReturn, periodReturn } from '../../src/performance/index.js';
import bacon from '../fixtures/performance/bacon-series.json' with { type: 'json' };
import published from '../fixtures/performance/modified-dietz.json' with { type: 'json' };
import { cny, day, expectClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

describe('periodReturn', () => {
  it('gives the published return of a day without flows', () => {
    const example = published.find(({ id }) => id === 'wikipedia_no_flow')!;
    const result = periodReturn(example.start, example.end);
    expect(result.status).toBe('return');
    // The source prints ten digits.
    if (result.status === 'return') {
      expect(result.rate).toBeCloseTo(example.expected.modified_dietz as number, 10);
    }
  });

  it('takes numbers or money, and gives the same', () => {
    expect(periodReturn(cny('1000'), cny('1025'))).toEqual(periodReturn(1000, 1025));
  });

  it('is −100 % for a total loss, below for a debt, and 0 without −0 for no change', () => {
    expect(periodReturn(100, 0)).toEqual({ status: 'return', rate: -1 });
    expect(periodReturn(100, -50)).toEqual({ status: 'return', rate: -1.5 });
    expect(periodReturn(100, 100)).toStrictEqual({ status: 'return', rate: 0 });
    expect(periodReturn(100, -0)).toEqual({ status: 'return', rate: -1 });
  });

  it('has no value on nothing or on a debt: never 0 % and never 100 %', () => {
    for (const opening of [0, -0, -100]) {
      const result = periodReturn(opening, 100);
      expect(result).toEqual({ status: 'undefined', reason: 'non-positive-opening' });
      expect(isDeeplyFrozen(result)).toBe(true);
    }
  });

  it.each([
    ['no opening value', undefined, 1, 'missing-value', 'opening'],
    ['null', 1, null, 'missing-value', 'closing'],
    ['a text', '1', 1, 'invalid-type', 'opening'],
    ['NaN', Number.NaN, 1, 'not-finite', 'opening'],
    ['an infinite value', 1, Number.POSITIVE_INFINITY, 'not-finite', 'closing'],
    ['two currencies', cny('1'), money('USD', '1'), 'currency-mismatch', 'closing'],
    ['money and a number', cny('1'), 1, 'currency-mismatch', 'closing'],
    ['a number and money', 1, cny('1'), 'currency-mismatch', 'closing'],
    [
      'an unknown currency',
      { currency: 'XXX', amount: '1' },
      1,
      'unknown-currency',
      'opening.currency',
    ],
    ['money as a number', { currency: 'CNY', amount: 1 }, 1, 'invalid-type', 'opening.amount'],
  ] as const)('refuses %s', (_, opening, closing, code, path) => {
    expectRefusal(() => periodReturn(wrong(opening), wrong(closing)), code, path);
  });
});

describe('annualiseReturn', () => {
  it('counts act/365, as an independent calculation of a two-year series does', () => {
    const dates = bacon.dates.map(day);
    const result = annualiseReturn(bacon.accumulated.at(-1)!, {
      from: dates[0]!,
      to: dates.at(-1)!,
    });
    expect(result.status).toBe('annualised');
    if (result.status === 'annualised') expectClose(result.rate, bacon.annualised);
  });

  it('leaves a year of 365 days as it is, and shrinks one of 366', () => {
    expect(annualiseReturn(0.05, { from: '2025-01-01', to: '2026-01-01' })).toMatchObject({
      status: 'annualised',
      rate: expect.closeTo(0.05, 15),
    });
    // 1.1^(365/366) − 1, as in money-weighted.json, leap-day.
    expect(annualiseReturn(0.1, { from: '2024-01-01', to: '2025-01-01' })).toMatchObject({
      rate: expect.closeTo(0.09971358593414124, 14),
    });
  });

  it('never stretches less than a year', () => {
    expect(annualiseReturn(0.05, { from: '2025-01-01', to: '2025-12-31' })).toEqual({
      status: 'too-short',
      days: 364,
    });
    expect(annualiseReturn(0, { from: '2025-01-01', to: '2025-01-01' })).toEqual({
      status: 'too-short',
      days: 0,
    });
  });

  it('keeps a total loss a total loss', () => {
    expect(annualiseReturn(-1, { from: '2020-01-01', to: '2026-01-01' })).toEqual({
      status: 'annualised',
      rate: -1,
    });
  });

  const period = { from: '2024-01-01', to: '2026-01-01' } as const;
  it.each([
    ['a loss of more than all', -1.01, period, 'out-of-range', 'rate'],
    ['NaN', Number.NaN, period, 'not-finite', 'rate'],
    ['no rate', null, period, 'missing-value', 'rate'],
    ['no period', 0, undefined, 'missing-value', 'period'],
    [
      'a day that does not exist',
      0,
      { ...period, from: '2023-02-29' },
      'invalid-date',
      'period.from',
    ],
    [
      'a period that runs backwards',
      0,
      { from: period.to, to: period.from },
      'inconsistent',
      'period.to',
    ],
  ] as const)('refuses %s', (_, rate, dates, code, path) => {
    expectRefusal(() => annualiseReturn(wrong(rate), wrong(dates)), code, path);
  });
});

describe('periodReturn of what a double cannot hold', () => {
  it('refuses an opening value next to nothing, and amounts beyond 1e100', () => {
    expectRefusal(() => periodReturn(1e-320, 110), 'out-of-range', 'opening');
    expectRefusal(() => periodReturn(1, 1e308), 'out-of-range', 'closing');
    // The total loss of next to nothing is still a total loss.
    expect(periodReturn(1e-320, 0)).toEqual({ status: 'return', rate: -1 });
  });
});
