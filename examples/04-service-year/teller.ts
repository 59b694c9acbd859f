import {
  formatMessage,
  formatReason,
  type Locale,
  type LocalisedText,
  type MoneyParameter,
  mergeMessages,
  type Parameters,
  type Reason,
} from 'aptfolio/evidence';
import { type KpiResult, kpiMessages } from 'aptfolio/kpi';
import { frameTexts } from './texts/frame.js';
import { nameTexts } from './texts/names.js';
import { sectionTexts } from './texts/sections.js';
import type { Figure } from './year.js';

const texts = mergeMessages(kpiMessages, frameTexts, nameTexts, sectionTexts);

/** What has a name of its own in `texts/names.ts`. */
export type NameKind =
  | 'age'
  | 'branch'
  | 'campaign'
  | 'cause'
  | 'gap'
  | 'guard'
  | 'line'
  | 'order'
  | 'shard'
  | 'step'
  | 'cases'
  | 'standing'
  | 'verdict';

/** Puts results into words of one language. */
export interface Teller {
  say(key: string, parameters?: Parameters): string;
  /** A text that comes with the data. */
  text(one: LocalisedText): string;
  reason(reason: Reason): string;
  /** What something is called; its id where there is no name for it. */
  name(kind: NameKind, id: string): string;
  /** What a KPI is called. */
  kpi(id: string): string;
  percent(x: number): string;
  number(x: number): string;
  /** With one decimal. */
  figure(x: number): string;
  /** A difference, with its sign. */
  signed(x: number): string;
  /** A difference of shares in percentage points, with its sign. */
  points(x: number): string;
  hours(x: number): string;
  money(x: MoneyParameter): string;
  /** A value in its unit. */
  inUnit(x: number, unit: string): string;
  /** What a result is worth in its unit; why there is none otherwise. */
  value(result: Figure): string;
  /** Of a result; a dash where there is none. */
  interval(result: Figure): string;
  range(low: string, high: string): string;
  /** What a result was counted from. */
  counted(result: KpiResult): string;
  list(names: readonly string[]): string;
  sentences(sentences: readonly string[]): string;
}

export function tellerFor(locale: Locale): Teller {
  const say = (key: string, parameters: Parameters = {}): string =>
    formatMessage(texts, key, locale, parameters);
  const isEnglish = locale === 'en';
  const name = (kind: NameKind, id: string): string =>
    Object.hasOwn(texts, `${kind}.${id}`) ? say(`${kind}.${id}`) : id;
  const kpi = (id: string): string => say(`kpi.name.${id}`);
  const percent = (x: number): string => say('cell.percent', { x });
  const number = (x: number): string => say('cell.number', { x });
  const hours = (x: number): string => say('cell.hours', { x: Number(x.toFixed(1)) });
  const range = (low: string, high: string): string => say('cell.range', { low, high });
  const money = (x: MoneyParameter): string => say('cell.money', { x });
  const inUnit = (x: number, unit: string): string => {
    if (unit === 'fraction' || unit === 'fraction per year') return percent(x);
    if (unit === 'hours') return hours(x);
    // Money for each client.
    if (/^[A-Z]{3} per /.test(unit)) {
      return money({ currency: unit.slice(0, 3), amount: x.toFixed(2) });
    }
    if (unit === 'months') return say('cell.months', { x });
    return number(x);
  };
  return {
    say,
    text: (one) => one[locale],
    reason: (one) => formatReason(texts, named(one, { name, kpi }), locale),
    name,
    kpi,
    percent,
    number,
    figure,
    signed: (x) => withSign(x, 1),
    points: (x) => withSign(100 * x, 1),
    hours,
    money,
    inUnit,
    value: (result) =>
      result.status === 'ok' ? inUnit(result.value, result.unit) : say('cell.none'),
    interval: (result) =>
      result.status === 'ok' && result.interval !== undefined
        ? range(inUnit(result.interval.low, result.unit), inUnit(result.interval.high, result.unit))
        : say('cell.none'),
    range,
    counted(result) {
      if (result.status !== 'ok') return say('cell.none');
      const { numerator, denominator, n } = result;
      if (typeof numerator === 'number' && typeof denominator === 'number') {
        return say('cell.ratio', { numerator, denominator });
      }
      if (numerator === null || denominator === null) return say('cell.cases', { n });
      const amounts = [numerator, denominator].map((one) =>
        typeof one === 'number' ? number(one) : money(one),
      );
      return amounts.join(' / ');
    },
    list: (names) => names.join(isEnglish ? ', ' : '、'),
    sentences: (sentences) => sentences.join(isEnglish ? ' ' : ''),
  };
}

function figure(x: number): string {
  return x.toFixed(1);
}

function withSign(x: number, decimals: number): string {
  const digits = Math.abs(x).toFixed(decimals);
  if (Number(digits) === 0) return digits;
  return `${x < 0 ? '−' : '+'}${digits}`;
}

/** A reason that speaks of guards, causes and figures by their names. */
function named(reason: Reason, { name, kpi }: Pick<Teller, 'name' | 'kpi'>): Reason {
  const { guard, lines } = reason.parameters;
  return {
    ...reason,
    parameters: {
      ...reason.parameters,
      ...(typeof guard === 'string' && { guard: name('guard', guard) }),
      ...(Array.isArray(lines) && { lines: lines.map((id) => kpi(String(id))) }),
    },
  };
}
