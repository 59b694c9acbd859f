import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECISION_STATUSES, decide, type RuleFacts } from '../../../../src/rules/index.js';
import { AS_OF, HOUSE, PURCHASE } from './support.js';

const amount = fc.integer({ min: 0, max: 3000000 });
const share = fc.integer({ min: 0, max: 400 }).map((n) => n / 1000);
const level = fc.integer({ min: 1, max: 5 });
const assessedOn = fc.constantFrom(null, '2020-02-29', '2025-06-14', '2025-06-15', '2026-06-16');

/** A client, a product and a history of any kind. */
const situation: fc.Arbitrary<RuleFacts> = fc.record({
  'client.riskLevel': level,
  'client.knowledgeLevel': level,
  'client.horizonYears': fc.integer({ min: 0, max: 30 }),
  'client.irregularIncome': fc.boolean(),
  'client.moneyNeededOn': fc.constantFrom(null, '2026-07-01', '2028-01-01'),
  'household.financialAssets': amount,
  'household.liquidAssets': amount,
  'household.essentialMonthly': fc.integer({ min: 0, max: 30000 }),
  'portfolio.issuerValue': fc.option(amount),
  'portfolio.productValue': amount,
  'portfolio.illiquidValue': amount,
  'portfolio.volatilityBefore': share,
  'portfolio.volatilityAfter': share,
  'portfolio.riskBefore': level,
  'portfolio.riskAfter': level,
  'product.issuerRisk': level,
  'product.complexity': level,
  'product.lockUpEndsOn': fc.constantFrom(null, '2027-01-01'),
  'product.liquid': fc.boolean(),
  'product.diversified': fc.boolean(),
  'product.clientLimit': fc.option(amount),
  'product.status': fc.constantFrom('open', 'subscription-suspended', 'closed'),
  'history.orders24h': fc.integer({ min: 0, max: 20 }),
  'history.orderSumToday': amount,
  'history.medianOrderAmount': fc.option(amount),
});

const statusOf = (facts: RuleFacts) => decide(HOUSE, facts, { asOf: AS_OF }).status;

describe('the house policy', () => {
  it('never gives a larger purchase a milder answer', () => {
    fc.assert(
      fc.property(situation, amount, amount, (facts, one, other) => {
        const [small, large] = [Math.min(one, other), Math.max(one, other)].map((size) => {
          const status = statusOf({ ...PURCHASE, ...facts, 'order.amount': size });
          return DECISION_STATUSES.indexOf(status);
        });
        expect(large).toBeGreaterThanOrEqual(small as number);
      }),
      { numRuns: 150 },
    );
  });

  it('lets every confirmed sale of what can be redeemed go ahead', () => {
    const sale = {
      'order.effect': 'reduce',
      'order.side': 'sell',
      'order.amountConfirmed': true,
    } as const;
    fc.assert(
      fc.property(situation, assessedOn, amount, (facts, assessed, size) => {
        const order = { ...sale, 'order.amount': size, 'client.assessedOn': assessed };
        const status = statusOf({ ...PURCHASE, ...facts, ...order });
        expect(['allow', 'allow-with-evidence']).toContain(status);
      }),
      { numRuns: 150 },
    );
  });

  it('never stops a purchase for a portfolio risk that it does not raise', () => {
    fc.assert(
      fc.property(level, share, share, (riskLevel, one, other) => {
        const status = statusOf({
          ...PURCHASE,
          'client.riskLevel': riskLevel,
          'product.targetLevelMin': null,
          'product.excludedLevelMax': null,
          'portfolio.riskBefore': 5,
          'portfolio.riskAfter': 5,
          'portfolio.volatilityBefore': Math.max(one, other),
          'portfolio.volatilityAfter': Math.min(one, other),
        });
        expect(status).toBe('allow');
      }),
      { numRuns: 150 },
    );
  });

  it('gives a lower level no milder answer', () => {
    fc.assert(
      fc.property(situation, level, level, (facts, one, other) => {
        const [lower, higher] = [Math.min(one, other), Math.max(one, other)].map((riskLevel) => {
          const status = statusOf({ ...PURCHASE, ...facts, 'client.riskLevel': riskLevel });
          return DECISION_STATUSES.indexOf(status);
        });
        expect(lower).toBeGreaterThanOrEqual(higher as number);
      }),
      { numRuns: 150 },
    );
  });
});
