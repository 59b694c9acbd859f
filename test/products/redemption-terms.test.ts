import { compileProducts, redemptionTerms } from 'aptfolio/products';
import { describe, expect, it } from 'vitest';
import { bondFund, expectRefusal, wrong } from './support.js';

describe('the terms of a redemption', () => {
  it('are the least amount and what must stay, 0 where nothing is said', () => {
    expect(redemptionTerms({ minimumRedemption: '100', minimumHolding: '500' }, 'CNY')).toEqual({
      minimum: { currency: 'CNY', amount: '100.00' },
      minimumHolding: { currency: 'CNY', amount: '500.00' },
    });
    expect(redemptionTerms({}, 'JPY')).toEqual({
      minimum: { currency: 'JPY', amount: '0' },
      minimumHolding: { currency: 'JPY', amount: '0' },
    });
  });

  it('count up what is finer than the currency', () => {
    expect(redemptionTerms({ minimumRedemption: '0.001' }, 'CNY').minimum.amount).toBe('0.01');
  });

  it('are refused where they are none', () => {
    const path = 'product.minimumRedemption';
    expectRefusal(
      () => redemptionTerms({ minimumRedemption: wrong(5) }, 'CNY'),
      'invalid-type',
      path,
    );
    expectRefusal(() => redemptionTerms({ minimumRedemption: '0' }, 'CNY'), 'out-of-range', path);
    expectRefusal(() => redemptionTerms(wrong(null), 'CNY'), 'missing-value', 'product');
  });

  it('come with the product file, the least redemption at most what one client may hold', () => {
    const compiled = (change: object) => () =>
      compileProducts([bondFund(change)], ['BOND']).byId.A?.minimumRedemption;
    expect(compiled({ minimumRedemption: '100' })()).toBe('100');
    const path = 'products[0].minimumRedemption';
    expectRefusal(compiled({ minimumRedemption: '0' }), 'out-of-range', path);
    expectRefusal(
      compiled({ minimumRedemption: '100', maximumHolding: '99' }),
      'inconsistent',
      'products[0].maximumHolding',
    );
  });
});
