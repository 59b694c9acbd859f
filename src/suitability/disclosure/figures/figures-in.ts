import type { Locale } from '../../../evidence/index.js';
import { visible } from '../wording/readable.js';
import { chineseNumbers } from './chinese-numbers.js';
import { englishNumbers } from './english-numbers.js';
import { figureOf, type Unit } from './figure.js';

/** A figure as a text writes it. */
export interface WrittenFigure {
  /** As it stands: `1.5%`. */
  readonly text: string;
  /** What it is worth, the same in every language: `0.015 share`, `90`. */
  readonly figure: string;
}

/** The figures of a text. */
export interface Figures {
  /** Those in digits, in order. */
  readonly written: readonly WrittenFigure[];
  /** Those in digits or in words. */
  readonly all: ReadonlySet<string>;
}

const NUMBER =
  /(百分之|千分之|万分之|萬分之)?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*([^\s\d,.，。；;]*)/g;

/** What may follow a number, with what it makes of it; the first that fits. */
const AFTER: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:%|percent|pct|个?百分点|個?百分點)/i, { share: true, times: 0.01 }],
  [/^‰/, { share: true, times: 0.001 }],
  [/^(?:bps?\b|basis|[个個]?基[点點])/i, { share: true, times: 0.0001 }],
  [/^(?:万亿|萬億)/, { share: false, times: 1e12 }],
  [/^(?:亿|億)/, { share: false, times: 1e8 }],
  [/^(?:千万|千萬)/, { share: false, times: 1e7 }],
  [/^(?:百万|百萬|million)/i, { share: false, times: 1e6 }],
  [/^(?:billion|bn\b)/i, { share: false, times: 1e9 }],
  [/^(?:万|萬)/, { share: false, times: 1e4 }],
  [/^(?:千|thousand)/i, { share: false, times: 1e3 }],
];

const BEFORE: Readonly<Record<string, Unit>> = {
  百分之: { share: true, times: 0.01 },
  千分之: { share: true, times: 0.001 },
  万分之: { share: true, times: 0.0001 },
  萬分之: { share: true, times: 0.0001 },
};

/** Reads the figures of a text, so that two languages can be compared. */
export function figuresIn(text: string, locale: Locale): Figures {
  const plain = visible(text).plain.replace(/per cent/gi, 'percent');
  const written = [...plain.matchAll(NUMBER)].map(([, lead, digits = '', tail = '']) => {
    const [word, unit] = unitOf(lead, tail);
    const value = Number(digits.replaceAll(',', ''));
    return Object.freeze({
      text: `${lead ?? ''}${digits}${word}`,
      figure: figureOf(value, unit),
    });
  });
  const worded = locale === 'en' ? englishNumbers(plain) : chineseNumbers(plain);
  return { written, all: new Set([...written.map(({ figure }) => figure), ...worded]) };
}

function unitOf(lead: string | undefined, tail: string): readonly [string, Unit] {
  if (lead !== undefined) return ['', BEFORE[lead] as Unit];
  for (const [form, unit] of AFTER) {
    const match = form.exec(tail);
    if (match !== null) return [match[0], unit];
  }
  return ['', { share: false, times: 1 }];
}
