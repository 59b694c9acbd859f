import type { RuleCondition, RuleConstant } from './condition.js';
import { isConstant } from './reads.js';
import type { Rule } from './rule.js';

/** What must be so for a duty to be fulfilled, whatever else must be. */
export interface Demand {
  readonly fact: string;
  readonly value: RuleConstant;
}

/** For each duty, the facts that it needs to have one value. */
export function demandsOf(rules: readonly Rule[]): ReadonlyMap<string, readonly Demand[]> {
  const duties = rules.flatMap(({ id, satisfiedBy }) =>
    satisfiedBy === undefined ? [] : [[id, demanded(satisfiedBy)] as const],
  );
  return new Map(duties.filter(([, demands]) => demands.length > 0));
}

function demanded(condition: RuleCondition): readonly Demand[] {
  if ('all' in condition) return condition.all.flatMap(demanded);
  if ('holds' in condition) return [{ fact: condition.holds, value: true }];
  if ('not' in condition && 'holds' in condition.not) {
    return [{ fact: condition.not.holds, value: false }];
  }
  if (!('left' in condition) || condition.is !== '=') return [];
  const { left, right } = condition;
  if (typeof left !== 'object' || !('fact' in left) || !isConstant(right)) return [];
  return Array.isArray(right) ? [] : [{ fact: left.fact, value: right as RuleConstant }];
}

/** The fact of which one duty needs what the other forbids. */
export function clashOf(one: readonly Demand[], other: readonly Demand[]): string | undefined {
  const clash = one.find(({ fact, value }) =>
    other.some((demand) => demand.fact === fact && demand.value !== value),
  );
  return clash?.fact;
}
