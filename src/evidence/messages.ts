import { AptfolioError, at, checkObject, checkOneOf, checkText } from '../errors/index.js';
import { fillIn } from './fill-in.js';
import { LOCALES, type Locale } from './locale.js';
import type { Parameters } from './parameters.js';
import type { Reason } from './reason.js';

/**
 * A catalogue: texts by key, each in every language.
 *
 * `{name}` in a text is filled with the parameter of that name. A format may follow a colon:
 * `number` groups thousands and shows two decimals, or three significant digits below 1; `percent`
 * and `percent2` show a decimal fraction with one and two decimals; `money` shows an amount with its
 * currency. Numbers of one text that differ and would be written alike get as many digits more as tell them apart, up to ten decimals of a
 * percentage and twelve significant digits of a number. `{n|day|days}` is `day` where `{n}` is written as 1, and `days` where it is not.
 *
 * The format `term` is for words of a closed list. In the text of `orders.event-too-late`,
 * `{state:term}` is written by the text of the key `orders.term.filled` if the parameter is `filled`:
 * the key's part before its first dot is the room's name. Else the key `term.filled` counts, which a host may have for words of its own, such as ids
 * of groups, and `factMessages` gives for the facts of packs. A list is written word by word, and a word without such a key as it stands.
 */
export type Messages = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** The most characters of a text. */
const MAX_LENGTH = 5000;

/**
 * Fills parameters into a text. The same bytes on every engine; nothing follows the host's locale.
 *
 * Numbers and decimal texts are rounded in decimal, halves away from zero.
 *
 * @param parameters by name; what the text does not name is left out.
 * @throws AptfolioError `unknown-message` with the path `key`; `missing-value`, `invalid-type` or
 * `invalid-format` with the path `parameters.…`.
 *
 * @example
 * ```ts
 * import { formatMessage, type Messages } from 'aptfolio/evidence';
 *
 * const messages: Messages = {
 *   'plan.drift': {
 *     'zh-Hans': '{class}偏离{by:percent}，折合{value:money}。',
 *     'zh-Hant': '{class}偏離{by:percent}，折合{value:money}。',
 *     en: '{class} is off by {by:percent}, or {value:money}.',
 *   },
 * };
 * const parameters = { class: 'Gold', by: 0.0525, value: { currency: 'CNY', amount: '43210.50' } };
 * formatMessage(messages, 'plan.drift', 'en', parameters);
 * // => 'Gold is off by 5.3%, or 43,210.50 CNY.'
 * formatMessage(messages, 'plan.drift', 'en', { class: 'Gold' });
 * // => throws 'missing-value', 'parameters.by'
 * ```
 */
export function formatMessage(
  messages: Messages,
  key: string,
  locale: Locale,
  parameters: Parameters = {},
): string {
  return format(messages, key, 'key', locale, parameters, 'parameters');
}

/**
 * Puts a reason into words: the message of its code, filled with its parameters.
 *
 * @throws AptfolioError as `formatMessage`, with the paths `reason.code` and `reason.parameters.…`.
 *
 * @example
 * ```ts
 * import { formatReason, makeReason, type Messages } from 'aptfolio/evidence';
 *
 * const messages: Messages = {
 *   'plan.waits': { 'zh-Hans': '须等待{n}天。', 'zh-Hant': '須等候{n}日。', en: 'Wait {n} days.' },
 * };
 * formatReason(messages, makeReason('plan.waits', 'info', { n: 3 }), 'zh-Hant'); // => '須等候3日。'
 * ```
 */
export function formatReason(messages: Messages, reason: Reason, locale: Locale): string {
  const { code, parameters } = checkObject(reason, 'reason');
  const path = 'reason.parameters';
  return format(messages, code, 'reason.code', locale, parameters as Parameters, path);
}

/**
 * Puts catalogues together, for instance those of all rooms that a host uses and its own.
 *
 * @throws AptfolioError `duplicate-id` for a key that stands in two of them, `invalid-type` for what is
 * no text, with the path.
 *
 * @example
 * ```ts
 * import { mergeMessages } from 'aptfolio/evidence';
 *
 * const yes = { 'zh-Hans': '是', 'zh-Hant': '是', en: 'yes' };
 * const no = { 'zh-Hans': '否', 'zh-Hant': '否', en: 'no' };
 * Object.keys(mergeMessages({ 'app.yes': yes }, { 'app.no': no })); // => ['app.yes', 'app.no']
 * mergeMessages({ 'app.yes': yes }, { 'app.yes': no });
 * // => throws 'duplicate-id', 'catalogues[1]["app.yes"]'
 * ```
 */
export function mergeMessages(...catalogues: readonly Messages[]): Messages {
  const merged = new Map<string, Messages[string]>();
  catalogues.forEach((catalogue, index) => {
    const path = at('catalogues', index);
    for (const [key, texts] of Object.entries(checkObject(catalogue, path) as Messages)) {
      if (merged.has(key)) {
        throw new AptfolioError('duplicate-id', at(path, key), 'a key not used before', key);
      }
      merged.set(key, readTexts(texts, at(path, key)));
    }
  });
  return Object.freeze(Object.fromEntries(merged));
}

function readTexts(texts: Messages[string], path: string): Messages[string] {
  for (const [locale, text] of Object.entries(checkObject(texts, path))) {
    checkText(text, at(path, locale), MAX_LENGTH);
  }
  return Object.freeze({ ...texts });
}

function format(
  messages: Messages,
  key: unknown,
  keyPath: string,
  locale: Locale,
  parameters: Parameters,
  path: string,
): string {
  const catalogue = checkObject(messages, 'messages') as Messages;
  const name = checkText(key, keyPath);
  checkOneOf(locale, 'locale', LOCALES);
  if (!Object.hasOwn(catalogue, name)) {
    throw new AptfolioError('unknown-message', keyPath, 'a key of the messages', name);
  }
  const [room] = name.split('.');
  const template = {
    text: textOf(catalogue, name, locale),
    path: textPath(name, locale),
    locale,
    termOf: (word: string): string => {
      const keys = [`${room}.term.${word}`, `term.${word}`];
      const term = keys.find((one) => Object.hasOwn(catalogue, one));
      return term === undefined ? word : textOf(catalogue, term, locale);
    },
  };
  return fillIn(template, parameters, path);
}

function textOf(catalogue: Messages, key: string, locale: Locale): string {
  const texts = checkObject(catalogue[key], at('messages', key));
  return checkText(texts[locale], textPath(key, locale), MAX_LENGTH);
}

function textPath(key: string, locale: Locale): string {
  return at(at('messages', key), locale);
}
