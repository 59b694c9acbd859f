import { describe, expect, it } from 'vitest';
import { checkMessages } from '../../src/evidence/index.js';
import type { Money } from '../../src/money/index.js';
import { compileProducts, type Product, RISK_RATINGS } from '../../src/products/index.js';
import { findSubstitutes, screenProducts, selectionMessages } from '../../src/selection/index.js';

const bonds: Product = {
  id: 'A',
  name: 'Bond fund',
  lookThrough: { BOND: 1 },
  issuerRisk: 'R1',
  distributorRisk: 'R1',
  annualFee: 0.004,
  entryFee: 0,
  minimumPurchase: '10',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
};

describe('a level', () => {
  const rated = compileProducts(
    RISK_RATINGS.map((rating) => ({ ...bonds, id: rating, distributorRisk: rating })),
    ['BOND'],
  );

  // The table that Chinese distributors publish under their suitability rules: Ck may hold up to Rk.
  it.each([
    ['C1', ['R1']],
    ['C2', ['R1', 'R2']],
    ['C3', ['R1', 'R2', 'R3']],
    ['C4', ['R1', 'R2', 'R3', 'R4']],
    ['C5', ['R1', 'R2', 'R3', 'R4', 'R5']],
  ] as const)('opens the ratings up to its own: %s', (level, ratings) => {
    expect(screenProducts(rated, { level }).eligible.map(({ id }) => id)).toEqual(ratings);
  });
});

describe('a minimum purchase', () => {
  const openFor = (minimumPurchase: string, amount: Money): boolean =>
    screenProducts(compileProducts([{ ...bonds, minimumPurchase }], ['BOND']), {
      level: 'C1',
      amount,
    }).eligible.length === 1;

  it('may be all there is', () => {
    expect(openFor('1000', { currency: 'CNY', amount: '1000.00' })).toBe(true);
    expect(openFor('1000', { currency: 'CNY', amount: '999.99' })).toBe(false);
  });

  it('is compared exactly, beyond the digits of a double', () => {
    const amount = { currency: 'CNY', amount: '99999999999999999.99' } as const;
    expect(openFor('99999999999999999.99', amount)).toBe(true);
    expect(openFor('100000000000000000', amount)).toBe(false);
  });

  it('counts a part of the smallest unit as a whole', () => {
    // Ten and a half yen cannot be paid; eleven can.
    expect(openFor('10.5', { currency: 'JPY', amount: '10' })).toBe(false);
    expect(openFor('10.5', { currency: 'JPY', amount: '11' })).toBe(true);
  });

  it('has no say where the amount is not known', () => {
    const universe = compileProducts([{ ...bonds, minimumPurchase: '1000000' }], ['BOND']);
    expect(screenProducts(universe, { level: 'C1' }).eligible).toHaveLength(1);
  });
});

describe('substitutes that are equally near', () => {
  it('come with the lower fee first, then with the lower id', () => {
    const universe = compileProducts(
      [
        { ...bonds, id: 'D', annualFee: 0.002 },
        { ...bonds, id: 'C', annualFee: 0.001 },
        { ...bonds, id: 'B', annualFee: 0.002 },
        { ...bonds, id: 'A', status: 'closed' },
      ],
      ['BOND'],
    );
    const found = findSubstitutes('A', universe, { level: 'C1', covariance: [[0.0004]] });
    expect(found.map(({ product }) => product.id)).toEqual(['C', 'B', 'D']);
    expect(found.map(({ trackingError }) => trackingError)).toEqual([0, 0, 0]);
  });
});

describe('selectionMessages', () => {
  it('are complete in every language', () => {
    expect(checkMessages(selectionMessages)).toEqual([]);
  });
});
