import { describe, expect, it } from 'vitest';
import { formatReason } from '../../../src/evidence/index.js';
import {
  compileRebalancing,
  type HouseholdRebalancing,
  type RebalancingPolicy,
  rebalanceHousehold,
  rebalancingMessages,
} from '../../../src/rebalancing/index.js';
import { amountsOf, cny } from '../support.js';
import { account } from './accounts.js';
import { bring, IDS, RISKY, universe, weights } from './capped.js';

const amountsIn = ({ shares }: HouseholdRebalancing<'CNY'>) =>
  Object.fromEntries(shares.map(({ account: id, amounts }) => [id, amountsOf(amounts)]));

const reasonsOf = ({ lines }: HouseholdRebalancing<'CNY'>, line: string) =>
  lines.find(({ id }) => id === line)!.reasons;

const FREE = [
  account('1', {}, { cash: [cny('50000')] }),
  account('2', {}, { cash: [cny('50000')] }),
];
/** Bonds belong into the first account. */
const LOCATION = { kind: 'ranked', order: { BONDS: ['1', '2'] } } as const;

describe('a cap that every account keeps', () => {
  it('moves to another account what one may not hold', () => {
    // Of 100,000: bonds 60,000, shares and gold 40,000. Bonds would fill the first account and leave 10,000 for the second, with 40,000
    // of the others; these may be half of it, 25,000. So it holds 25,000 of bonds, and the first one 35,000 and 15,000 of the others.
    const household = { accounts: FREE, target: weights(0.6, 0.25, 0.15), location: LOCATION };
    const result = bring(household, RISKY(0.5));
    const { 1: first, 2: second } = amountsIn(result);
    expect(first!.BONDS).toBe('35000.00');
    expect(second!.BONDS).toBe('25000.00');
    expect(Number(second!.SHARES) + Number(second!.GOLD)).toBe(25_000);
    expect(result.status).toBe('met');
    expect(result.lines.map(({ missing }) => missing.amount)).toEqual(['0.00', '0.00', '0.00']);
    for (const { result: own } of result.shares) expect(own!.outOfReach).toEqual([]);
  });

  it('counts what is inside products', () => {
    // With Hill are shares and half of gold: 0.4 × 50,000 = 20,000 in each account. Of 30,000 of shares and 20,000 of gold 40,000 are
    // with Hill, which fills both: 20,000 each.
    const household = { accounts: FREE, target: weights(0.5, 0.3, 0.2), location: LOCATION };
    const result = bring(household, { maxWeightOfIssuer: { Hill: 0.4 } });
    expect(result.status).toBe('met');
    for (const own of Object.values(amountsIn(result))) {
      expect(Number(own.SHARES) + 0.5 * Number(own.GOLD)).toBe(20_000);
    }
  });

  it('allows what is above it and cannot be sold, and nothing beside it', () => {
    // 30,000 of shares are locked in the first account, more than 25,000. So all gold, 15,000, is in the second one, with bonds.
    const accounts = [
      account(
        '1',
        { SHARES: '30000' },
        { cash: [cny('20000')], restrictions: { SHARES: 'locked' } },
      ),
      FREE[1]!,
    ];
    const result = bring({ accounts, target: weights(0.55, 0.3, 0.15) }, RISKY(0.5));
    expect(amountsIn(result)).toMatchObject({
      1: { SHARES: '30000.00', GOLD: '0.00', BONDS: '20000.00' },
      2: { SHARES: '0.00', GOLD: '15000.00', BONDS: '35000.00' },
    });
    expect(result.status).toBe('met');
  });

  it('is one of all that is to be invested, what nothing can be bought for included', () => {
    // Three products of at most 30 each: 90 of 100 are invested, of each 30. The most of a single product counts alike.
    const accounts = [account('1', {}, { cash: [cny('100')] })];
    const target = weights(1 / 3, 1 / 3, 1 / 3);
    for (const trading of [
      { maxWeight: { BONDS: 0.3, GOLD: 0.3, SHARES: 0.3 } },
      { groups: IDS.map((id) => ({ id, members: [id], max: 0.3 })) },
    ]) {
      const [share] = bring({ accounts, target }, trading).shares;
      expect(share!.left.amount).toBe('10.00');
      expect(amountsOf(share!.result!.after.values)).toEqual({
        BONDS: '30.00',
        GOLD: '30.00',
        SHARES: '30.00',
      });
      expect(share!.result!.certificate.filter(({ holds }) => !holds)).toEqual([]);
    }
  });

  it('is named where the household cannot come to its target', () => {
    // Shares and gold are to be 60,000 and may be 25,000 in each account: 50,000. 5,000 less of each is the least sum of squares, as it is in an account by itself.
    // Bonds get it.
    const result = bring({ accounts: FREE, target: weights(0.4, 0.4, 0.2) }, RISKY(0.5));
    expect(result.status).toBe('not-met');
    const planned = Object.fromEntries(result.lines.map((line) => [line.id, line.planned]));
    expect(planned.BONDS).toBeCloseTo(0.5, 6);
    expect(planned.SHARES).toBeCloseTo(0.35, 6);
    expect(planned.GOLD).toBeCloseTo(0.15, 6);
    for (const id of ['SHARES', 'GOLD']) {
      const reasons = reasonsOf(result, id);
      expect(reasons.map(({ code }) => code)).toContain('rebalancing.household-cannot-add');
      const caps = reasons.filter(({ code }) => code === 'rebalancing.max-weight-of-group');
      expect(caps).not.toEqual([]);
      for (const reason of caps) {
        expect(reason.parameters).toMatchObject({ product: id, group: 'risky' });
        expect(formatReason(rebalancingMessages, reason, 'en')).toContain('the group risky');
      }
    }
    expect(reasonsOf(result, 'BONDS').map(({ code }) => code)).toEqual([
      'rebalancing.household-other-account',
    ]);
  });

  it('is one of what is left where money is paid out', () => {
    // 20,000 go, and of the 80,000 that stay bonds are 48,000. Whatever either account pays, half of what is left in it may be risky.
    const accounts = [
      account('1', { BONDS: '50000' }),
      account('2', { BONDS: '20000' }, { cash: [cny('30000')] }),
    ];
    const result = bring(
      { accounts, target: weights(0.6, 0.25, 0.15), location: LOCATION, withdrawal: cny('20000') },
      RISKY(0.5),
    );
    expect(result.withdrawal!.amount.amount).toBe('20000.00');
    expect(result.lines.map(({ missing }) => missing.amount)).toEqual(['0.00', '0.00', '0.00']);
    for (const { amounts, investable } of result.shares) {
      const risky = Number(amounts.SHARES?.amount ?? 0) + Number(amounts.GOLD?.amount ?? 0);
      expect(risky).toBeLessThanOrEqual(0.5 * Number(investable.amount) + 0.01);
    }
  });

  it('makes no account sell where nothing is due and others pay', () => {
    // Nothing is out of a band of 40 points. The first account stands above the cap and pays nothing.
    const accounts = [account('1', { SHARES: '40000', BONDS: '10000' }), FREE[1]!];
    const policy: RebalancingPolicy<'CNY'> = {
      id: 'wide',
      measure: 'products',
      bands: { default: { absolute: 0.9 } },
      trading: RISKY(0.5),
    };
    const result = rebalanceHousehold(
      {
        id: 'Li',
        currency: 'CNY',
        accounts,
        target: weights(0.5, 0.3, 0.2),
        withdrawal: cny('5000'),
      },
      compileRebalancing<'CNY'>(policy, { universe }),
      { asOf: '2026-03-02' },
    );
    expect(amountsOf(result.withdrawal!.accounts)).toEqual({ 1: '0.00', 2: '5000.00' });
    expect(result.decision).toBe('hold');
    expect(result.shares.map(({ result: own }) => own!.trades)).toEqual([[], []]);
  });
});
