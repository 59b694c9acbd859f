import { AptfolioError, at } from '../../errors/index.js';
import type { Comparison, Condition, Operand, Plain } from '../condition.js';
import type { Context } from './context.js';
import { measureOf } from './measure.js';
import { answerIn, pointsIn } from './reading.js';
import { bandRank } from './scale.js';

/** Holds, does not hold, or cannot be known. */
export type Truth = boolean | null;

/** A condition, ready for use. */
export type Evaluate = (context: Context) => Truth;

/** A value that was read; `undefined` where it is missing. */
export type Read = Plain | readonly number[] | undefined;

/** What a condition read, for the record. */
export type Reads = (context: Context) => readonly ReadValue[];

/** One value that a condition read. */
export interface ReadValue {
  readonly operand: Exclude<Operand, Plain>;
  readonly value: Read;
}

/** Makes a condition ready for use; `path` is where it stands in the definition. */
export function planCondition(condition: Condition, path: string): Evaluate {
  if ('not' in condition) {
    const inner = planCondition(condition.not, at(path, 'not'));
    return (context) => {
      const truth = inner(context);
      return truth === null ? null : !truth;
    };
  }
  if ('all' in condition) return every(condition.all, at(path, 'all'), false);
  if ('any' in condition) return every(condition.any, at(path, 'any'), true);
  return planComparison(condition, path);
}

/** All of several, or any of them: one part that is `decisive` decides, one unknown part leaves the rest unknown. */
function every(parts: readonly Condition[], path: string, decisive: boolean): Evaluate {
  const planned = parts.map((part, index) => planCondition(part, at(path, index)));
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

function planComparison({ left, is, right }: Comparison, path: string): Evaluate {
  if (is === 'in') {
    const list = right as readonly Plain[];
    return (context) => {
      const value = readOperand(left, context);
      return value === undefined ? null : list.includes(value as Plain);
    };
  }
  const other = right as Operand;
  return (context) => {
    const a = readOperand(left, context);
    const b = readOperand(other, context);
    if (a === undefined || b === undefined) return null;
    if (is === 'includes') return Array.isArray(a) ? a.includes(b as number) : a === b;
    if (is === '=') return a === b;
    if (is === '!=') return a !== b;
    if (typeof a !== typeof b || typeof a === 'boolean' || typeof a === 'object') {
      throw mismatch(left, other, path, a, b);
    }
    return inOrder(a, is, b as typeof a);
  };
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

/** Values that have no order among them: the fact is at fault where one was read, else the definition. */
function mismatch(left: Operand, right: Operand, path: string, a: Read, b: Read): AptfolioError {
  for (const [operand, value, other] of [
    [left, a, b],
    [right, b, a],
  ] as const) {
    if (typeof operand !== 'object' || !('fact' in operand)) continue;
    const expected = `a ${typeof other}, with which the form compares it`;
    return new AptfolioError('invalid-type', at('options.facts', operand.fact), expected, value);
  }
  const expected = 'two numbers or two texts, whose order can be told';
  return new AptfolioError('invalid-type', path, expected);
}

/** Reads a value; `undefined` where it is missing. */
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
  if ('lookup' in operand) {
    const index = readOperand(operand.by, context);
    return typeof index === 'number' ? operand.lookup[index] : undefined;
  }
  const [first, second] = 'minus' in operand ? operand.minus : operand.times;
  const [a, b] = [readOperand(first, context), readOperand(second, context)];
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  return 'minus' in operand ? a - b : a * b;
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
  const operands = new Map<string, Exclude<Operand, Plain>>();
  collect(condition, (operand) => operands.set(JSON.stringify(operand), operand));
  const list = [...operands.values()];
  return (context) => list.map((operand) => ({ operand, value: readOperand(operand, context) }));
}

/** Visits every value that a condition reads. */
export function collect(
  condition: Condition,
  visit: (operand: Exclude<Operand, Plain>) => void,
): void {
  if ('not' in condition) {
    collect(condition.not, visit);
  } else if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    for (const part of parts) collect(part, visit);
  } else {
    collectOperand(condition.left, visit);
    if (!Array.isArray(condition.right)) collectOperand(condition.right as Operand, visit);
  }
}

function collectOperand(operand: Operand, visit: (operand: Exclude<Operand, Plain>) => void): void {
  if (typeof operand !== 'object') return;
  if ('lookup' in operand) {
    collectOperand(operand.by, visit);
  } else if ('minus' in operand || 'times' in operand) {
    const pair = 'minus' in operand ? operand.minus : operand.times;
    for (const one of pair) collectOperand(one, visit);
  } else {
    visit(operand);
  }
}
