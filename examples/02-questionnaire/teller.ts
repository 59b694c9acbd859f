import {
  formatMessage,
  formatReason,
  type Locale,
  mergeMessages,
  type Parameters,
  type Reason,
} from 'aptfolio/evidence';
import { type LocalisedText, questionnaireMessages, type RiskLevel } from 'aptfolio/questionnaire';
import { texts } from './texts.js';

const MESSAGES = mergeMessages(questionnaireMessages, texts);

/** Puts results into words of one language. */
export interface Teller {
  say(key: string, parameters?: Parameters): string;
  reason(reason: Reason): string;
  /** A decimal fraction as a percentage; a little of something is never nothing. */
  share(x: number): string;
  /** A coefficient with two decimals. */
  coefficient(x: number | null): string;
  level(level: RiskLevel | null): string;
  dimension(name: string): string;
  /** A short name for an item; its id where there is none. */
  item(id: string): string;
  /** A form's own words, where it has some. */
  text(text: LocalisedText | undefined, otherwise: string): string;
  /** Names in a row. */
  list(names: readonly string[]): string;
  /** Sentences after each other. */
  sentences(sentences: readonly string[]): string;
}

export function tellerFor(locale: Locale): Teller {
  const say = (key: string, parameters: Parameters = {}): string =>
    formatMessage(MESSAGES, key, locale, parameters);
  const known = (key: string, otherwise: string): string =>
    Object.hasOwn(MESSAGES, key) ? say(key) : otherwise;
  return {
    say,
    reason: ({ parameters, ...reason }) => {
      const { item } = parameters;
      const named =
        typeof item === 'string'
          ? { item: say('cell.quoted', { name: known(`item.${item}`, item) }) }
          : {};
      return formatReason(MESSAGES, { ...reason, parameters: { ...parameters, ...named } }, locale);
    },
    share: (x) => (x === 0 ? '0%' : x < 0.0005 ? '<0.1%' : say('cell.percent', { x })),
    coefficient: (x) => (x === null ? '–' : x.toFixed(2).replace('-', '−')),
    level: (level) => (level === null ? say('level.none') : say(`questionnaire.level.${level}`)),
    dimension: (name) => known(`dimension.${name}`, known(`questionnaire.dimension.${name}`, name)),
    item: (id) => known(`item.${id}`, id),
    text: (text, otherwise) => text?.[locale] ?? otherwise,
    list: (names) => names.join(locale === 'en' ? ', ' : '、'),
    sentences: (sentences) => sentences.join(locale === 'en' ? ' ' : ''),
  };
}
