import type {
  RuleComparison,
  RuleCondition,
  RuleOperand,
  RuleRelation,
} from '../../../../rules/index.js';
import type { PolicyThreshold } from '../thresholds/threshold-names.js';

/** The value of a fact or a term. */
export function fact(name: string): RuleOperand {
  return { fact: name };
}

/** The value of a threshold on the day of the decision. */
export function threshold(name: PolicyThreshold): RuleOperand {
  return { parameter: name };
}

/** Two values compared; a text stands for the fact or term of that name. */
export function compare(
  left: RuleOperand,
  is: RuleRelation,
  right: RuleComparison['right'],
): RuleCondition {
  return { left: named(left), is, right: typeof right === 'string' ? named(right) : right };
}

function named(operand: RuleOperand): RuleOperand {
  return typeof operand === 'string' ? fact(operand) : operand;
}

/** There is one: nobody said that there is none. Unknown while nobody has looked. */
export function isGiven(name: string): RuleCondition {
  return { not: { none: name } };
}

/** The order adds to the exposure. What reduces it is never stopped by a level, a share or a limit. */
export const INCREASE: RuleCondition = {
  left: { fact: 'order.effect' },
  is: '=',
  right: 'increase',
};

/** The order reduces the exposure. */
export const REDUCE: RuleCondition = { left: { fact: 'order.effect' }, is: '=', right: 'reduce' };
