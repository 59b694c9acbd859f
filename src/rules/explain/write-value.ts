import { isPlainDate } from '../../dates/index.js';
import { formatMessage, type Locale } from '../../evidence/index.js';
import type { RuleConstant } from '../condition.js';
import { roundReckoned } from '../evaluate/round.js';
import type { ValueLabels } from '../fact.js';
import { valueMessages } from './value-messages.js';

/**
 * Writes a value for people, with every digit, so that what lies just beyond a limit is seen to do so.
 *
 * @param unit currency of an amount, or what a number counts.
 * @param labels what texts are called; one that has no name is written as it is, in quotation marks.
 */
export function writeValue(
  value: RuleConstant | readonly RuleConstant[],
  unit: string | undefined,
  locale: Locale,
  labels: ValueLabels = {},
): string {
  if (typeof value === 'number') return writeMeasure(value, unit, locale);
  if (typeof value === 'boolean') return writeTruth(value, locale);
  if (typeof value === 'string') return writeText(value, locale, labels);
  const entries = value.map((entry) => writeValue(entry, unit, locale, labels));
  return entries.length === 0 ? say('rules.value.nothing', locale) : writeList(entries, locale);
}

/** `yes` or `no`. */
export function writeTruth(value: boolean, locale: Locale): string {
  return say(value ? 'rules.value.yes' : 'rules.value.no', locale);
}

function writeText(value: string, locale: Locale, labels: ValueLabels): string {
  if (Object.hasOwn(labels, value)) return (labels[value] as ValueLabels[string])[locale];
  return isPlainDate(value) ? value : say('rules.value.text', locale, { value });
}

/** Puts texts side by side, at least one. */
export function writeList(texts: readonly string[], locale: Locale): string {
  return texts.reduce((one, other) => say('rules.value.list', locale, { one, other }));
}

const CURRENCY = /^[A-Z]{3}$/;

function writeMeasure(value: number, unit: string | undefined, locale: Locale): string {
  const digits = writeDigits(value);
  if (unit === undefined) return digits;
  if (unit === 'fraction') return `${writeDigits(roundReckoned(value * 100))}%`;
  if (CURRENCY.test(unit)) return `${digits} ${unit}`;
  const known = Object.hasOwn(valueMessages, `rules.unit.${unit}`);
  return say(known ? `rules.unit.${unit}` : 'rules.unit.other', locale, { value: digits, unit });
}

/** The shortest text that means the number, with its thousands grouped. */
function writeDigits(value: number): string {
  const text = String(value);
  if (text.includes('e')) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function say(
  key: string,
  locale: Locale,
  parameters: Readonly<Record<string, string>> = {},
): string {
  return formatMessage(valueMessages, key, locale, parameters);
}
