/** The languages in which the library speaks: simplified and traditional Chinese, English. */
export const LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const;

/** A language tag of BCP 47; `zh-Hant` is worded as in Hong Kong. */
export type Locale = (typeof LOCALES)[number];
