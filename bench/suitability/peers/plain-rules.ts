import type { Rule, RuleCondition, RuleConstant, RuleOperand, RuleRelation } from 'aptfolio/rules';
import { AS_OF, PACK } from '../pack.js';
import { LIMITS } from '../terms.js';

/** A condition as every peer can say it: no terms that are conditions, no parameters, no day of the decision. */
export type PlainCondition =
  | { readonly all: readonly PlainCondition[] }
  | { readonly any: readonly PlainCondition[] }
  | { readonly not: PlainCondition }
  | { readonly holds: string }
  | PlainComparison;

/** A fact compared with another one, with a value, or with a list of values. */
export interface PlainComparison {
  readonly left: string;
  readonly is: RuleRelation;
  readonly right: PlainValue | { readonly fact: string };
}

export type PlainValue = RuleConstant | readonly RuleConstant[];

/** When a rule is found to bite, exceptions and fulfilled duties counted out. */
export interface PlainRule {
  readonly id: string;
  readonly when: PlainCondition;
}

/** The rules of the pack for engines that know neither exceptions nor duties. */
export const PLAIN_RULES: readonly PlainRule[] = PACK.rules.map((rule) => {
  const { id, satisfiedBy } = rule;
  const open = satisfiedBy === undefined ? [] : [{ not: satisfiedBy }];
  return { id, when: plain({ all: [bites(rule), ...open] }) };
});

/** A rule bites unless one of its exceptions does. */
function bites({ id, scope, when }: Rule): RuleCondition {
  const exceptions = PACK.rules.filter(({ exceptionTo }) => exceptionTo?.includes(id));
  return { all: [scope!, when, ...exceptions.map((exception) => ({ not: bites(exception) }))] };
}

function plain(condition: RuleCondition): PlainCondition {
  if ('all' in condition) {
    // One list where a list stands in a list.
    const parts = condition.all.map(plain);
    return { all: parts.flatMap((part) => ('all' in part ? part.all : [part])) };
  }
  if ('any' in condition) return { any: condition.any.map(plain) };
  if ('not' in condition) return { not: plain(condition.not) };
  if ('holds' in condition) {
    const term = PACK.terms?.[condition.holds];
    return term !== undefined && 'when' in term ? plain(term.when) : condition;
  }
  if ('left' in condition) {
    const { left, is, right } = condition;
    return { left: nameOf(left), is, right: rightOf(right) };
  }
  throw new Error('a condition that no peer can say');
}

function nameOf(operand: RuleOperand): string {
  if (typeof operand === 'object' && 'fact' in operand) return operand.fact;
  throw new Error('peers compare facts');
}

function rightOf(right: RuleOperand | readonly RuleConstant[]): PlainComparison['right'] {
  if (typeof right !== 'object' || isList(right)) return right;
  if ('parameter' in right) return LIMITS[right.parameter as keyof typeof LIMITS];
  const name = nameOf(right);
  return name === 'asOf' ? AS_OF : { fact: name };
}

function isList(right: object): right is readonly RuleConstant[] {
  return Array.isArray(right);
}
