import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinorUnits, type Money, toMinorUnits } from '../../../src/money/index.js';
import {
  compileRebalancing,
  openOrdersOf,
  type RebalancingAccount,
  rebalance,
} from '../../../src/rebalancing/index.js';
import { accounts, DAY, IDS, policies, UNIVERSE } from '../random-accounts.js';
import { cny } from '../support.js';

const amounts = (min: number, max: number): fc.Arbitrary<Money<'CNY'>> =>
  fc.integer({ min, max }).map((units) => cny(units.toFixed(2)));

describe('a second look right after the orders of the first', () => {
  it('trades nothing, and sees what the first one led to', () => {
    let traded = 0;
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const rebalancer = compileRebalancing(policy, { universe: UNIVERSE });
        const first = rebalance(account, rebalancer, { asOf: DAY });
        if (first.decision === 'hold') return;
        traded++;
        const openOrders = openOrdersOf(first);
        const second = rebalance({ ...account, openOrders }, rebalancer, { asOf: DAY });
        expect(second.trades).toEqual([]);
        for (const [id, value] of Object.entries(first.after.values)) {
          const apart = toMinorUnits(value) - toMinorUnits(second.before.values[id] ?? cny('0'));
          // Of dollars the account's currency is a unit off.
          expect(Math.abs(Number(apart)), id).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
    expect(traded).toBeGreaterThan(50);
  });
});

/** Money on its way, purchases that are paid, a sale of half of a position, and a part that is pledged. */
const busy: fc.Arbitrary<RebalancingAccount<'CNY'>> = fc
  .record({
    account: accounts,
    receivables: fc.array(
      fc.record({
        amount: amounts(1, 50_000),
        on: fc.constantFrom('2026-03-02', '2026-03-04', '2026-03-06', '2026-03-09'),
      }),
      { maxLength: 3 },
    ),
    bought: fc.array(
      fc.record({
        product: fc.constantFrom(...IDS.filter((id) => id !== 'DOLLARS')),
        side: fc.constant('buy' as const),
        amount: amounts(1, 5_000),
        paid: fc.constant(true),
        settlesOn: fc.constantFrom('2026-03-03', '2026-03-06'),
      }),
      { maxLength: 2 },
    ),
    sells: fc.boolean(),
    pledged: fc.option(amounts(1, 10_000)),
    withdrawalBy: fc.option(fc.constantFrom('2026-03-02', '2026-03-04', '2026-03-20')),
  })
  .map(({ account, receivables, bought, sells, pledged, withdrawalBy }) => {
    const { value, product } = account.positions[0]!;
    const half = value === undefined ? 0n : toMinorUnits(value) / 2n;
    const isPledged = pledged !== null && value?.currency === 'CNY';
    const sale = {
      product,
      side: 'sell' as const,
      amount: fromMinorUnits(value?.currency ?? 'CNY', half),
      settlesOn: '2026-03-05',
      orderOn: '2026-02-27',
    } as const;
    return {
      ...account,
      // An overdraft is none of theirs.
      cash: (account.cash ?? []).filter(({ amount }) => !amount.startsWith('-')),
      receivables,
      openOrders: [...bought, ...(sells && half > 0n ? [sale] : [])],
      ...(isPledged ? { restrictions: { [product]: { kind: 'locked', amount: pledged } } } : {}),
      ...(withdrawalBy === null ? {} : { withdrawalBy }),
    };
  });

describe('an account with money and orders under way', () => {
  it('loses nothing, sells nothing twice, has no balance below 0 on any day, and the order of rows says nothing', () => {
    const ALWAYS = ['sum', 'cash', 'nothing-locked-sold', 'nothing-closed-bought', 'lots'];
    fc.assert(
      fc.property(busy, policies, (account, policy) => {
        const rebalancer = compileRebalancing(policy, { universe: UNIVERSE });
        const result = rebalance(account, rebalancer, { asOf: DAY });
        for (const { rule, holds } of result.certificate) {
          if (ALWAYS.includes(rule)) expect(holds, rule).toBe(true);
        }
        for (const { balance } of result.cash.days) {
          expect(toMinorUnits(balance)).toBeGreaterThanOrEqual(0n);
        }
        const { receivables = [], openOrders = [] } = account;
        const turned = {
          ...account,
          receivables: [...receivables].reverse(),
          openOrders: [...openOrders].reverse(),
        };
        expect(rebalance(turned, rebalancer, { asOf: DAY })).toEqual(result);
      }),
      { numRuns: 200 },
    );
  });
});
