import { describe, expect, it } from 'vitest';
import { compileCalendar, type PlainDate } from '../../src/dates/index.js';
import {
  type AccountPosition,
  compileRebalancing,
  type RebalancingAccount,
  rebalance,
} from '../../src/rebalancing/index.js';
import fixture from '../fixtures/rebalancing/input-hash.json' with { type: 'json' };
import { ACCOUNT, MONDAY, POLICY, products } from './simple.js';
import { cny } from './support.js';

const universe = products();
const rebalancer = compileRebalancing(POLICY, { universe });
const hashOf = (account: RebalancingAccount<'CNY'>, asOf: typeof MONDAY | '2026-03-03' = MONDAY) =>
  rebalance(account, rebalancer, { asOf }).inputHash;

describe('the hash of what a decision is made of', () => {
  it('is SHA-256 of the CBOR of account, policy, products, day and calendar', () => {
    const account: RebalancingAccount<'CNY'> = {
      ...ACCOUNT,
      id: 'Kunde „Ä“\n元',
      breached: ['BOND'],
      cash: [cny('12.50')],
      deposit: undefined as never,
    };
    expect(hashOf(account)).toBe(fixture.byValue);
  });

  it('has lots, units, prices and costs in it, and the time', () => {
    const account: RebalancingAccount<'CNY'> = {
      ...ACCOUNT,
      id: 'units',
      positions: [
        {
          product: 'BONDS',
          units: '1000.5',
          price: { currency: 'CNY', amount: '50' },
          lots: [
            { id: 'a', boughtOn: '2025-06-30', units: '1000' },
            { id: 'b', boughtOn: '2025-01-02', units: '0.5', cost: cny('20.00') },
          ],
        },
        {
          product: 'SHARES',
          value: cny('50000.00'),
          lots: [{ id: 'x', boughtOn: '2024-12-31', value: cny('50000.00') }],
        },
      ],
    };
    const { inputHash } = rebalance(account, rebalancer, { asOf: MONDAY, time: '09:00' });
    expect(inputHash).toBe(fixture.byUnits);
  });

  it('changes with every field of an account, and not with the order of rows or with zeros behind', () => {
    const lots = [
      { id: 'a', boughtOn: '2025-06-30', value: cny('20000.00') },
      { id: 'b', boughtOn: '2025-06-30', value: cny('30000.00') },
    ] as const;
    const [bonds, shares] = ACCOUNT.positions;
    const held = (own: Partial<AccountPosition>) => ({
      ...ACCOUNT,
      positions: [{ ...bonds!, ...own }, shares!],
    });
    const trade = (on: PlainDate) => ({ product: 'BONDS', side: 'buy', on }) as const;
    const [first, second] = [trade('2026-02-02'), trade('2026-02-03')];
    const different: readonly RebalancingAccount<'CNY'>[] = [
      ACCOUNT,
      { ...ACCOUNT, id: 'another' },
      { ...ACCOUNT, target: { BONDS: 0.5, SHARES: 0.5 } },
      { ...ACCOUNT, cash: [cny('1.00')] },
      { ...ACCOUNT, deposit: cny('1.00'), cash: [cny('1.00')] },
      { ...ACCOUNT, withdrawal: cny('1.00') },
      { ...ACCOUNT, events: ['one'] },
      { ...ACCOUNT, events: ['one', 'two'] },
      { ...ACCOUNT, recentTrades: [first, second] },
      { ...ACCOUNT, recentTrades: [second] },
      { ...ACCOUNT, restrictions: { BONDS: 'locked' } },
      { ...ACCOUNT, lastTradeOn: '2026-01-05' },
      { ...ACCOUNT, mode: 'mandate' },
      held({ value: cny('50000.01') }),
      held({ lots }),
      held({ lots: [{ ...lots[0], cost: cny('1.00') }, lots[1]] }),
      held({ lots: [{ ...lots[0], boughtOn: '2025-06-29' }, lots[1]] }),
      held({ lots: [{ ...lots[0], id: 'c' }, lots[1]] }),
      held({ value: undefined as never, units: '500', price: cny('100.00') }),
      held({ value: undefined as never, units: '5000', price: cny('10.00') }),
    ];
    const hashes = different.map((account) => hashOf(account));
    expect(new Set(hashes).size).toBe(different.length);
    const same = (one: RebalancingAccount<'CNY'>, other: RebalancingAccount<'CNY'>) => {
      expect(hashOf(one)).toBe(hashOf(other));
    };
    same({ ...ACCOUNT, events: ['one', 'two'] }, { ...ACCOUNT, events: ['two', 'one'] });
    same(
      { ...ACCOUNT, recentTrades: [first, second] },
      { ...ACCOUNT, recentTrades: [second, first] },
    );
    same(held({ lots }), held({ lots: [lots[1], lots[0]] }));
    same(held({ value: { currency: 'CNY', amount: '50000' } }), ACCOUNT);
  });

  it('changes with the day, the account, the policy and a product, and with nothing else', () => {
    const hash = hashOf(ACCOUNT);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf({ ...ACCOUNT, positions: [...ACCOUNT.positions].reverse() })).toBe(hash);
    expect(hashOf(ACCOUNT, '2026-03-03')).not.toBe(hash);
    expect(hashOf({ ...ACCOUNT, cash: [cny('0')] })).not.toBe(hash);
    const under = (policy: typeof POLICY, of: typeof universe) =>
      rebalance(ACCOUNT, compileRebalancing(policy, { universe: of }), { asOf: MONDAY }).inputHash;
    expect(under({ ...POLICY, id: 'other' }, universe)).not.toBe(hash);
    expect(under(POLICY, products({ SHARES: { annualFee: 0.01 } }))).not.toBe(hash);
    const keeping = (holidays: readonly PlainDate[]) => {
      const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
      const calendar = compileCalendar({ id: 'one', covers, holidays });
      const own = compileRebalancing(POLICY, { universe, calendar });
      return rebalance(ACCOUNT, own, { asOf: MONDAY }).inputHash;
    };
    expect(keeping(['2026-10-02', '2026-10-01'])).toBe(keeping(['2026-10-01', '2026-10-02']));
    expect(keeping(['2026-10-01'])).not.toBe(keeping(['2026-10-02']));
    // Gold is neither held nor wanted.
    expect(under(POLICY, products({ GOLD: { annualFee: 0.01 } }))).toBe(hash);
  });
});
