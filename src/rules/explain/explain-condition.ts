import type { Locale } from '../../evidence/index.js';
import type { ConditionTrace, ValueTrace } from '../decision.js';
import { explainValue } from './explain-value.js';
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
  const isOrder = is === '<' || is === '<=' || is === '>=' || is === '>';
  const words = isOrder && (isDated(left) || isDated(right)) ? 'rules.dates' : 'rules.relation';
  return say(`${words}.${is}`, locale, {
    one: operandText(left, leftUnit, locale),
    other: operandText(right, rightUnit, locale),
  });
}

/** What is compared counts the same, even where only one side says what. */
function unitsOf(
  left: ValueTrace,
  right: ValueTrace,
): readonly [string | undefined, string | undefined] {
  const [one, other] = [unitOf(left), unitOf(right)];
  return [one ?? other, other ?? one];
}

function partsOf(condition: ConditionTrace, locale: Locale): readonly Explanation[] {
  switch (condition.kind) {
    case 'comparison': {
      const { left, right } = condition;
      const [leftUnit, rightUnit] = unitsOf(left, right);
      return [
        ...(isConstantTrace(left) ? [] : [explainValue(left, leftUnit, locale)]),
        ...(isConstantTrace(right) ? [] : [explainValue(right, rightUnit, locale)]),
      ];
    }
    case 'all':
    case 'any':
    case 'not':
      return condition.parts.map((part) => explainCondition(part, locale));
    default:
      return [explainValue(condition.value, undefined, locale)];
  }
}
