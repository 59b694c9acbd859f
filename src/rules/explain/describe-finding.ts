import { checkObject } from '../../errors/index.js';
import { formatMessage, type Locale, type Parameter } from '../../evidence/index.js';
import type { RuleVerdict } from '../decision.js';
import type { ValueLabels } from '../fact.js';
import { findReading } from './find-reading.js';
import { say } from './sayings.js';
import { writeList, writeTruth } from './write-value.js';

/** A placeholder with the letter before it and the measure word after it, which mean nothing without a value. */
const PLACEHOLDER = /([A-Za-z]*)\{([\w$.]+)(?::([a-z0-9]+))?\}([级級年倍](?![客及]))?/g;

/**
 * The text of a rule, filled with what was read; what is unknown is called so. Of a rule of which it is unknown whether it applies, it
 * first says that.
 *
 * @example
 * ```ts
 * import { compilePack, decide, describeFinding } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const facts = { 'client.age': 30, 'loan.amount': 40001 };
 * const { findings } = decide([compilePack(pack)], facts, { asOf: '2026-03-02' });
 * describeFinding(findings[0], 'en');
 * // => 'cannot be decided yet: A loan of 40,001 is more than 40.0% of the income, unknown.'
 * ```
 */
export function describeFinding(finding: RuleVerdict, locale: Locale): string {
  const { text, parameters, trace, standing } = checkObject(
    finding,
    'finding',
  ) as unknown as RuleVerdict;
  const values = new Map<string, Parameter>();
  const template = text[locale].replace(
    PLACEHOLDER,
    (_, letters: string, name: string, format = '', measure = '') => {
      const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      if (value === undefined) {
        values.set(name, say('rules.value.unknown', locale));
        return `${writtenAnyway(letters)}{${name}}`;
      }
      const labels = findReading(trace, name, 'valueLabels')?.valueLabels;
      values.set(name, wordsOf(value, locale, labels));
      return `${letters}{${name}${formatOf(value, format)}}${measure}`;
    },
  );
  const messages = { finding: { ...text, [locale]: template } };
  const written = formatMessage(messages, 'finding', locale, Object.fromEntries(values));
  return standing === 'unknown' ? say('rules.finding.unknown', locale, { text: written }) : written;
}

/** The letter of a level says nothing without the level. */
function writtenAnyway(letters: string): string {
  return letters === 'C' || letters === 'R' ? '' : letters;
}

/** The format of a number, with its colon; what is none is in words. */
function formatOf(value: Parameter, format: string): string {
  if (typeof value !== 'number') return '';
  // An amount that a rule has read is a plain number in the fact's currency.
  const known = format === 'money' ? 'number' : format;
  return ['number', 'percent', 'percent2'].includes(known) ? `:${known}` : '';
}

/** A value as the text shows it; numbers and amounts are left to their format. */
function wordsOf(value: Parameter, locale: Locale, labels: ValueLabels = {}): Parameter {
  const nameOf = (text: string): string =>
    Object.hasOwn(labels, text) ? (labels[text] as ValueLabels[string])[locale] : text;
  if (typeof value === 'boolean') return writeTruth(value, locale);
  if (typeof value === 'string') return nameOf(value);
  if (typeof value === 'number' || 'currency' in value) return value;
  return value.length === 0
    ? say('rules.value.nothing', locale)
    : writeList(value.map(nameOf), locale);
}
