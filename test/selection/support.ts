import assumptions from '../../examples/data/scenario/capital-market-assumptions.json' with {
  type: 'json',
};
import scenario from '../../examples/data/scenario/products.json' with { type: 'json' };
import { type CapitalMarketAssumptions, compileAssumptions } from '../../src/market/index.js';
import { compileProducts, type Product, type ProductUniverse } from '../../src/products/index.js';
import type {
  NoSelection,
  Selection,
  SelectionContext,
  SelectionResult,
} from '../../src/selection/index.js';
import expected from '../fixtures/scenario/expected.json' with { type: 'json' };

export { expectRefusal } from '../refusal.js';

// A JSON import types dates, ratings and statuses as plain strings.
export const products = scenario.products as unknown as readonly Product[];
export const { assetClasses, covariance } = compileAssumptions(
  assumptions as unknown as CapitalMarketAssumptions,
);
export const universe: ProductUniverse = compileProducts(products, assetClasses);
export const target: Readonly<Record<string, number>> = expected['allocation.C3'].w;
/** What the sample client brings: level C3, no lock-up over 90 days, CNY 341,262. */
export const context = {
  level: 'C3',
  maxLockUpDays: scenario.policy.maxLockUpDays,
  amount: { currency: 'CNY', amount: '341262.00' },
  covariance,
} as const satisfies SelectionContext;

export function selected(result: SelectionResult): Selection {
  if (result.status !== 'selected') throw new Error(`nothing selected: ${result.status}`);
  return result;
}

export function notSelected(result: SelectionResult): NoSelection {
  if ('weights' in result) throw new Error('something was selected');
  return result;
}

export function withProduct(id: string, change: Partial<Product>): ProductUniverse {
  const rows = products.map((product) => (product.id === id ? { ...product, ...change } : product));
  return compileProducts(rows, assetClasses);
}

/** A value that the types forbid. */
export const wrong = (value: unknown): never => value as never;

export function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}
