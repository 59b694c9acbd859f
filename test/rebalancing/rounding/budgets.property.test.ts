import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinorUnits, toMinorUnits } from '../../../src/money/index.js';
import {
  compileRebalancing,
  type Rebalancing,
  type RebalancingAccount,
  type RebalancingPolicy,
  rebalance,
} from '../../../src/rebalancing/index.js';
import { accounts, DAY, policies, UNIVERSE } from '../random-accounts.js';
import { cny } from '../support.js';

function decide(
  account: RebalancingAccount<'CNY'>,
  policy: RebalancingPolicy<'CNY'>,
): Rebalancing<'CNY'> {
  return rebalance(account, compileRebalancing(policy, { universe: UNIVERSE }), { asOf: DAY });
}

function tradedBy({ considered }: Rebalancing): bigint {
  return considered.reduce((sum, { amount }) => sum + toMinorUnits(amount), 0n);
}

/** What lacks of a cash floor, in cents: mostly little. */
const lacking = fc.integer({ min: 1, max: 30_000 }).map(BigInt);

const FLOOR = 20_000_00n;

describe('a budget that raising money passes', () => {
  it('is passed by no more than raising it alone', () => {
    fc.assert(
      fc.property(
        accounts,
        policies,
        lacking,
        fc.constantFrom('1', '1000', '10000'),
        fc.constantFrom(0.01, 0.03, 0.1),
        (given, base, lack, amountStep, maxTurnover) => {
          const { withdrawal: _, ...account } = given;
          const { harvest: __, ...lots } = {
            method: 'fifo' as const,
            harvest: undefined,
            ...base.lots,
          };
          const policy: RebalancingPolicy<'CNY'> = {
            ...base,
            lots,
            cash: { floor: fromMinorUnits('CNY', FLOOR) },
            trading: { ...base.trading, amountStep, maxTurnover },
          };
          const cash = [fromMinorUnits('CNY', FLOOR - lack)];
          const all = decide({ ...account, cash }, policy);
          const budgets = ['max-turnover', 'gain-budget', 'tax-budget'];
          const isPassed = all.certificate.some(
            ({ rule, holds }) => !holds && budgets.includes(rule),
          );
          if (!isPassed) return;
          // Nothing fires, so that money is raised and nothing else is done.
          const alone = decide({ ...account, cash }, { ...policy, triggers: [] });
          expect(tradedBy(all)).toBeLessThanOrEqual(tradedBy(alone));
        },
      ),
      { numRuns: 80 },
    );
  });

  it('is not passed further by a purchase of what the smallest sale brings too much', () => {
    const position = (product: string, amount: string) => ({ product, value: cny(amount) });
    const account = {
      id: 'lacks 100',
      currency: 'CNY' as const,
      lastTradeOn: null,
      cash: [cny('900')],
      positions: [position('BONDS', '70000'), position('MONEY', '30000')],
      target: { BONDS: 0.5, MONEY: 0.5 },
      restrictions: { MONEY: 'buy-only' as const },
    };
    const policy = {
      id: 'tight',
      bands: { default: { absolute: 0.05 } },
      cash: { floor: cny('1000') },
      trading: { minimumTrade: { sell: { amount: cny('2000') } }, maxTurnover: 0.0125 },
      residualProduct: 'MONEY',
    };
    const { considered, cash, certificate } = decide(account, policy);
    // 2 × 0.0125 × 99,900 = 2,497.50 may be traded: the least sale of 2,000 is within that, buying with the 1,900 that it brings too much is not.
    expect(considered.map(({ side, product, amount }) => [side, product, amount.amount])).toEqual([
      ['sell', 'BONDS', '2000.00'],
    ]);
    expect(cash.after.amount).toBe('2900.00');
    expect(certificate.every(({ holds }) => holds)).toBe(true);
  });
});
