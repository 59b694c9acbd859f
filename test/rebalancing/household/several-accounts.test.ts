import { describe, expect, it } from 'vitest';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type Household,
  type HouseholdAccount,
  type RebalancingPolicy,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { amountsOf, cny, codes, signed } from '../support.js';
import { account, asOf, product } from './accounts.js';

const MIX = {
  CASH: { CASH: 1 },
  BOND: { BOND: 1 },
  EVEN: { BOND: 0.6, EQUITY: 0.4 },
  EQUITY: { EQUITY: 1 },
  NOTES: { BOND: 1 },
};
type Id = keyof typeof MIX;
const CLASSES = ['BOND', 'CASH', 'EQUITY'];

const bring = (
  accounts: readonly HouseholdAccount<'CNY'>[],
  weights: Readonly<Record<string, number>>,
  policy: Partial<RebalancingPolicy<'CNY'>> = {},
  terms: Partial<Record<Id, Partial<Product>>> = {},
  more: Partial<Household<'CNY'>> = {},
) => {
  const ids = Object.keys(MIX) as readonly Id[];
  const products = ids.map((id) => product(id, MIX[id], terms[id]));
  const rebalancer = compileRebalancing<'CNY'>(
    { id: 'several', bands: { default: { absolute: 0.05 } }, ...policy },
    { universe: compileProducts(products, CLASSES) },
  );
  const target = { kind: 'products', weights } as const;
  const household = { id: 'Li', currency: 'CNY', accounts, target, ...more } as const;
  return rebalanceHousehold<'CNY'>(household, rebalancer, { asOf });
};

const tradesOf = ({ shares }: ReturnType<typeof bring>) =>
  Object.fromEntries(shares.map(({ account: id, result }) => [id, signed(result?.trades ?? [])]));

describe('several accounts of a household', () => {
  const suspended = { BOND: { status: 'subscription-suspended' } } as const;

  it('buy what another of them holds where it stands in for what cannot be bought', () => {
    const accounts = [
      account('1', { NOTES: '40000' }),
      account('2', {}, { cash: [cny('10000')] }),
      account('3', {}, { cash: [cny('5000')], restrictions: { NOTES: 'locked' } }),
    ];
    const result = bring(accounts, { BOND: 1 }, {}, suspended);
    expect(tradesOf(result)).toEqual({ 1: {}, 2: { NOTES: '10000.00' }, 3: {} });
    // What was neither held nor wanted and is not bought is not told.
    expect(result.shares.map(({ amounts }) => Object.keys(amounts))).toEqual([
      ['BOND', 'NOTES'],
      ['BOND', 'NOTES'],
      ['BOND'],
    ]);
    expect(result.shares[2]!.left.amount).toBe('5000.00');
  });

  it('buy nothing that is not on the list where asset classes are wanted', () => {
    const accounts = [account('1', { NOTES: '40000' }), account('2', {}, { cash: [cny('10000')] })];
    const target = { kind: 'classes', weights: { BOND: 1 }, products: ['BOND'] } as const;
    expect(tradesOf(bring(accounts, {}, {}, suspended, { target }))).toEqual({ 1: {}, 2: {} });
  });

  it('do not buy what is paid for in a currency that they have no rate of', () => {
    const dollars = { NOTES: { currency: 'USD' } } as const;
    const fx = { base: 'CNY', rates: { USD: '7' } } as const;
    const accounts = [
      account('1', {}, { cash: [cny('10000')] }),
      account('2', { NOTES: '40000' }, { fx }),
    ].map((one) =>
      one.id === '2'
        ? { ...one, positions: [{ product: 'NOTES', value: { currency: 'USD', amount: '4000' } }] }
        : one,
    ) as readonly HouseholdAccount<'CNY'>[];
    const result = bring(accounts, { BOND: 1 }, {}, { ...suspended, ...dollars });
    expect(tradesOf(result)).toEqual({ 1: {}, 2: {} });
  });

  it('trade as few products together as bring everything inside its range', () => {
    // Of 160,000 bonds are 70,000, 43.75 %, which is near enough to 45 %. Sold is as much cash for equity as leaves both 0.625 % above their targets:
    // 17,000 and 73,000.
    const accounts = [
      account('1', { BOND: '50000', CASH: '60000' }),
      account('2', { BOND: '20000', EQUITY: '30000' }),
    ];
    const weights = { BOND: 0.45, CASH: 0.1, EQUITY: 0.45 };
    const few = bring(accounts, weights, { trading: { fewestTrades: true } });
    expect(tradesOf(few)).toEqual({ 1: { CASH: '-43000.00', EQUITY: '43000.00' }, 2: {} });
    expect(few.changes).toEqual({ count: 2, fewest: true });
    expect(few.after.drift.triggered).toEqual([]);
    expect(bring(accounts, weights).changes.count).toBe(3);
  });

  it('leave free money that is near enough to nothing where it is while the fewest are traded', () => {
    // 4,000 of 100,000 are free, and 5 % may be. Equity is 30 % and is to be 45 to 55: sold is what brings bonds and equity as near to 50 as they come, 2 less each.
    const accounts = [
      account('1', { BOND: '66000' }),
      account('2', { EQUITY: '30000' }, { cash: [cny('4000')] }),
    ];
    const weights = { BOND: 0.5, EQUITY: 0.5 };
    const few = bring(accounts, weights, { trading: { fewestTrades: true } });
    expect(tradesOf(few)).toEqual({ 1: { BOND: '-18000.00', EQUITY: '18000.00' }, 2: {} });
    expect(few.after.cash.amount).toBe('4000.00');
  });

  it('come to the target by what they can hold together where the fewest products cannot be shared out', () => {
    // 16,000 of equity for bonds would be the target's 64 and 36 %. But account 1 may sell no equity and account 2 buy no bonds. 16,000 of bonds are in
    // 26,666.67 of the mixed product: 20,000 + 0.6 × 26,666.67 = 36,000.
    const accounts = [
      account('1', { EQUITY: '50000', BOND: '20000' }, { restrictions: { EQUITY: 'locked' } }),
      account('2', { EQUITY: '30000' }, { restrictions: { BOND: 'locked' } }),
    ];
    const weights = { BOND: 0.3, EVEN: 0.1, EQUITY: 0.6 };
    const few = bring(accounts, weights, { trading: { fewestTrades: true } });
    expect(tradesOf(few)).toEqual({ 1: {}, 2: { EQUITY: '-26666.67', EVEN: '26666.67' } });
    expect(few.after.drift.triggered).toEqual([]);
  });

  it('raise what is paid out though an account is above a cap', () => {
    // 30 % of account 1 may be bonds and all is; it is asked for 4,000 beside the 1,000 of account 2, and sells no more than that.
    const accounts = [account('1', { BOND: '100000' }), account('2', {}, { cash: [cny('1000')] })];
    const groups = [{ id: 'bonds', members: ['BOND', 'NOTES'], max: 0.3 }];
    const policy = { triggers: [], trading: { groups } } as const;
    const result = bring(accounts, { BOND: 1 }, policy, {}, { withdrawal: cny('5000') });
    expect(amountsOf(result.withdrawal!.accounts)).toEqual({ 1: '4000.00', 2: '1000.00' });
    expect(tradesOf(result)).toEqual({ 1: { BOND: '-4000.00' }, 2: {} });
  });

  it('wait with what else is due while a withdrawal cannot be paid, or pay in part', () => {
    const accounts = [account('1', { BOND: '60000' }), account('2', { EQUITY: '10000' })];
    const weights = { BOND: 0.5, EQUITY: 0.5 };
    const withdrawal = cny('100000');
    const waiting = bring(accounts, weights, {}, {}, { withdrawal });
    expect(waiting.fired.map(({ kind }) => kind)).toEqual(['band']);
    expect(tradesOf(waiting)).toEqual({ 1: {}, 2: {} });
    expect(amountsOf(waiting.withdrawal!.accounts)).toEqual({ 1: '0.00', 2: '0.00' });
    const cash = { partialWithdrawal: 'allowed' } as const;
    const paying = bring(accounts, weights, { cash }, {}, { withdrawal });
    expect(amountsOf(paying.withdrawal!.accounts)).toEqual({ 1: '60000.00', 2: '10000.00' });
    expect(codes(paying)).toContain('rebalancing.withdrawal-in-part');
  });

  it('count an exit fee as a cost and not as money that brings nothing', () => {
    // U = 0.03·b + 0.07·e − 2·(0.0025·b² + 2·0.001·b·e + 0.04·e²), which is 0.025 for bonds alone and 0.0314256 for 0.68 and 0.32: 170.28 a year on 26,500.
    const fees = { exit: [{ fromDays: 0, rate: 0.015 }] };
    const utility = {
      assetClasses: CLASSES,
      expectedReturn: [0.03, 0.015, 0.07],
      covariance: [
        [0.0025, 0, 0.001],
        [0, 0.0001, 0],
        [0.001, 0, 0.04],
      ],
      riskAversion: 4,
    };
    const accounts = [account('1', { BOND: '13250' }), account('2', { BOND: '13250' })];
    const result = bring(accounts, { BOND: 0.68, EQUITY: 0.32 }, { utility }, { BOND: { fees } });
    // What fees take comes off the whole, so that both accounts together come to the weights within some cents.
    expect(Number(result.weighing!.gain.amount)).toBeCloseTo(170.28, 0);
  });

  it('say of money that the fewest trades leave that it need not be invested', () => {
    // Of 95,000 that are left BOND is to be 38,000 and EQUITY as much; CASH is 16,000 of 19,000, which is within its band, as are 3,000 that stay money.
    const accounts = [
      account('1', { BOND: '20000', CASH: '8000' }, { cash: [cny('6000')] }),
      account('2', { CASH: '8000', EQUITY: '56000' }, { cash: [cny('2000')] }),
    ];
    const result = bring(
      accounts,
      { BOND: 0.4, CASH: 0.2, EQUITY: 0.4 },
      { trading: { fewestTrades: true } },
      {},
      { withdrawal: cny('5000') },
    );
    expect(tradesOf(result)).toEqual({ 1: {}, 2: { BOND: '18000.00', EQUITY: '-18000.00' } });
    const left = result.shares.map((share) => Number(share.left.amount));
    expect(left.reduce((sum, one) => sum + one, 0)).toBe(3000);
    for (const [i, share] of result.shares.entries()) {
      expect(share.flags).toEqual(left[i] === 0 ? [] : ['money-kept']);
      expect(share.reasons.map(({ code }) => code)).toEqual(
        left[i] === 0 ? [] : ['rebalancing.household-money-kept'],
      );
    }
  });

  it('keep money for one that does not sell for it', () => {
    // 2 % of 136,000 are kept. Account 1 has no money and, as free money goes first, sells nothing; of the other 133,280 BOND is to be 73,304 and EQUITY 59,976.
    const accounts = [
      account('1', { BOND: '30000' }),
      account('2', { BOND: '20000', CASH: '38000', EQUITY: '40000' }, { cash: [cny('8000')] }),
    ];
    const result = bring(
      accounts,
      { BOND: 0.55, EQUITY: 0.45 },
      { measure: 'products', funding: 'cash-first', cash: { target: { share: 0.02 } } },
    );
    expect(tradesOf(result)).toEqual({
      1: {},
      2: { BOND: '23304.00', CASH: '-38000.00', EQUITY: '19976.00' },
    });
    expect(result.status).toBe('met');
    expect(result.lines.map(({ id, reached, reasons }) => [id, reached, reasons])).toEqual([
      ['BOND', 0.55, []],
      ['CASH', 0, []],
      ['EQUITY', 0.45, []],
    ]);
    expect(result.shares.map(({ left, flags }) => [left.amount, flags])).toEqual([
      ['-600.00', ['money-missing']],
      ['600.00', ['money-kept']],
    ]);
    expect(result.after.cash.amount).toBe('2720.00');
  });

  describe('with the least of a product that is neither held nor on the list of asset classes', () => {
    const target = {
      kind: 'classes',
      weights: { BOND: 0.5, EQUITY: 0.5 },
      products: ['BOND', 'EQUITY'],
    } as const;
    const accounts = [
      account('1', { BOND: '80000', EQUITY: '20000' }, { limits: { CASH: { least: 0.05 } } }),
      account('2', { BOND: '10000' }),
    ];

    it('buy that least', () => {
      // 5 % of 100,000. Of the other 105,000 half each is nearest to the target.
      const result = bring(accounts, {}, {}, {}, { target });
      expect(tradesOf(result)).toEqual({
        1: { BOND: '-37500.00', CASH: '5000.00', EQUITY: '32500.00' },
        2: {},
      });
      expect(result.certificate).toContainEqual({ rule: 'least:1:CASH', holds: true, missedBy: 0 });
      expect(result.shares.flatMap(({ reasons }) => reasons)).toEqual([]);
    });

    it('say where it cannot be bought', () => {
      const closed = { CASH: { status: 'closed' } } as const;
      const result = bring(accounts, {}, {}, closed, { target });
      expect(tradesOf(result)).toEqual({ 1: { BOND: '-35000.00', EQUITY: '35000.00' }, 2: {} });
      const [reason] = result.shares[0]!.reasons;
      expect(reason).toMatchObject({
        code: 'rebalancing.household-below-least',
        parameters: { account: '1', product: 'CASH', least: 0.05 },
      });
      expect(result.shares[1]!.reasons).toEqual([]);
    });
  });

  it('share what charges leave within what they can hold together', () => {
    // Account 1 may not buy and keeps what it has. Of BOND and CASH 20,000 and 10,000 are missing at the least, so that all 60,000 of account 2 go to BOND, fees paid or not.
    const closed = { status: 'redemption-suspended' } as const;
    const accounts = [
      account('1', { CASH: '10000', NOTES: '10000' }, { status: 'no-purchases' }),
      account('2', { CASH: '30000', NOTES: '30000' }),
      account('3', { EQUITY: '20000' }),
    ];
    const terms = { EQUITY: closed, BOND: { entryFee: 0.01 } };
    const result = bring(accounts, { BOND: 0.8, CASH: 0.2 }, { measure: 'products' }, terms);
    expect(tradesOf(result)).toEqual({
      1: {},
      2: { BOND: '60000.00', CASH: '-30000.00', NOTES: '-30000.00' },
      3: {},
    });
  });
});
