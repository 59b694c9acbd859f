import { describe, expect, it } from 'vitest';
import { multiplyMoney } from '../../src/money/index.js';
import { compileProducts, type Product } from '../../src/products/index.js';
import { selectProducts } from '../../src/selection/index.js';
import { selected } from './support.js';

function product(id: string, change: Partial<Product>): Product {
  return {
    id,
    name: id,
    lookThrough: { BOND: 1 },
    issuerRisk: 'R1',
    distributorRisk: 'R1',
    annualFee: 0.001,
    entryFee: 0,
    minimumPurchase: '0',
    step: '0.01',
    lockUpDays: 0,
    status: 'open',
    ...change,
  };
}

describe('a minimum that gets in the way of the cheapest fit', () => {
  const amount = { currency: 'CNY', amount: '1000.00' } as const;
  const context = {
    level: 'C1',
    covariance: [[0.0004]],
    maxWeightPerProduct: 0.6,
    amount,
  } as const;
  /** At most 60 % in P1 at 0.1 %; the next cheapest, P2 at 0.2 %, only from 50 % on; P3 in any amount. */
  const choose = (feeOfP3: number): Readonly<Record<string, number>> => {
    const rows = [
      product('P1', {}),
      product('P2', { annualFee: 0.002, minimumPurchase: '500' }),
      product('P3', { annualFee: feeOfP3 }),
    ];
    return selected(selectProducts({ BOND: 1 }, compileProducts(rows, ['BOND']), context)).weights;
  };

  it('is met where that is cheaper than doing without the product', () => {
    // 0.5 · 0.1 % + 0.5 · 0.2 % = 0.15 %, against 0.6 · 0.1 % + 0.4 · 0.3 % = 0.18 %.
    expect(choose(0.003)).toEqual({ P1: 0.5, P2: 0.5 });
  });

  it('leaves the product out where that is cheaper', () => {
    // 0.6 · 0.1 % + 0.4 · 0.21 % = 0.144 %, against 0.15 %.
    const weights = choose(0.0021);
    expect(Object.keys(weights)).toEqual(['P1', 'P3']);
    expect(weights.P1).toBe(0.6);
    expect(weights.P3).toBeCloseTo(0.4, 14);
  });
});

describe('a weight at its minimum', () => {
  const rows = [
    product('CASH', { lookThrough: { CASH: 1 } }),
    product('SHARES', { lookThrough: { EQUITY: 1 }, minimumPurchase: '300' }),
  ];
  const universe = compileProducts(rows, ['CASH', 'EQUITY']);
  const covariance = [
    [0, 0],
    [0, 0.04],
  ];
  // Of these, 300 / amount in doubles lies below the exact quotient for some and above for others.
  const sizes = [
    '700.00',
    '900.00',
    '1100.00',
    '1300.00',
    '1400.00',
    '1700.00',
    '1900.00',
    '2300.00',
  ];

  it.each(sizes)('buys the minimum to the cent when its amount is rounded down: of %s', (size) => {
    const amount = { currency: 'CNY', amount: size } as const;
    const aim = 250 / Number(size);
    const target = { CASH: 1 - aim, EQUITY: aim };
    const context = { level: 'C1', covariance, amount } as const;
    // 250 is nearer to 300 than to nothing.
    const { weights } = selected(selectProducts(target, universe, context));
    expect(multiplyMoney(amount, weights.SHARES!, { rounding: 'floor' }).amount).toBe('300.00');
  });
});
