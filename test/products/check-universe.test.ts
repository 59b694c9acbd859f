import { describe, expect, it } from 'vitest';
import { checkUniverse, exAnteCosts, lookThrough } from '../../src/products/index.js';
import { expectRefusal, universe, wrong } from './support.js';

const { P03 } = universe.byId;
const DAMAGED = [
  ['null', null, 'missing-value', 'universe'],
  ['a list', [], 'invalid-type', 'universe'],
  ['an empty object', {}, 'missing-value', 'universe.byId'],
  ['no asset classes', { ...universe, assetClasses: [] }, 'empty', 'universe.assetClasses'],
  ['no products', { ...universe, products: undefined }, 'missing-value', 'universe.products'],
  ['a product null', { ...universe, products: [null] }, 'missing-value', 'universe.products[0]'],
  [
    'a product without its look-through',
    { ...universe, products: [{ ...P03, lookThrough: undefined }] },
    'invalid-type',
    'universe.products[0]',
  ],
  [
    'a product without its fee',
    { ...universe, byId: { ...universe.byId, P03: { ...P03, annualFee: undefined } } },
    'invalid-type',
    'universe.byId.P03',
  ],
] as const;

describe('checkUniverse', () => {
  it('returns a compiled universe, also one that went through JSON', () => {
    expect(checkUniverse(universe, 'universe')).toBe(universe);
    const stored = JSON.parse(JSON.stringify(universe));
    expect(checkUniverse(stored, 'universe')).toEqual(universe);
  });

  it.each(DAMAGED)('refuses %s, and so do look-through and costs', (_, given, code, path) => {
    const options = { amount: { currency: 'CNY', amount: '100.00' }, expectedReturn: 0 } as const;
    expectRefusal(() => checkUniverse(wrong(given), 'universe'), code, path);
    expectRefusal(() => lookThrough({}, wrong(given)), code, path);
    expectRefusal(() => exAnteCosts({}, wrong(given), options), code, path);
  });
});

describe('a share that is missing in a stored universe', () => {
  it('is refused, never NaN', () => {
    const product = { ...P03, lookThrough: { BOND: undefined } };
    const given = wrong({ ...universe, products: [product], byId: { P03: product } });
    const path = 'universe.byId.P03.lookThrough.BOND';
    expectRefusal(() => lookThrough({ P03: 1 }, given), 'missing-value', path);
  });
});
