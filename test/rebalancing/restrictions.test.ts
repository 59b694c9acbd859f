import { describe, expect, it } from 'vitest';
import { makeReason } from '../../src/evidence/index.js';
import { compileRebalancing, rebalance, rebalanceHousehold } from '../../src/rebalancing/index.js';
import { ACCOUNT, type Changes, decide, MONDAY, POLICY, products } from './simple.js';
import { cny, codes, expectFrozen, expectRefusal, positionsOf, signed, wrong } from './support.js';

/** 50,000 of bonds and of shares, wanted are 60 % and 40 %: 10,000 of shares are to go. */
const under = (restriction: unknown, changes: Changes = {}) =>
  decide({
    ...changes,
    account: { restrictions: { SHARES: wrong(restriction) }, ...changes.account },
  });

describe('a restriction with its terms', () => {
  it('without more is the word alone', () => {
    const word = under('locked');
    expect({ ...under({ kind: 'locked' }), inputHash: '' }).toEqual({ ...word, inputHash: '' });
  });

  it('tells why', () => {
    const reason = makeReason('bank.in-dispute', 'info', { file: 'D-4' });
    const result = under({ kind: 'locked', reason });
    expect(codes(result.outOfReach[0]!)).toEqual(['rebalancing.locked', 'bank.in-dispute']);
    expect(result.outOfReach[0]?.reachableOn).toBeNull();
    const shares = result.notTraded.find(({ product }) => product === 'SHARES');
    expect(codes(shares!)).toEqual(['rebalancing.locked', 'bank.in-dispute']);
    expect(shares?.reasons[1]).toEqual(reason);
    expectFrozen(result);
  });

  it('ends after its last day', () => {
    // 2026-03-06 is a Friday, so that Monday is the first day on which shares can go.
    const result = under({ kind: 'locked', until: '2026-03-06' });
    expect(result.trades).toEqual([]);
    expect(result.outOfReach[0]?.reachableOn).toBe('2026-03-09');
    expect(codes(result.outOfReach[0]!)).toEqual([
      'rebalancing.locked',
      'rebalancing.restricted-until',
    ]);
    expect(signed(under({ kind: 'locked', until: MONDAY }).trades)).toEqual({});
    const over = under({ kind: 'locked', until: '2026-03-01' });
    expect(signed(over.trades)).toEqual({ BONDS: '10000.00', SHARES: '-10000.00' });
    expect(over.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('ends for purchases too, on a day on which the product takes them', () => {
    const result = decide({
      account: { restrictions: { BONDS: { kind: 'sell-only', until: '2026-03-06' } } },
      products: {
        BONDS: { dealing: { subscription: { from: '2026-03-02', everyMonths: 1, days: 2 } } },
      },
    });
    // The window of March ends on the 3rd; that of April begins on Thursday the 2nd.
    expect(result.outOfReach.find(({ product }) => product === 'BONDS')?.reachableOn).toBe(
      '2026-04-02',
    );
  });

  it('that ends before a lot is free waits for the lot', () => {
    const result = under(
      { kind: 'buy-only', until: '2026-03-06' },
      {
        account: {
          positions: [
            ...positionsOf({ BONDS: '50000' }),
            {
              product: 'SHARES',
              value: cny('50000'),
              lots: [{ id: 'a', boughtOn: '2026-02-16', value: cny('50000') }],
            },
          ],
        },
        products: { SHARES: { lockUpDays: 30 } },
      },
    );
    // 2026-02-16 and 30 days
    expect(result.outOfReach[0]?.reachableOn).toBe('2026-03-18');
  });

  it('has no end on the last day that there is', () => {
    for (const amount of [undefined, cny('45000')]) {
      const result = under({ kind: 'locked', until: '9999-12-31', amount });
      expect(result.outOfReach[0]?.reachableOn).toBeNull();
    }
  });

  it('of a part leaves the rest to be traded', () => {
    const result = under({ kind: 'locked', amount: cny('45000'), until: '2026-04-30' });
    // 5,000 of the 50,000 are free.
    expect(signed(result.trades)).toEqual({ BONDS: '5000.00', SHARES: '-5000.00' });
    const [shares] = result.outOfReach;
    expect(shares?.reasons[0]).toMatchObject({
      code: 'rebalancing.part-held',
      parameters: { product: 'SHARES', amount: cny('45000.00') },
    });
    expect(shares?.reachableOn).toBe('2026-05-01');
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
    // More may be bought: 20,000 of shares pledged, 60 % wanted.
    const more = under(
      { kind: 'locked', amount: cny('20000') },
      { account: { target: { BONDS: 0.4, SHARES: 0.6 } } },
    );
    expect(signed(more.trades)).toEqual({ BONDS: '-10000.00', SHARES: '10000.00' });
    expect(more.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('of a part counts what can never be sold anyway as held fast first', () => {
    const lots = [
      { id: 'old', boughtOn: '2025-01-06', value: cny('30000') },
      { id: 'new', boughtOn: '2026-02-16', value: cny('20000') },
    ] as const;
    const result = under(
      { kind: 'locked', amount: cny('20000') },
      {
        account: {
          positions: [
            ...positionsOf({ BONDS: '50000' }),
            { product: 'SHARES', value: cny('50000'), lots },
          ],
        },
        products: { SHARES: { lockUpDays: 30 } },
      },
    );
    // The lot that is locked is worth as much as the pledge.
    expect(signed(result.trades)).toEqual({ BONDS: '10000.00', SHARES: '-10000.00' });
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('holds in an account of a household', () => {
    const { target: weights, ...own } = ACCOUNT;
    const rebalancer = compileRebalancing(POLICY, { universe: products() });
    const restrictions = { SHARES: { kind: 'locked', amount: cny('45000') } } as const;
    const { shares } = rebalanceHousehold(
      {
        id: 'H',
        currency: 'CNY',
        accounts: [{ ...own, restrictions }],
        target: { kind: 'products', weights },
      },
      rebalancer,
      { asOf: MONDAY },
    );
    expect(signed(shares[0]!.result!.trades)).toEqual({ BONDS: '5000.00', SHARES: '-5000.00' });
  });

  it.each<[string, unknown, string, string]>([
    ['a kind that there is none of', { kind: 'frozen' }, 'unknown-value', '.kind'],
    ['no kind', { until: MONDAY }, 'missing-value', '.kind'],
    ['a misspelt field', { kind: 'locked', untill: MONDAY }, 'unknown-id', '.untill'],
    [
      'a day that does not exist',
      { kind: 'locked', until: '2026-02-30' },
      'invalid-date',
      '.until',
    ],
    ['a part of nothing', { kind: 'locked', amount: cny('0') }, 'out-of-range', '.amount.amount'],
    [
      'a part where all may be sold',
      { kind: 'sell-only', amount: cny('1') },
      'inconsistent',
      '.amount',
    ],
    ['a reason that is a text', { kind: 'locked', reason: 'pledged' }, 'invalid-type', '.reason'],
    [
      'a reason without a code',
      { kind: 'locked', reason: { severity: 'info' } },
      'missing-value',
      '.reason.code',
    ],
    [
      'a reason with a misspelt field',
      { kind: 'locked', reason: { kode: 'x' } },
      'unknown-id',
      '.reason.kode',
    ],
    ['nothing', null, 'missing-value', ''],
    ['a number', 1, 'invalid-type', ''],
  ])('is refused with %s', (_name, restriction, code, path) => {
    expectRefusal(() => under(restriction), code as never, `account.restrictions.SHARES${path}`);
  });
});

describe('an account that buys nothing', () => {
  it('sells what a withdrawal needs, pays it out and says why nothing is bought', () => {
    const result = decide({ account: { status: 'no-purchases', withdrawal: cny('20000') } });
    // What is left is 80,000; of it 48,000 and 32,000 are wanted: 18,000 of shares and 2,000 of bonds go.
    expect(signed(result.trades)).toEqual({ BONDS: '-2000.00', SHARES: '-18000.00' });
    expect(result.cash.withdrawal.amount).toBe('20000.00');
    expect(codes(result)).toContain('rebalancing.account-no-purchases');
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('keeps new money as money', () => {
    const result = decide({
      account: {
        status: 'no-purchases',
        positions: positionsOf({ BONDS: '60000', SHARES: '40000' }),
        cash: [cny('50000')],
      },
    });
    expect(result.trades.filter(({ side }) => side === 'buy')).toEqual([]);
    expect(result.notTraded.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toContain(
      'rebalancing.no-purchases',
    );
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('is named in a household', () => {
    const { target: weights, ...own } = ACCOUNT;
    const rebalancer = compileRebalancing(POLICY, { universe: products() });
    const { shares } = rebalanceHousehold(
      {
        id: 'H',
        currency: 'CNY',
        accounts: [{ ...own, status: 'no-purchases' }],
        target: { kind: 'products', weights },
      },
      rebalancer,
      { asOf: MONDAY },
    );
    expect(shares[0]?.flags).toContain('no-purchases');
    expect(shares[0]?.result?.trades.filter(({ side }) => side === 'buy')).toEqual([]);
  });

  it('needs no active status to be refused a purchase by the certificate', () => {
    const rebalancer = compileRebalancing(POLICY, { universe: products() });
    const { certificate } = rebalance({ ...ACCOUNT, status: 'no-purchases' }, rebalancer, {
      asOf: MONDAY,
    });
    expect(certificate.every(({ holds }) => holds)).toBe(true);
  });
});
