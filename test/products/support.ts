import assumptions from '../../examples/data/scenario/capital-market-assumptions.json' with {
  type: 'json',
};
import scenario from '../../examples/data/scenario/products.json' with { type: 'json' };
import { compileProducts, type Product, type ProductUniverse } from '../../src/products/index.js';

export { expectRefusal } from '../refusal.js';

export const { assetClasses } = assumptions;
// A JSON import types ratings and statuses as plain strings.
export const products = scenario.products as unknown as readonly Product[];
export const universe: ProductUniverse = compileProducts(products, assetClasses);

/** A product that is all bonds, with whatever a test needs otherwise. */
export function bondFund(change: Partial<Product> = {}): Product {
  return {
    id: 'A',
    name: 'Bond fund',
    lookThrough: { BOND: 1 },
    issuerRisk: 'R2',
    distributorRisk: 'R2',
    annualFee: 0.004,
    entryFee: 0.001,
    minimumPurchase: '10',
    step: '0.01',
    lockUpDays: 0,
    status: 'open',
    ...change,
  };
}

/** A value that the types forbid. */
export const wrong = (value: unknown): never => value as never;

export function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}
