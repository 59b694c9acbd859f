import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../src/money/index.js';
import {
  compileRebalancing,
  type RebalancingAccount,
  type RebalancingPolicy,
  rebalance,
} from '../../src/rebalancing/index.js';
import { accounts, DAY, policies, UNIVERSE } from './random-accounts.js';
import { cny } from './support.js';

/** Policies and accounts with shares kept as money, floors, products that count as the same, and taxes of their own. */
const cash: fc.Arbitrary<NonNullable<RebalancingPolicy<'CNY'>['cash']>> = fc.constantFrom(
  { floor: { share: 0.01 }, target: { share: 0.03 } },
  { floor: cny('300'), floors: [money('USD', '200')] },
  { target: cny('1000'), ceiling: { share: 0.05 } },
  { staged: { parts: 4, from: '2026-01-05', everyMonths: 1 } },
);
const lots: fc.Arbitrary<NonNullable<RebalancingPolicy['lots']>> = fc.constantFrom(
  {
    method: 'hifo',
    tax: { shortTermRate: 0.3, longTermRate: 0.2 },
    washSaleDays: 30,
    identical: [['BALANCED', 'BONDS', 'SCARCE']],
  },
  {
    method: 'lowest-tax',
    tax: { shortTermRate: 0.3, longTermRate: 0.2 },
    washSaleDays: 30,
    harvest: {
      minimumLoss: 0.05,
      minimumAmount: cny('50'),
      substitutes: { BALANCED: ['SCARCE', 'BONDS'], LISTED: ['BONDS', 'MONEY'] },
    },
  },
);
const tax: fc.Arbitrary<RebalancingAccount['tax']> = fc.constantFrom(undefined, 'none' as const, {
  shortTermRate: 0.45,
  longTermRate: 0.1,
});
const realised = fc.constantFrom(
  { short: cny('-3000') },
  { short: cny('500'), long: cny('-200') },
  cny('-800'),
);

const cases = fc.record({
  account: accounts,
  policy: policies,
  cash,
  lots,
  tax,
  realised,
  charges: fc.constantFrom('none' as const, 'annual' as const),
});

/** Rules that cannot hold where something is locked or money must be raised, each with the reason that then says so. */
const EXCUSES: Readonly<Record<string, string>> = {
  'max-weight': 'rebalancing.max-weight-exceeded',
  'max-turnover': 'rebalancing.turnover-exceeded',
  'gain-budget': 'rebalancing.gain-budget-exceeded',
  'tax-budget': 'rebalancing.tax-budget-exceeded',
};

describe('an account under these rules', () => {
  it('keeps to every rule of its policy, or says why not', () => {
    fc.assert(
      fc.property(cases, ({ account, policy, charges, ...more }) => {
        const { utility } = policy;
        const rebalancer = compileRebalancing<'CNY'>(
          {
            ...policy,
            cash: more.cash,
            lots: more.lots,
            ...(utility === undefined ? {} : { utility: { ...utility, charges } }),
          },
          { universe: UNIVERSE },
        );
        const result = rebalance(
          {
            ...account,
            ...(more.tax === undefined ? {} : { tax: more.tax }),
            realisedGains: more.realised,
          },
          rebalancer,
          { asOf: DAY },
        );
        const codes = result.reasons.map(({ code }) => code);
        for (const { rule, holds, missedBy } of result.certificate) {
          if (holds) continue;
          const excuse = EXCUSES[rule.split(':')[0]!];
          expect(excuse, `${rule} is missed by ${missedBy}`).toBeDefined();
          expect(codes).toContain(excuse);
        }
        if (more.tax === 'none') expect(result.costs.tax.amount).toBe('0.00');
        const { identical } = more.lots;
        if (identical === undefined) return;
        // Of what counts as the same nothing is bought on a day on which something of it is sold at a loss.
        const same = result.trades.filter(({ product }) => identical[0]!.includes(product));
        const atLoss = same.some(({ lots: sold }) =>
          sold.some(({ gain }) => gain?.amount.startsWith('-') === true),
        );
        if (atLoss && more.tax !== 'none') {
          expect(same.filter(({ side }) => side === 'buy')).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
