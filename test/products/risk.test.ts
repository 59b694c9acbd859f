import { describe, expect, it } from 'vitest';
import { compareRatings, effectiveRisk, RISK_RATINGS } from '../../src/products/index.js';
import expected from '../fixtures/scenario/expected.json' with { type: 'json' };
import { expectRefusal, universe, wrong } from './support.js';

describe('the rating that counts', () => {
  it('is the higher of issuer’s and distributor’s, whoever gave it', () => {
    expect(effectiveRisk({ issuerRisk: 'R3', distributorRisk: 'R4' })).toBe('R4');
    expect(effectiveRisk({ issuerRisk: 'R4', distributorRisk: 'R3' })).toBe('R4');
    expect(effectiveRisk({ issuerRisk: 'R5', distributorRisk: 'R5' })).toBe('R5');
  });

  it('agrees with the scenario', () => {
    const ratings = universe.products.map((product) => [product.id, effectiveRisk(product)]);
    expect(Object.fromEntries(ratings)).toMatchObject({
      ...expected['products.eligible'],
      P05: 'R4',
      P10: 'R4',
      P11: 'R5',
    });
  });

  it.each([
    ['nothing', undefined, 'missing-value', 'product'],
    ['a rating', 'R3', 'invalid-type', 'product'],
    ['no issuer', { distributorRisk: 'R1' }, 'missing-value', 'product.issuerRisk'],
    ['no distributor', { issuerRisk: 'R1' }, 'missing-value', 'product.distributorRisk'],
    [
      'a level',
      { issuerRisk: 'R1', distributorRisk: 'C1' },
      'unknown-value',
      'product.distributorRisk',
    ],
    ['a number', { issuerRisk: 1, distributorRisk: 'R1' }, 'invalid-type', 'product.issuerRisk'],
  ] as const)('is refused for %s', (_, given, code, path) => {
    expectRefusal(() => effectiveRisk(wrong(given)), code, path);
  });
});

describe('comparing ratings', () => {
  it('orders them from R1 to R5', () => {
    const turned = [...RISK_RATINGS].reverse();
    expect(turned.sort(compareRatings)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5']);
    expect(compareRatings('R5', 'R1')).toBe(1);
    expect(compareRatings('R2', 'R2')).toBe(0);
  });

  it('refuses what is no rating', () => {
    expectRefusal(() => compareRatings(wrong('R0'), 'R1'), 'unknown-value', 'first');
    expectRefusal(() => compareRatings('R1', wrong(undefined)), 'missing-value', 'second');
    expectRefusal(() => compareRatings('R1', wrong('')), 'empty', 'second');
  });
});
