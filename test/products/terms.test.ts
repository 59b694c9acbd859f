import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES, makeReason } from '../../src/evidence/index.js';
import { productsMessages } from '../../src/products/index.js';
import { productTerms } from '../../src/products/terms.js';

/** The words that doc comments name of `TargetMarket`, `ProductFees.annualParts` and `IssuerScenario`. */
const WORDS = [
  ...['retail', 'professional', 'institution'],
  ...['preserve', 'income', 'growth'],
  ...['over-65', 'lowest-category', 'needs-money-within-a-year'],
  ...['management', 'custody', 'service'],
  ...['agreed-rate', 'guaranteed', 'illustrated'],
];

describe('productTerms', () => {
  it('name every word that target markets, fees and issuers’ scenarios have, and else currencies alone', () => {
    const words = Object.keys(productTerms).map((key) => key.slice('products.term.'.length));
    expect(words.filter((word) => !/^[A-Z]{3}$/.test(word)).sort()).toEqual([...WORDS].sort());
    expect(checkMessages(productTerms)).toEqual([]);
  });

  it('stand in the sentences in place of codes, a bank’s own words as they are', () => {
    const reason = makeReason('products.for-objectives', 'info', {
      objectives: ['income', '养老'],
    });
    expect(LOCALES.map((locale) => formatReason(productsMessages, reason, locale))).toEqual([
      '适合的投资目标：获取收入、养老。',
      '適合的投資目標：賺取收入、养老。',
      'It serves these objectives: income, 养老.',
    ]);
    const part = makeReason('products.cost-annual-part', 'info', { part: 'custody', rate: 0.0005 });
    expect(formatReason(productsMessages, part, 'zh-Hans')).toBe('其中托管费为每年0.05%。');
  });
});
