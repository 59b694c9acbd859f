import { describe, expect, it } from 'vitest';
import { compileProducts } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type Household,
  type HouseholdAccount,
  type HouseholdRebalancing,
  type RebalancingPolicy,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { cny, positionsOf, signed } from '../support.js';
import { account, asOf, product } from './accounts.js';

/** Whoever buys B pays 1 % of what is invested beside it; of 1,010 paid 1,000 are left. */
const universe = compileProducts(
  [
    product('A', { BOND: 1 }),
    product('B', { EQUITY: 1 }, { entryFee: 0.01 }),
    product('C', { GOLD: 1 }),
  ],
  ['BOND', 'EQUITY', 'GOLD'],
);
const policy: RebalancingPolicy = {
  id: 'p',
  bands: { default: { absolute: 0.05 } },
  trading: { minimumTrade: { amount: cny('10') } },
};
const rebalancer = compileRebalancing(policy, { universe });

/** The first account is frozen, the second can trade. */
const household = (
  frozen: Record<string, string>,
  own: Record<string, string>,
  weights: Record<string, number>,
  more: Partial<HouseholdAccount> = {},
): Household => ({
  id: 'Li',
  currency: 'CNY',
  accounts: [account('a', frozen, { status: 'frozen' }), account('b', own, more)],
  target: { kind: 'products', weights },
});

/** The household once its trades are done. */
const settled = (before: Household, { shares, next }: HouseholdRebalancing): Household => ({
  ...before,
  accounts: before.accounts.map((account, i) => {
    const after = shares[i]?.result?.after;
    if (after === undefined) return account;
    const positions = Object.entries(after.values).map(([product, value]) => ({ product, value }));
    return { ...account, positions, cash: [after.cash], lastTradeOn: asOf };
  }),
  breached: next.breached,
});

const look = (given: Household) => rebalanceHousehold(given, rebalancer, { asOf });
const tradesOf = ({ shares }: HouseholdRebalancing) =>
  shares.flatMap(({ result }) => (result === undefined ? [] : [signed(result.trades)]));

describe('a household that stays out of its bands', () => {
  it('shares out what fees leave, so that a second look holds', () => {
    // 60,000 of A are frozen where 20,000 are wanted: B and C fall short in equal parts, and are to be worth the same: N each, of which B costs 1 % more.
    // 2.01 N = 40,000: N = 19,900.4975, and 20,099.5025 is paid for B.
    const given = household({ A: '60000' }, { A: '40000' }, { A: 0.2, B: 0.4, C: 0.4 });
    const first = look(given);
    expect(tradesOf(first)).toEqual([{ A: '-40000.00', B: '20099.50', C: '19900.50' }]);
    // The plan is told before charges.
    expect(first.shares[1]!.amounts).toMatchObject({ B: cny('20000.00'), C: cny('20000.00') });
    const second = look(settled(given, first));
    expect(second.fired.length).toBeGreaterThan(0);
    expect(second.decision).toBe('hold');
  });

  it('keeps to the most of an account as a share of what fees leave', () => {
    // A may be a quarter of b, which comes to W: 0.25 W + 0.75 W × 1.01 = 40,000, so W = 39,702.2333. Counted down to the cent, 9,925.55 of A stay.
    const limits = { A: { most: 0.25 } };
    const given = household(
      { C: '60000' },
      { A: '40000' },
      { A: 0.2, B: 0.2, C: 0.6 },
      {
        limits,
        restrictions: { C: 'sell-only' },
      },
    );
    const first = look(given);
    expect(tradesOf(first)).toEqual([{ A: '-30074.45', B: '30074.45' }]);
    expect(first.certificate.filter(({ holds }) => !holds)).toEqual([]);
    expect(look(settled(given, first)).decision).toBe('hold');
  });

  it('keeps to the least of an account as a share of what fees leave', () => {
    // A is to be a quarter of b at least, where nothing of it is wanted: the same figures.
    const limits = { A: { least: 0.25 } };
    const given = household({ A: '60000' }, { A: '40000' }, { A: 0, B: 1 }, { limits });
    const first = look(given);
    expect(tradesOf(first)).toEqual([{ A: '-30074.45', B: '30074.45' }]);
    expect(first.certificate.filter(({ holds }) => !holds)).toEqual([]);
    expect(look(settled(given, first)).decision).toBe('hold');
  });

  it('trades as ever where what it trades brings it inside', () => {
    // 60,000 of A in all, 40,000 of them wanted: 20,000 go to B before its fee, and 39,801.98 of 99,801.98 are inside the band.
    const given = household({ B: '20000' }, { A: '60000', C: '20000' }, { A: 0.4, B: 0.4, C: 0.2 });
    expect(tradesOf(look(given))).toEqual([{ A: '-20000.00', B: '20000.00' }]);
  });
});

describe('a household whose accounts hold nearly what they can', () => {
  it('is shared out though rounding leaves no answer to how a shortage is spread', () => {
    // A random household whose linear program of the shortage ended without an answer.
    const random = compileProducts(
      ['P0', 'P1', 'P2', 'P3'].map((id, i) =>
        product(id, { [['CASH', 'BOND', 'EQ', 'GOLD'][i]!]: 1 }),
      ),
      ['CASH', 'BOND', 'EQ', 'GOLD'],
    );
    const cash = [cny('500.00')];
    const accounts: readonly HouseholdAccount[] = [
      {
        id: 'a0',
        currency: 'CNY',
        lastTradeOn: asOf,
        positions: positionsOf({ P0: '86683.70', P1: '10316.18', P2: '66619.48' }),
        status: 'no-purchases',
        restrictions: { P0: 'locked' },
        limits: { P0: { most: 0.3 } },
        cash,
      },
      {
        id: 'a1',
        currency: 'CNY',
        lastTradeOn: asOf,
        positions: positionsOf({ P1: '59431.15', P2: '31026.78', P3: '41848.40' }),
        restrictions: { P0: 'sell-only' },
        cash,
      },
    ];
    const weights = { P0: 0.0625, P1: 0.3125, P2: 0.4375, P3: 0.1875 };
    const result = rebalanceHousehold(
      { id: 'h', currency: 'CNY', accounts, target: { kind: 'products', weights } },
      compileRebalancing({ ...policy, cash: { floor: cny('500') } }, { universe: random }),
      { asOf },
    );
    expect(result.status).toBe('not-met');
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });
});
