import type { Locale } from '../../../evidence/index.js';
import { ENGLISH_NEGATION } from './english.js';
import type { ReadableText } from './readable.js';
import { SIMPLIFIED_NEGATION } from './simplified.js';
import { TRADITIONAL_NEGATION } from './traditional.js';
import type { Negation, Warning } from './wording-kind.js';

const NEGATION_OF: Readonly<Record<Locale, Negation>> = {
  'zh-Hans': SIMPLIFIED_NEGATION,
  'zh-Hant': TRADITIONAL_NEGATION,
  en: ENGLISH_NEGATION,
};

/**
 * Where a text uses one of the phrases without taking it back, so that `does not guarantee the principal` is no guarantee, and `not
 * only guarantees the principal` is one.
 *
 * @param text made `readable` in the same language.
 * @returns the words at fault as they stand in the text, in order.
 */
export function findWording(
  { plain, original }: ReadableText,
  locale: Locale,
  phrases: readonly string[],
): readonly string[] {
  const negation = NEGATION_OF[locale];
  const search = new RegExp(phrases.map((source) => `(?:${source})`).join('|'), 'gi');
  return [...plain.matchAll(search)]
    .filter(({ 0: words, index }) => {
      const place = {
        before: plain.slice(0, index),
        words,
        after: plain.slice(index + words.length),
      };
      return !isTakenBack(place, negation) && !isWarnedOf(place, negation.warning);
    })
    .map(({ 0: words, index }) => original(index, index + words.length));
}

/** How far back a negation may stand, in characters. */
const REACH = 200;

interface Place {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

function isTakenBack({ before, after }: Place, negation: Negation): boolean {
  const near = before.slice(-REACH);
  if (new RegExp(negation.over, 'i').test(near)) return true;
  if (new RegExp(negation.after, 'i').test(after.slice(0, REACH))) return true;
  const clause = near.slice(lastEnd(near, negation.boundary));
  const told = clause.replace(new RegExp(negation.unlike, 'gi'), ' ');
  return new RegExp(negation.before, 'i').test(told);
}

/** Who warns of promises has to name them. */
function isWarnedOf({ before, words, after }: Place, warning: Warning): boolean {
  const near = before.slice(-REACH);
  const start = near.slice(lastEnd(near, warning.sentence));
  const rest = after.slice(0, REACH);
  const end = new RegExp(warning.sentence, 'i').exec(rest)?.index ?? rest.length;
  const holds = (source: string, text: string): boolean => new RegExp(source, 'i').test(text);
  return (
    holds(warning.others, start + words) &&
    holds(warning.against, start + words + rest.slice(0, end)) &&
    !holds(warning.own, start)
  );
}

/** Where the last match ends; 0 without any. */
function lastEnd(text: string, source: string): number {
  let end = 0;
  for (const match of text.matchAll(new RegExp(source, 'gi'))) end = match.index + match[0].length;
  return end;
}
