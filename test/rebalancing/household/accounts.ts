import type { CurrencyCode } from '../../../src/money/index.js';
import type { Product } from '../../../src/products/index.js';
import type { HouseholdAccount } from '../../../src/rebalancing/index.js';
import { positionsOf } from '../support.js';

/** A Monday. */
export const asOf = '2026-03-02';

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

/** Products by what is inside them; two are all bonds, one is half and half. */
export const MIX = {
  CASH: { CASH: 1 },
  BOND: { BOND: 1 },
  EVEN: { BOND: 0.5, EQUITY: 0.5 },
  EQUITY: { EQUITY: 1 },
  NOTES: { BOND: 1 },
};

/** A product free of all terms but those that are given. */
export const product = (
  id: string,
  lookThrough: Readonly<Record<string, number>>,
  more: Partial<Product> = {},
): Product => ({ ...TERMS, id, name: id, lookThrough, ...more });

/** An account that holds products for amounts in CNY. */
export const account = <C extends CurrencyCode = 'CNY'>(
  id: string,
  held: Readonly<Record<string, string>>,
  more: Partial<HouseholdAccount<C>> = {},
): HouseholdAccount<C> => ({
  id,
  currency: 'CNY' as C,
  lastTradeOn: null,
  positions: positionsOf(held),
  ...more,
});
