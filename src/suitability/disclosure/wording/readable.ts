import type { Locale } from '../../../evidence/index.js';

/** A text made ready for a search, with the way back to what stood there. */
export interface ReadableText {
  readonly plain: string;
  /** The words of the given text that became a stretch of the plain one. */
  readonly original: (from: number, to: number) => string;
}

/** Marks that only dress a word up. */
const DRESSING = /[*~`"'‘’“”「」『』《》〈〉\u200b-\u200d\ufeff]/;

/**
 * Takes away what only hides words: full-width forms, emphasis, quotation marks and, in Chinese, blanks between characters; in English
 * runs of blanks become one. A line's end stays.
 */
export function readable(text: string, locale: Locale): ReadableText {
  const english = locale === 'en';
  const places: number[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const character = halfWidth(text.charAt(i));
    const next = english ? asEnglish(character, plain) : asChinese(character);
    if (next === '') continue;
    plain += next;
    places.push(i);
  }
  const original = (from: number, to: number): string =>
    text.slice(places[from], (places[to - 1] ?? -1) + 1);
  return { plain, original };
}

function asEnglish(character: string, before: string): string {
  if (/[‘’]/.test(character)) return "'";
  if (character !== "'" && DRESSING.test(character)) return '';
  if (character === '\n' || !/\s/.test(character)) return character;
  return before.endsWith(' ') ? '' : ' ';
}

function asChinese(character: string): string {
  if (DRESSING.test(character)) return '';
  return character !== '\n' && /\s/.test(character) ? '' : character;
}

/** Full-width forms of ASCII stand 0xFEE0 above it. */
export function halfWidth(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}
