import { describe, expect, it } from 'vitest';
import { money } from '../../src/money/index.js';
import { xirr } from '../../src/performance/index.js';
import hard from '../fixtures/performance/money-weighted.json' with { type: 'json' };
import published from '../fixtures/performance/xirr.json' with { type: 'json' };
import { cny, day, expectClose, expectRefusal, flowsOf, isDeeplyFrozen, wrong } from './support.js';

const example = (name: string) => {
  const found = published.find(({ id }) => id === name)!;
  const flows = found.dates.map((date, i) => ({ date: day(date), amount: found.amounts[i]! }));
  return { ...found, flows };
};

describe('xirr', () => {
  it('gives the documented rate of a spreadsheet, and the exact root', () => {
    const { flows, published: printed, R_roots } = example('excel_doc');
    const result = xirr(flows);
    expect(result.status).toBe('rate');
    if (result.status !== 'rate') return;
    expect(Math.abs(result.rate - printed!)).toBeLessThan(2e-9);
    expectClose(result.rate, R_roots[0]!);
  });

  it('reports two possible rates as ambiguous instead of choosing', () => {
    const { flows, R_roots } = example('two_roots');
    const result = xirr(flows);
    expect(result.status).toBe('ambiguous');
    if (result.status !== 'ambiguous') return;
    result.rates.forEach((rate, i) => {
      expectClose(rate, R_roots[i]!, 1e-11);
    });
  });

  it('has no rate, and certainly not 0, where money went only one way', () => {
    const { flows } = example('all_same_sign');
    expect(xirr(flows)).toEqual({ status: 'none', reason: 'one-sided' });
    expect(xirr(flows.map(({ date, amount }) => ({ date, amount: -amount })))).toEqual({
      status: 'none',
      reason: 'one-sided',
    });
  });

  it.each(hard.map((one) => [one.id, one.why, one] as const))('%s: %s', (_id, _why, one) => {
    const result = xirr(flowsOf(one.flows));
    const found =
      result.status === 'none' ? [] : result.status === 'rate' ? [result.rate] : result.rates;
    expect(found).toHaveLength(one.rates.length);
    // Roots that lie close together, or touch, are known to fewer digits.
    const digits = { 'close-rates': 1e-10, touching: 1e-6 }[one.id] ?? 1e-12;
    found.forEach((rate, i) => {
      // The growth factor is what double precision knows to its last digits.
      expectClose(1 + rate, 1 + one.rates[i]!, digits);
    });
    if (one.rates.length === 0) expect(result).toEqual({ status: 'none', reason: 'no-solution' });
  });

  it('has no flows where all cancel out or are zero', () => {
    const date = '2024-01-01';
    expect(xirr([{ date, amount: 0 }])).toEqual({ status: 'none', reason: 'no-flows' });
    expect(
      xirr([
        { date, amount: 5 },
        { date, amount: -5 },
      ]),
    ).toEqual({ status: 'none', reason: 'no-flows' });
  });

  it('says where the rate is beyond any number', () => {
    // A thousandfold in a day is 1000^365 a year, above 10^1000.
    expect(
      xirr([
        { date: '2024-01-01', amount: -1 },
        { date: '2024-01-02', amount: 1000 },
      ]),
    ).toEqual({ status: 'none', reason: 'out-of-range' });
  });

  it('is 0 without −0 where as much comes back as went in', () => {
    const result = xirr([
      { date: '2024-01-01', amount: -100 },
      { date: '2026-01-01', amount: 100 },
    ]);
    expect(result.status).toBe('rate');
    if (result.status === 'rate') expect(Math.abs(result.rate)).toBeLessThan(1e-15);
    if (result.status === 'rate') expect(Object.is(result.rate, -0)).toBe(false);
  });

  it('freezes its result and leaves its arguments alone', () => {
    const { flows } = example('two_roots');
    const before = JSON.stringify(flows);
    expect(isDeeplyFrozen(xirr(flows))).toBe(true);
    expect(JSON.stringify(flows)).toBe(before);
  });

  const first = { date: '2024-01-01', amount: -1 };
  it.each([
    ['no list', undefined, 'missing-value', 'flows'],
    ['an empty list', [], 'empty', 'flows'],
    ['a flow that is none', [first, null], 'missing-value', 'flows[1]'],
    ['no date', [{ amount: 1 }], 'missing-value', 'flows[0].date'],
    [
      'a day that does not exist',
      [{ date: '2023-02-29', amount: 1 }],
      'invalid-date',
      'flows[0].date',
    ],
    ['no amount', [first, { date: '2024-01-02' }], 'missing-value', 'flows[1].amount'],
    ['a text', [{ ...first, amount: '1' }], 'invalid-type', 'flows[0].amount'],
    ['NaN', [{ ...first, amount: Number.NaN }], 'not-finite', 'flows[0].amount'],
    [
      'an infinite amount',
      [{ ...first, amount: Number.POSITIVE_INFINITY }],
      'not-finite',
      'flows[0].amount',
    ],
    [
      'two currencies',
      [
        { ...first, amount: cny('-1') },
        { ...first, amount: money('USD', '1') },
      ],
      'currency-mismatch',
      'flows[1].amount',
    ],
  ] as const)('refuses %s', (_, flows, code, path) => {
    expectRefusal(() => xirr(wrong(flows)), code, path);
  });
});
