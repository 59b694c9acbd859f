import { compileProducts, type ProductUniverse } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type Household,
  type HouseholdAccount,
  type HouseholdRebalancing,
  type RebalancingPolicy,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { positionsOf } from '../support.js';

export const TERMS = {
  issuerRisk: 'R3',
  distributorRisk: 'R3',
  annualFee: 0,
  entryFee: 0,
  minimumPurchase: '0.01',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
} as const;
export const IDS = ['BONDS', 'GOLD', 'SHARES'] as const;
export const universe: ProductUniverse = compileProducts(
  [
    { ...TERMS, id: 'BONDS', name: 'Bonds', lookThrough: { BOND: 1 }, issuer: 'Lake' },
    { ...TERMS, id: 'GOLD', name: 'Gold', lookThrough: { METAL: 1 }, issuers: { Hill: 0.5 } },
    { ...TERMS, id: 'SHARES', name: 'Shares', lookThrough: { EQUITY: 1 }, issuer: 'Hill' },
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
    asOf: '2026-03-02',
  });
};

export const account = (
  id: string,
  held: Readonly<Record<string, string>>,
  more: Partial<HouseholdAccount<'CNY'>> = {},
): HouseholdAccount<'CNY'> => ({
  id,
  currency: 'CNY',
  lastTradeOn: null,
  positions: positionsOf(held),
  ...more,
});

export const weights = (BONDS: number, SHARES: number, GOLD: number) =>
  ({ kind: 'products', weights: { BONDS, SHARES, GOLD } }) as const;
