import { isPlainDate } from '../../dates/index.js';
import type { Locale } from '../../evidence/index.js';
import type { ValueTrace } from '../decision.js';
import { reckonedUnit } from '../evaluate/unit-of.js';
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
export function unitOf({ unit, reckoning = '', of = [] }: ValueTrace): string | undefined {
  return unit ?? reckonedUnit(reckoning, () => of.map(unitOf));
}

/** What `first` looked at until it found something that is known: all of it if nothing is. */
export function lookedAt({ of = [] }: ValueTrace): readonly ValueTrace[] {
  const taken = of.findIndex(({ value }) => value !== undefined);
  return taken < 0 ? of : of.slice(0, taken + 1);
}

/** Whether a value is whatever is known first and has no name of its own. */
export function isUnnamedFirst({ reckoning, fact }: ValueTrace): boolean {
  return reckoning === 'first' && fact === undefined;
}

/** What stands for a value in a text: for an unnamed `first` the part that it has taken, unless that is a constant. */
function standIn(trace: ValueTrace): ValueTrace {
  if (!isUnnamedFirst(trace)) return trace;
  const taken = lookedAt(trace).at(-1);
  const isFact = taken?.value !== undefined && !isConstantTrace(taken);
  return isFact ? standIn(taken) : trace;
}

/** A value as it stands in a comparison: its name and, in brackets, what it is. */
export function operandText(trace: ValueTrace, unit: string | undefined, locale: Locale): string {
  const meant = standIn(trace);
  const value = knownText(meant, unit, locale);
  if (isConstantTrace(meant)) return value;
  const what = nameOf(meant, locale);
  // What was assumed is said with its value.
  if (isUnnamedFirst(meant) && meant.value !== undefined) return what;
  return say('rules.operand', locale, { what, value });
}

/** A value, or that it is unknown. */
export function knownText(trace: ValueTrace, unit: string | undefined, locale: Locale): string {
  const { value, valueLabels } = trace;
  return value === undefined
    ? say('rules.value.unknown', locale)
    : writeValue(value, unit, locale, valueLabels);
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
    case 'first':
      return firstText(trace, locale);
    case 'max':
    case 'min':
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

/** Which part was taken; where only a constant was left, instead of what; where nothing is known, what was looked for. */
function firstText(trace: ValueTrace, locale: Locale): string {
  const parts = lookedAt(trace).map((part) => partText(part, trace, locale));
  const last = parts.at(-1) ?? '';
  if (trace.value === undefined) {
    return parts.reduce((one, other) => say('rules.reckoning.first', locale, { one, other }));
  }
  if (parts.length === 1 || !isConstantTrace(lookedAt(trace).at(-1) ?? {})) return last;
  const what = writeList(parts.slice(0, -1), locale);
  return say('rules.operand.assumed', locale, { what, value: last });
}

/** A part of a reckoning, without its value unless it has no name. */
function partText(part: ValueTrace, whole: ValueTrace, locale: Locale): string {
  if (isConstantTrace(part)) return knownText(part, constantUnit(whole), locale);
  const meant = standIn(part);
  const isNested = meant.fact === undefined && meant.parameter === undefined;
  const name = nameOf(meant, locale);
  const isJoined = isNested && meant.reckoning !== 'first' && (meant.of?.length ?? 0) > 1;
  return isJoined ? `(${name})` : name;
}

function constantUnit(whole: ValueTrace): string | undefined {
  if (whole.reckoning === 'addMonths') return 'months';
  if (whole.reckoning === 'addDays') return 'days';
  return unitOf(whole);
}
