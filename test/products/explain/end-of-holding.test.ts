import { describe, expect, it } from 'vitest';
import { formatExplanation, type Product } from '../../../src/products/index.js';
import { codesOf, explain, sentencesOf } from './support.js';

const asOf = '2026-03-02';
const amount = { currency: 'CNY', amount: '200000.00' } as const;
const assumptionsOf = (mean: number) =>
  ({ asOf, assetClasses: ['BOND'], expectedReturn: [mean], covariance: [[0.0025]] }) as const;

describe('costs of every year', () => {
  it('count the performance fee that is to be expected', () => {
    // Of 100,000: 1,000 a year; above the hurdle 1.12 · 0.99 − 1.03 = 0.0788, of which 20 % are 1,576.00.
    const product = {
      entryFee: 0,
      annualFee: 0.01,
      fees: { performance: { rate: 0.2, hurdle: 0.03 } },
    };
    const explanation = explain(product, {
      amount: { currency: 'CNY', amount: '100000.00' },
      assumptions: assumptionsOf(0.12),
    });
    expect(sentencesOf(explanation, 'costs').at(-2)).toBe(
      'For your amount the costs come to about 2,576.00 CNY in the first year and 2,576.00 CNY in every year after.',
    );
  });

  it('are told in all where the holding ends within a year', () => {
    // 200,000 at 0.4 % for 187 days without a return: 200,000 · (1 − 0.996^(187/365)) = 410.26.
    const closed: Partial<Product> = {
      entryFee: 0,
      dealing: { redemption: 'never', maturity: '2026-09-05' },
    };
    const [money, loss] = sentencesOf(
      explain(closed, { amount, assumptions: assumptionsOf(0) }),
      'costs',
    ).slice(-2);
    expect(money).toBe(
      'For your amount the costs of the whole holding period come to about 410.26 CNY.',
    );
    expect(loss).toBe('The costs lower the return by 0.40% a year (holding period in days: 187).');
    const told = sentencesOf(explain(closed, { assumptions: assumptionsOf(0) }), 'returns')[0];
    expect(told).toContain('(holding period in days: 187)');
    const inOneYear = explain({ entryFee: 0 }, { amount, years: 1 });
    expect(codesOf(inOneYear, 'costs').at(-1)).toBe('cost-in-money-in-all');
  });
});

describe('a product that has matured', () => {
  it.each(['2026-03-01', '2026-03-02'] as const)('is told as paid back: %s', (maturity) => {
    const explanation = explain(
      { dealing: { redemption: 'never', maturity }, documents: ['prospectus'] },
      { amount, assumptions: assumptionsOf(0.03) },
    );
    expect(explanation.sections.map(({ section }) => section)).toEqual(['what', 'liquidity']);
    expect(sentencesOf(explanation, 'liquidity')).toEqual([
      `The product matured on ${maturity} and is paid back: it can be neither bought nor redeemed any more.`,
    ]);
    expect(codesOf(explanation, 'what')).not.toContain('minimum-purchase');
    expect([explanation.scenarios, explanation.costs]).toEqual([undefined, undefined]);
  });

  it('is told as alive until the day before', () => {
    const explanation = explain({ dealing: { redemption: 'never', maturity: '2026-03-03' } });
    expect(codesOf(explanation, 'liquidity')[0]).toBe('liquidity-status.open');
  });
});

describe('terms beside a status', () => {
  it('count once redemptions are resumed, and none for purchases is told meanwhile', () => {
    const subscription = { from: '2026-01-05', everyMonths: 1, days: 5 } as const;
    const suspended = explain({ status: 'redemption-suspended', dealing: { subscription } });
    expect(codesOf(suspended, 'liquidity')).toEqual([
      'liquidity-status.redemption-suspended',
      'once-resumed',
      'redeem-daily',
    ]);
    for (const status of ['subscription-suspended', 'closed'] as const) {
      expect(codesOf(explain({ status, dealing: { subscription } }), 'liquidity')).toEqual([
        `liquidity-status.${status}`,
        'redeem-daily',
      ]);
    }
    expect(codesOf(explain({ dealing: { subscription } }), 'liquidity')).toContain(
      'buy-windows-monthly',
    );
  });
});

describe('days and numbers in words', () => {
  it('are singular for one, and mean the same in each language', () => {
    expect(sentencesOf(explain({ lockUpDays: 1 }), 'liquidity')[1]).toBe(
      'Each purchase is locked up for one day, during which it cannot be redeemed.',
    );
    const paid = explain({ dealing: { redemptionSettlement: 3 } });
    const last = (locale: 'zh-Hans' | 'en'): string | undefined =>
      formatExplanation(paid, locale)
        .sections.find(({ section }) => section === 'liquidity')
        ?.sentences.at(-1);
    // The third business day after, not within three.
    expect(last('en')).toBe('The money arrives 3 business days after the dealing day.');
    expect(last('zh-Hans')).toBe('款项在成交后第3个工作日到账。');
  });
});
