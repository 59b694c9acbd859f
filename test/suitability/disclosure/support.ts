import type {
  Acknowledgement,
  Disclosure,
  DisclosureHead,
} from '../../../src/suitability/index.js';
import { hashDisclosure } from '../../../src/suitability/index.js';

/** A disclosure of an investment product in three languages in which there is nothing to find. */
export const WHOLE: Disclosure = {
  id: 'D-1',
  product: 'P-1',
  sections: {
    risk: {
      'zh-Hans':
        '本产品风险等级为R2（中低风险），存续期内风险等级可能调整。本产品不保证本金，您可能亏损部分本金。',
      'zh-Hant':
        '本產品風險等級為R2（中低風險），存續期內風險等級可能調整。本產品不保證本金，您可能虧損部分本金。',
      en: 'This product is rated R2 (low to medium risk); the rating may change while you hold it. The principal is not guaranteed: you may lose part of what you invest.',
    },
    direction: {
      'zh-Hans': '至少80%投资于债券，其余投资于货币市场工具。',
      'zh-Hant': '至少80%投資於債券，其餘投資於貨幣市場工具。',
      en: 'At least 80 % in bonds, the rest in money-market instruments.',
    },
    returns: {
      'zh-Hans': '业绩比较基准为年化3.2%，不构成收益承诺，实际收益可能为负，即发生亏损。',
      'zh-Hant': '業績比較基準為年化3.2%，不構成收益承諾，實際收益可能為負，即出現虧損。',
      en: 'The benchmark is 3.2 % a year. It is not a promise; you may make a loss instead.',
    },
    fees: {
      'zh-Hans': '管理费每年1.5%，申购费100元。',
      'zh-Hant': '管理費每年1.5%，認購費100元。',
      en: 'Management fee 1.5 % a year; entry fee 100 yuan.',
    },
    liquidity: {
      'zh-Hans': '封闭期90天，封闭期内不能赎回。',
      'zh-Hant': '封閉期90天，封閉期內不能贖回。',
      en: 'The money is locked up for 90 days and cannot be had back before.',
    },
    conflicts: {
      'zh-Hans': '管理人是本行的子公司，本行收取销售服务费。',
      'zh-Hant': '管理人是本行的附屬公司，本行收取銷售服務費。',
      en: 'The manager is a subsidiary of this bank, and the bank is paid for selling the product.',
    },
  },
  facts: {
    riskRating: 'R2',
    ratingMayChange: true,
    fees: [{ rate: 0.015 }, { amount: { currency: 'CNY', amount: '100.00' } }],
    tells: [
      'product-type',
      'manager',
      'scope',
      'offering',
      'distribution',
      'match-opinion',
      'opinion-no-guarantee',
      'other',
    ],
  },
};

/** The same with another text under one head; `undefined` takes a text away. */
export function withText(
  head: DisclosureHead,
  texts: { readonly [locale in 'zh-Hans' | 'zh-Hant' | 'en']?: string | undefined },
): Disclosure {
  const section = { ...WHOLE.sections[head], ...texts };
  const kept = Object.fromEntries(Object.entries(section).filter(([, text]) => text !== undefined));
  return { ...WHOLE, sections: { ...WHOLE.sections, [head]: kept } };
}

/** A disclosure of one text alone. */
export function only(
  head: DisclosureHead,
  locale: 'zh-Hans' | 'zh-Hant' | 'en',
  text: string,
): Disclosure {
  return { id: 'D', product: 'P', sections: { [head]: { [locale]: text } } };
}

/** An acknowledgement of a disclosure that stands on 2026-03-02. */
export function acknowledged(
  disclosure: Disclosure,
  changes: Partial<Acknowledgement> = {},
): Acknowledgement {
  return {
    disclosureHash: hashDisclosure(disclosure),
    locale: 'zh-Hans',
    shownOn: '2026-03-02',
    acknowledgedOn: '2026-03-02',
    how: 'signature',
    reference: 'SIG-17',
    by: { id: 'C-1', role: 'client' },
    ...changes,
  };
}
