import { money } from 'aptfolio/money';
import { compileProducts, exAnteCosts, impactRate } from 'aptfolio/products';
import { describe, expect, it } from 'vitest';
import { explain, sentencesOf } from '../explain/support.js';
import { bondFund, expectRefusal, wrong } from '../support.js';

// A share whose price moves 2 % a day, of which a million is traded a day.
const impact = { coefficient: 0.02, dailyVolume: '1000000' };
const thin = { fees: { impact } };

describe('market impact', () => {
  it('is a day’s volatility for a day’s volume, and grows with the square root', () => {
    // Grinold and Kahn's rule of thumb; a hundredth of the volume costs a tenth of it.
    expect(impactRate(thin, money('CNY', '1000000'))).toBe(0.02);
    expect(impactRate(thin, money('CNY', '10000'))).toBeCloseTo(0.002, 15);
    expect(impactRate(thin, money('CNY', '0'))).toBe(0);
    expect(impactRate({}, money('CNY', '10000'))).toBe(0);
  });

  it('is refused of a debt and of another currency than the product’s', () => {
    expectRefusal(() => impactRate(thin, money('CNY', '-1')), 'out-of-range', 'amount.amount');
    const dollars = { ...thin, currency: 'USD' } as const;
    const path = 'amount.currency';
    expectRefusal(() => impactRate(dollars, money('CNY', '1')), 'currency-mismatch', path);
  });

  it('is a cost of transactions before the fact, beside the spread, on entry and on exit', () => {
    const fees = { impact, halfSpread: 0.001 };
    const shelf = compileProducts([bondFund({ entryFee: 0, annualFee: 0, fees })], ['BOND']);
    const options = { amount: money('CNY', '10000'), expectedReturn: 0, years: 1 };
    const costs = exAnteCosts({ A: 1 }, shelf, options);
    // 0.001 + 0.02 × √0.01 = 0.003: 30.00 on entry; 9,970 × 0.003 = 29.91 on exit.
    expect(costs.entrySpread.amount).toBe('30.00');
    expect(costs.overHolding.spread.amount).toBe('59.91');
    expect(costs.overHolding.total.amount).toBe('59.91');
    // √((1 − 0.003) (1 − 0.003)) over a year: 1 − 0.997².
    expect(costs.reductionInYield).toBeCloseTo(1 - 0.997 * 0.997, 15);
    // By half a portfolio only half of the amount is traded: 0.02 × √0.005.
    const both = compileProducts(
      [...shelf.products, bondFund({ id: 'B', entryFee: 0, annualFee: 0 })],
      ['BOND'],
    );
    const half = exAnteCosts({ A: 0.5, B: 0.5 }, both, options);
    expect(half.entrySpread.amount).toBe((5000 * (0.001 + 0.02 * Math.sqrt(0.005))).toFixed(2));
  });

  it('counts in the product’s currency', () => {
    const fees = { impact: { coefficient: 0.02, dailyVolume: '10000' } };
    const row = bondFund({ entryFee: 0, annualFee: 0, currency: 'USD', fees });
    const shelf = compileProducts([row], ['BOND']);
    const fx = { base: 'CNY', asOf: '2026-03-02', rates: { USD: '8' } } as const;
    const options = { amount: money('CNY', '800'), expectedReturn: 0, years: 1 };
    // 100 dollars of 10,000 a day: 0.02 × 0.1 = 0.002 of 800.
    expect(exAnteCosts({ A: 1 }, shelf, { ...options, fx }).entrySpread.amount).toBe('1.60');
    expectRefusal(() => exAnteCosts({ A: 1 }, shelf, options), 'missing-rate', 'options.fx');
  });

  it('that leaves nothing of the amount is refused', () => {
    const fees = { impact: { coefficient: 0.5, dailyVolume: '100' } };
    const shelf = compileProducts([bondFund({ fees })], ['BOND']);
    const options = { amount: money('CNY', '400'), expectedReturn: 0 };
    expectRefusal(() => exAnteCosts({ A: 1 }, shelf, options), 'out-of-range', 'options.amount');
  });

  it('is explained, and lowers the scenarios', () => {
    const assumptions = {
      asOf: '2026-03-02',
      ...{ assetClasses: ['BOND'], expectedReturn: [0], covariance: [[0]] },
    } as const;
    const amount = money('CNY', '10000');
    const row = { entryFee: 0, annualFee: 0, currency: 'CNY', fees: { impact } } as const;
    const told = explain(row, { assumptions, amount, years: 1 });
    expect(sentencesOf(told, 'costs')).toContain(
      'An order as large as yours also moves the price against you: by about 0.20%, on buying and again on selling.',
    );
    expect(told.scenarios?.scenarios[0]?.endValue?.amount).toBe((10000 * 0.998 ** 2).toFixed(2));
    expect(sentencesOf(explain(row), 'costs')).toContain(
      'Large orders also move the price against you: one of 1,000,000.00 CNY, which is what is traded on a day, by about 2.00%.',
    );
  });

  it.each([
    ['without a volume', { coefficient: 0.1 }, 'missing-value', 'dailyVolume'],
    ['with a volume of 0', { coefficient: 0.1, dailyVolume: '0' }, 'out-of-range', 'dailyVolume'],
    ['that takes all', { coefficient: 1, dailyVolume: '1' }, 'out-of-range', 'coefficient'],
  ] as const)('is refused in a product file %s', (_, given, code, field) => {
    const rows = [bondFund({ fees: { impact: wrong(given) } })];
    expectRefusal(() => compileProducts(rows, ['BOND']), code, `products[0].fees.impact.${field}`);
  });

  it('is refused of a volume of 0, with its place', () => {
    const rule = { fees: { impact: { coefficient: 0.1, dailyVolume: '0' } } };
    const path = 'product.fees.impact.dailyVolume';
    expectRefusal(() => impactRate(rule, money('CNY', '5')), 'out-of-range', path);
  });
});
