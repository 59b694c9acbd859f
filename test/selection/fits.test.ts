import { describe, expect, it } from 'vitest';
import { compileProducts, type Product } from '../../src/products/index.js';
import type { RiskLevel } from '../../src/questionnaire/index.js';
import { type SelectionResult, selectProducts } from '../../src/selection/index.js';
import fits from '../fixtures/selection/fits.json' with { type: 'json' };
import { context, selected, universe } from './support.js';

interface Expected {
  readonly trackingVariance: number;
  readonly fee: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Compares with the enumeration: the weights, and the two figures by which fits are ranked. */
function expectFit(result: SelectionResult, expected: Expected | null): void {
  if (expected === null) {
    expect(result.status).toBe(result.eligible.length === 0 ? 'empty' : 'infeasible');
    return;
  }
  const { weights, trackingError, weightedFee, certificate } = selected(result);
  expect(Object.keys(weights)).toEqual(Object.keys(expected.weights));
  for (const [id, weight] of Object.entries(expected.weights)) {
    expect(Math.abs(weights[id]! - weight)).toBeLessThan(1e-9);
  }
  expect(Math.abs(trackingError ** 2 - expected.trackingVariance)).toBeLessThan(1e-14);
  expect(Math.abs(weightedFee - expected.fee)).toBeLessThan(1e-12);
  expect(certificate.primal).toBeLessThan(1e-12);
  expect(certificate.trackingGap).toBeLessThan(1e-12);
}

const TERMS = {
  issuerRisk: 'R1',
  distributorRisk: 'R1',
  entryFee: 0,
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
} as const;

describe('the best fit that enumeration in rational arithmetic finds', () => {
  it.each(Object.entries(fits.scenario))('is found for the sample client: %s', (_, case_) => {
    const result = selectProducts(case_.target, universe, {
      ...context,
      level: case_.level as RiskLevel,
      amount: { currency: 'CNY', amount: case_.amount },
      maxWeightPerProduct: case_.cap,
    });
    expectFit(result, case_.expected as unknown as Expected);
  });

  it.each(fits.drawn.map((one) => [one.name, one] as const))('is found: %s', (_, one) => {
    const rows = one.products.map((product) => ({ ...TERMS, ...product, name: product.id }));
    const result = selectProducts(
      one.target as unknown as Readonly<Record<string, number>>,
      compileProducts(rows as unknown as readonly Product[], one.classes),
      {
        level: 'C1',
        covariance: one.covariance,
        maxWeightPerProduct: one.cap,
        ...(one.amount === undefined ? {} : { amount: { currency: 'CNY', amount: one.amount } }),
      },
    );
    expectFit(result, one.expected as unknown as Expected | null);
  });
});
