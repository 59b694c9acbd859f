import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../src/dates/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import { type SelectionContext, selectProducts } from '../../../src/selection/index.js';
import { assetClasses, covariance } from '../support.js';

/** A bond fund. */
function bonds(id: string, change: Partial<Product> = {}): Product {
  return {
    id,
    name: id,
    lookThrough: { BOND: 1 },
    issuerRisk: 'R2',
    distributorRisk: 'R2',
    annualFee: 0.005,
    entryFee: 0,
    minimumPurchase: '1',
    step: '0.01',
    lockUpDays: 0,
    status: 'open',
    ...change,
  };
}

function weightsOf(products: readonly Product[], context: Partial<SelectionContext> = {}) {
  const universe = compileProducts(products, assetClasses);
  const given = { level: 'C3', covariance, ...context } as SelectionContext;
  const result = selectProducts({ BOND: 1 }, universe, given);
  return 'weights' in result ? [result.status, result.weights] : [result.status];
}

const CHEAP = { annualFee: 0.001 };

describe('a product for which another one stands in', () => {
  it('is not taken: the dearer one, of equal ones the later by id', () => {
    expect(weightsOf([bonds('A'), bonds('B', CHEAP)])).toEqual(['selected', { B: 1 }]);
    expect(weightsOf([bonds('A'), bonds('B')])).toEqual(['selected', { A: 1 }]);
  });

  it('is taken where a limit asks for it', () => {
    const both = [bonds('A'), bonds('B', CHEAP)];
    const cases: readonly Partial<SelectionContext>[] = [
      { maxWeightPerProduct: 0.6 },
      { maxWeightOfProduct: { B: 0.6 } },
      { groups: [{ id: 'g', members: ['B'], max: 0.6 }] },
      { groups: [{ id: 'g', members: ['A'], min: 0.4 }] },
    ];
    for (const terms of cases) {
      expect(weightsOf(both, terms)).toEqual(['selected', { A: 0.4, B: 0.6 }]);
    }
    const houses = [bonds('A', { issuer: 'X' }), bonds('B', { ...CHEAP, issuer: 'Y' })];
    const byHouse = { maxWeightOfIssuer: { Y: 0.6 } };
    expect(weightsOf(houses, byHouse)).toEqual(['selected', { A: 0.4, B: 0.6 }]);
  });

  it('is taken where so many must be held', () => {
    const terms = { minProducts: 2, minWeightPerProduct: 0.1 };
    const both = [bonds('A'), bonds('B', CHEAP)];
    expect(weightsOf(both, terms)).toEqual(['selected', { A: 0.1, B: 0.9 }]);
  });

  it('is kept where it is held and cannot be sold', () => {
    const terms = { current: { A: 0.3 }, locked: { A: 0.3 } };
    const both = [bonds('A'), bonds('B', CHEAP)];
    expect(weightsOf(both, terms)).toEqual(['selected', { A: 0.3, B: 0.7 }]);
  });

  it('is taken where the other is open from a larger purchase only', () => {
    const amount = { currency: 'CNY', amount: '1000.00' } as const;
    const many = [bonds('A'), bonds('B', { ...CHEAP, minimumPurchase: '800' })];
    // With half of it elsewhere there is too little for B.
    const terms = { amount, maxWeightOfProduct: { B: 0.5 } };
    expect(weightsOf(many, terms)).toEqual(['selected', { A: 1 }]);
    const other = bonds('C', { lookThrough: { CASH: 1 } });
    const grouped = { amount, groups: [{ id: 'c', members: ['C'], min: 0.5 }] };
    expect(weightsOf([...many, other], grouped)).toEqual(['selected', { A: 0.5, C: 0.5 }]);
  });

  it('is taken for a day by which the other does not pay', () => {
    const calendar = compileCalendar({
      id: 'weekends',
      covers: { from: '2026-01-01', to: '2027-01-01' },
      holidays: [],
    });
    const both = [bonds('A'), bonds('B', { ...CHEAP, lockUpDays: 90 })];
    const terms = {
      asOf: '2026-03-02',
      calendar,
      maxLockUpDays: 90,
      amount: { currency: 'CNY', amount: '1000.00' },
      moneyNeeded: [{ on: '2026-03-31', amount: { currency: 'CNY', amount: '250.00' } }],
    } as const;
    expect(weightsOf(both, terms)).toEqual(['selected', { A: 0.25, B: 0.75 }]);
  });
});
