import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  type AccountState,
  compileRebalancing,
  exposuresOfState,
  rebalance,
} from '../../../src/rebalancing/index.js';
import { expectRefusal } from '../../refusal.js';
import { cny, expectFrozen } from '../support.js';

const TERMS = {
  annualFee: 0,
  entryFee: 0,
  minimumPurchase: '1',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
} as const;
const row = (id: string, rating: 'R1' | 'R3' | 'R5', more: Partial<Product>): Product => ({
  ...TERMS,
  id,
  name: id,
  lookThrough: { BOND: 1 },
  issuerRisk: rating,
  distributorRisk: rating,
  ...more,
});
const universe = compileProducts(
  [
    // The distributor’s rating is the higher one from April on.
    row('N', 'R1', {
      type: 'deposit',
      issuer: 'Lake',
      changes: [{ from: '2026-04-01', distributorRisk: 'R3' }],
    }),
    row('F', 'R3', { issuers: { Lake: 0.2, Hill: 0.5 }, currencies: { CNY: 0.4, USD: 0.6 } }),
    row('E', 'R5', { currency: 'HKD', lookThrough: { EQUITY: 1 } }),
  ],
  ['BOND', 'EQUITY'],
);
const state = (
  values: Record<string, string>,
  cash = '0',
): Pick<AccountState, 'values' | 'cash'> => ({
  values: Object.fromEntries(Object.entries(values).map(([id, amount]) => [id, cny(amount)])),
  cash: cny(cash),
});
const asOf = '2026-03-02';

describe('exposuresOfState', () => {
  it('says how much is in each rating, with each issuer and in each currency', () => {
    // Of 1,000: 400 in N, 300 in F, 200 in E, 100 of money.
    const found = exposuresOfState(state({ N: '400', F: '300', E: '200' }, '100'), universe, {
      asOf,
    });
    expect(found.ratings.shares).toEqual({ R1: 0.4, R2: 0, R3: 0.3, R4: 0, R5: 0.2 });
    expect(found.ratings.highest).toBe('R5');
    // (4 × 1 + 3 × 3 + 2 × 5) / 9 = 23 / 9, rounded up at the ninth digit.
    expect(found.ratings.weighted).toBe(2.555555556);
    expect(found.cash).toBe(0.1);
    // Lake: 0.4 + 0.2 × 0.3. Hill: 0.5 × 0.3. Spread: 0.3 × 0.3 of F, and all of E, which names nobody.
    expect(found.issuers.shares.Lake).toBeCloseTo(0.46, 12);
    expect(found.issuers.shares.Hill).toBeCloseTo(0.15, 12);
    expect(found.issuers.spread).toBeCloseTo(0.29, 12);
    // CNY: N is bought in the account’s currency, and 0.4 of F; the money is apart.
    expect(found.currencies.shares.CNY).toBeCloseTo(0.52, 12);
    expect(found.currencies.shares.USD).toBeCloseTo(0.18, 12);
    expect(found.currencies.shares.HKD).toBeCloseTo(0.2, 12);
    expectFrozen(found);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('takes ratings as they are on the day', () => {
    const later = exposuresOfState(state({ N: '1' }), universe, { asOf: '2026-04-01' });
    expect(later.ratings).toMatchObject({ highest: 'R3', weighted: 3, shares: { R1: 0, R3: 1 } });
  });

  it('of nothing, of money alone and of an overdraft', () => {
    const none = exposuresOfState(state({ N: '0' }), universe, { asOf });
    expect(none.ratings).toMatchObject({ highest: null, weighted: null });
    expect(none).toMatchObject({ issuers: { shares: {} }, currencies: { shares: {} }, cash: 0 });
    expect(exposuresOfState(state({}, '5'), universe, { asOf }).cash).toBe(1);
    // Debt is no part of what is held.
    const drawn = exposuresOfState(state({ N: '10' }, '-5'), universe, { asOf });
    expect(drawn.ratings.shares.R1).toBe(1);
    expect(drawn.cash).toBe(0);
  });

  it('tells what rebalancing does to them', () => {
    const account = {
      id: '1',
      currency: 'CNY',
      target: { N: 0.6, E: 0.4 },
      positions: [
        { product: 'N', value: cny('50000') },
        { product: 'E', value: money('HKD', '50000') },
      ],
      fx: { base: 'CNY', rates: { HKD: '1' } },
      lastTradeOn: null,
    } as const;
    const rebalancer = compileRebalancing(
      { id: 'p', bands: { default: { absolute: 0.05 } } },
      { universe },
    );
    const { before, after } = rebalance(account, rebalancer, { asOf });
    const [now, then] = [before, after].map((one) => exposuresOfState(one, universe, { asOf }));
    expect(now!.ratings.weighted).toBe(3);
    expect(then!.ratings.weighted).toBe(2.6);
    expect(then!.currencies.shares).toEqual({ CNY: 0.6, HKD: 0.4 });
  });

  it('refuses what it cannot read', () => {
    const call =
      (given: unknown, by: unknown = universe, options: unknown = { asOf }) =>
      () =>
        exposuresOfState(
          given as AccountState,
          by as typeof universe,
          options as { asOf: typeof asOf },
        );
    expectRefusal(call(null), 'missing-value', 'state');
    expectRefusal(call({ cash: cny('0') }), 'missing-value', 'state.values');
    expectRefusal(call(state({ X: '1' })), 'unknown-id', 'state.values.X');
    expectRefusal(call(state({ N: '-1' })), 'out-of-range', 'state.values.N.amount');
    expectRefusal(
      call({ values: { N: money('USD', '1') }, cash: cny('0') }),
      'currency-mismatch',
      'state.values.N.currency',
    );
    expectRefusal(call(state({}), {}), 'missing-value', 'universe.byId');
    expectRefusal(call(state({}), universe, {}), 'missing-value', 'options.asOf');
    expectRefusal(call(state({}), universe, { asOf, day: 1 }), 'unknown-id', 'options.day');
  });
});
