import { describe, expect, it } from 'vitest';
import { canonicalJson, formatReason } from '../../src/evidence/index.js';
import { exAnteCosts } from '../../src/products/index.js';
import {
  type RejectedProduct,
  screenProducts,
  selectionMessages,
  selectProducts,
} from '../../src/selection/index.js';
import expected from '../fixtures/scenario/expected.json' with { type: 'json' };
import { context, isDeeplyFrozen, selected, target, universe } from './support.js';

/** What the published figures call each reason. */
const PUBLISHED_NAMES: Readonly<Record<string, string>> = {
  'selection.risk-above-level': 'RISK_MISMATCH',
  'selection.lock-up-too-long': 'LOCKUP',
  'selection.subscription-suspended': 'SUBSCRIPTION_SUSPENDED',
  'selection.below-minimum-purchase': 'MIN_PURCHASE',
};

function publishedForm({ reasons }: RejectedProduct): readonly string[] {
  return reasons.map(({ code, parameters }) => {
    const name = PUBLISHED_NAMES[code]!;
    if (name === 'RISK_MISMATCH') return `${name} ${parameters.rating}>${parameters.level}`;
    if (name === 'LOCKUP') return `${name}>${parameters.maximum}d liquidity policy`;
    return name;
  });
}

describe('screening the sample client’s products', () => {
  const { eligible, rejected, holdOnly } = screenProducts(universe, context);

  it('finds the seven that are open to the client', () => {
    expect(eligible.map(({ id }) => id)).toEqual(Object.keys(expected['products.eligible']));
    expect(eligible).toHaveLength(7);
  });

  it('gives every reason of every other product', () => {
    const reasons = rejected.map((one) => [one.product.id, publishedForm(one)]);
    expect(Object.fromEntries(reasons)).toEqual(expected['products.excluded']);
    expect(holdOnly).toEqual([]);
  });

  it('says that the higher of two ratings counts', () => {
    const [first] = rejected;
    expect(first?.product.id).toBe('P05');
    expect(first?.reasons).toEqual([
      {
        code: 'selection.risk-above-level',
        severity: 'block',
        parameters: { level: 'C3', rating: 'R4', issuerRisk: 'R3', distributorRisk: 'R4' },
        citations: [],
      },
    ]);
    expect(formatReason(selectionMessages, first!.reasons[0]!, 'en')).toBe(
      'The product is rated R4, above your risk level C3. The issuer rates it R3, the distributor R4; the higher rating counts.',
    );
  });

  it('shows the values that were read', () => {
    const { reasons } = rejected.find(({ product }) => product.id === 'P11')!;
    expect(reasons.map(({ parameters }) => parameters)).toEqual([
      { level: 'C3', rating: 'R5', issuerRisk: 'R5', distributorRisk: 'R5' },
      { days: 1095, maximum: 90 },
      {
        minimum: { currency: 'CNY', amount: '1000000.00' },
        available: { currency: 'CNY', amount: '341262.00' },
      },
    ]);
  });
});

describe('selecting the sample client’s products', () => {
  const result = selected(selectProducts(target, universe, context));

  it('gives the published weights', () => {
    const published = expected['products.weights'];
    expect(Object.keys(result.weights)).toEqual(Object.keys(published));
    for (const [id, weight] of Object.entries(published)) {
      expect(Math.abs(result.weights[id]! - weight)).toBeLessThan(1e-8);
    }
  });

  it('matches the target exactly, the equity through balanced funds', () => {
    for (const [name, weight] of Object.entries(expected['products.lookThrough'].w)) {
      expect(Math.abs(result.lookThrough[name]! - weight)).toBeLessThan(1e-12);
    }
    expect(result.maxDeviation).toBeLessThan(1e-12);
    expect(result.trackingError).toBeLessThan(1e-12);
    expect(result.reasons).toEqual([]);
  });

  it('is the cheapest of the exact fits', () => {
    expect(Math.abs(result.weightedFee - expected['costs.exAnte'].weightedTER)).toBeLessThan(5e-9);
  });

  it('proves itself', () => {
    const { primal, trackingGap, examined } = result.certificate;
    expect(primal).toBeLessThan(1e-13);
    expect(trackingGap).toBeLessThan(1e-13);
    expect(examined).toBe(1);
  });

  it('costs what is published, to the cent', () => {
    const costs = exAnteCosts(result.weights, universe, {
      amount: context.amount,
      expectedReturn: expected['allocation.C3'].mu,
    });
    expect(costs.entryFees.amount).toBe('315.95');
    expect(costs.firstYear.amount).toBe('2916.31');
    expect(costs.ongoing.amount).toBe('2600.37');
    const published = expected['costs.exAnte'].reductionInYield5y;
    expect(Math.abs(costs.reductionInYield - published)).toBeLessThan(5e-9);
  });

  it('gives the same bytes twice, frozen, and through JSON', () => {
    const again = selectProducts(structuredClone(target), structuredClone(universe), context);
    expect(canonicalJson(again)).toBe(canonicalJson(result));
    expect(isDeeplyFrozen(result)).toBe(true);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
