import { at, checkList, checkText } from '../../errors/index.js';
import { canonicalJson } from '../../evidence/index.js';

/** Checks a list of texts that can stand in a record; absent: none. */
export function readTexts(texts: unknown, path: string): readonly string[] {
  if (texts === undefined) return [];
  return checkList<unknown>(texts, path).map((text, i) => {
    const where = at(path, i);
    const read = checkText(text, where);
    refuseHalfCharacters(read, where);
    return read;
  });
}

/** It costs next to nothing, and hardly any text passes it. */
const SURROGATE = /[\uD800-\uDFFF]/;

/** Refuses half of a character, which no record can hold. What is sorted before it is hashed must be asked for it while its place is known. */
export function refuseHalfCharacters(text: string, path: string): void {
  if (SURROGATE.test(text)) canonicalJson(text, path);
}
