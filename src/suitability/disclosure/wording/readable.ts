import type { Locale } from '../../../evidence/index.js';

/** A text made ready for a search, with the way back to what stood there. */
export interface ReadableText {
  readonly plain: string;
  /** The words of the given text that became a stretch of the plain one. */
  readonly original: (from: number, to: number) => string;
}

/** Marks that only dress a word up. */
const DRESSING = /[*~`"'‘’“”「」『』《》〈〉]/;

/** What has no shape: marks of format, soft hyphens, joiners, fillers, selectors, and control characters that are no blank. */
const SHAPELESS = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]|(?![\t-\r])\p{Cc}/gu;

/** Characters that are their own normal form and have a shape, as nearly all have. */
const ORDINARY = /^[\n -~\u4e00-\u9fff]$/;

/** Takes away what cannot be seen, and makes one form of those that only look different: full-width, ligatures, mathematical letters. */
export function visible(text: string): ReadableText {
  return rewrite(text, (character) => character);
}

/**
 * Takes away what only hides words: besides what `visible` does, emphasis, quotation marks and, in Chinese, blanks between characters; in
 * English runs of blanks become one. A line's end stays.
 */
export function readable(text: string, locale: Locale): ReadableText {
  return rewrite(text, locale === 'en' ? asEnglish : asChinese);
}

/** Writes a text anew, character by character; a step is given what is already there. */
function rewrite(text: string, step: (character: string, before: string) => string): ReadableText {
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = '';
  let at = 0;
  for (const character of text) {
    for (const one of normal(character)) {
      const next = step(one, plain);
      plain += next;
      for (let i = 0; i < next.length; i++) {
        starts.push(at);
        ends.push(at + character.length);
      }
    }
    at += character.length;
  }
  const original = (from: number, to: number): string =>
    to <= from ? '' : text.slice(starts[from], ends[to - 1]);
  return { plain, original };
}

/** Fillers are taken out before and after: the compatible form of a filler is another one. 1½ must not become 11/2, nor 10² 102. */
function normal(character: string): string {
  if (ORDINARY.test(character) || /\p{No}/u.test(character)) return character;
  return character.replace(SHAPELESS, '').normalize('NFKC').replace(SHAPELESS, '');
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
