import { describe, expect, it } from 'vitest';
import { compileProducts } from '../../src/products/index.js';
import { findSubstitutes, screenProducts, selectProducts } from '../../src/selection/index.js';
import {
  assetClasses,
  context,
  covariance,
  expectRefusal,
  products,
  target,
  universe,
  wrong,
} from './support.js';

const CONTEXTS = [
  ['nothing', undefined, 'missing-value', 'context'],
  ['a level alone', 'C3', 'invalid-type', 'context'],
  ['no level', { ...context, level: undefined }, 'missing-value', 'context.level'],
  ['a rating as level', { ...context, level: 'R3' }, 'unknown-value', 'context.level'],
  ['a number as level', { ...context, level: 3 }, 'invalid-type', 'context.level'],
  ['half a day', { ...context, maxLockUpDays: 0.5 }, 'invalid-type', 'context.maxLockUpDays'],
  ['less than no days', { ...context, maxLockUpDays: -1 }, 'out-of-range', 'context.maxLockUpDays'],
  ['endless days', { ...context, maxLockUpDays: 1 / 0 }, 'not-finite', 'context.maxLockUpDays'],
  [
    'unknown days, as they are no permission',
    { ...context, maxLockUpDays: null },
    'missing-value',
    'context.maxLockUpDays',
  ],
  ['a null amount', { ...context, amount: null }, 'missing-value', 'context.amount'],
  ['a number as amount', { ...context, amount: 1000 }, 'invalid-type', 'context.amount'],
  [
    'an amount of 0',
    { ...context, amount: { currency: 'CNY', amount: '0.00' } },
    'out-of-range',
    'context.amount.amount',
  ],
  [
    'a debt',
    { ...context, amount: { currency: 'CNY', amount: '-5' } },
    'out-of-range',
    'context.amount.amount',
  ],
  [
    'an unknown currency',
    { ...context, amount: { currency: 'RMB', amount: '5' } },
    'unknown-currency',
    'context.amount.currency',
  ],
  ['a held product unknown', { ...context, held: ['P01', 'X'] }, 'unknown-id', 'context.held[1]'],
  ['held products unknown', { ...context, held: null }, 'missing-value', 'context.held'],
  ['a text of held products', { ...context, held: 'P01' }, 'invalid-type', 'context.held'],
  ['a gap', { ...context, held: new Array(1) }, 'missing-value', 'context.held[0]'],
  [
    'a name that every object has',
    { ...context, held: ['toString'] },
    'unknown-id',
    'context.held[0]',
  ],
] as const;

describe('screening refuses', () => {
  it.each(CONTEXTS)('%s', (_, given, code, path) => {
    expectRefusal(() => screenProducts(universe, wrong(given)), code, path);
  });

  it('products that were not compiled', () => {
    expectRefusal(() => screenProducts(wrong(null), context), 'missing-value', 'universe');
    expectRefusal(() => screenProducts(wrong(products), context), 'invalid-type', 'universe');
    expectRefusal(() => screenProducts(wrong({}), context), 'missing-value', 'universe.byId');
  });

  it('nothing that is listed twice among the held, as two accounts may hold it', () => {
    const twice = screenProducts(universe, { ...context, held: ['P09', 'P09'] });
    expect(twice.holdOnly).toHaveLength(1);
  });
});

describe('selecting refuses', () => {
  it.each(CONTEXTS)('as screening does: %s', (_, given, code, path) => {
    expectRefusal(() => selectProducts(target, universe, wrong(given)), code, path);
  });

  it.each([
    ['a limit of 0', { maxWeightPerProduct: 0 }, 'out-of-range', 'context.maxWeightPerProduct'],
    ['a limit above 1', { maxWeightPerProduct: 30 }, 'out-of-range', 'context.maxWeightPerProduct'],
    ['a null limit', { maxWeightPerProduct: null }, 'missing-value', 'context.maxWeightPerProduct'],
    ['no covariance', { covariance: undefined }, 'missing-value', 'context.covariance'],
    [
      'a covariance of other classes',
      { covariance: [[1]] },
      'length-mismatch',
      'context.covariance',
    ],
    [
      'a covariance with NaN',
      { covariance: covariance.map((row) => row.map(() => Number.NaN)) },
      'not-finite',
      'context.covariance[0][0]',
    ],
    [
      'a covariance that is not symmetric',
      {
        covariance: covariance.map((row, i) => row.map((value, j) => (i < j ? value + 1 : value))),
      },
      'not-symmetric',
      'context.covariance[1][0]',
    ],
    [
      'a covariance that no returns can have',
      { covariance: covariance.map((row, i) => row.map((value, j) => (i === j ? value : 0.02))) },
      'not-positive-definite',
      'context.covariance',
    ],
  ] as const)('%s', (_, change, code, path) => {
    const given = wrong({ ...context, ...change });
    expectRefusal(() => selectProducts(target, universe, given), code, path);
  });

  it.each([
    ['none', undefined, 'missing-value', 'target'],
    ['a list', [1], 'invalid-type', 'target'],
    ['an empty one', {}, 'inconsistent', 'target'],
    ['one that misses 1', { CASH: 0.5, BOND: 0.4 }, 'inconsistent', 'target'],
    ['percent', { CASH: 100 }, 'inconsistent', 'target'],
    ['an unknown class', { CASH: 0.5, SILVER: 0.5 }, 'unknown-id', 'target.SILVER'],
    ['a negative weight', { CASH: 1.5, BOND: -0.5 }, 'out-of-range', 'target.BOND'],
    ['NaN', { CASH: Number.NaN }, 'not-finite', 'target.CASH'],
    ['a missing weight', { CASH: 1, BOND: null }, 'missing-value', 'target.BOND'],
    ['a text', { CASH: '1' }, 'invalid-type', 'target.CASH'],
  ] as const)('as a target: %s', (_, given, code, path) => {
    expectRefusal(() => selectProducts(wrong(given), universe, context), code, path);
  });

  it('a target at fault even where nothing is eligible', () => {
    const none = compileProducts([], assetClasses);
    expectRefusal(() => selectProducts({ CASH: 0.5 }, none, context), 'inconsistent', 'target');
  });
});

describe('looking for substitutes refuses', () => {
  it.each(CONTEXTS)('as screening does: %s', (_, given, code, path) => {
    expectRefusal(() => findSubstitutes('P05', universe, wrong(given)), code, path);
  });

  it.each([
    ['an unknown product', 'P99', 'unknown-id'],
    ['no product', undefined, 'missing-value'],
    ['an empty id', '', 'empty'],
    ['a whole product', products[4], 'invalid-type'],
  ] as const)('%s', (_, given, code) => {
    expectRefusal(() => findSubstitutes(wrong(given), universe, context), code, 'wanted');
  });

  it('no covariance', () => {
    const given = wrong({ ...context, covariance: null });
    expectRefusal(
      () => findSubstitutes('P05', universe, given),
      'missing-value',
      'context.covariance',
    );
  });
});

describe('a damaged universe', () => {
  it.each([
    [{}, 'universe.byId'],
    [{ ...universe, products: [null] }, 'universe.products[0]'],
  ])('is refused: %#', (damaged, path) => {
    const given = wrong(damaged);
    expectRefusal(() => screenProducts(given, context), 'missing-value', path);
    expectRefusal(() => selectProducts(target, given, context), 'missing-value', path);
    expectRefusal(() => findSubstitutes('P05', given, context), 'missing-value', path);
  });
});

describe('a field of the context whose name is misspelt', () => {
  const misspelt = { ...context, maxWeigthPerProduct: 0.3 } as never;

  it('is refused, as a limit would be lost', () => {
    const path = 'context.maxWeigthPerProduct';
    expectRefusal(() => selectProducts(target, universe, misspelt), 'unknown-id', path);
    expectRefusal(() => screenProducts(universe, misspelt), 'unknown-id', path);
  });
});
