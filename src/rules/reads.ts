import type { RuleCondition, RuleConstant, RuleOperand } from './condition.js';
import type { RulePack } from './pack.js';
import type { Rule } from './rule.js';

/** Everything that a condition names: facts, terms, parameters. */
export interface Read {
  readonly facts: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
}

/** What conditions and operands read, without looking into the terms they name. */
export function readsOf(parts: readonly (RuleCondition | RuleOperand | undefined)[]): Read {
  const facts = new Set<string>();
  const parameters = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) value.forEach(walk);
    else {
      for (const [key, entry] of Object.entries(value)) {
        if (typeof entry !== 'string') walk(entry);
        else if (key === 'parameter') parameters.add(entry);
        else if (key === 'fact' || key === 'holds' || key === 'none' || key === 'stale')
          facts.add(entry);
      }
    }
  };
  parts.forEach(walk);
  return { facts, parameters };
}

/** Whether a value stands in the rule itself. */
export function isConstant(
  operand: RuleOperand | readonly RuleConstant[],
): operand is RuleConstant | readonly RuleConstant[] {
  return typeof operand !== 'object' || Array.isArray(operand);
}

/** The parameters that a rule reads, through its terms too. */
export function parametersRead(
  { scope, when, satisfiedBy }: Pick<Rule, 'scope' | 'when' | 'satisfiedBy'>,
  { terms = {} }: RulePack,
): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const add = (parts: Parameters<typeof readsOf>[0]): void => {
    const { facts, parameters } = readsOf(parts);
    for (const name of parameters) found.add(name);
    for (const name of facts) {
      const term = Object.hasOwn(terms, name) ? terms[name] : undefined;
      if (term === undefined || seen.has(name)) continue;
      seen.add(name);
      add(['when' in term ? term.when : term.value]);
    }
  };
  add([scope, when, satisfiedBy]);
  return found;
}
