import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinorUnits } from '../../../src/money/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type HouseholdAccount,
  type Rebalancing,
  type RebalancingPolicy,
  rebalance,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { amountsOf, cny, codes, signed } from '../support.js';
import { account, asOf, MIX, product } from './accounts.js';

const IDS = Object.keys(MIX) as readonly (keyof typeof MIX)[];
const CLASSES = ['BOND', 'CASH', 'EQUITY'];

interface Given {
  readonly holder: HouseholdAccount<'CNY'>;
  readonly weights: Readonly<Record<string, number>>;
  readonly withdrawal?: string;
  readonly terms?: Partial<Record<keyof typeof MIX, Partial<Product>>>;
  readonly policy?: Partial<RebalancingPolicy<'CNY'>>;
}

/** What an account does by itself, and as all that a household has. */
const bothWays = ({ holder, weights, withdrawal, terms = {}, policy }: Given) => {
  const products = IDS.map((id) => product(id, MIX[id], terms[id]));
  const rebalancer = compileRebalancing<'CNY'>(
    { id: 'one', bands: { default: { absolute: 0.05 } }, ...policy },
    { universe: compileProducts(products, CLASSES) },
  );
  const target = { kind: 'products', weights } as const;
  const paying = withdrawal === undefined ? {} : { withdrawal: cny(withdrawal) };
  const alone = rebalance<'CNY'>({ ...holder, target, ...paying }, rebalancer, { asOf });
  const accounts = [account('empty', {}), holder];
  const household = { id: 'Li', currency: 'CNY', accounts, target, ...paying } as const;
  const shared = rebalanceHousehold<'CNY'>(household, rebalancer, { asOf });
  const own = shared.shares.find(({ account: id }) => id === holder.id)!.result;
  return { alone, shared, own };
};

/** Trades of both, which must be the same. */
const tradesOf = (given: Given): Readonly<Record<string, string>> => {
  const { alone, own } = bothWays(given);
  expect(signed(own!.trades)).toEqual(signed(alone.trades));
  return signed(alone.trades);
};

describe('an account that is all that a household has', () => {
  const suspended = { BOND: { status: 'subscription-suspended' } } as const;
  const NOTES = { NOTES: '4000' };
  const withMoney = account('1', NOTES, { cash: [cny('1272.65')] });

  it('buys what is held in place of what is wanted and cannot be bought', () => {
    expect(tradesOf({ holder: withMoney, weights: { BOND: 1 }, terms: suspended })).toEqual({
      NOTES: '1272.65',
    });
    const restrictions = { BOND: 'sell-only' } as const;
    const holder = { ...withMoney, restrictions };
    expect(tradesOf({ holder, weights: { BOND: 1 } })).toEqual({ NOTES: '1272.65' });
    // 700 a day of the one, the rest of the other.
    const limited = { BOND: { dealing: { dailyPurchase: '700' } } };
    expect(tradesOf({ holder: withMoney, weights: { BOND: 1 }, terms: limited })).toEqual({
      BOND: '700.00',
      NOTES: '572.65',
    });
    // 10 % of 5,272.65.
    const policy = { trading: { maxWeight: { BOND: 0.1 } } };
    expect(tradesOf({ holder: withMoney, weights: { BOND: 1 }, policy })).toEqual({
      BOND: '527.26',
      NOTES: '745.39',
    });
  });

  it('pays a withdrawal though a cap makes it sell more than that', () => {
    // 26,000 are left, of which 30 % may be in the group: 3,900 of each.
    const groups = [{ id: 'all', members: ['BOND', 'EQUITY'], max: 0.3 }];
    const given: Given = {
      holder: account('1', { BOND: '17000', EQUITY: '15000' }),
      weights: { BOND: 0.5, EQUITY: 0.5 },
      withdrawal: '6000',
      policy: { trading: { groups } },
    };
    expect(tradesOf(given)).toEqual({ BOND: '-13100.00', EQUITY: '-11100.00' });
    expect(bothWays(given).shared.withdrawal!.amount).toEqual(cny('6000'));
  });

  it('leaves no money idle beside a cap', () => {
    // 55,950 of 186,500 may be in the group, and the rest can only be in the mixed product, so that bonds are 35 % there of the 50 % wanted, and the 30 % of the
    // group are wanted as 15 % and 30 %: each is 7.5 points short.
    const groups = [{ id: 'g', members: ['BOND', 'CASH'], max: 0.3 }];
    const trades = tradesOf({
      holder: account('1', { CASH: '127300', EVEN: '59200' }),
      weights: { BOND: 0.3, CASH: 0.3, EVEN: 0.4 },
      policy: { trading: { groups } },
    });
    expect(trades).toEqual({ BOND: '13987.50', CASH: '-85337.50', EVEN: '71350.00' });
  });

  it('trades as few products as bring everything inside its range', () => {
    // 80,000 of 100,000 sold leave 10 % bonds and 10 % equity in the mixed product: with 80 % equity beside it that is the target itself.
    const given: Given = {
      holder: account('1', { EVEN: '100000' }),
      weights: { BOND: 0.1, EQUITY: 0.9 },
      policy: { trading: { fewestTrades: true } },
    };
    expect(tradesOf(given)).toEqual({ EVEN: '-80000.00', EQUITY: '80000.00' });
    expect(bothWays(given).shared.changes).toEqual({ count: 2, fewest: true });
  });

  it('waits with what else is due while a withdrawal cannot be paid, or pays in part', () => {
    const given: Given = {
      holder: account('1', { BOND: '30000' }),
      weights: { EQUITY: 1 },
      withdrawal: '50000',
    };
    const { shared, own } = bothWays(given);
    expect([shared.decision, own!.trades]).toEqual(['hold', []]);
    expect(shared.fired.map(({ kind }) => kind)).toEqual(['band']);
    expect(shared.withdrawal!.amount.amount).toBe('0.00');
    expect(codes(shared)).toContain('rebalancing.household-withdrawal-not-covered');
    const inPart = { ...given, policy: { cash: { partialWithdrawal: 'allowed' } } } as const;
    expect(tradesOf(inPart)).toEqual({ BOND: '-30000.00' });
    const paid = bothWays(inPart).shared;
    expect(amountsOf(paid.withdrawal!.accounts)).toEqual({ 1: '30000.00', empty: '0.00' });
    expect(codes(paid)).toContain('rebalancing.withdrawal-in-part');
  });

  const cents = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10_000_000n }));
  const terms = fc.record<Partial<Product>>(
    {
      entryFee: fc.constantFrom(0, 0.01),
      minimumPurchase: fc.constantFrom('0.01', '1000', '10000'),
      step: fc.constantFrom('0.01', '100', '1000'),
      minimumHolding: fc.constantFrom('100', '5000'),
      status: fc.constantFrom('open', 'subscription-suspended', 'redemption-suspended'),
    },
    { requiredKeys: [] },
  );
  const policies = fc.record<Partial<RebalancingPolicy<'CNY'>>>(
    {
      measure: fc.constantFrom('classes', 'products'),
      destination: fc.constantFrom(
        { kind: 'target' },
        { kind: 'edge' },
        { kind: 'fraction', ofBand: 0.5 },
      ),
      funding: fc.constantFrom('full', 'cash-first', 'buy-only', 'sell-only'),
      trading: fc.record(
        {
          minimumTrade: fc.constantFrom({ amount: cny('1000') }),
          amountStep: fc.constantFrom('10', '1000'),
          fewestTrades: fc.boolean(),
          maxWeight: fc.constantFrom({ BOND: 0.3, EQUITY: 0.4 }),
          groups: fc.constantFrom([{ id: 'g', members: ['BOND', 'NOTES'], max: 0.3 }]),
          maxTrades: fc.constantFrom(1, 3),
        },
        { requiredKeys: [] },
      ),
      residualProduct: fc.constantFrom('CASH'),
      utility: fc.constantFrom({
        assetClasses: CLASSES,
        expectedReturn: [0.03, 0.015, 0.07],
        covariance: [
          [0.0025, 0, 0.001],
          [0, 0.0001, 0],
          [0.001, 0, 0.04],
        ],
        riskAversion: 4,
      }),
    },
    { requiredKeys: [] },
  );
  const parts = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }));
  const givens = fc
    .record({
      held: fc.tuple(cents, cents, cents, cents, cents),
      cash: cents,
      parts: fc.tuple(parts, parts, parts, parts, fc.integer({ min: 1, max: 9 })),
      terms: fc.dictionary(fc.constantFrom(...IDS), terms, { maxKeys: 3 }),
      policy: policies,
      withdrawal: fc.option(fc.integer({ min: 1, max: 200_000 }), { freq: 3, nil: undefined }),
    })
    .map(({ held, cash, parts: shares, withdrawal, ...rest }): Given => {
      const whole = shares.reduce((sum, part) => sum + part, 0);
      const positions = IDS.map((id, i) => ({
        product: id,
        value: fromMinorUnits('CNY', held[i]!),
      }));
      return {
        ...rest,
        holder: { ...account('1', {}), positions, cash: [fromMinorUnits('CNY', cash)] },
        weights: Object.fromEntries(IDS.map((id, i) => [id, shares[i]! / whole])),
        ...(withdrawal === undefined ? {} : { withdrawal: `${withdrawal}` }),
      };
    });

  it('does what that account by itself does, whatever the rules', () => {
    fc.assert(
      fc.property(givens, (given) => {
        const { alone, shared, own } = bothWays(given);
        if (own === undefined) {
          expect(alone.trades).toEqual([]);
          return;
        }
        expect(own.decision).toBe(alone.decision);
        expect(own.trades).toEqual(alone.trades);
        expect(own.cash.after).toEqual(alone.cash.after);
        expect(own.cash.withdrawal).toEqual(alone.cash.withdrawal);
        // What is not paid is not measured as if it were.
        if (given.withdrawal === undefined || Number(alone.cash.withdrawal.amount) > 0) {
          expect(shared.fired.map(({ kind }) => kind)).toEqual(alone.fired.map(({ kind }) => kind));
        }
        expect(shared.withdrawal?.amount).toEqual(paidBy(alone, given));
      }),
      { numRuns: 250 },
    );
  });

  const paidBy = ({ cash }: Rebalancing<'CNY'>, { withdrawal }: Given) =>
    withdrawal === undefined ? undefined : cash.withdrawal;
});
