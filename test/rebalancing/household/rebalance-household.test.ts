import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinorUnits, money, toMinorUnits } from '../../../src/money/index.js';
import { compileProducts } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type Rebalancer,
} from '../../../src/rebalancing/compile-rebalancing.js';
import type { Household, HouseholdAccount } from '../../../src/rebalancing/household/household.js';
import { rebalanceHousehold } from '../../../src/rebalancing/household/rebalance-household.js';
import type { Restriction } from '../../../src/rebalancing/restrictions.js';
import { expectRefusal } from '../../refusal.js';
import { account as accountOf, asOf, product } from './accounts.js';

const IDS = ['A', 'B', 'C'] as const;
const universe = compileProducts(
  [
    product('A', { BOND: 1 }, { name: 'Bonds' }),
    product('B', { EQUITY: 1 }, { name: 'Shares' }),
    product('C', { CASH: 1 }, { name: 'Money' }),
  ],
  ['BOND', 'CASH', 'EQUITY'],
);
// Products are measured and everything that is off by a cent is brought to its target.
const rebalancer = compileRebalancing(
  { id: 'exact', measure: 'products', bands: { default: { absolute: 1e-9 } } },
  { universe },
);

const account = (
  id: string,
  held: Readonly<Record<string, bigint>>,
  more: Partial<HouseholdAccount> = {},
): HouseholdAccount =>
  accountOf(
    id,
    Object.fromEntries(
      Object.entries(held).map(([name, value]) => [name, fromMinorUnits('CNY', value).amount]),
    ),
    more,
  );

const amounts = fc.bigInt({ min: 0n, max: 10_000_000n });
const accounts = fc
  .array(
    fc.record({
      held: fc.tuple(amounts, amounts, amounts),
      cash: amounts,
      restrictions: fc.dictionary(
        fc.constantFrom(...IDS),
        fc.constantFrom<Restriction>('locked', 'sell-only', 'buy-only'),
        { maxKeys: 1 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((rows) =>
    rows.map(({ held, cash, restrictions }, i) =>
      account(`account ${i}`, Object.fromEntries(IDS.map((id, j) => [id, held[j]!])), {
        cash: [fromMinorUnits('CNY', cash)],
        restrictions,
      }),
    ),
  );
const households = fc
  .record({
    accounts,
    parts: fc
      .tuple(fc.nat(100), fc.nat(100), fc.nat(100))
      .filter((parts) => parts.some((part) => part > 0)),
    order: fc.option(
      fc.shuffledSubarray(['account 0', 'account 1', 'account 2'], { minLength: 1 }),
    ),
  })
  .map(({ accounts: rows, parts, order }): Household => {
    const sum = parts.reduce((total, part) => total + part, 0);
    const weights = Object.fromEntries(IDS.map((id, i) => [id, parts[i]! / sum]));
    const target = { kind: 'products', weights } as const;
    const base = { id: 'Li', currency: 'CNY', accounts: rows, target } as const;
    return order === null ? base : { ...base, location: { kind: 'ranked', order: { A: order } } };
  });

/** Whether there is anything in an account. */
const isFunded = ({ positions, cash = [] }: HouseholdAccount): boolean =>
  [...positions.map(({ value }) => value!), ...cash].some(({ amount }) => Number(amount) !== 0);

describe('rebalanceHousehold', () => {
  it('moves no money between accounts, and adds up to the target to the cent where it is met', () => {
    fc.assert(
      fc.property(households, (household) => {
        const { shares, lines, investable, status, certificate } = rebalanceHousehold(
          household,
          rebalancer,
          { asOf },
        );
        expect(certificate.filter(({ holds }) => !holds)).toEqual([]);
        for (const share of shares) {
          const parts = [...Object.values(share.amounts), share.left];
          const sum = parts.reduce((total, part) => total + toMinorUnits(part), 0n);
          expect(sum).toBe(toMinorUnits(share.investable));
          const given = household.accounts.find(({ id }) => id === share.account)!;
          const own = [...given.positions.map(({ value }) => value!), ...given.cash!];
          expect(sum).toBe(own.reduce((total, part) => total + toMinorUnits(part), 0n));
        }
        const whole = Number(toMinorUnits(investable));
        const isOne = household.accounts.filter(isFunded).length === 1;
        // What one account has by itself is rounded as that account rounds: each product by itself, and what is left over stays money.
        const rounding = isOne ? lines.length : 0;
        for (const { id, target, missing } of lines) {
          const held = shares.reduce((sum, share) => sum + toMinorUnits(share.amounts[id]!), 0n);
          if (status === 'met') expect(Math.abs(Number(held) - target * whole)).toBeLessThan(1.001);
          // A target is rounded to the cent before it is shared out.
          const off = Number(held) + Number(toMinorUnits(missing)) - target * whole;
          expect(Math.abs(off)).toBeLessThan(1.001 + rounding);
        }
        const most = Math.max(
          ...lines.map(({ missing }) => Math.abs(Number(toMinorUnits(missing)))),
        );
        const leavesNothing = shares.every(({ left }) => Number(left.amount) === 0);
        if (status === 'met') expect([most <= rounding, leavesNothing]).toEqual([true, true]);
        else expect(most > 0 || !leavesNothing).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('brings each account to its share to the cent, and trades nothing that is restricted', () => {
    fc.assert(
      fc.property(households, (household) => {
        for (const share of rebalanceHousehold(household, rebalancer, { asOf }).shares) {
          const { result, amounts: wanted, account: id } = share;
          const { restrictions = {} } = household.accounts.find((one) => one.id === id)!;
          for (const { product, side } of result?.trades ?? []) {
            const restriction = restrictions[product];
            expect(restriction).not.toBe('locked');
            expect(restriction).not.toBe(side === 'buy' ? 'sell-only' : 'buy-only');
          }
          if (result === undefined || Number(share.left.amount) !== 0) continue;
          for (const product of IDS) {
            const after = result.after.values[product] ?? money('CNY', '0');
            const off = toMinorUnits(after) - toMinorUnits(wanted[product]!);
            // Each of three weights is rounded to the cent, and what that leaves over lies in one of them.
            expect(off <= 2n && off >= -2n).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('refuses a wrong call, and names an account’s fault by its place', () => {
    const household: Household = {
      id: 'Li',
      currency: 'CNY',
      accounts: [account('b', { A: 100n }), account('a', { A: 100n })],
      target: { kind: 'products', weights: { A: 1 } },
    };
    const call =
      (options: unknown, by: unknown = rebalancer, given: unknown = household) =>
      () =>
        rebalanceHousehold(given as Household, by as Rebalancer, options as { asOf: typeof asOf });
    expectRefusal(call(undefined), 'missing-value', 'options');
    expectRefusal(call({ asOf: '2026-02-30' }), 'invalid-date', 'options.asOf');
    expectRefusal(call({ asOf: '0001-01-01' }), 'out-of-range', 'options.asOf');
    expectRefusal(call({ asOf }, null), 'missing-value', 'rebalancer');
    expectRefusal(call({ asOf }, {}), 'invalid-type', 'rebalancer');
    const wrong = { ...household.accounts[0]!, mode: 'robot' };
    const accountsOf = { ...household, accounts: [household.accounts[1]!, wrong] };
    expectRefusal(
      call({ asOf }, rebalancer, accountsOf),
      'unknown-value',
      'household.accounts[1].mode',
    );
    const halves = { ...household, breached: ['b', '\ud83d', 'a'] };
    expectRefusal(call({ asOf }, rebalancer, halves), 'invalid-format', 'household.breached[1]');
  });
});
