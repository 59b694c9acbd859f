import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import { RULE_RELATIONS, type RuleCondition, type RuleRelation } from '../condition.js';
import { checkOperand, checkRightSide, type OperandKind } from './check-operand.js';
import { checkFields } from './fields.js';
import type { Names } from './names.js';

/** A condition this deep is a fault, not a rule. */
const DEEPEST = 30;

const FORMS: Readonly<Record<string, readonly string[]>> = {
  all: ['all'],
  any: ['any'],
  not: ['not'],
  holds: ['holds'],
  none: ['none'],
  stale: ['stale'],
  left: ['left', 'is', 'right'],
};

/** Checks a condition: its form, that every name in it is defined, and that what it compares can be compared. */
export function checkCondition(
  value: unknown,
  path: string,
  names: Names,
  depth = 0,
): RuleCondition {
  if (depth > DEEPEST) {
    throw new AptfolioError('too-long', path, `conditions nested up to ${DEEPEST} deep`);
  }
  const object = checkObject(value, path);
  const form = Object.keys(FORMS).find((name) => Object.hasOwn(object, name));
  if (form === undefined) {
    const expected = `a condition with one of ${Object.keys(FORMS).join(', ')}`;
    throw new AptfolioError('missing-value', path, expected);
  }
  checkFields(object, path, FORMS[form] as readonly string[]);
  const where = at(path, form);
  if (form === 'all' || form === 'any') {
    checkList<unknown>(object[form], where, { minLength: 1 }).forEach((part, index) => {
      checkCondition(part, at(where, index), names, depth + 1);
    });
  } else if (form === 'not') {
    checkCondition(object[form], where, names, depth + 1);
  } else if (form === 'left') {
    checkComparison(object, path, names);
  } else {
    checkNamed(object[form], where, names, form);
  }
  return value as RuleCondition;
}

/** `holds` is for what is true or false; `none` and `stale` are for facts that a caller gives. */
function checkNamed(value: unknown, path: string, names: Names, form: string): void {
  const name = checkText(value, path);
  const kind = names.facts.get(name);
  if (kind === undefined) throw new AptfolioError('unknown-id', path, 'a fact of the pack', name);
  if (form === 'holds' ? kind.type === 'boolean' : kind.given === true) return;
  const expected = form === 'holds' ? 'a fact or term that is true or false' : 'a fact, no term';
  throw new AptfolioError('invalid-type', path, expected, name);
}

function checkComparison(
  { left, is, right }: Readonly<Record<string, unknown>>,
  path: string,
  names: Names,
): void {
  const relation = checkOneOf(is, at(path, 'is'), RULE_RELATIONS);
  const first = checkOperand(left, at(path, 'left'), names);
  const second = checkRightSide(right, at(path, 'right'), names);
  checkComparable(first, relation, second, path);
}

/** Refuses comparisons that could never say anything. */
function checkComparable(
  left: OperandKind,
  relation: RuleRelation,
  right: OperandKind,
  path: string,
): void {
  const fault = faultOf(left, relation, right);
  if (fault !== undefined) throw new AptfolioError('invalid-type', at(path, fault[0]), fault[1]);
  checkCurrencies(left, right, path);
  checkValues(left, right, at(path, 'right'));
  checkValues(right, left, at(path, 'left'));
}

type Fault = readonly [side: 'left' | 'right', expected: string];

function faultOf(left: OperandKind, relation: RuleRelation, right: OperandKind): Fault | undefined {
  const isList = (kind: OperandKind) => kind.type === 'list' || kind.type === 'any';
  const isOne = (kind: OperandKind) => kind.type !== 'list';
  switch (relation) {
    case 'in':
      if (!isList(right)) return ['right', 'a list'];
      return isOne(left) ? undefined : ['left', 'one value'];
    case 'includes':
      if (!isList(left)) return ['left', 'a list'];
      return isOne(right) ? undefined : ['right', 'one value'];
    case 'overlaps':
      if (!isList(left)) return ['left', 'a list'];
      return isList(right) ? undefined : ['right', 'a list'];
    default:
      return orderFault(left, relation, right);
  }
}

const ORDERED = ['number', 'date', 'any'];

function orderFault(
  left: OperandKind,
  relation: RuleRelation,
  right: OperandKind,
): Fault | undefined {
  if (left.type === 'list') return ['left', 'one value'];
  if (right.type === 'list') return ['right', 'one value'];
  const same = left.type === right.type || left.type === 'any' || right.type === 'any';
  const dated = left.type === 'date' ? right.dateText : right.type === 'date' && left.dateText;
  if (!same && dated !== true) return ['right', `a ${left.type}, as on the left`];
  if (relation === '=' || relation === '!=') return undefined;
  return ORDERED.includes(left.type) || dated === true ? undefined : ['left', 'a number or a date'];
}

function checkCurrencies(left: OperandKind, right: OperandKind, path: string): void {
  if (left.currency === undefined || right.currency === undefined) return;
  if (left.currency === right.currency) return;
  const expected = `an amount in ${left.currency}`;
  throw new AptfolioError('currency-mismatch', at(path, 'right'), expected, right.currency);
}

/** A text that the fact can never have makes the comparison false for ever. */
function checkValues(one: OperandKind, other: OperandKind, path: string): void {
  if (one.values === undefined || other.constants === undefined) return;
  const stray = other.constants.find((text) => !one.values?.includes(text as string));
  if (stray === undefined) return;
  throw new AptfolioError('unknown-value', path, `one of ${one.values.join(', ')}`, stray);
}
