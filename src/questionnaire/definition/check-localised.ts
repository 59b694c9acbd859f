import { at, checkList, checkObject } from '../../errors/index.js';
import type { LocalisedText } from '../definition.js';

/** Copies a text in several languages; which ones are missing is a matter of lint. */
export function checkLocalised(text: LocalisedText, path: string): LocalisedText {
  return Object.freeze({ ...(checkObject(text, path) as LocalisedText) });
}

/** Copies a list of texts. */
export function checkLocalisedList(
  texts: readonly LocalisedText[],
  path: string,
): readonly LocalisedText[] {
  const list = checkList<LocalisedText>(texts, path);
  return Object.freeze(list.map((text, index) => checkLocalised(text, at(path, index))));
}
