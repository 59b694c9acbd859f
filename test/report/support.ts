import { type AllocationPolicy, allocate, problemForLevel } from 'aptfolio/allocation';
import { type CapitalMarketAssumptions, compileAssumptions } from 'aptfolio/market';
import { money } from 'aptfolio/money';
import { compileProducts, exAnteCosts, type Product } from 'aptfolio/products';
import { selectProducts } from 'aptfolio/selection';
import view from '../../examples/data/scenario/capital-market-assumptions.json';
import file from '../../examples/data/scenario/products.json';

/** The sample client's C3 allocation, products and costs. */
export const assumptions = compileAssumptions(view as unknown as CapitalMarketAssumptions);
export const universe = compileProducts(
  file.products as readonly Product[],
  assumptions.assetClasses,
);
export const problem = problemForLevel(
  assumptions,
  view.policy as unknown as AllocationPolicy,
  'C3',
);

const optimal = allocate(problem);
if (optimal.status !== 'optimal') throw new Error('no allocation');
export const allocation = optimal;

const selected = selectProducts(allocation.weights, universe, {
  level: 'C3',
  covariance: assumptions.covariance,
  maxLockUpDays: 90,
});
if (selected.status !== 'selected') throw new Error('no selection');
export const selection = selected;

export const costs = exAnteCosts(selection.weights, universe, {
  amount: money('CNY', '341262'),
  expectedReturn: allocation.expectedReturn,
});
