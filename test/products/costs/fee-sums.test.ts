import { money } from 'aptfolio/money';
import { compileProducts, exAnteCosts, type ProductFees } from 'aptfolio/products';
import { describe, expect, it } from 'vitest';
import { explain, sentencesOf } from '../explain/support.js';
import { bondFund } from '../support.js';

const free = { entryFee: 0, annualFee: 0 };
const costsOf = (fees: ProductFees, amount: string, years = 1) =>
  exAnteCosts({ A: 1 }, compileProducts([bondFund({ ...free, fees })], ['BOND']), {
    amount: money('CNY', amount),
    expectedReturn: 0.05,
    years,
  });

describe('costs before the fact of fees with sums', () => {
  it('are the least fee on entry where the rate is less', () => {
    const fees = { entry: [{ from: '0', rate: 0.0003, least: '5' }] };
    expect(costsOf(fees, '1000').entryFees.amount).toBe('5.00');
    expect(costsOf(fees, '50000').entryFees.amount).toBe('15.00');
  });

  it('are the sums on exit, of the value that is then left', () => {
    // 1,000 grows to 1,050 in a year and to 1,102.50 in two: 1 % and 2 beside it.
    const plus = { exit: [{ fromDays: 0, rate: 0.01, plus: '2' }] };
    expect(costsOf(plus, '1000').overHolding.exit.amount).toBe('12.50');
    expect(costsOf(plus, '1000', 2).overHolding.exit.amount).toBe('13.02');
    expect(costsOf(plus, '1000').illustration[0]?.withCosts.amount).toBe('1037.50');
    const least = { exit: [{ fromDays: 0, rate: 0.01, least: '20' }] };
    expect(costsOf(least, '1000').overHolding.exit.amount).toBe('20.00');
    const most = { exit: [{ fromDays: 0, rate: 0.01, most: '5' }] };
    expect(costsOf(most, '1000').overHolding.exit.amount).toBe('5.00');
    // 1.05 − 1.0375.
    expect(costsOf(plus, '1000').reductionInYield).toBeCloseTo(0.0125, 15);
    // A fee that leaves nothing: all of what is there.
    const all = { exit: [{ fromDays: 0, rate: 0, plus: '2000' }] };
    expect(costsOf(all, '1000').overHolding.exit.amount).toBe('1050.00');
  });

  it('stand in the line of the product that has them, and add up', () => {
    const rows = [
      bondFund({ ...free, fees: { exit: [{ fromDays: 0, rate: 0, plus: '8' }] } }),
      bondFund({ ...free, id: 'B', fees: { exit: [{ fromDays: 0, rate: 0.01 }] } }),
    ];
    const costs = exAnteCosts({ A: 0.4, B: 0.6 }, compileProducts(rows, ['BOND']), {
      ...{ amount: money('CNY', '1000'), expectedReturn: 0.05, years: 1 },
    });
    // B: 600 × 1.05 × 1 % = 6.30.
    expect(costs.lines.map(({ overHolding }) => overHolding.exit.amount)).toEqual(['8.00', '6.30']);
    expect(costs.overHolding.exit.amount).toBe('14.30');
  });

  it('pay the distributor no more out of an entry fee than the fee', () => {
    const fees = { entry: [{ from: '0', flat: '3' }], entryCommission: 0.01 };
    expect(costsOf(fees, '1000').thirdParty.entryCommission.amount).toBe('3.00');
  });
});

describe('fees with sums', () => {
  const told = (fees: ProductFees): readonly string[] =>
    sentencesOf(explain({ currency: 'CNY', fees }), 'costs').slice(1);

  it('are told on entry', () => {
    expect(
      told({ entry: [{ from: '0', rate: 0.0003, plus: '1', least: '5', most: '50' }] }),
    ).toEqual([
      'Buying costs 0.03% of the amount invested.',
      'To this come 1.00 CNY for each order.',
      'The fee is at least 5.00 CNY.',
      'The fee is 50.00 CNY at most.',
      'Getting out is free of charge.',
    ]);
    // A rate of 0 with sums is a flat fee.
    expect(told({ entry: [{ from: '0', rate: 0, plus: '1', least: '5' }] })[0]).toBe(
      'Each purchase costs 5.00 CNY.',
    );
  });

  it('are told on exit', () => {
    expect(told({ exit: [{ fromDays: 0, rate: 0.001, least: '5' }] }).slice(1)).toEqual([
      'Getting out costs 0.10% of what is taken out.',
      'The fee is at least 5.00 CNY.',
    ]);
    const fixed = [
      { fromDays: 0, rate: 0.01 },
      { fromDays: 30, rate: 0, plus: '8' },
    ];
    expect(told({ exit: fixed }).slice(1)).toEqual([
      'Getting out before the 30-day mark costs 1.00% of what is taken out.',
      'Getting out from the 30-day mark on costs 8.00 CNY for each redemption.',
    ]);
    const all = [
      { fromDays: 0, rate: 0, plus: '9' },
      { fromDays: 7, rate: 0, plus: '8' },
      { fromDays: 30, rate: 0 },
    ];
    expect(told({ exit: all }).slice(1)).toEqual([
      'Getting out before the 7-day mark costs 9.00 CNY for each redemption.',
      'Getting out from the 7-day mark on, but before the 30-day mark, costs 8.00 CNY for each redemption.',
      'Getting out from the 30-day mark on is free of charge.',
    ]);
    expect(told({ exit: [{ fromDays: 0, rate: 0, least: '9' }] }).slice(1)).toEqual([
      'Getting out costs 9.00 CNY for each redemption.',
    ]);
  });

  it('lower the scenarios as they lower the value that is paid out', () => {
    const assumptions = {
      asOf: '2026-03-02',
      ...{ assetClasses: ['BOND'], expectedReturn: [0], covariance: [[0]] },
    } as const;
    const amount = money('CNY', '1000');
    const fees = { exit: [{ fromDays: 0, rate: 0.01, plus: '2' }] };
    const { scenarios } = explain(
      { ...free, currency: 'CNY', fees },
      { assumptions, amount, years: 1 },
    );
    expect(scenarios?.scenarios[0]?.endValue?.amount).toBe('988.00');
  });
});
