import { compileProducts, type ProductUniverse } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type Household,
  type HouseholdRebalancing,
  type RebalancingPolicy,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { asOf, product } from './accounts.js';

export const IDS = ['BONDS', 'GOLD', 'SHARES'] as const;
export const universe: ProductUniverse = compileProducts(
  [
    product('BONDS', { BOND: 1 }, { name: 'Bonds', issuer: 'Lake' }),
    product('GOLD', { METAL: 1 }, { name: 'Gold', issuers: { Hill: 0.5 } }),
    product('SHARES', { EQUITY: 1 }, { name: 'Shares', issuer: 'Hill' }),
  ],
  ['BOND', 'EQUITY', 'METAL'],
);

export type Trading = NonNullable<RebalancingPolicy<'CNY'>['trading']>;

export const RISKY = (max: number): Trading => ({
  groups: [{ id: 'risky', members: ['GOLD', 'SHARES'], max }],
});

export const bring = (
  household: Partial<Household<'CNY'>> & Pick<Household<'CNY'>, 'accounts' | 'target'>,
  trading: Trading,
): HouseholdRebalancing<'CNY'> => {
  const bands = { default: { absolute: 1e-9 } };
  const policy = { id: 'exact', measure: 'products', bands, trading } as const;
  const rebalancer = compileRebalancing<'CNY'>(policy, { universe });
  return rebalanceHousehold({ id: 'Li', currency: 'CNY', ...household }, rebalancer, {
    asOf,
  });
};

export const weights = (BONDS: number, SHARES: number, GOLD: number) =>
  ({ kind: 'products', weights: { BONDS, SHARES, GOLD } }) as const;
