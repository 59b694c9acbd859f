import { describe, expect, it } from 'vitest';
import { formatReason } from '../../../src/evidence/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  type SelectionResult,
  selectionMessages,
  selectProducts,
} from '../../../src/selection/index.js';

const product = (i: number, change: Partial<Product> = {}): Product => ({
  id: `P${i}`,
  name: `Fund ${i}`,
  issuer: `House ${i}`,
  lookThrough: { BOND: 1 - i / 20, EQ: i / 20 },
  issuerRisk: 'R2',
  distributorRisk: 'R2',
  annualFee: 0.004,
  entryFee: 0,
  minimumPurchase: '1',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
  ...change,
});
const TWELVE = Array.from({ length: 12 }, (_, i) => product(i));

function select(products: readonly Product[], terms: object): SelectionResult {
  return selectProducts({ BOND: 0.7, EQ: 0.3 }, compileProducts(products, ['BOND', 'EQ']), {
    level: 'C3',
    covariance: [
      [0.001, 0],
      [0, 0.04],
    ],
    ...terms,
  });
}
const kinds = ({ reasons }: SelectionResult) =>
  reasons.map(({ code }) => code.replace('selection.', '').replace('in-the-way.', ''));

describe('limits that leave no room by arithmetic', () => {
  it.each([
    [
      'four products of at least 0.3 are 1.2',
      { minProducts: 4, minWeightPerProduct: 0.3 },
      ['number', 'least-weight'],
    ],
    [
      'three of at most 0.3 an issuer are 0.9',
      { maxWeightPerIssuer: 0.3, maxProducts: 3 },
      ['issuer', 'number'],
    ],
    [
      'three of at most 0.3 are 0.9',
      { maxWeightPerProduct: 0.3, maxProducts: 3 },
      ['product', 'number'],
    ],
    [
      'there are twelve and not thirteen',
      { minProducts: 13, minWeightPerProduct: 0.01 },
      ['number'],
    ],
  ])('are found without a search: %s', (_, terms, named) => {
    const result = select(TWELVE, terms);
    expect(result.status).toBe('infeasible');
    expect(kinds(result)).toEqual(['cannot-be-invested', ...named]);
  });

  it('are not seen where there is room to the last', () => {
    // Four of exactly 0.25, and 0.5 + 0.5 of two issuers.
    expect(select(TWELVE, { minProducts: 4, minWeightPerProduct: 0.25 }).status).toBe('selected');
    expect(select(TWELVE, { maxProducts: 2, maxWeightPerIssuer: 0.5 }).status).toBe('selected');
  });
});

describe('what is in the way', () => {
  it('is the group alone where its most leaves a tenth over', () => {
    const groups = [{ id: 'all', members: TWELVE.map(({ id }) => id), max: 0.9 }];
    const result = select(TWELVE, { groups, maxWeightPerProduct: 0.5 });
    expect(kinds(result)).toEqual(['cannot-be-invested', 'group']);
    expect(formatReason(selectionMessages, result.reasons[1]!, 'en')).toBe(
      'The limits on groups stand in the way: all.',
    );
  });

  it('is the amount that products ask for', () => {
    // Two minimums of 600 do not fit into 1,000, and no product may have more than 0.7.
    const products = [0, 1].map((i) => product(i, { minimumPurchase: '600' }));
    const amount = { currency: 'CNY', amount: '1000.00' };
    const result = select(products, { amount, maxWeightPerProduct: 0.7 });
    expect(kinds(result)).toEqual(['cannot-be-invested', 'product', 'amounts']);
  });

  it('is all that is set where no one kind is enough', () => {
    // At most 0.4 of each of two products and 0.3 of each of two issuers: 0.6 or, without the one, 0.8.
    const terms = { maxWeightPerProduct: 0.4, maxWeightPerIssuer: 0.3 };
    expect(kinds(select([product(0), product(1)], terms))).toEqual([
      'cannot-be-invested',
      'product',
      'issuer',
    ]);
  });
});
