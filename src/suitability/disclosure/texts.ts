import { LOCALES, type Locale } from '../../evidence/index.js';
import type { Disclosure } from './disclosure.js';
import { DISCLOSURE_HEADS, type DisclosureHead } from './matters.js';

/** A text with its place. */
export interface PlacedText {
  readonly head: DisclosureHead;
  readonly locale: Locale;
  readonly text: string;
}

/** Every text that says something, head by head; a blank one says nothing. */
export function textsOf(sections: Disclosure['sections']): readonly PlacedText[] {
  return DISCLOSURE_HEADS.flatMap((head) => textsUnder(sections, head));
}

/** The texts of one head, in the order of the languages. */
export function textsUnder(
  sections: Disclosure['sections'],
  head: DisclosureHead,
): readonly PlacedText[] {
  return LOCALES.flatMap((locale) => {
    const text = sections[head]?.[locale];
    return text === undefined || text.trim() === '' ? [] : [{ head, locale, text }];
  });
}
