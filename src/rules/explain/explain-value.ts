import type { Locale } from '../../evidence/index.js';
import type { ValueTrace } from '../decision.js';
import { explainCitation } from './explain-citation.js';
import { explainCondition } from './explain-condition.js';
import { type Explanation, explained } from './explanation.js';
import {
  howText,
  isConstantTrace,
  isUnnamedFirst,
  knownText,
  lookedAt,
  nameOf,
  unitOf,
} from './operand-text.js';
import { say } from './sayings.js';

/** What was read for an operand: nothing for a constant; for an unnamed `first` all at which it looked. */
export function explainOperand(
  trace: ValueTrace,
  unit: string | undefined,
  locale: Locale,
): readonly Explanation[] {
  if (isConstantTrace(trace)) return [];
  if (!isUnnamedFirst(trace)) return [explainValue(trace, unit, locale)];
  return lookedAt(trace).flatMap((part) => explainOperand(part, unit, locale));
}

/** What a value is and where it comes from; below, what it was worked out from. */
export function explainValue(
  trace: ValueTrace,
  unit: string | undefined,
  locale: Locale,
): Explanation {
  const { of = [], condition, citation } = trace;
  const counted = unitOf(trace) ?? unit;
  const read = trace.reckoning === 'first' ? lookedAt(trace) : of;
  return explained('value', valueText(trace, counted, locale), [
    ...read.flatMap((part) => explainOperand(part, undefined, locale)),
    ...(condition === undefined ? [] : [explainCondition(condition, locale)]),
    ...(citation === undefined ? [] : [explainCitation(citation, locale)]),
  ]);
}

function valueText(trace: ValueTrace, unit: string | undefined, locale: Locale): string {
  const { fact, reckoning, gap, source, observedOn } = trace;
  const value = knownText(trace, unit, locale);
  let read = say('rules.read', locale, { what: nameOf(trace, locale), value });
  if (fact !== undefined && reckoning !== undefined) {
    read = say('rules.read.reckoned', locale, { read, how: howText(trace, locale) });
  }
  if (gap !== undefined) {
    read = say('rules.read.gap', locale, { read, gap: say(`rules.gap.${gap}`, locale) });
  }
  if (source !== undefined) read = say('rules.read.source', locale, { read, source });
  if (observedOn === undefined) return read;
  return say('rules.read.observed', locale, { read, date: observedOn });
}
