import { describe, expect, it } from 'vitest';
import {
  DISCLOSURE_WORDING,
  lintDisclosure,
  WORDING_KINDS,
  type WordingKind,
} from '../../../src/suitability/index.js';
import { only } from './support.js';

type Locale = 'zh-Hans' | 'zh-Hant' | 'en';

/** What is found in a text under the head on direction, where balance is not looked at. */
function found(locale: Locale, text: string): readonly [WordingKind, string][] {
  return lintDisclosure(only('direction', locale, text)).flatMap(({ quote, reason }) => {
    const rule = DISCLOSURE_WORDING.find(({ code }) => code === reason.code);
    return rule === undefined ? [] : [[rule.kind, quote] as [WordingKind, string]];
  });
}

const kinds = (locale: Locale, text: string) => [
  ...new Set(found(locale, text).map(([kind]) => kind)),
];

describe('wording that must not stand in a disclosure', () => {
  it.each<[Locale, WordingKind, string]>([
    ['zh-Hans', 'principal-guaranteed', '本产品保本。'],
    ['zh-Hans', 'principal-guaranteed', '我行承诺：本金不受损失。'],
    ['zh-Hans', 'principal-guaranteed', '确保投资者本金安全'],
    ['zh-Hans', 'principal-guaranteed', '本金有保障'],
    ['zh-Hans', 'return-guaranteed', '保证最低年化收益4.5%'],
    ['zh-Hans', 'return-guaranteed', '收益有保障'],
    ['zh-Hans', 'return-guaranteed', '刚性兑付'],
    ['zh-Hans', 'no-risk', '零风险，适合所有人'],
    ['zh-Hans', 'no-risk', '没有任何风险'],
    ['zh-Hans', 'no-risk', '绝不会发生亏损'],
    ['zh-Hans', 'no-risk', '您无需担心亏损'],
    ['zh-Hans', 'like-deposit', '等同于银行存款'],
    ['zh-Hans', 'like-deposit', '和存款一样'],
    ['zh-Hans', 'like-deposit', '受存款保险保障'],
    ['zh-Hans', 'superlative', '市场上最好的产品'],
    ['zh-Hans', 'superlative', '收益排名第一'],
    ['zh-Hans', 'certain-future', '明年一定会上涨'],
    ['zh-Hans', 'certain-future', '稳赚不赔'],
    ['zh-Hant', 'principal-guaranteed', '本產品保證本金。'],
    ['zh-Hant', 'principal-guaranteed', '百分之百保本'],
    ['zh-Hant', 'return-guaranteed', '保證回報'],
    ['zh-Hant', 'no-risk', '毫無風險'],
    ['zh-Hant', 'no-risk', '不會虧蝕'],
    ['zh-Hant', 'like-deposit', '與定期存款無異'],
    ['zh-Hant', 'superlative', '最高回報'],
    ['zh-Hant', 'certain-future', '必升'],
    ['en', 'principal-guaranteed', 'We guarantee your principal.'],
    ['en', 'principal-guaranteed', 'Your capital is 100% protected.'],
    ['en', 'principal-guaranteed', 'A capital-guaranteed note'],
    ['en', 'return-guaranteed', 'A guaranteed minimum return of 4 % a year'],
    ['en', 'return-guaranteed', 'The returns are guaranteed.'],
    ['en', 'no-risk', 'There is no risk.'],
    ['en', 'no-risk', 'A risk-free way to save'],
    ['en', 'no-risk', 'You cannot lose.'],
    ['en', 'like-deposit', 'It is the same as a deposit.'],
    ['en', 'like-deposit', 'It is as safe as a bank deposit.'],
    ['en', 'superlative', 'The best returns in the market'],
    ['en', 'certain-future', 'The fund will certainly rise.'],
    ['en', 'certain-future', 'The fund will return at least 5 % a year.'],
  ])('is found in %s (%s): %s', (locale, kind, text) => {
    expect(kinds(locale, text)).toEqual([kind]);
  });

  it('is quoted as it stands, in up to 40 characters', () => {
    expect(found('en', 'We GUARANTEE  your\tprincipal.')).toEqual([
      ['principal-guaranteed', 'GUARANTEE  your\tprincipal'],
    ]);
    const [[, quote] = ['', '']] = found(
      'en',
      'Guaranteed repayment of the full initial principal of the investment',
    );
    expect(quote.length).toBeLessThanOrEqual(40);
  });

  it.each<[Locale, string]>([
    ['zh-Hans', '本产品“保 本”'],
    ['zh-Hans', '本产品**保**本'],
    ['zh-Hans', '本产品保\u200b本'],
    ['en', 'ｇｕａｒａｎｔｅｅｄ returns'],
    ['en', 'a “guaranteed” return'],
  ])('is found behind blanks, marks and full-width letters: %s %s', (locale, text) => {
    expect(kinds(locale, text)).toHaveLength(1);
  });

  it('carries the article and stops the text, but for superlatives', () => {
    const articles = Object.fromEntries(
      DISCLOSURE_WORDING.map(({ kind, severity, citations }) => [
        kind,
        [severity, citations.map(({ article, verified }) => `${article} ${verified}`)],
      ]),
    );
    // Order No. 7 of 2025 was read (articles 13(2), 13(4)); of the CSRC's measures the state in force was not.
    const promise = ['block', ['13(2) true', '22(2) false']];
    expect(articles).toEqual({
      'principal-guaranteed': promise,
      'return-guaranteed': promise,
      'no-risk': promise,
      'like-deposit': ['block', ['13(2) true']],
      superlative: ['warn', ['13(2) true', '13(4) true']],
      'certain-future': promise,
    });
    expect(Object.keys(articles)).toEqual([...WORDING_KINDS]);
  });
});

describe('words that take it back', () => {
  // Warnings that regulators prescribe, or that banks print word for word.
  it.each<[Locale, string]>([
    ['zh-Hans', '理财非存款、产品有风险、投资须谨慎。'],
    ['zh-Hans', '本理财产品不保证本金和收益。'],
    ['zh-Hans', '过往业绩不代表其未来表现，不等于理财产品实际收益，投资须谨慎。'],
    ['zh-Hans', '业绩比较基准不是预期收益率，不构成对产品收益的承诺。'],
    ['zh-Hans', '本产品为非保本浮动收益型产品。'],
    ['zh-Hans', '任何机构不得承诺保本保收益。'],
    [
      'zh-Hans',
      '基金管理人承诺以诚实信用、勤勉尽责的原则管理基金资产，但不保证基金一定盈利，也不保证最低收益。',
    ],
    ['zh-Hans', '本产品不等同于存款，不受存款保险保障。'],
    ['zh-Hans', '没有人能保证收益。'],
    ['zh-Hans', '并非没有风险，也不存在零风险的产品。'],
    ['zh-Hans', '不代表不会发生亏损。'],
    ['zh-Hans', '“保本高收益”的说法不可信。'],
    ['zh-Hans', '请警惕承诺保本的宣传。'],
    ['zh-Hans', '禁止违规承诺保本保收益。'],
    ['zh-Hans', '违规承诺保本保收益的行为应予举报。'],
    ['zh-Hans', '本组合没有风险预算。'],
    ['zh-Hant', '本產品並非保本，亦不等同於定期存款。'],
    ['zh-Hant', '不保證本金或回報。'],
    ['zh-Hant', '過往表現並非未來表現的指標，投資並非毫無風險。'],
    ['en', 'This product is not principal-protected and is not equivalent to a time deposit.'],
    ['en', 'It is not a bank deposit and is not covered by deposit insurance.'],
    ['en', 'The fund manager does not guarantee the principal or any return.'],
    ['en', 'The bank does not, in any circumstances, guarantee the principal.'],
    ['en', 'Neither the principal nor any return is guaranteed.'],
    ['en', 'No investment is risk-free.'],
    ['en', 'That does not mean that you cannot lose.'],
    ['en', 'Guaranteed returns are not offered.'],
    ['en', 'Unlike a bank deposit, it is a non-principal-guaranteed product.'],
    ['en', 'You cannot lose more than you invest.'],
    ['en', 'Yields above the risk-free rate; the risk rating is R3.'],
    ['en', "We can't promise returns."],
  ])('let a warning stand in %s: %s', (locale, text) => {
    expect(found(locale, text)).toEqual([]);
  });

  it.each<[Locale, WordingKind, string]>([
    ['zh-Hans', 'principal-guaranteed', '本产品不仅保本，而且灵活。'],
    ['zh-Hans', 'principal-guaranteed', '不用犹豫，保本。'],
    ['zh-Hans', 'return-guaranteed', '不承诺保本，但保证收益。'],
    ['zh-Hans', 'no-risk', '不收费用且无风险'],
    ['zh-Hans', 'principal-guaranteed', '不能错过的保本产品'],
    ['zh-Hant', 'principal-guaranteed', '本產品不但保本，而且靈活。'],
    ['zh-Hant', 'return-guaranteed', '不承諾保本，但保證回報。'],
    ['en', 'principal-guaranteed', 'It is not only flexible: the principal is guaranteed.'],
    ['en', 'principal-guaranteed', 'This note not only guarantees the principal.'],
    ['en', 'principal-guaranteed', 'No fees, guaranteed capital.'],
    ['en', 'no-risk', 'There are no fees and no risk.'],
    ['en', 'like-deposit', 'It is not a deposit but is as safe as a deposit.'],
    ['en', 'return-guaranteed', 'Without doubt a guaranteed return'],
  ])(
    'do not reach into another clause, and only-but is none, in %s (%s): %s',
    (locale, kind, text) => {
      expect(kinds(locale, text)).toEqual([kind]);
    },
  );

  it.each<[Locale, string]>([
    // The same two characters side by side in other words.
    ['zh-Hans', '为确保本产品平稳运作，环保本身亦受重视，投保本保险须知。'],
    ['zh-Hant', '為確保本產品平穩運作，環保本身亦受重視。'],
    ['zh-Hans', '固定收益类资产不低于80%，无风险利率为参考。'],
    ['zh-Hans', '您承诺了解本金可能亏损。'],
  ])('are not needed for words that say something else, in %s: %s', (locale, text) => {
    expect(found(locale, text)).toEqual([]);
  });

  it('are not needed where a guarantee is allowed and its basis is named', () => {
    const text = 'The principal is guaranteed. There is no risk.';
    const disclosure = {
      ...only('direction', 'en', text),
      facts: { guarantee: { of: ['principal' as const], basis: 'Structured deposit, terms 4.1' } },
    };
    expect(lintDisclosure(disclosure).map(({ reason }) => reason.code)).toEqual([
      'suitability.disclosure-no-risk',
      'suitability.disclosure-guarantee-stated',
    ]);
  });
});
