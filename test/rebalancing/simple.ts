import type { PlainDate } from '../../src/dates/index.js';
import { compileProducts, type Product, type ProductUniverse } from '../../src/products/index.js';
import {
  compileRebalancing,
  type Rebalancing,
  type RebalancingAccount,
  type RebalancingPolicy,
  rebalance,
} from '../../src/rebalancing/index.js';
import { positionsOf } from './support.js';

/** A Monday. */
export const MONDAY = '2026-03-02';

const TERMS = {
  issuerRisk: 'R2',
  distributorRisk: 'R2',
  annualFee: 0,
  entryFee: 0,
  minimumPurchase: '1',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
} as const;

/** Three products of one asset class each, free of all terms but those that are given. */
export function products(terms: Readonly<Record<string, Partial<Product>>> = {}): ProductUniverse {
  const rows = [
    { ...TERMS, id: 'BONDS', name: 'Bonds', lookThrough: { BOND: 1 } },
    { ...TERMS, id: 'SHARES', name: 'Shares', lookThrough: { EQUITY: 1 } },
    { ...TERMS, id: 'GOLD', name: 'Gold', lookThrough: { METAL: 1 } },
  ];
  const known = new Set(rows.map(({ id }) => id));
  const others = Object.keys(terms).filter((id) => !known.has(id));
  const added = others.map((id) => ({ ...TERMS, id, name: id, lookThrough: { BOND: 1 } }));
  return compileProducts(
    [...rows, ...added].map((row) => ({ ...row, ...terms[row.id] })),
    ['BOND', 'EQUITY', 'METAL'],
  );
}

/** An account with 60 of bonds and 40 of shares as its target. */
export const ACCOUNT: RebalancingAccount<'CNY'> & {
  readonly target: Readonly<Record<string, number>>;
} = {
  id: 'simple',
  currency: 'CNY',
  positions: positionsOf({ BONDS: '50000.00', SHARES: '50000.00' }),
  target: { BONDS: 0.6, SHARES: 0.4 },
  lastTradeOn: null,
};

export const POLICY: RebalancingPolicy<'CNY'> = {
  id: 'simple',
  bands: { default: { absolute: 0.05 } },
};

/** What of the simple case is different. */
export interface Changes {
  readonly account?: Partial<RebalancingAccount<'CNY'>>;
  readonly policy?: Partial<RebalancingPolicy<'CNY'>>;
  readonly products?: Readonly<Record<string, Partial<Product>>>;
  readonly asOf?: PlainDate;
}

export function decide(changes: Changes = {}): Rebalancing<'CNY'> {
  const rebalancer = compileRebalancing<'CNY'>(
    { ...POLICY, ...changes.policy },
    { universe: products(changes.products) },
  );
  return rebalance({ ...ACCOUNT, ...changes.account }, rebalancer, {
    asOf: changes.asOf ?? MONDAY,
  });
}

/** The account as its trades leave it, looked at again. */
export function again(
  { after, next }: Rebalancing<'CNY'>,
  { account, ...more }: Changes,
): Rebalancing<'CNY'> {
  const held = Object.entries(after.values).filter(([, { amount }]) => Number(amount) > 0);
  const positions = held.map(([product, value]) => ({ product, value }));
  const { breached } = next;
  return decide({ ...more, account: { ...account, positions, cash: [after.cash], breached } });
}
