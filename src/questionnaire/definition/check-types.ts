import { isPlainDate } from '../../dates/index.js';
import { AptfolioError, at } from '../../errors/index.js';
import type { Comparison, Operand, Plain } from '../condition.js';
import type { QuestionnaireItem } from '../item.js';

/** What can be told of a value before it is read: of a fact, nothing. */
type PlainType = 'number' | 'string' | 'boolean' | undefined;

/** Checks that values are compared with their like; facts are looked at when they come. */
export function checkTypes({ left, is, right }: Comparison, path: string): void {
  const [where, type] = [at(path, 'right'), typeOf(left)];
  if (is === 'in') {
    const types = (right as readonly Plain[]).map((value) => typeof value);
    if (type !== undefined && !types.includes(type)) throw mismatch(where, type, right);
    return;
  }
  const other = typeOf(right as Operand);
  if (is === 'includes' && other !== undefined && other !== 'number') {
    throw mismatch(where, 'number', right);
  }
  if (type !== undefined && other !== undefined && type !== other) {
    throw mismatch(where, type, right);
  }
  if (is === '=' || is === '!=' || is === 'includes') return;
  checkDates(left, at(path, 'left'));
  checkDates(right as Operand, where);
  if (type === 'boolean') throw mismatch(at(path, 'left'), 'number', left);
  if (other === 'boolean') throw mismatch(where, 'number', right);
}

/** Texts have an order only as dates. */
function checkDates(operand: Operand, path: string): void {
  const texts = typeof operand === 'object' && 'lookup' in operand ? operand.lookup : [operand];
  const wrong = texts.find((value) => typeof value === 'string' && !isPlainDate(value));
  if (wrong === undefined) return;
  throw new AptfolioError(
    'invalid-date',
    path,
    'a date as YYYY-MM-DD, whose order can be told',
    wrong,
  );
}

/** Checks an operand with which is reckoned. */
export function checkNumeric(operand: Operand, path: string): Operand {
  const type = typeOf(operand);
  if (type === undefined || type === 'number') return operand;
  throw mismatch(path, 'number', operand);
}

/** Checks that a list's entries are alike, and that there is one for every option by which it is looked up. */
export function checkLookup(
  lookup: readonly Plain[],
  by: Operand,
  path: string,
  items: ReadonlyMap<string, QuestionnaireItem>,
): void {
  const where = at(path, 'lookup');
  const [first] = lookup;
  lookup.forEach((value, index) => {
    if (typeof value !== typeof first) throw mismatch(at(where, index), typeof first, value);
  });
  checkNumeric(by, at(path, 'by'));
  if (typeof by !== 'object' || !('answer' in by)) return;
  const item = items.get(by.answer)!;
  if (item.kind === 'numeric') {
    if (item.integer === true && item.min >= 0 && item.max < lookup.length) return;
    const entries = 'an entry for every answer, which is a whole number from 0';
    throw new AptfolioError('length-mismatch', where, entries, lookup);
  }
  if (lookup.length >= item.points.length) return;
  const expected = `${item.points.length} entries, one for each option`;
  throw new AptfolioError('length-mismatch', where, expected, lookup);
}

function typeOf(operand: Operand): PlainType {
  if (typeof operand !== 'object') return typeof operand as PlainType;
  if ('fact' in operand) return undefined;
  if ('lookup' in operand) return typeof operand.lookup[0] as PlainType;
  return 'number';
}

function mismatch(path: string, type: string, value: unknown): AptfolioError {
  const expected = `a ${type === 'string' ? 'text' : type}, like what it is compared or reckoned with`;
  return new AptfolioError('invalid-type', path, expected, value);
}
