import { at, checkObject } from '../errors/index.js';
import { isFormat } from './fill-in.js';
import { LOCALES, type Locale } from './locale.js';
import type { Messages } from './messages.js';
import { countedWordsOf, placeholdersOf, strayBraces } from './template.js';

/** What is wrong with one text of a catalogue. */
export interface MessageFault {
  readonly key: string;
  readonly locale: Locale;
  /**
   * `missing`: no text; `empty`: nothing but space; `malformed`: braces that enclose no placeholder;
   * `unknown-format`; `different-placeholders`: not those of the first language that has a text, or words that go by a
   * placeholder which the text does not have.
   */
  readonly fault: 'missing' | 'empty' | 'malformed' | 'unknown-format' | 'different-placeholders';
}

/**
 * Finds what is wrong with a catalogue, so that a test or a build can refuse it.
 *
 * @returns the faults by key and language; none if every key has a text in every language, with the
 * same placeholders and formats.
 * @throws AptfolioError if it is no object of objects.
 *
 * @example
 * ```ts
 * import { checkMessages } from 'aptfolio/evidence';
 *
 * const text = { 'zh-Hans': '共{n}项', 'zh-Hant': '共{n}項', en: '{m} in all' };
 * checkMessages({ 'app.total': text });
 * // => [{ key: 'app.total', locale: 'en', fault: 'different-placeholders' }]
 * ```
 */
export function checkMessages(messages: Messages): readonly MessageFault[] {
  const entries = Object.entries(checkObject(messages, 'messages'));
  return Object.freeze(
    entries.flatMap(([key, texts]) => faultsOf(key, checkObject(texts, at('messages', key)))),
  );
}

function faultsOf(key: string, texts: Readonly<Record<string, unknown>>): MessageFault[] {
  const first = LOCALES.map((locale) => texts[locale]).find((text) => typeof text === 'string');
  return LOCALES.flatMap((locale) => {
    const fault = faultOf(texts[locale], first as string);
    return fault === undefined ? [] : [Object.freeze({ key, locale, fault })];
  });
}

function faultOf(text: unknown, first: string): MessageFault['fault'] | undefined {
  if (typeof text !== 'string') return 'missing';
  if (text.trim() === '') return 'empty';
  if (strayBraces(text)) return 'malformed';
  if (placeholdersOf(text).some(({ format }) => !isFormat(format))) return 'unknown-format';
  const names = placeholdersOf(text).map(({ name }) => name);
  const counted = countedWordsOf(text).every(({ name }) => names.includes(name));
  return counted && signature(text) === signature(first) ? undefined : 'different-placeholders';
}

/** The placeholders with their formats; how often and in which order they stand is the language's. */
function signature(text: string): string {
  const names = placeholdersOf(text).map(({ name, format }) => `${name}:${format}`);
  return [...new Set(names)].sort().join();
}
