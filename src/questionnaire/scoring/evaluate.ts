import { isPlainDate } from '../../dates/index.js';
import { AptfolioError, at } from '../../errors/index.js';
import type { Comparison, Condition, Lookup, Operand, Plain, Reckoning } from '../condition.js';
import { pairOf, readsIn, readsOf } from './condition-reads.js';
import type { Context } from './context.js';
import { measureOf } from './measure.js';
import { answerIn, pointsIn } from './reading.js';
import { bandRank, rounded } from './scale.js';

/** Holds, does not hold, or cannot be known. */
export type Truth = boolean | null;

/** A condition, ready for use. */
export type Evaluate = (context: Context) => Truth;

/** A value that was read; `undefined` where it is missing, `null` where the item is not shown. */
export type Read = Plain | readonly number[] | null | undefined;

/** What a condition read, for the record. */
export type Reads = (context: Context) => readonly ReadValue[];

/** One value that a condition read. */
export interface ReadValue {
  readonly operand: Exclude<Operand, Plain>;
  readonly value: Read;
}

/** Makes a condition ready for use. */
export function planCondition(condition: Condition): Evaluate {
  if ('not' in condition) {
    const inner = planCondition(condition.not);
    return (context) => {
      const truth = inner(context);
      return truth === null ? null : !truth;
    };
  }
  if ('all' in condition) return every(condition.all, false);
  if ('any' in condition) return every(condition.any, true);
  return planComparison(condition);
}

/** All of several, or any of them: one part that is `decisive` decides, one unknown part leaves the rest unknown. */
function every(parts: readonly Condition[], decisive: boolean): Evaluate {
  const planned = parts.map(planCondition);
  return (context) => {
    let truth: Truth = !decisive;
    for (const evaluate of planned) {
      const part = evaluate(context);
      if (part === decisive) return decisive;
      if (part === null) truth = null;
    }
    return truth;
  };
}

function planComparison({ left, is, right }: Comparison): Evaluate {
  if (is === 'in') {
    const list = right as readonly Plain[];
    return (context) => {
      const value = readOperand(left, context);
      if (value === undefined || value === null) return value === null ? false : null;
      if (list.some((one) => typeof one === typeof value)) return list.includes(value as Plain);
      throw mismatch(left, value, list[0]);
    };
  }
  const other = right as Operand;
  const unlike = (a: Read, b: Read): AptfolioError =>
    isFact(left) ? mismatch(left, a, b) : mismatch(other, b, a);
  return (context) => {
    const a = readOperand(left, context);
    const b = readOperand(other, context);
    if (a === null || b === null) return false;
    if (a === undefined || b === undefined) return null;
    const several = typeof a === 'object';
    if (typeof b !== (several ? 'number' : typeof a)) throw unlike(several ? 0 : a, b);
    if (several) return a.includes(b as number);
    if (is === '=' || is === 'includes') return a === b;
    if (is === '!=') return a !== b;
    if (typeof a === 'boolean') throw unlike(isFact(left) ? a : 0, isFact(left) ? 0 : b);
    if (typeof a === 'string') checkDates(left, a, other, b);
    return inOrder(a, is, b as typeof a);
  };
}

/** Texts have an order only as dates. */
function checkDates(left: Operand, a: string, right: Operand, b: Read): void {
  const [operand, value] = isPlainDate(a) ? [right, b] : [left, a];
  if (!isPlainDate(value)) {
    throw new AptfolioError('invalid-date', sourceOf(operand), 'a date as YYYY-MM-DD', value);
  }
}

function inOrder<T extends number | string>(a: T, is: Comparison['is'], b: T): boolean {
  switch (is) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    default:
      return a > b;
  }
}

/** A fact unlike what it is compared or reckoned with; all else was looked at with the definition. */
function mismatch(operand: Operand, value: Read, expected: Read): AptfolioError {
  const path = at('options.facts', (operand as { readonly fact: string }).fact);
  const type = typeof expected === 'string' ? 'text' : typeof expected;
  return new AptfolioError(
    'invalid-type',
    path,
    `a ${type}, as the form's rules take it for`,
    value,
  );
}

function isFact(operand: Operand): boolean {
  return typeof operand === 'object' && 'fact' in operand;
}

/** Reads a value; `undefined` where it is missing, `null` where the item is not shown. */
export function readOperand(operand: Operand, context: Context): Read {
  if (typeof operand !== 'object') return operand;
  if ('answer' in operand) {
    return answerIn(context.plan, context.reading, operand.answer, operand.row);
  }
  if ('points' in operand) return pointsIn(context.plan, context.reading, operand.points);
  if ('score' in operand) return scoreNamed(operand.score, context);
  if ('band' in operand) return bandNamed(operand.band, context);
  if ('fact' in operand) return context.surroundings.facts[operand.fact] ?? undefined;
  if ('measure' in operand) return measureOf(operand, context);
  return 'lookup' in operand ? lookUp(operand, context) : reckon(operand, context);
}

function lookUp({ lookup, by }: Lookup, context: Context): Read {
  const index = readNumber(by, context);
  if (typeof index !== 'number') return index;
  if (Object.hasOwn(lookup, index)) return lookup[index];
  const expected = `a whole number from 0 to ${lookup.length - 1}, by which a rule looks something up`;
  throw new AptfolioError('out-of-range', sourceOf(by), expected, index);
}

function reckon(operand: Reckoning, context: Context): number | null | undefined {
  const [first, second] = pairOf(operand);
  const [a, b] = [readNumber(first, context), readNumber(second, context)];
  if (a === null || b === null) return null;
  if (a === undefined || b === undefined) return undefined;
  const value = 'plus' in operand ? a + b : 'minus' in operand ? a - b : a * b;
  if (Number.isFinite(value)) return Math.abs(value) < MOST_ROUNDED ? rounded(value) : value;
  const expected = 'a number with which a rule can reckon';
  throw new AptfolioError('out-of-range', sourceOf(operand), expected);
}

/** Beyond this a double has no nine digits after the point that could be rounded. */
const MOST_ROUNDED = 4e6;

/** Where the first thing that an operand reads came from. */
function sourceOf(operand: Operand): string {
  for (const read of readsOf(operand)) {
    if ('fact' in read) return at('options.facts', read.fact);
    if ('answer' in read) return at('answers', read.answer);
  }
  return 'definition';
}

function readNumber(operand: Operand, context: Context): number | null | undefined {
  const value = readOperand(operand, context);
  if (value === undefined || value === null || typeof value === 'number') return value;
  throw mismatch(operand, value, 0);
}

function scoreNamed(name: string, { plan, standing }: Context): number | undefined {
  if (standing === null) return undefined;
  if (name === 'overall')
    return standing.unknown.length === 0 ? standing.overall.score.score : undefined;
  const index = plan.dimensions.findIndex((dimension) => dimension.name === name);
  return standing.unknown.includes(index) ? undefined : standing.dimensions[index]?.score.score;
}

function bandNamed(name: string, context: Context): number | undefined {
  const { plan, standing, rank } = context;
  if (standing === null) return undefined;
  if (name === 'level') return rank === null || standing.unknown.length > 0 ? undefined : rank + 1;
  const score = scoreNamed(name, context);
  if (score === undefined) return undefined;
  const bands =
    name === 'overall'
      ? plan.bands
      : plan.dimensions.find((dimension) => dimension.name === name)!.bands;
  return bands === null ? undefined : bandRank(bands, score) + 1;
}

/** Lists what a condition reads, each value once. */
export function planReads(condition: Condition): Reads {
  const operands = new Map(readsIn(condition).map((read) => [JSON.stringify(read), read]));
  const list = [...operands.values()];
  return (context) => list.map((operand) => ({ operand, value: readOperand(operand, context) }));
}
