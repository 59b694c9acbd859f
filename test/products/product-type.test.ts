import { describe, expect, it } from 'vitest';
import { isLiability, PRODUCT_TYPES } from '../../src/products/index.js';
import { expectRefusal, wrong } from './support.js';

describe('isLiability', () => {
  it('is said of loans alone', () => {
    expect(PRODUCT_TYPES.filter((type) => isLiability({ type }))).toEqual(['loan']);
    expect(isLiability({ type: 'mortgage-of-the-banks-own' })).toBe(false);
    expect(isLiability({})).toBe(false);
  });

  it('is refused for what is no product', () => {
    expectRefusal(() => isLiability(wrong(null)), 'missing-value', 'product');
    expectRefusal(() => isLiability(wrong('loan')), 'invalid-type', 'product');
  });
});
