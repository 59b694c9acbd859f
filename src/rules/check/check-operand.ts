import { isPlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkText,
} from '../../errors/index.js';
import type { RuleConstant } from '../condition.js';
import { checkFields } from './fields.js';
import type { NamedKind, Names } from './names.js';

/** What kind of value an operand has. */
export interface OperandKind {
  /** Amounts are numbers here; `any` is what a function returns. */
  readonly type: 'number' | 'text' | 'boolean' | 'date' | 'list' | 'any';
  /** The currency of an amount. */
  readonly currency?: string;
  /** The texts that it can be. */
  readonly values?: readonly string[];
  /** What stands in the rule itself. */
  readonly constants?: readonly RuleConstant[];
  /** Whether it is a constant in the form of a date. */
  readonly dateText?: boolean;
}

/** How many parts a reckoning has, and of which kind they and the result are. */
interface Form {
  readonly parts: 'many' | 2;
  readonly takes: readonly ('number' | 'date' | 'same')[];
  readonly gives: 'number' | 'date' | 'same';
  /** Whether amounts stay amounts. */
  readonly keepsCurrency?: boolean;
}

const NUMBERS: Form = { parts: 'many', takes: ['number'], gives: 'number' };
const SAME: Form = { parts: 'many', takes: ['same'], gives: 'same' };
const SPAN: Form = { parts: 2, takes: ['date', 'date'], gives: 'number' };
const LATER: Form = { parts: 2, takes: ['date', 'number'], gives: 'date' };

const RECKONINGS: Readonly<Record<string, Form>> = {
  plus: { ...NUMBERS, keepsCurrency: true },
  minus: { parts: 2, takes: ['number', 'number'], gives: 'number', keepsCurrency: true },
  times: NUMBERS,
  over: { parts: 2, takes: ['number', 'number'], gives: 'number' },
  max: SAME,
  min: SAME,
  first: SAME,
  years: SPAN,
  months: SPAN,
  days: SPAN,
  addMonths: LATER,
  addDays: LATER,
};

const DEEPEST = 30;

/** Checks an operand and finds out what kind of value it has. */
export function checkOperand(value: unknown, path: string, names: Names, depth = 0): OperandKind {
  if (depth > DEEPEST) {
    throw new AptfolioError('too-long', path, `values nested up to ${DEEPEST} deep`);
  }
  if (Array.isArray(value)) {
    const expected = 'one value; a list stands on the right of a comparison only';
    throw new AptfolioError('invalid-type', path, expected, value);
  }
  if (typeof value !== 'object' || value === null) return constant(value, path);
  const object = checkObject(value, path);
  if (Object.hasOwn(object, 'fact')) return named(object, path, 'fact', names.facts);
  if (Object.hasOwn(object, 'parameter')) return named(object, path, 'parameter', names.parameters);
  if (Object.hasOwn(object, 'call')) return call(object, path, names, depth);
  const form = Object.keys(RECKONINGS).find((name) => Object.hasOwn(object, name));
  if (form === undefined) {
    const known = ['fact', 'parameter', 'call', ...Object.keys(RECKONINGS)].join(', ');
    throw new AptfolioError('unknown-value', path, `a constant or one of ${known}`);
  }
  checkFields(object, path, [form]);
  return reckoned(object[form], at(path, form), RECKONINGS[form] as Form, names, depth);
}

function constant(value: unknown, path: string): OperandKind {
  if (typeof value === 'boolean') return { type: 'boolean', constants: [value] };
  if (typeof value === 'number') {
    return { type: 'number', constants: [checkNumber(value, path)] };
  }
  const text = checkText(value, path);
  return { type: 'text', constants: [text], dateText: isPlainDate(text) };
}

/** Checks what stands on the right of a comparison: an operand or a list of constants. */
export function checkRightSide(value: unknown, path: string, names: Names): OperandKind {
  return Array.isArray(value) ? constantList(value, path) : checkOperand(value, path, names);
}

function constantList(value: unknown, path: string): OperandKind {
  const list = checkList<unknown>(value, path, { minLength: 1 });
  list.forEach((entry, index) => {
    constant(entry, at(path, index));
  });
  return { type: 'list', constants: list as readonly RuleConstant[] };
}

function named(
  object: Readonly<Record<string, unknown>>,
  path: string,
  field: 'fact' | 'parameter',
  known: ReadonlyMap<string, NamedKind>,
): OperandKind {
  checkFields(object, path, [field]);
  const name = checkText(object[field], at(path, field));
  const kind = known.get(name);
  if (kind === undefined) {
    throw new AptfolioError('unknown-id', at(path, field), `a ${field} of the pack`, name);
  }
  return kindOf(kind);
}

/** An amount is a number with a currency. */
export function kindOf({ type, unit, values }: NamedKind): OperandKind {
  if (type === 'amount')
    return { type: 'number', ...(unit === undefined ? {} : { currency: unit }) };
  return { type, ...(values === undefined ? {} : { values }) };
}

function call(
  object: Readonly<Record<string, unknown>>,
  path: string,
  names: Names,
  depth: number,
): OperandKind {
  checkFields(object, path, ['call', 'with']);
  const name = checkText(object.call, at(path, 'call'));
  if (!names.functions.has(name)) {
    const expected = 'a function that is handed over to compilePack';
    throw new AptfolioError('unknown-id', at(path, 'call'), expected, name);
  }
  checkList<unknown>(object.with, at(path, 'with')).forEach((part, index) => {
    checkOperand(part, at(at(path, 'with'), index), names, depth + 1);
  });
  return { type: 'any' };
}

function reckoned(
  value: unknown,
  path: string,
  { parts, takes, gives, keepsCurrency }: Form,
  names: Names,
  depth: number,
): OperandKind {
  const limits = parts === 2 ? { minLength: 2, maxLength: 2 } : { minLength: 1 };
  const kinds = checkList<unknown>(value, path, limits).map((part, index) => {
    const kind = checkOperand(part, at(path, index), names, depth + 1);
    const expected = takes[Math.min(index, takes.length - 1)];
    if (expected !== 'same' && kind.type !== 'any' && !fits(kind, expected as 'number' | 'date')) {
      throw new AptfolioError('invalid-type', at(path, index), `a ${expected}`);
    }
    return kind;
  });
  const currency = oneCurrency(kinds, keepsCurrency === true || gives === 'same', path);
  if (gives !== 'same') return { type: gives, ...currency };
  const first = kinds.find(({ type }) => type !== 'any') ?? { type: 'any' as const };
  kinds.forEach(({ type }, index) => {
    if (type === first.type || type === 'any') return;
    throw new AptfolioError('invalid-type', at(path, index), `a ${first.type}, as the first part`);
  });
  return { type: first.type, ...currency };
}

function fits(kind: OperandKind, expected: 'number' | 'date'): boolean {
  return kind.type === expected || (expected === 'date' && kind.dateText === true);
}

/** A sum of amounts is an amount, and only amounts of one currency can be added or compared. */
function oneCurrency(
  kinds: readonly OperandKind[],
  keeps: boolean,
  path: string,
): { readonly currency?: string } {
  if (!keeps) return {};
  const [first, second] = new Set(kinds.flatMap(({ currency }) => currency ?? []));
  if (second !== undefined) {
    throw new AptfolioError('currency-mismatch', path, `amounts in ${first}`, second);
  }
  return first === undefined ? {} : { currency: first };
}
