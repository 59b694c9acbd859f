import { checkObject } from '../../errors/index.js';
import type { Locale, Parameter } from '../../evidence/index.js';
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
 * import pack from './examples/data/rules/lending.json';
 *
 * const facts = { 'client.age': 30, 'loan.amount': 40001 };
 * const { findings } = decide([compilePack(pack)], facts, { asOf: '2026-03-02' });
 * describeFinding(findings[0], 'en');
 * // => 'cannot be decided yet: A loan of 40,001 is more than 40.0% of the income, unknown.'
 * ```
 */
export function describeFinding(finding: RuleVerdict, locale: Locale): string {
  const verdict = checkObject(finding, 'finding') as unknown as RuleVerdict;
  const { parameters, trace, standing } = verdict;
  const text = verdict.text[locale].replace(
    PLACEHOLDER,
    (_, letters: string, name: string, format?: string, measure = '') => {
      const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      if (value === undefined) return writeUnknown(letters, locale);
      const labels = findReading(trace, name, 'valueLabels')?.valueLabels;
      return letters + writeParameter(value, format, locale, labels) + measure;
    },
  );
  return standing === 'unknown' ? say('rules.finding.unknown', locale, { text }) : text;
}

function writeUnknown(letters: string, locale: Locale): string {
  const kept = letters === 'C' || letters === 'R' ? '' : letters;
  return kept + say('rules.value.unknown', locale);
}

const NUMBER_FORMATS: Readonly<Record<string, string>> = {
  number: 'rules.value.number',
  // An amount that a rule has read is a plain number in the fact's currency.
  money: 'rules.value.number',
  percent: 'rules.value.percent',
  percent2: 'rules.value.percent2',
};

function writeParameter(
  value: Parameter,
  format: string | undefined,
  locale: Locale,
  labels: ValueLabels = {},
): string {
  const nameOf = (text: string): string =>
    Object.hasOwn(labels, text) ? (labels[text] as ValueLabels[string])[locale] : text;
  if (typeof value === 'boolean') return writeTruth(value, locale);
  if (typeof value === 'string') return nameOf(value);
  if (typeof value === 'number') {
    const key = format === undefined ? undefined : NUMBER_FORMATS[format];
    return key === undefined ? String(value) : say(key, locale, { value });
  }
  if ('currency' in value) return say('rules.value.money', locale, { value });
  return value.length === 0
    ? say('rules.value.nothing', locale)
    : writeList(value.map(nameOf), locale);
}
