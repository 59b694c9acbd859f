import { AptfolioError, at, checkList, checkObject } from '../../errors/index.js';
import { LOCALES } from '../../evidence/index.js';
import type { LocalisedText } from '../definition.js';

/** Characters. */
const LONGEST = 5000;

/** Copies a text in several languages; which ones are missing is a matter of lint. */
export function checkLocalised(text: LocalisedText, path: string): LocalisedText {
  const given = checkObject(text, path);
  const texts = LOCALES.flatMap((locale) => {
    const words = given[locale];
    if (words === undefined) return [];
    if (typeof words === 'string' && words.length <= LONGEST) return [[locale, words]];
    throw new AptfolioError(
      'invalid-type',
      at(path, locale),
      `a text up to ${LONGEST} long`,
      words,
    );
  });
  return Object.freeze(Object.fromEntries(texts)) as LocalisedText;
}

/** Copies a list of texts. */
export function checkLocalisedList(
  texts: readonly LocalisedText[],
  path: string,
): readonly LocalisedText[] {
  const list = checkList<LocalisedText>(texts, path);
  return Object.freeze(list.map((text, index) => checkLocalised(text, at(path, index))));
}
