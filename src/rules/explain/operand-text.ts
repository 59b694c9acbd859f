import { isPlainDate } from '../../dates/index.js';
import type { Locale } from '../../evidence/index.js';
import type { ValueTrace } from '../decision.js';
import { say } from './sayings.js';
import { writeList, writeValue } from './write-value.js';

/** Whether a value stands in the rule itself. */
export function isConstantTrace({ fact, parameter, reckoning }: ValueTrace): boolean {
  return fact === undefined && parameter === undefined && reckoning === undefined;
}

/** Whether a value is a date, as far as can be seen. */
export function isDated({ value, reckoning }: ValueTrace): boolean {
  if (reckoning === 'addMonths' || reckoning === 'addDays') return true;
  return typeof value === 'string' && isPlainDate(value);
}

/** What a number counts: said of the value itself, or of what it was worked out from. */
export function unitOf({ unit, reckoning, of = [] }: ValueTrace): string | undefined {
  if (unit !== undefined) return unit;
  if (reckoning === 'years' || reckoning === 'months' || reckoning === 'days') return reckoning;
  if (reckoning === undefined || !KEEPS_UNIT.has(reckoning)) return undefined;
  return of.map(unitOf).find((found) => found !== undefined);
}

const KEEPS_UNIT: ReadonlySet<string> = new Set(['plus', 'minus', 'max', 'min', 'first', 'is']);

/** A value as it stands in a comparison: its name and, in brackets, what it is. */
export function operandText(trace: ValueTrace, unit: string | undefined, locale: Locale): string {
  const value = knownText(trace, unit, locale);
  return isConstantTrace(trace)
    ? value
    : say('rules.operand', locale, { what: nameOf(trace, locale), value });
}

/** A value, or that it is unknown. */
export function knownText({ value }: ValueTrace, unit: string | undefined, locale: Locale): string {
  return value === undefined ? say('rules.value.unknown', locale) : writeValue(value, unit, locale);
}

/** How a value is called; one without a name, how it was worked out. */
export function nameOf(trace: ValueTrace, locale: Locale): string {
  const { label, fact, parameter } = trace;
  if (label !== undefined) return label[locale];
  if (fact === 'asOf') return say('rules.value.as-of', locale);
  return fact ?? parameter ?? howText(trace, locale);
}

const SIGNS: Readonly<Record<string, string>> = {
  plus: ' + ',
  minus: ' − ',
  times: ' × ',
  over: ' ÷ ',
  addMonths: ' + ',
  addDays: ' + ',
};

/** How a value was worked out. */
export function howText(trace: ValueTrace, locale: Locale): string {
  const { reckoning = '', of = [] } = trace;
  const sign = Object.hasOwn(SIGNS, reckoning) ? SIGNS[reckoning] : undefined;
  const parts = of.map((part) => partText(part, trace, locale));
  if (sign !== undefined) return parts.join(sign);
  const list = parts.length === 0 ? '' : writeList(parts, locale);
  switch (reckoning) {
    case 'is':
      return list;
    case 'max':
    case 'min':
    case 'first':
      return say(`rules.reckoning.${reckoning}`, locale, { parts: list });
    case 'years':
    case 'months':
    case 'days': {
      const [one = '', other = ''] = parts;
      return say(`rules.reckoning.${reckoning}`, locale, { one, other });
    }
    default:
      return say('rules.reckoning.call', locale, { name: reckoning, parts: list });
  }
}

/** A part of a reckoning, without its value unless it has no name. */
function partText(part: ValueTrace, whole: ValueTrace, locale: Locale): string {
  if (isConstantTrace(part)) return knownText(part, constantUnit(whole), locale);
  const isNested = part.fact === undefined && part.parameter === undefined;
  const name = nameOf(part, locale);
  return isNested && (part.of?.length ?? 0) > 1 ? `(${name})` : name;
}

function constantUnit(whole: ValueTrace): string | undefined {
  if (whole.reckoning === 'addMonths') return 'months';
  if (whole.reckoning === 'addDays') return 'days';
  return unitOf(whole);
}
