import { formatMessage, type Locale, type Parameters } from 'aptfolio/evidence';
import { texts } from './texts.js';

/** Puts results into words of one language. */
export interface Teller {
  say(key: string, parameters?: Parameters): string;
  /** What something is called; its id where there is no name for it. */
  name(kind: 'portfolio' | 'policy' | 'class' | 'costs' | 'flow', id: string): string;
  /** A decimal fraction as a percentage, with one decimal or with two. */
  percent(x: number): string;
  percent2(x: number): string;
  /** A difference of decimal fractions in percentage points, with its sign. */
  points(x: number): string;
  /** From one such difference to another. */
  range(ends: { readonly low: number; readonly high: number }): string;
  /** A decimal fraction in hundredths of a per cent. */
  basisPoints(x: number): string;
  /** Names in a row. */
  list(names: readonly string[]): string;
  /** Sentences after each other. */
  sentences(sentences: readonly string[]): string;
}

export function tellerFor(locale: Locale): Teller {
  const say = (key: string, parameters: Parameters = {}): string =>
    formatMessage(texts, key, locale, parameters);
  return {
    say,
    name: (kind, id) => (Object.hasOwn(texts, `${kind}.${id}`) ? say(`${kind}.${id}`) : id),
    percent: (x) => say('cell.percent', { x }),
    percent2: (x) => say('cell.percent2', { x }),
    points,
    range: ({ low, high }) => say('cell.range', { low: points(low), high: points(high) }),
    basisPoints: (x) => Math.max(0, 1e4 * x).toFixed(1),
    list: (names) => names.join(locale === 'en' ? ', ' : '、'),
    sentences: (sentences) => sentences.join(locale === 'en' ? ' ' : ''),
  };
}

function points(x: number): string {
  const digits = Math.abs(100 * x).toFixed(2);
  if (Number(digits) === 0) return digits;
  return `${x < 0 ? '−' : '+'}${digits}`;
}
