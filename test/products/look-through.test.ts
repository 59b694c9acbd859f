import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProducts, lookThrough } from '../../src/products/index.js';
import expected from '../fixtures/scenario/expected.json' with { type: 'json' };
import { bondFund, expectRefusal, isDeeplyFrozen, products, universe, wrong } from './support.js';

const someWeights = fc.dictionary(
  fc.constantFrom(...products.map(({ id }) => id)),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const totalOf = (record: Readonly<Record<string, number>>): number =>
  Object.values(record).reduce((sum, value) => sum + value, 0);

describe('look-through', () => {
  it('gives the scenario’s portfolio', () => {
    const found = lookThrough(expected['products.weights'], universe);
    for (const [name, weight] of Object.entries(expected['products.lookThrough'].w)) {
      expect(Math.abs(found[name]! - weight)).toBeLessThan(1e-8);
    }
    expect(isDeeplyFrozen(found)).toBe(true);
  });

  it('has every class in the order of the universe, those at 0 too', () => {
    const found = lookThrough({ P02: 0.5 }, universe);
    expect(Object.entries(found)).toEqual([
      ['CASH', 0.05],
      ['BOND', 0.45],
      ['EQ_CN', 0],
      ['EQ_GL', 0],
      ['GOLD', 0],
    ]);
  });

  it('has no negative zero', () => {
    expect(lookThrough({ P01: -0 }, universe)).toStrictEqual(lookThrough({}, universe));
  });

  it('takes names that objects have by nature for names like any other', () => {
    const tricky = compileProducts([bondFund()], ['BOND', 'constructor', '__proto__']);
    expect(Object.entries(lookThrough({ A: 1 }, tricky))).toEqual([
      ['BOND', 1],
      ['constructor', 0],
      ['__proto__', 0],
    ]);
  });

  it('adds up to the weights', () => {
    fc.assert(
      fc.property(someWeights, (weights) => {
        expect(totalOf(lookThrough(weights, universe))).toBeCloseTo(totalOf(weights), 12);
      }),
    );
  });

  it('does not depend on the order of the weights', () => {
    fc.assert(
      fc.property(someWeights, (weights) => {
        const turned = Object.fromEntries(Object.entries(weights).reverse());
        expect(lookThrough(turned, universe)).toStrictEqual(lookThrough(weights, universe));
      }),
    );
  });

  it.each([
    ['no weights', undefined, 'missing-value', 'weights'],
    ['a list', [1], 'invalid-type', 'weights'],
    ['an unknown product', { P99: 1 }, 'unknown-id', 'weights.P99'],
    ['a name that every object has', { constructor: 1 }, 'unknown-id', 'weights.constructor'],
    ['a negative weight', { P01: 1.2, P02: -0.2 }, 'out-of-range', 'weights.P02'],
    ['NaN', { P01: Number.NaN }, 'not-finite', 'weights.P01'],
    ['an infinity', { P01: 1 / 0 }, 'not-finite', 'weights.P01'],
    ['null', { P01: null }, 'missing-value', 'weights.P01'],
    ['a text', { P01: '1' }, 'invalid-type', 'weights.P01'],
  ] as const)('refuses %s', (_, given, code, path) => {
    expectRefusal(() => lookThrough(wrong(given), universe), code, path);
  });

  it('refuses products that were not compiled', () => {
    expectRefusal(() => lookThrough({}, wrong(products)), 'invalid-type', 'universe');
    expectRefusal(() => lookThrough({}, wrong({ products })), 'missing-value', 'universe.byId');
    expectRefusal(() => lookThrough({}, wrong(null)), 'missing-value', 'universe');
  });
});
