import { checkText } from '../errors/index.js';
import type { Locale } from './locale.js';

/** A text in the library's languages. */
export type LocalisedText = Readonly<Record<Locale, string>>;

/**
 * One text of a catalogue: Simplified Chinese, Traditional Chinese and English, in this order.
 *
 * @throws AptfolioError `missing-value`, `invalid-type` or `empty` with the path `hans`, `hant` or `english`.
 *
 * @example
 * ```ts
 * import { localisedText } from 'aptfolio/evidence';
 *
 * localisedText('是', '是', 'yes'); // => { 'zh-Hans': '是', 'zh-Hant': '是', en: 'yes' }
 * ```
 */
export function localisedText(hans: string, hant: string, english: string): LocalisedText {
  return Object.freeze({
    'zh-Hans': checkText(hans, 'hans', 5000),
    'zh-Hant': checkText(hant, 'hant', 5000),
    en: checkText(english, 'english', 5000),
  });
}
