import type { RuleRelation } from '../condition.js';
import type { Truth } from '../decision.js';
import { Bounds, type Value } from './value.js';

/** Compares two values. What is unknown makes the answer unknown unless the known bounds decide it. */
export function compareValues(left: Value, is: RuleRelation, right: Value): Truth {
  switch (is) {
    case '<':
      return isAbove(right, left);
    case '>':
      return isAbove(left, right);
    case '<=':
      return negate(isAbove(left, right));
    case '>=':
      return negate(isAbove(right, left));
    case '=':
      return isEqual(left, right);
    case '!=':
      return negate(isEqual(left, right));
    case 'in':
      return contains(right, left);
    case 'includes':
      return contains(left, right);
    default:
      return overlap(left, right);
  }
}

/** Not, in three values. */
export function negate(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth;
}

type Ordered = number | string | undefined;

function lowOf(value: Value): Ordered {
  return value instanceof Bounds ? value.low : (value as Ordered);
}

function highOf(value: Value): Ordered {
  return value instanceof Bounds ? value.high : (value as Ordered);
}

/** Is the first certainly above the second, certainly not, or is it unknown? */
function isAbove(a: Value, b: Value): Truth {
  const [aLow, bHigh] = [lowOf(a), highOf(b)];
  if (aLow !== undefined && bHigh !== undefined && aLow > bHigh) return true;
  const [aHigh, bLow] = [highOf(a), lowOf(b)];
  if (aHigh !== undefined && bLow !== undefined && aHigh <= bLow) return false;
  return 'unknown';
}

function isEqual(a: Value, b: Value): Truth {
  if (a === undefined || b === undefined || a instanceof Bounds || b instanceof Bounds) {
    return isAbove(a, b) === true || isAbove(b, a) === true ? false : 'unknown';
  }
  return a === b;
}

function contains(list: Value, entry: Value): Truth {
  if (!Array.isArray(list) || entry === undefined || entry instanceof Bounds) return 'unknown';
  return (list as readonly unknown[]).includes(entry);
}

function overlap(one: Value, other: Value): Truth {
  if (!Array.isArray(one) || !Array.isArray(other)) return 'unknown';
  return (one as readonly unknown[]).some((entry) => (other as readonly unknown[]).includes(entry));
}
