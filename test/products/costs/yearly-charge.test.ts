import { describe, expect, it } from 'vitest';
import { yearlyCharge } from '../../../src/products/index.js';
import { expectRefusal } from '../../refusal.js';

const FEES = { performance: { rate: 0.2, hurdle: 0.02 } };

describe('what a product charges in a year', () => {
  it('is its annual fee and the share of what is expected above the hurdle', () => {
    expect(yearlyCharge({ annualFee: 0.01 }, 0.06)).toBe(0.01);
    // 0.01 + 0.2 × (1.06 × 0.99 − 1.02) = 0.01 + 0.2 × 0.0294.
    expect(yearlyCharge({ annualFee: 0.01, fees: FEES }, 0.06)).toBeCloseTo(0.01588, 15);
  });

  it('takes no share of what stays below the hurdle', () => {
    expect(yearlyCharge({ annualFee: 0.01, fees: FEES }, 0.03)).toBe(0.01);
    expect(yearlyCharge({ annualFee: 0.01, fees: FEES }, -0.5)).toBe(0.01);
  });

  it('is not told for a return that is none', () => {
    expectRefusal(
      () => yearlyCharge({ annualFee: 0.01 }, Number.NaN),
      'not-finite',
      'expectedReturn',
    );
    expectRefusal(() => yearlyCharge({ annualFee: 0.01 }, -1), 'out-of-range', 'expectedReturn');
    expectRefusal(() => yearlyCharge(null as never, 0.06), 'missing-value', 'product');
    expectRefusal(() => yearlyCharge({} as never, 0.06), 'missing-value', 'product.annualFee');
  });
});
