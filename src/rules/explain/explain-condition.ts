import type { Locale } from '../../evidence/index.js';
import type { RuleRelation } from '../condition.js';
import type { ConditionTrace, ValueTrace } from '../decision.js';
import { closerUnit } from '../evaluate/unit-of.js';
import { explainOperand } from './explain-value.js';
import { type Explanation, explained } from './explanation.js';
import { isConstantTrace, isDated, nameOf, operandText, unitOf } from './operand-text.js';
import { say } from './sayings.js';

/** What a condition says and whether it holds; below, what it read. */
export function explainCondition(
  condition: ConditionTrace,
  locale: Locale,
  role?: 'scope' | 'when' | 'satisfiedBy',
): Explanation {
  const what = conditionText(condition, locale);
  const text = role === undefined ? what : say(`rules.role.${role}`, locale, { what });
  return explained('condition', text, partsOf(condition, locale), condition.truth);
}

function conditionText(condition: ConditionTrace, locale: Locale): string {
  switch (condition.kind) {
    case 'comparison':
      return comparisonText(condition, locale);
    case 'holds':
      return operandText(condition.value, undefined, locale);
    case 'none':
    case 'stale':
      return say(`rules.condition.${condition.kind}`, locale, {
        what: nameOf(condition.value, locale),
      });
    default:
      return say(`rules.condition.${condition.kind}`, locale);
  }
}

type Comparison = Extract<ConditionTrace, { kind: 'comparison' }>;

function comparisonText({ left, is, right }: Comparison, locale: Locale): string {
  const [leftUnit, rightUnit] = unitsOf(left, right);
  const one = operandText(left, leftUnit, locale);
  if (isConstantTrace(right) && typeof right.value === 'boolean') {
    // Said like a boolean fact that holds, or that does not.
    const holds = right.value === (is === '=');
    return holds ? one : say('rules.condition.no', locale, { what: one });
  }
  const other = operandText(right, rightUnit, locale);
  return say(`${wordsFor(left, is, right)}.${is}`, locale, { one, other });
}

function wordsFor(left: ValueTrace, is: RuleRelation, right: ValueTrace): string {
  if (is === '=' || is === '!=') {
    return typeof (left.value ?? right.value) === 'number' ? 'rules.relation' : 'rules.words';
  }
  if (!Object.hasOwn(ORDERS, is)) return 'rules.relation';
  if (isDated(left) || isDated(right)) return 'rules.dates';
  return ORDERS[is] === 'weak' && !isConstantTrace(right) ? 'rules.named' : 'rules.relation';
}

const ORDERS: Readonly<Partial<Record<RuleRelation, 'strict' | 'weak'>>> = {
  '<': 'strict',
  '<=': 'weak',
  '>=': 'weak',
  '>': 'strict',
};

/** What is compared counts the same, even where only one side says what, or says it more closely. */
function unitsOf(
  left: ValueTrace,
  right: ValueTrace,
): readonly [string | undefined, string | undefined] {
  const [one, other] = [unitOf(left), unitOf(right)];
  return [closerUnit(one, other), closerUnit(other, one)];
}

function partsOf(condition: ConditionTrace, locale: Locale): readonly Explanation[] {
  switch (condition.kind) {
    case 'comparison': {
      const { left, right } = condition;
      const [leftUnit, rightUnit] = unitsOf(left, right);
      return [
        ...explainOperand(left, leftUnit, locale),
        ...explainOperand(right, rightUnit, locale),
      ];
    }
    case 'all':
    case 'any':
    case 'not':
      return condition.parts.map((part) => explainCondition(part, locale));
    default:
      return explainOperand(condition.value, undefined, locale);
  }
}
