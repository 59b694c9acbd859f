import { describe, expect, it } from 'vitest';
import { sha256, sha256Bytes } from '../../../src/evidence/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type Household,
  type HouseholdAccount,
  type RebalancingPolicy,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { Cbor, hashOf } from '../../../src/rebalancing/result/cbor.js';
import { expectRefusal } from '../../refusal.js';
import { amountsOf, cny, codes, expectFrozen, signed } from '../support.js';
import { account as accountOf, asOf, product } from './accounts.js';

const rows: readonly Product[] = [
  product('A', { BOND: 1 }, { name: 'Bonds' }),
  product('B', { EQUITY: 1 }, { name: 'Shares' }),
];
const universe = compileProducts(rows, ['BOND', 'EQUITY']);
const utility = {
  assetClasses: ['BOND', 'EQUITY'],
  expectedReturn: [0.03, 0.06],
  covariance: [
    [0.0009, 0],
    [0, 0.04],
  ],
  riskAversion: 4,
};

const account = (
  id: string,
  bonds: string,
  shares: string,
  more: Partial<HouseholdAccount> = {},
): HouseholdAccount => accountOf(id, { A: bonds, B: shares }, more);

const policyOf = (policy: Partial<RebalancingPolicy>): RebalancingPolicy => ({
  id: 'standard',
  bands: { default: { absolute: 0.05 } },
  ...policy,
});

const run = (
  accounts: readonly HouseholdAccount[],
  policy: Partial<RebalancingPolicy> = {},
  more: Partial<Household> = {},
  products = universe,
) =>
  rebalanceHousehold(
    {
      id: 'Li',
      currency: 'CNY',
      accounts,
      target: { kind: 'products', weights: { A: 0.6, B: 0.4 } },
      ...more,
    },
    compileRebalancing(policyOf(policy), { universe: products }),
    { asOf },
  );

const tradesOf = ({ shares }: ReturnType<typeof run>) =>
  shares.map(({ result }) => signed(result?.trades ?? []));

describe('a household is measured as a whole', () => {
  // 63,000 of bonds in 100,000: 3 % too much. Account 1 holds bonds alone and is to give 3,000 of its 10,000 by any share-out in one account.
  const threeOff = [account('1', '10000', '0'), account('2', '53000', '37000')];

  it('and no account trades because it alone is off its share', () => {
    for (const triggers of [
      [{ kind: 'band' }],
      [{ kind: 'portfolio-drift', above: 0.1 }],
    ] as const) {
      const result = run(threeOff, { triggers });
      expect(result).toMatchObject({ decision: 'hold', fired: [] });
      expect(tradesOf(result)).toEqual([{}, {}]);
      expect(result.before.drift.portfolioDrift).toBeCloseTo(0.03, 12);
      expect(result.before.weights).toEqual({ A: 0.63, B: 0.37 });
      expect(result.after).toEqual(result.before);
      expect(codes(result)).toEqual(['rebalancing.household-met', 'rebalancing.within-bands']);
      for (const { result: own } of result.shares) {
        expect(codes(own!)).toEqual(['rebalancing.household-not-due']);
      }
    }
  });

  it('and says what is planned apart from what is reached', () => {
    const held = run(threeOff);
    expect(held.lines).toMatchObject([
      { id: 'A', current: 0.63, target: 0.6, planned: 0.6, reached: 0.63, missing: cny('-3000') },
      { id: 'B', current: 0.37, target: 0.4, planned: 0.4, reached: 0.37, missing: cny('3000') },
    ]);
    const traded = run(threeOff, { triggers: [{ kind: 'portfolio-drift', above: 0.02 }] });
    expect(traded.lines).toMatchObject([
      { id: 'A', planned: 0.6, reached: 0.6, missing: cny('0') },
      { id: 'B', planned: 0.4, reached: 0.4, missing: cny('0') },
    ]);
    expect(amountsOf(traded.after.values)).toEqual({ A: '60000.00', B: '40000.00' });
    expect(traded.after.drift.triggered).toEqual([]);
  });

  it('so that every account comes to its share where the whole is out of its band', () => {
    // 66,000 of bonds. Account 1 may hold 38 % of shares, no more and no less: 19,000, which is 4 % from where it is and within a band.
    const result = run([
      account('1', '33000', '17000', { limits: { B: { least: 0.38, most: 0.38 } } }),
      account('2', '33000', '17000'),
    ]);
    expect(
      result.fired.map(({ kind, reasons }) => [kind, reasons.map(({ code }) => code)]),
    ).toEqual([['band', ['rebalancing.out-of-band', 'rebalancing.out-of-band']]]);
    expect(tradesOf(result)).toEqual([
      { A: '-2000.00', B: '2000.00' },
      { A: '-4000.00', B: '4000.00' },
    ]);
    expect(result.lines.map(({ reached }) => reached)).toEqual([0.6, 0.4]);
    for (const { result: own } of result.shares) {
      expect(own!.fired).toEqual([]);
      expect(codes(own!)).toEqual(['rebalancing.brought-to-share']);
    }
  });

  it('by its risk', () => {
    // √(0.03² × (0.0009 + 0.04)) = 0.03 × 0.202237…
    const trackingError = 0.03 * Math.sqrt(0.0409);
    const held = run(threeOff, {
      utility,
      triggers: [{ kind: 'tracking-error', above: trackingError + 1e-9 }],
    });
    expect(held.before.trackingError).toBeCloseTo(trackingError, 12);
    // √(0.63² × 0.0009 + 0.37² × 0.04)
    expect(held.before.volatility).toBeCloseTo(Math.sqrt(0.00035721 + 0.005476), 12);
    expect(held.decision).toBe('hold');
    const traded = run(threeOff, {
      utility,
      triggers: [{ kind: 'tracking-error', above: trackingError - 1e-9 }],
      weighing: { gate: 'always' },
    });
    expect(traded.fired.map(({ kind }) => kind)).toEqual(['tracking-error']);
    expect(traded.after.trackingError).toBeCloseTo(0, 12);
  });

  it('and rests after the last trade in any account', () => {
    const off = (lastTradeOn: HouseholdAccount['lastTradeOn']) =>
      run(
        [
          account('1', '33000', '17000', { lastTradeOn: '2026-02-20' }),
          account('2', '33000', '17000', lastTradeOn === undefined ? {} : { lastTradeOn }),
        ],
        { pacing: { minimumDays: 30 } },
      );
    // 30 days after 20 February is 22 March, a Sunday.
    const waits = off(null);
    expect(waits.decision).toBe('hold');
    expect(waits.reasons.at(-1)).toMatchObject({
      code: 'rebalancing.waits-until',
      parameters: { on: '2026-03-23' },
    });
    expect(off('2026-02-27').reasons.at(-1)!.parameters).toMatchObject({ on: '2026-03-30' });
    const { lastTradeOn: _known, ...unknown } = account('2', '33000', '17000');
    const blind = run([account('1', '33000', '17000'), unknown], { pacing: { minimumDays: 30 } });
    expect(codes(blind)).toContain('rebalancing.last-trade-unknown');
  });

  it('with hysteresis of its own', () => {
    // 3 % is within the band of 5 %, but what was out is back only within half of it.
    const policy = { bands: { default: { absolute: 0.05 }, reentry: 0.5 } };
    const first = run([account('1', '66000', '34000')], { ...policy, triggers: [] });
    expect(first.next.breached).toEqual(['BOND', 'EQUITY']);
    expect(run(threeOff, policy).decision).toBe('hold');
    const again = run(threeOff, policy, { breached: first.next.breached });
    expect(again.decision).toBe('trade');
    expect(codes(again)).toContain('rebalancing.not-back');
    expect(again.next.breached).toEqual([]);
    const own = { ...account('1', '1', '1'), breached: ['BOND'] };
    expectRefusal(() => run([own]), 'unknown-id', 'household.accounts[0].breached');
  });

  it('and brought to the edge of its band where the policy goes no further, by the fewest accounts', () => {
    const sixOff = [account('1', '33000', '17000'), account('2', '33000', '17000')];
    const edge = { destination: { kind: 'edge' } } as const;
    const result = run(sixOff, edge);
    // From 66 % to 65 % of 100,000, in one account.
    expect(tradesOf(result).filter((one) => 'A' in one)).toEqual([{ A: '-1000.00', B: '1000.00' }]);
    expect(result.lines.map(({ planned, target }) => [planned, target])).toEqual([
      [0.65, 0.6],
      [0.35, 0.4],
    ]);
    expect(result.status).toBe('met');
    // An entry fee of 1 % would leave 34.99 % of shares: it is aimed further in.
    const dear = compileProducts(
      rows.map((row) => ({ ...row, entryFee: 0.01 })),
      ['BOND', 'EQUITY'],
    );
    const paid = run(sixOff, edge, {}, dear);
    expect(paid.after.drift.triggered).toEqual([]);
    expect(paid.after.weights.B).toBeGreaterThanOrEqual(0.35 - 1e-12);
    expect(paid.after.weights.B).toBeLessThan(0.3501);
  });

  it('and sells only for what its free money leaves out of its band', () => {
    // 70,000 of bonds, 25,000 of shares and 5,000 free: with them shares are 30 %, 10 % too little.
    const short = [account('1', '70000', '0', { cash: [cny('5000')] }), account('2', '0', '25000')];
    expect(tradesOf(run(short, { funding: 'buy-only' }))).toEqual([{ B: '5000.00' }, {}]);
    expect(tradesOf(run(short, { funding: 'cash-first' }))).toEqual([
      { A: '-10000.00', B: '15000.00' },
      {},
    ]);
    // With 15,000 free shares come to 40 % of 100,000 and nothing is sold.
    const enough = [
      account('1', '60000', '0', { cash: [cny('15000')] }),
      account('2', '0', '25000'),
    ];
    expect(tradesOf(run(enough, { funding: 'cash-first' }))).toEqual([{ B: '15000.00' }, {}]);
  });

  it('by classes too, whatever products they come from', () => {
    const target = {
      kind: 'classes',
      weights: { BOND: 0.6, EQUITY: 0.4 },
      products: ['A', 'B'],
    } as const;
    const held = run(threeOff, {}, { target });
    expect(held.before.drift.lines.map(({ id, drift }) => [id, Math.round(drift * 1e9)])).toEqual([
      ['BOND', 30_000_000],
      ['EQUITY', -30_000_000],
    ]);
    expect(held.lines.map(({ reached }) => reached)).toEqual([0.63, 0.37]);
    expect(held.decision).toBe('hold');
    // Where products are measured, it is against what is planned of them.
    const products = run(threeOff, { measure: 'products' }, { target });
    expect(products.before.drift.lines.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(products.before.drift.portfolioDrift).toBeCloseTo(0.03, 12);
  });

  it('and money that stays money on purpose stays in an account that has it', () => {
    // 66 % of bonds and nothing free: what is sold of them is not spent.
    const result = run([account('1', '33000', '17000'), account('2', '33000', '17000')], {
      scope: { kind: 'breached', absorbedBy: 'cash' },
      bands: { default: { absolute: 0.05 }, byId: { EQUITY: { absolute: 0.1 } } },
    });
    // Bonds go to their target of 60,000; shares stay at 34,000.
    expect(amountsOf(result.after.values)).toEqual({ A: '60000.00', B: '34000.00' });
    expect(result.after.cash.amount).toBe('6000.00');
  });

  it('and proves what it does', () => {
    const accounts = [
      account('1', '33000', '17000', { limits: { B: { least: 0.38, most: 0.38 } } }),
      account('2', '33000', '17000', { withdrawal: cny('1000'), cash: [cny('1200')] }),
      account('3', '500', '0', { status: 'frozen' }),
    ];
    const result = run(accounts);
    expect(result.certificate.map(({ rule }) => rule)).toEqual([
      'sum',
      'own-money:1',
      'account-rules:1',
      'least:1:B',
      'most:1:B',
      'own-money:2',
      'account-rules:2',
    ]);
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
    expectFrozen(result);
  });

  it('with the hash of everything that it is made of, in whatever order it comes', () => {
    const accounts = [account('2', '53000', '37000'), account('1', '10000', '0')];
    const household: Household = {
      id: 'Li',
      currency: 'CNY',
      accounts,
      target: { kind: 'products', weights: { B: 0.4, A: 0.6 } },
      breached: ['EQUITY', 'BOND'],
    };
    const { inputHash } = run(accounts, {}, household);
    const covers = { from: '1900-01-01', to: '9999-12-31' };
    const days = { id: 'monday-to-friday', covers, weekend: [6, 7], holidays: [], workdays: [] };
    const calendar = { id: 'monday-to-friday', covers, days: sha256(days) };
    const { accounts: _, ...rest } = household;
    const own = (one: HouseholdAccount, a: number, b: number) => ({
      ...one,
      // Product, value in smallest units and no lots.
      positions: [
        ['A', a, null],
        ['B', b, null],
      ],
    });
    const message = [
      hashOf({ calendar, policy: policyOf({}) }, 'policy'),
      hashOf(Object.fromEntries(universe.products.map((one) => [one.id, hashOf(one, '')])), ''),
      asOf,
      null,
      { ...rest, breached: ['BOND', 'EQUITY'] },
      [own(accounts[1]!, 1_000_000, 0), own(accounts[0]!, 5_300_000, 3_700_000)],
    ];
    const cbor = new Cbor();
    for (const part of message) cbor.value(part, '');
    const expected = sha256Bytes(cbor.written);
    expect(inputHash).toBe(expected);
    const turned = accounts.map((one) => ({ ...one, positions: [...one.positions].reverse() }));
    expect(run(turned.reverse(), {}, { breached: ['BOND', 'EQUITY'] }).inputHash).toBe(expected);
    expect(run(accounts).inputHash).not.toBe(expected);
  });

  it('and refuses fields that there are none of', () => {
    const wrong = (more: object, path: string) =>
      expectRefusal(
        () => run([account('1', '1', '1')], {}, more as Partial<Household>),
        'unknown-id',
        path,
      );
    wrong({ locaton: {} }, 'household.locaton');
    wrong(
      { accounts: [{ ...account('1', '1', '1'), target: { A: 1 } }] },
      'household.accounts[0].target',
    );
    wrong(
      { accounts: [account('1', '1', '1', { limits: { A: { max: 1 } } as never })] },
      'household.accounts[0].limits.A.max',
    );
    wrong(
      { target: { kind: 'products', weights: { A: 1 }, products: [] } },
      'household.target.products',
    );
    wrong({ location: { kind: 'ranked', order: {}, costs: {} } }, 'household.location.costs');
  });
});
