import { describe, expectTypeOf, it } from 'vitest';
import { money } from '../../src/money/index.js';
import {
  checkTargetMarket,
  compileProducts,
  exAnteCosts,
  explainProduct,
  type ProductStatus,
  type RiskRating,
} from '../../src/products/index.js';
import { bondFund, universe } from './support.js';

describe('product types', () => {
  it('keep the currency of the investment in its costs', () => {
    const amount = money('HKD', '100.00');
    const costs = exAnteCosts({ A: 1 }, universe, { amount, expectedReturn: 0.02 });
    expectTypeOf(costs.firstYear.currency).toEqualTypeOf<'HKD'>();
    expectTypeOf(costs.lines[0]!.ongoing.currency).toEqualTypeOf<'HKD'>();
  });

  it('know the ratings and statuses there are', () => {
    expectTypeOf<RiskRating>().toEqualTypeOf<'R1' | 'R2' | 'R3' | 'R4' | 'R5'>();
    expectTypeOf<'suspended'>().not.toExtend<ProductStatus>();
    // @ts-expect-error there are five ratings
    bondFund({ issuerRisk: 'R6' });
  });

  it('take rows with further fields, and refuse rows without a rating', () => {
    const { distributorRisk: _, ...unrated } = bondFund();
    const ownRow = { ...bondFund(), isin: 'CND10000A018' };
    compileProducts([ownRow], ['BOND']);
    // @ts-expect-error a missing rating is not a low one
    compileProducts([unrated], ['BOND']);
  });

  it('do not let a compiled universe be changed', () => {
    // @ts-expect-error read-only
    universe.products.length = 0;
  });

  it('keep the currency of the amount in an explanation', () => {
    const options = { asOf: '2026-03-02', amount: money('HKD', '100.00') } as const;
    const { costs } = explainProduct({ id: 'A' }, universe, options);
    expectTypeOf(costs!.firstYear.currency).toEqualTypeOf<'HKD'>();
  });

  it('make the caller look at what is not determined', () => {
    const { status } = checkTargetMarket({}, {});
    expectTypeOf(status).toEqualTypeOf<'positive' | 'negative' | 'undetermined'>();
    // @ts-expect-error a trait is known to hold or not to hold, or left out
    checkTargetMarket({}, { traits: ['over-65'] });
  });

  it('take types of the bank’s own beside those that are known', () => {
    bondFund({ type: 'trust-plan' });
    bondFund({ type: 'etf' });
    // @ts-expect-error an entry tier has a fee
    bondFund({ fees: { entry: [{ from: '0' }] } });
    bondFund({ dealing: { gates: [{ on: '2026-03-02', acceptedShare: 0.5 }] } });
    // @ts-expect-error a gate limits something
    bondFund({ dealing: { gates: [{ on: '2026-03-02' }] } });
  });
});
