import { checkObject } from '../../errors/index.js';
import type { Locale, Parameter } from '../../evidence/index.js';
import type { RuleVerdict } from '../decision.js';
import { say } from './sayings.js';
import { writeList, writeTruth } from './write-value.js';

const PLACEHOLDER = /\{([\w$.]+)(?::([a-z0-9]+))?\}/g;

/**
 * The text of a rule, filled with what was read; what is unknown is written as `?`.
 *
 * @example
 * ```ts
 * import { compilePack, decide, describeFinding } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json';
 *
 * const facts = { 'client.age': 30, 'loan.amount': 40001 };
 * const { findings } = decide([compilePack(pack)], facts, { asOf: '2026-03-02' });
 * describeFinding(findings[0], 'en'); // => 'A loan of 40,001 is more than 40.0% of the income, ?.'
 * ```
 */
export function describeFinding(finding: RuleVerdict, locale: Locale): string {
  const { text, parameters } = checkObject(finding, 'finding') as unknown as RuleVerdict;
  return text[locale].replace(PLACEHOLDER, (_, name: string, format?: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return value === undefined ? '?' : writeParameter(value, format, locale);
  });
}

const NUMBER_FORMATS: Readonly<Record<string, string>> = {
  number: 'rules.value.number',
  // An amount that a rule has read is a plain number in the fact's currency.
  money: 'rules.value.number',
  percent: 'rules.value.percent',
  percent2: 'rules.value.percent2',
};

function writeParameter(value: Parameter, format: string | undefined, locale: Locale): string {
  if (typeof value === 'boolean') return writeTruth(value, locale);
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    const key = format === undefined ? undefined : NUMBER_FORMATS[format];
    return key === undefined ? String(value) : say(key, locale, { value });
  }
  if ('currency' in value) return say('rules.value.money', locale, { value });
  return value.length === 0 ? say('rules.value.nothing', locale) : writeList(value, locale);
}
