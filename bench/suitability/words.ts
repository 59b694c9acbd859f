import type { Citation, LocalisedText } from 'aptfolio/evidence';
import type {
  InForce,
  RuleCondition,
  RuleConstant,
  RuleOperand,
  RuleRelation,
} from 'aptfolio/rules';

/** The words that the pack is written in: each makes the plain data that its name says. */
export const all = (...parts: readonly RuleCondition[]): RuleCondition => ({ all: parts });
export const any = (...parts: readonly RuleCondition[]): RuleCondition => ({ any: parts });
export const not = (part: RuleCondition): RuleCondition => ({ not: part });
export const holds = (name: string): RuleCondition => ({ holds: name });
export const fact = (name: string): RuleOperand => ({ fact: name });
export const parameter = (name: string): RuleOperand => ({ parameter: name });

export function compared(
  left: RuleOperand,
  is: RuleRelation,
  right: RuleOperand | readonly RuleConstant[],
): RuleCondition {
  return { left, is, right };
}

/** A text that is the same in all languages: nobody reads it. */
export function label(text: string): LocalisedText {
  return { 'zh-Hans': text, 'zh-Hant': text, en: text };
}

export const IN_FORCE: InForce = { from: '2026-02-01' };
export const CITATION: Citation = { instrument: 'Benchmark', article: '1', verified: false };
