import { describe, expectTypeOf, it } from 'vitest';
import { money } from '../../src/money/index.js';
import {
  compileProducts,
  exAnteCosts,
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
});
