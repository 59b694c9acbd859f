import { describe, expect, it } from 'vitest';
import { compileCalendar, type PlainDate } from '../../src/dates/index.js';
import { sha256 } from '../../src/evidence/index.js';
import {
  compileRebalancing,
  type RebalancingAccount,
  rebalance,
} from '../../src/rebalancing/index.js';
import { ACCOUNT, MONDAY, POLICY, products } from './simple.js';
import { cny } from './support.js';

const universe = products();
const rebalancer = compileRebalancing(POLICY, { universe });
const hashOf = (account: RebalancingAccount<'CNY'>, asOf: typeof MONDAY | '2026-03-03' = MONDAY) =>
  rebalance(account, rebalancer, { asOf }).inputHash;

describe('the hash of what a decision is made of', () => {
  it('is SHA-256 of the canonical JSON of account, policy, products, day and calendar, money as one text', () => {
    const account = {
      ...ACCOUNT,
      id: 'Kunde „Ä“\n元',
      breached: ['BOND'],
      cash: [cny('12.5')],
      deposit: undefined as never,
    };
    const concerned = ['BONDS', 'SHARES'].map((id) => [id, sha256(universe.byId[id])]);
    const { deposit, ...rest } = account;
    const oneText = (_: string, value: unknown) =>
      value !== null && typeof value === 'object' && 'amount' in value && 'currency' in value
        ? `${value.currency} ${value.amount}`
        : value;
    const given: unknown = JSON.parse(JSON.stringify(rest), oneText);
    const covers = { from: '1900-01-01', to: '9999-12-31' };
    const expected = sha256({
      account: given,
      asOf: MONDAY,
      calendar: {
        id: 'monday-to-friday',
        covers,
        days: sha256({
          id: 'monday-to-friday',
          covers,
          weekend: [6, 7],
          holidays: [],
          workdays: [],
        }),
      },
      // This policy has no money in it.
      policy: sha256(POLICY),
      products: sha256(Object.fromEntries(concerned)),
    });
    expect(hashOf(account)).toBe(expected);
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
