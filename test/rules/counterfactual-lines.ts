import {
  type Counterfactuals,
  compilePack,
  type FactChange,
  type FactDeclaration,
  findCounterfactuals,
  type RuleCondition,
  type RuleFacts,
} from '../../src/rules/index.js';
import { DAY, pack, rule, text } from './make-pack.js';

/** What was found, each as a line: the facts, then what it becomes. */
export function lines(found: Counterfactuals): string[] {
  if (found.status === 'missing-facts') return found.missing.map(({ fact }) => `? ${fact}`);
  return found.changes.map(({ changes, becomes }) => {
    const parts = changes.map(({ fact, is, value }) => `${fact} ${is} ${String(value)}`);
    return `${parts.join(' & ')} -> ${becomes}`;
  });
}

/** A number that may be changed. */
export const number = (
  change: FactChange,
  more: Partial<FactDeclaration> = {},
): FactDeclaration => ({
  type: 'number',
  label: text('number'),
  change,
  ...more,
});

export const above = (fact: string, right: number): RuleCondition => ({
  left: { fact },
  is: '>',
  right,
});
export const below = (fact: string, right: number): RuleCondition => ({
  left: { fact },
  is: '<',
  right,
});

/** Counterfactuals under one pack of rules that block. */
export function find(
  conditions: readonly RuleCondition[],
  declared: Readonly<Record<string, FactDeclaration>>,
  facts: RuleFacts,
): Counterfactuals {
  const rules = conditions.map((when, index) => rule(`R${index}`, when));
  return findCounterfactuals(compilePack(pack(rules, declared)), facts, DAY);
}
