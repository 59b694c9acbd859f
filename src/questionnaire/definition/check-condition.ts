import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkText,
} from '../../errors/index.js';
import {
  type Comparison,
  type Condition,
  MEASURES,
  type Operand,
  type Plain,
  RELATIONS,
} from '../condition.js';
import type { QuestionnaireItem } from '../item.js';
import { checkLookup, checkNumeric, checkTypes } from './check-types.js';

/** What a condition may speak of. */
export interface ConditionScope {
  readonly items: ReadonlyMap<string, QuestionnaireItem>;
  /** Names of scores; empty where only answers may be read. */
  readonly scores: ReadonlySet<string>;
  /** Names of what has a band, `level` among them; empty where only answers may be read. */
  readonly bands: ReadonlySet<string>;
  /** Whether facts and measures may be read. */
  readonly facts: boolean;
}

/** A condition this deep is a fault, not a rule. */
const DEEPEST = 20;

/** Checks a condition and copies it, frozen throughout. */
export function checkCondition(
  condition: Condition,
  path: string,
  scope: ConditionScope,
  depth = 0,
): Condition {
  if (depth > DEEPEST) {
    throw new AptfolioError('too-long', path, `conditions nested up to ${DEEPEST} deep`);
  }
  checkOne(condition, path, CONDITIONS);
  const deeper = (part: Condition, where: string): Condition =>
    checkCondition(part, where, scope, depth + 1);
  if ('not' in condition) return Object.freeze({ not: deeper(condition.not, at(path, 'not')) });
  if ('all' in condition) {
    return Object.freeze({ all: checkParts(condition.all, at(path, 'all'), deeper) });
  }
  if ('any' in condition) {
    return Object.freeze({ any: checkParts(condition.any, at(path, 'any'), deeper) });
  }
  return checkComparison(condition, path, scope);
}

const CONDITIONS = ['not', 'all', 'any', 'left'] as const;
const OPERANDS = [
  'answer',
  'points',
  'score',
  'band',
  'fact',
  'measure',
  'lookup',
  'plus',
  'minus',
  'times',
] as const;

/** Of two things said at once, one would be lost. */
function checkOne(value: object, path: string, names: readonly string[]): void {
  const given = names.filter((name) => name in checkObject(value, path));
  if (given.length < 2) return;
  const expected = `only one of ${given.join(', ')}`;
  throw new AptfolioError('inconsistent', path, expected);
}

function checkParts(
  parts: readonly Condition[],
  path: string,
  check: (part: Condition, where: string) => Condition,
): readonly Condition[] {
  const list = checkList<Condition>(parts, path, { minLength: 1 });
  return Object.freeze(list.map((part, index) => check(part, at(path, index))));
}

function checkComparison(
  { left, is, right }: Comparison,
  path: string,
  scope: ConditionScope,
): Comparison {
  const relation = checkOneOf(is, at(path, 'is'), RELATIONS);
  const where = at(path, 'right');
  const checked = Object.freeze({
    left: checkOperand(left, at(path, 'left'), scope, 0, relation === 'includes'),
    is: relation,
    right:
      relation === 'in'
        ? checkPlainList(right as readonly Plain[], where)
        : checkOperand(right as Operand, where, scope, 0),
  });
  checkTypes(checked, path);
  return checked;
}

/** @param several whether an answer of several options can be read here. */
function checkOperand(
  operand: Operand,
  path: string,
  scope: ConditionScope,
  depth: number,
  several = false,
): Operand {
  if (typeof operand !== 'object' || operand === null) return checkPlain(operand, path);
  if (depth > DEEPEST) {
    throw new AptfolioError('too-long', path, `operands nested up to ${DEEPEST} deep`);
  }
  checkOne(operand, path, OPERANDS);
  if ('answer' in operand) return checkAnswer(operand, path, scope, several);
  if ('lookup' in operand) {
    const lookup = checkPlainList(operand.lookup, at(path, 'lookup'));
    const by = checkOperand(operand.by, at(path, 'by'), scope, depth + 1);
    checkLookup(lookup, by, path, scope.items);
    return Object.freeze({ lookup, by });
  }
  if ('plus' in operand) {
    return Object.freeze({ plus: checkPair(operand.plus, at(path, 'plus'), scope, depth) });
  }
  if ('minus' in operand) {
    return Object.freeze({ minus: checkPair(operand.minus, at(path, 'minus'), scope, depth) });
  }
  if ('times' in operand) {
    return Object.freeze({ times: checkPair(operand.times, at(path, 'times'), scope, depth) });
  }
  return checkReading(operand, path, scope);
}

/** Operands that read more than an answer. */
function checkReading(
  operand: Exclude<Operand, Plain>,
  path: string,
  { items, scores, bands, facts }: ConditionScope,
): Operand {
  if ('points' in operand) {
    return Object.freeze({ points: known(operand.points, at(path, 'points'), items) });
  }
  if ('score' in operand) {
    return Object.freeze({ score: known(operand.score, at(path, 'score'), scores) });
  }
  if ('band' in operand) {
    return Object.freeze({ band: known(operand.band, at(path, 'band'), bands) });
  }
  if (facts && 'fact' in operand) {
    return Object.freeze({ fact: checkText(operand.fact, at(path, 'fact')) });
  }
  if (facts && 'measure' in operand) {
    const measure = checkOneOf(operand.measure, at(path, 'measure'), MEASURES);
    const where = at(path, 'items');
    if (operand.items === undefined) return Object.freeze({ measure });
    const list = checkList<string>(operand.items, where, { minLength: 1 });
    return Object.freeze({
      measure,
      items: Object.freeze(list.map((item, index) => known(item, at(where, index), items))),
    });
  }
  const expected = facts
    ? 'a number, text, boolean, or an object that reads one'
    : 'a number, text, boolean, or the answer to an item further up';
  throw new AptfolioError('unknown-value', path, expected, operand);
}

function checkAnswer(
  operand: Extract<Operand, { readonly answer: string }>,
  path: string,
  { items }: ConditionScope,
  several: boolean,
): Operand {
  const answer = known(operand.answer, at(path, 'answer'), items);
  const item = items.get(answer)!;
  if (item.kind === 'multiple' && !several) {
    const expected = 'includes, with the answer of several options on its left';
    throw new AptfolioError('inconsistent', at(path, 'answer'), expected, answer);
  }
  if (item.kind !== 'matrix') {
    if (operand.row === undefined) return Object.freeze({ answer });
    const expected = 'none, because the item is no matrix';
    throw new AptfolioError('inconsistent', at(path, 'row'), expected, operand.row);
  }
  const rows = new Set(item.rows.map(({ id }) => id));
  const row = known(operand.row as string, at(path, 'row'), rows);
  return Object.freeze({ answer, row });
}

function checkPair(
  pair: readonly [Operand, Operand],
  path: string,
  scope: ConditionScope,
  depth: number,
): readonly [Operand, Operand] {
  const list = checkList<Operand>(pair, path, { minLength: 2, maxLength: 2 });
  const [first, second] = list.map((one, index) =>
    checkNumeric(checkOperand(one, at(path, index), scope, depth + 1), at(path, index)),
  );
  return Object.freeze([first!, second!] as const);
}

function checkPlainList(list: readonly Plain[], path: string): readonly Plain[] {
  const values = checkList<Plain>(list, path, { minLength: 1 });
  return Object.freeze(values.map((value, index) => checkPlain(value, at(path, index))));
}

function checkPlain(value: unknown, path: string): Plain {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? checkText(value, path) : checkNumber(value, path) + 0;
}

function known(
  name: string,
  path: string,
  names: { readonly has: (name: string) => boolean },
): string {
  checkText(name, path);
  if (names.has(name)) return name;
  throw new AptfolioError('unknown-id', path, 'a name that is defined and may be read here', name);
}
