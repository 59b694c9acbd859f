import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../src/dates/index.js';
import { toMinorUnits } from '../../src/money/index.js';
import { nextDealing } from '../../src/products/index.js';
import {
  compileRebalancing,
  type Rebalancing,
  type RebalancingAccount,
  type RebalancingPolicy,
  rebalance,
} from '../../src/rebalancing/index.js';
import { accounts, DAY, policies, UNIVERSE } from './random-accounts.js';
import { expectFrozen } from './support.js';

const calendar = compileCalendar({
  id: 'weekends',
  covers: { from: '2020-01-01', to: '2040-01-01' },
  holidays: [],
});

function decide(
  account: RebalancingAccount<'CNY'>,
  policy: RebalancingPolicy<'CNY'>,
): Rebalancing<'CNY'> {
  return rebalance(account, compileRebalancing(policy, { universe: UNIVERSE, calendar }), {
    asOf: DAY,
  });
}

const RUNS = { numRuns: 150 };

/** Rules that cannot hold where something is locked or money must be raised, each with the reason that then says so. */
const EXCUSES: Readonly<Record<string, readonly string[]>> = {
  'max-weight': [
    'rebalancing.target-out-of-reach',
    'rebalancing.nothing-to-trade',
    'rebalancing.cost-above-gain',
  ],
  'max-turnover': ['rebalancing.turnover-exceeded'],
  'gain-budget': ['rebalancing.gain-budget-exceeded'],
  'tax-budget': ['rebalancing.tax-budget-exceeded'],
};

describe('rebalance, on random accounts', () => {
  it('keeps every rule of its certificate, or says why not', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const result = decide(account, policy);
        const codes = result.reasons.map(({ code }) => code);
        for (const { rule, holds, missedBy } of result.certificate) {
          if (holds) continue;
          const [kind] = rule.split(':');
          expect(codes, `${rule} missed by ${missedBy}`).toEqual(
            expect.arrayContaining([expect.stringMatching((EXCUSES[kind!] ?? ['none']).join('|'))]),
          );
        }
      }),
      RUNS,
    );
  });

  it('neither makes nor loses a cent', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const { value, after, costs, cash } = decide(account, policy);
        const paid = [
          costs.entry,
          costs.exit,
          costs.spread,
          costs.exchange,
          costs.tax,
          cash.withdrawal,
        ];
        const all = [...Object.values(after.values), after.cash, ...paid];
        expect(all.reduce((sum, one) => sum + toMinorUnits(one), 0n)).toBe(toMinorUnits(value));
      }),
      RUNS,
    );
  });
});
