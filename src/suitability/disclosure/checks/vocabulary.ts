import type { Locale } from '../../../evidence/index.js';

/** One regular expression for each language. */
type ByLocale = Readonly<Record<Locale, RegExp>>;

/** A loss is named. */
export const LOSS: ByLocale = {
  'zh-Hans': /亏损|亏本|损失|受损|下跌|不保本|非保本|不保证本金|收不回|低于投资本金/,
  'zh-Hant': /虧損|虧本|虧蝕|蝕本|損失|受損|下跌|不保本|非保本|不保證本金|收不回|低於投資本金/,
  en: /\blos(?:e|es|s|ses|ing|t)\b|\bget back less\b|\bfalls? in value\b|\b(?:go|fall|falls) (?:down|as well as)\b|\bnot (?:capital|principal)[- ]protected\b/i,
};

/** A return is named. */
export const RETURN: ByLocale = {
  'zh-Hans': /收益|回报|盈利|年化|业绩/,
  'zh-Hant': /收益|回報|盈利|年化|業績/,
  en: /\breturns?\b|\byields?\b|\bprofits?\b|\bgains?\b|\bperformance\b/i,
};

/** What was earned in the past is named. */
export const PAST_PERFORMANCE: ByLocale = {
  'zh-Hans':
    /(?:过往|历史|过去|以往|往期|成立以来|近[一二两三五十\d]+年)[^,，。;；\n]{0,8}(?:业绩|收益|回报|表现|年化)/,
  'zh-Hant':
    /(?:過往|歷史|過去|以往|往期|成立以來|近[一二兩三五十\d]+年)[^,，。;；\n]{0,8}(?:業績|收益|回報|表現|年化)/,
  en: /\bpast (?:performance|returns?)\b|\bhistorical (?:performance|returns?)\b|\btrack record\b|\bsince (?:inception|launch)\b|\b(?:over|in) the (?:past|last) [\w-]+ (?:years?|months?)\b|\bhas returned\b/i,
};

/** That the past is no guide is said. */
export const NO_GUIDE: ByLocale = {
  'zh-Hans':
    /(?:不代表|不预示|不保证|不构成|不等于|并不|不能|并非|不是)[^。;；\n]{0,20}(?:未来|将来|日后|今后|表现|收益|业绩|保证|承诺)/,
  'zh-Hant':
    /(?:不代表|不預示|不保證|不構成|不等於|並不|不能|並非|不是)[^。;；\n]{0,20}(?:未來|將來|日後|今後|表現|收益|回報|業績|保證|承諾)/,
  en: /\b(?:not|no|never)\b[^.;\n]{0,80}\b(?:guide|indicat\w+|guarantee\w*|predict\w*|reliable|assurance|future)\b/i,
};

/** That the rating may change is said. */
export const RATING_MAY_CHANGE: ByLocale = {
  'zh-Hans': /(?:等级|评级)[^。;；\n]{0,20}(?:调整|变化|变动|变更|改变|上调|下调)/,
  'zh-Hant': /(?:等級|評級)[^。;；\n]{0,20}(?:調整|變化|變動|變更|改變|上調|下調)/,
  en: /\b(?:rating|level|category|class)\b[^.;\n]{0,60}\b(?:chang\w+|adjust\w*|revis\w+|rais\w+|lower\w*)\b/i,
};
