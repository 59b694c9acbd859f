import {
  compileProducts,
  type Product,
  type ProductUniverse,
} from '../../../src/products/index.js';

/** A bond fund that is open to everybody. */
export const BONDS: Product = {
  id: 'A',
  name: 'Bond fund',
  lookThrough: { BOND: 1 },
  issuerRisk: 'R2',
  distributorRisk: 'R2',
  annualFee: 0.004,
  entryFee: 0,
  minimumPurchase: '10',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
};

/** A universe of bond funds that differ in what is named. */
export const offering = (...changes: readonly Partial<Product>[]): ProductUniverse =>
  compileProducts(
    changes.map((change, i) => ({ ...BONDS, id: `P${i + 1}`, ...change })),
    ['BOND', 'EQUITY'],
  );
