import type { RuleCondition, RuleConstant, RuleOperand, RulePack } from '../../src/rules/index.js';

/** A condition on single facts in words: `kind of service is one of advice, management`. Others are refused. */
export function conditionText(condition: RuleCondition, pack: RulePack): string {
  if ('not' in condition) return `not: ${conditionText(condition.not, pack)}`;
  if ('left' in condition && (condition.is === '=' || condition.is === 'in')) {
    const { left, right } = condition;
    if (isFact(left) && (typeof right !== 'object' || isList(right))) {
      const label = pack.facts[left.fact]?.label.en ?? left.fact;
      return isList(right) ? `${label} is one of ${right.join(', ')}` : `${label} is ${right}`;
    }
  }
  throw new Error(`no words for ${JSON.stringify(condition)}`);
}

function isFact(operand: RuleOperand): operand is { readonly fact: string } {
  return typeof operand === 'object' && 'fact' in operand;
}

function isList(right: RuleOperand | readonly RuleConstant[]): right is readonly RuleConstant[] {
  return Array.isArray(right);
}
