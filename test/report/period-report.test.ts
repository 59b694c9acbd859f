import { money } from 'aptfolio/money';
import { compileProducts, type Product } from 'aptfolio/products';
import { valueHoldings } from 'aptfolio/rebalancing';
import { type PeriodFacts, reportPeriod } from 'aptfolio/report';
import { describe, expect, it } from 'vitest';
import later from '../../examples/data/scenario/market-2026-09-01.json';
import file from '../../examples/data/scenario/products.json';
import expected from '../fixtures/rebalancing/scenario.json';

const classes = ['CASH', 'BOND', 'EQ_CN', 'EQ_GL', 'GOLD'];
const universe = compileProducts(file.products as readonly Product[], classes);
const opening = Object.fromEntries(
  Object.entries(expected.orders).map(([id, { net }]) => [id, money('CNY', net)]),
);
const valuation = valueHoldings(opening, universe, {
  classReturns: later['marketReturnSince2026-03-02'],
  feeYears: 0.5,
  additions: [{ product: 'P01', amount: money('CNY', '33000'), periodReturn: 0.004 }],
});
const facts: PeriodFacts<'CNY'> = {
  from: '2026-03-02',
  to: '2026-09-01',
  invested: money('CNY', '341262'),
  entryFees: money('CNY', expected.totalFee),
  contributions: later.contributions.dates.map((date) => ({
    date: date as '2026-03-31',
    amount: money('CNY', '5500'),
  })),
  valuation,
};

describe('the sample client’s half year', () => {
  const report = reportPeriod(facts);

  it('returns the opening holdings’ growth before and after entry fees', () => {
    const { beforeEntryFees, afterEntryFees } = report;
    expect(beforeEntryFees.status === 'return' && beforeEntryFees.rate).toBeCloseTo(
      Number(expected.periodReturnBeforeEntryFees),
      14,
    );
    expect(afterEntryFees.status === 'return' && afterEntryFees.rate).toBeCloseTo(
      Number(expected.periodReturnAfterEntryFees),
      14,
    );
  });

  it('has the money-weighted return of all flows', () => {
    const { moneyWeighted } = report;
    expect(moneyWeighted.status === 'rate' && moneyWeighted.rate).toBeCloseTo(
      Number(expected.xirr),
      12,
    );
  });

  it('bridges the opening to the closing value to the cent', () => {
    const { bridge } = report;
    expect(bridge.status).toBe('explained');
    expect(bridge.opening.amount).toBe(expected.bridge.opening);
    expect(bridge.steps.map(({ id, amount }) => [id, amount.amount])).toEqual([
      ['contributions', expected.bridge.contributions],
      ['entry-fees', expected.bridge.entryFees],
      ['markets-and-annual-fees', expected.bridge.marketAndAnnualFees],
    ]);
    expect(bridge.closing.amount).toBe(expected.bridge.closing);
  });

  it('does not depend on the order of the contributions', () => {
    const turned = { ...facts, contributions: [...facts.contributions].reverse() };
    expect(JSON.stringify(reportPeriod(turned))).toBe(JSON.stringify(report));
  });
});

describe('reportPeriod', () => {
  it('shows as unexplained what the valuation counts and the contributions do not', () => {
    const { bridge } = reportPeriod({ ...facts, contributions: facts.contributions.slice(1) });
    expect(bridge.status).toBe('unexplained');
    expect(bridge.unexplained.amount).toBe('5500.00');
  });

  it.each([
    ['a date that does not exist', { to: '2026-02-30' }, 'invalid-date', 'facts.to'],
    ['no contributions', { contributions: undefined }, 'missing-value', 'facts.contributions'],
    [
      'a contribution without a date',
      { contributions: [{ amount: money('CNY', '1') }] },
      'missing-value',
      'facts.contributions[0].date',
    ],
    [
      'a contribution in another currency',
      { contributions: [{ date: '2026-03-31', amount: money('USD', '1') }] },
      'currency-mismatch',
      'facts.contributions[0].amount.currency',
    ],
    ['no valuation', { valuation: null }, 'missing-value', 'facts.valuation'],
    ['a period that ends before it begins', { to: '2026-01-01' }, 'inconsistent', 'facts.to'],
    [
      'fees in another currency',
      { entryFees: money('USD', '1') },
      'currency-mismatch',
      'facts.entryFees.currency',
    ],
    [
      'an amount that is NaN',
      { invested: { currency: 'CNY', amount: NaN } },
      'invalid-type',
      'facts.invested.amount',
    ],
  ])('refuses %s', (_, change, code, path) => {
    expect(() => reportPeriod({ ...facts, ...change } as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});
