import { describe, expect, it } from 'vitest';
import { checkMessages, formatMessage, LOCALES } from '../../src/evidence/index.js';
import { PRODUCT_STATUSES, productsMessages, RISK_RATINGS } from '../../src/products/index.js';

describe('productsMessages', () => {
  it('are complete in every language', () => {
    expect(checkMessages(productsMessages)).toEqual([]);
  });

  it('name every rating and every status', () => {
    const keys = [
      ...RISK_RATINGS.map((rating) => `products.rating.${rating}`),
      ...PRODUCT_STATUSES.map((status) => `products.status.${status}`),
    ];
    for (const key of keys) {
      const texts = LOCALES.map((locale) => formatMessage(productsMessages, key, locale, {}));
      expect(new Set(texts).size).toBe(3);
    }
  });
});
