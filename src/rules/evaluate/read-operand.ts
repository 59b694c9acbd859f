import {
  addDays,
  addMonths,
  daysBetween,
  monthsBetween,
  type PlainDate,
  yearsBetween,
} from '../../dates/index.js';
import { AptfolioError } from '../../errors/index.js';
import type { RuleConstant, RuleOperand } from '../condition.js';
import type { Term } from '../pack.js';
import type { Surroundings } from '../rulebook.js';
import { evaluate } from './evaluate.js';
import { roundReckoned } from './round.js';
import type { Situation } from './situation.js';
import { Bounds, type Value } from './value.js';
import { withinCalendar } from './within-calendar.js';

/** The value of an operand. */
export function readOperand(
  operand: RuleOperand | readonly RuleConstant[],
  situation: Situation,
  around: Surroundings,
): Value {
  if (typeof operand !== 'object') return operand;
  if ('fact' in operand) return readName(operand.fact, situation, around);
  if ('parameter' in operand) return around.parameters.get(operand.parameter)?.value;
  if (Array.isArray(operand)) return operand;
  const reckoning = operand as Exclude<
    RuleOperand,
    RuleConstant | { fact: string } | { parameter: string }
  >;
  if ('call' in reckoning) {
    const values = reckoning.with.map((part) => wholeOf(readOperand(part, situation, around)));
    return callFunction(reckoning.call, values, around);
  }
  const [name, parts] = Object.entries(reckoning)[0] as [string, readonly RuleOperand[]];
  if (name === 'first') return readFirst(parts, situation, around);
  const values = parts.map((part) => readOperand(part, situation, around));
  return name === 'max' || name === 'min'
    ? extreme(name, values)
    : reckon(name, values.map(wholeOf));
}

/** The value of a fact or a term; a term is worked out once. */
export function readName(name: string, situation: Situation, around: Surroundings): Value {
  const known = situation.book.values.get(name);
  if (known !== undefined) return known;
  const { pinned } = situation;
  if (pinned?.has(name) === true) return pinned.get(name);
  const term = Object.hasOwn(around.terms, name) ? around.terms[name] : undefined;
  return term === undefined ? undefined : readTerm(name, term, situation, around);
}

/** A term is worked out once for each pack, whose parameters it may read. */
function readTerm(name: string, term: Term, situation: Situation, around: Surroundings): Value {
  const memory = memoryOf(situation, around.slot);
  if (memory.has(name)) return memory.get(name);
  const value =
    'when' in term
      ? truthValue(evaluate(term.when, situation, around))
      : readOperand(term.value, situation, around);
  memory.set(name, value);
  return value;
}

function memoryOf({ memory }: Situation, slot: number): Map<string, Value> {
  const known = memory[slot];
  if (known !== undefined) return known;
  const fresh = new Map<string, Value>();
  memory[slot] = fresh;
  return fresh;
}

function truthValue(truth: boolean | 'unknown'): boolean | undefined {
  return truth === 'unknown' ? undefined : truth;
}

/** Bounds are good for comparing only. */
function wholeOf(value: Value): Exclude<Value, Bounds> {
  return value instanceof Bounds ? undefined : value;
}

function readFirst(
  parts: readonly RuleOperand[],
  situation: Situation,
  around: Surroundings,
): Value {
  for (const part of parts) {
    const value = wholeOf(readOperand(part, situation, around));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The greatest or the least; if a part is unknown, the known ones still bound it on one side. */
function extreme(name: 'max' | 'min', values: readonly Value[]): Value {
  const sign = name === 'max' ? 1 : -1;
  let known: number | string | undefined;
  let certain = true;
  for (const value of values) {
    const bound =
      value instanceof Bounds
        ? sign === 1
          ? value.low
          : value.high
        : (value as number | string | undefined);
    if (bound === undefined || value instanceof Bounds) certain = false;
    if (bound === undefined) continue;
    if (known === undefined || (sign === 1 ? bound > known : bound < known)) known = bound;
  }
  if (certain || known === undefined) return known;
  return sign === 1 ? new Bounds(known, undefined) : new Bounds(undefined, known);
}

function reckon(name: string, values: readonly unknown[]): Value {
  if (values.includes(undefined)) return undefined;
  if (name === 'plus' || name === 'times' || name === 'minus' || name === 'over') {
    return reckonNumbers(name, values as readonly number[]);
  }
  const [start, second] = values as [PlainDate, never];
  return withinCalendar(() => DATE_RECKONINGS[name]?.(start, second));
}

const DATE_RECKONINGS: Readonly<
  Record<string, (start: PlainDate, second: never) => number | PlainDate>
> = {
  years: yearsBetween,
  months: monthsBetween,
  days: daysBetween,
  addMonths,
  addDays,
};

function reckonNumbers(
  name: 'plus' | 'times' | 'minus' | 'over',
  values: readonly number[],
): Value {
  if (name === 'plus')
    return unlessNaN(values.reduce((sum, value) => roundReckoned(sum + value), 0));
  if (name === 'times')
    return unlessNaN(values.reduce((product, value) => roundReckoned(product * value), 1));
  const [first, second] = values as [number, number];
  if (name === 'minus') return unlessNaN(roundReckoned(first - second));
  return second === 0 ? undefined : unlessNaN(roundReckoned(first / second));
}

/** Amounts beyond all doubles have no difference and no quotient. */
function unlessNaN(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}

function callFunction(
  name: string,
  values: readonly Exclude<Value, Bounds>[],
  { functions }: Surroundings,
): Value {
  const result: unknown = functions[name]?.(...(values as never[]));
  if (result === undefined || typeof result === 'string' || typeof result === 'boolean')
    return result;
  if (typeof result === 'number' && Number.isFinite(result)) return result + 0;
  const path = `functions.${name}`;
  throw new AptfolioError(
    'invalid-type',
    path,
    'a finite number, text, boolean or undefined returned',
    result,
  );
}
