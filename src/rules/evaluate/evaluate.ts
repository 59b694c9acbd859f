import type { RuleCondition } from '../condition.js';
import type { Truth } from '../decision.js';
import type { Surroundings } from '../rulebook.js';
import { compareValues, negate } from './compare.js';
import { gapOf } from './fact-book.js';
import { readName, readOperand } from './read-operand.js';
import type { Situation } from './situation.js';

/** Whether a condition holds, in three values. */
export function evaluate(
  condition: RuleCondition,
  situation: Situation,
  around: Surroundings,
): Truth {
  if ('left' in condition) {
    const left = readOperand(condition.left, situation, around);
    return compareValues(left, condition.is, readOperand(condition.right, situation, around));
  }
  if ('holds' in condition) {
    const value = readName(condition.holds, situation, around);
    return typeof value === 'boolean' ? value : 'unknown';
  }
  if ('all' in condition) return allOf(condition.all, situation, around);
  if ('any' in condition) return anyOf(condition.any, situation, around);
  if ('not' in condition) return negate(evaluate(condition.not, situation, around));
  return 'none' in condition
    ? hasGap(condition.none, 'none', situation)
    : hasGap(condition.stale, 'stale', situation);
}

function allOf(parts: readonly RuleCondition[], situation: Situation, around: Surroundings): Truth {
  let truth: Truth = true;
  for (const part of parts) {
    const one = evaluate(part, situation, around);
    if (one === false) return false;
    if (one === 'unknown') truth = one;
  }
  return truth;
}

function anyOf(parts: readonly RuleCondition[], situation: Situation, around: Surroundings): Truth {
  let truth: Truth = false;
  for (const part of parts) {
    const one = evaluate(part, situation, around);
    if (one === true) return true;
    if (one === 'unknown') truth = one;
  }
  return truth;
}

function hasGap(name: string, gap: 'none' | 'stale', { book }: Situation): Truth {
  if (book.values.has(name)) return false;
  const found = gapOf(name, book);
  return found === 'absent' ? 'unknown' : found === gap;
}
