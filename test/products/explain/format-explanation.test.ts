import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/evidence/index.js';
import {
  explainProduct,
  formatExplanation,
  PRODUCT_TYPES,
  type Product,
} from '../../../src/products/index.js';
import { expectRefusal, isDeeplyFrozen, universe, wrong } from '../support.js';
import { explain } from './support.js';

const names = {
  BOND: { 'zh-Hans': '债券', 'zh-Hant': '債券', en: 'bonds' },
  prospectus: { 'zh-Hans': '招募说明书', 'zh-Hant': '招募說明書', en: 'the prospectus' },
};
const product: Partial<Product> = {
  name: '甲',
  type: 'bond-fund',
  currency: 'USD',
  documents: ['prospectus', 'D-2'],
  targetMarket: { objectives: ['growth', 'income'] },
};

describe('an explanation in words', () => {
  it('has a title and headings in each language', () => {
    const explanation = explain(product, { names });
    const titles = LOCALES.map((locale) => formatExplanation(explanation, locale).title);
    expect(titles).toEqual([
      '产品说明：甲（截至2026-03-02）',
      '產品說明：甲（截至2026-03-02）',
      '甲, explained as of 2026-03-02',
    ]);
    const headings = LOCALES.map((locale) =>
      formatExplanation(explanation, locale).sections.map(({ title }) => title),
    );
    expect(headings[0]).toEqual([
      '这是什么产品',
      '主要风险',
      '费用',
      '何时可以取回资金',
      '适合谁',
      '购买前请阅读',
    ]);
    expect(headings[2]?.[1]).toBe('The main risks');
  });

  it('shows ids by the host’s names, by the library’s words, or as they stand', () => {
    const explanation = explain(product, { names });
    const sentences = (locale: (typeof LOCALES)[number]): readonly string[] =>
      formatExplanation(explanation, locale).sections.flatMap((section) => section.sentences);
    expect(sentences('zh-Hans')).toEqual(
      expect.arrayContaining([
        '产品以美元计价。',
        '债券占100.0%。',
        '适合的投资目标：增值、获取收入。',
        '购买前请阅读：招募说明书、D-2。',
      ]),
    );
    expect(sentences('zh-Hant')).toEqual(
      expect.arrayContaining(['債券佔100.0%。', '適合的投資目標：增值、賺取收入。']),
    );
    expect(sentences('en')).toEqual(
      expect.arrayContaining([
        'It is priced in US dollars.',
        'It holds 100.0% in bonds.',
        'Before you buy, please read: the prospectus, D-2.',
      ]),
    );
    const bare = explain({ currency: 'THB', targetMarket: { not: ['constructor'] } });
    const texts = formatExplanation(bare, 'en').sections.flatMap((section) => section.sentences);
    expect(texts).toContain('It is priced in THB.');
    expect(texts).toContain('It is not for constructor.');
  });

  it.each(PRODUCT_TYPES)('leaves no hole and no foreign script: %s', (type) => {
    const explanation = explain({ ...product, name: 'X', type, documents: [] }, { names });
    for (const locale of LOCALES) {
      const { sections } = formatExplanation(explanation, locale);
      const text = sections.flatMap(({ title, sentences }) => [title, ...sentences]).join('\n');
      expect(text).not.toMatch(/[{}]|undefined|NaN|null|Infinity/);
      if (locale === 'en') expect(text).not.toMatch(/[\u4e00-\u9fff]/);
      else expect(text).not.toMatch(/[a-z]{2,}/);
    }
  });

  it('writes simplified and traditional characters, never a mix', () => {
    // Characters that only one of the two scripts has.
    const [simplified, traditional] = [/[产风险费资们这为发]/, /[產風險費資們這為發]/];
    for (const type of PRODUCT_TYPES) {
      const explanation = explain({ ...product, name: 'X', type }, { names });
      const textOf = (locale: (typeof LOCALES)[number]): string =>
        formatExplanation(explanation, locale)
          .sections.flatMap((section) => section.sentences)
          .join('');
      expect(textOf('zh-Hans')).not.toMatch(traditional);
      expect(textOf('zh-Hant')).not.toMatch(simplified);
    }
  });

  it('promises nothing', () => {
    const assumptions = {
      asOf: '2026-03-01',
      assetClasses: ['BOND'],
      expectedReturn: [0.03],
      covariance: [[0.0025]],
    } as const;
    const { sections } = formatExplanation(explain({}, { assumptions }), 'zh-Hans');
    const returns = sections.find(({ section }) => section === 'returns');
    expect(returns?.sentences.at(-1)).toContain('不是收益承诺');
  });

  it('is frozen, one sentence for each reason', () => {
    for (const { id } of universe.products) {
      const explanation = explainProduct({ id }, universe, { asOf: '2026-03-02' });
      const found = formatExplanation(explanation, 'en');
      expect(isDeeplyFrozen(found)).toBe(true);
      expect(found.sections.map(({ sentences }) => sentences.length)).toEqual(
        explanation.sections.map(({ reasons }) => reasons.length),
      );
    }
  });

  it('is refused in another language, and for what is no explanation', () => {
    const explanation = explain();
    expectRefusal(() => formatExplanation(explanation, wrong('fr')), 'unknown-value', 'locale');
    expectRefusal(() => formatExplanation(wrong(null), 'en'), 'missing-value', 'explanation');
    const damaged = (change: object) => () =>
      formatExplanation(wrong({ ...explanation, ...change }), 'en');
    const path = 'explanation.sections';
    expectRefusal(damaged({ sections: undefined }), 'missing-value', path);
    expectRefusal(
      damaged({ sections: [{ section: 'what' }] }),
      'missing-value',
      `${path}[0].reasons`,
    );
    expectRefusal(
      damaged({ sections: [{ section: 'what', reasons: [{ code: 'products.priced-in' }] }] }),
      'missing-value',
      `${path}[0].reasons[0].parameters`,
    );
    expectRefusal(damaged({ names: undefined }), 'missing-value', 'explanation.names');
  });
});
