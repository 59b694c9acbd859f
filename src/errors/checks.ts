import { AptfolioError, at } from './error.js';

/** Checks that a value is a finite number and returns it, with `-0` turned into `0`. */
export function checkNumber(value: unknown, path: string): number {
  if (value === undefined || value === null) {
    throw new AptfolioError('missing-value', path, 'a finite number', value);
  }
  if (typeof value !== 'number') {
    throw new AptfolioError('invalid-type', path, 'a finite number', value);
  }
  if (!Number.isFinite(value))
    throw new AptfolioError('not-finite', path, 'a finite number', value);
  return value === 0 ? 0 : value;
}

/** The allowed range of a number. Each side is inclusive unless its `exclusive…` form is used. */
export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: number;
  readonly exclusiveMax?: number;
}

/** Checks that a value is a finite number within a range and returns it. */
export function checkRange(value: unknown, path: string, range: NumberRange): number {
  const number = checkNumber(value, path);
  const inside =
    (range.min === undefined || number >= range.min) &&
    (range.max === undefined || number <= range.max) &&
    (range.exclusiveMin === undefined || number > range.exclusiveMin) &&
    (range.exclusiveMax === undefined || number < range.exclusiveMax);
  if (!inside) {
    throw new AptfolioError('out-of-range', path, `a number ${describeRange(range)}`, value);
  }
  return number;
}

/** Checks that a value is a whole number that a double holds exactly, within a range if given. */
export function checkInteger(value: unknown, path: string, range: NumberRange = {}): number {
  const number = checkNumber(value, path);
  if (!Number.isSafeInteger(number)) {
    const within = Number.isInteger(number) ? ' below 2^53 either way' : '';
    throw new AptfolioError('invalid-type', path, `a whole number${within}`, value);
  }
  return checkRange(number, path, range);
}

const MAX_LENGTH = 1000;

/** Checks that a value is a text, not empty and of at most `maxLength` characters. */
export function checkText(value: unknown, path: string, maxLength: number = MAX_LENGTH): string {
  if (value === undefined || value === null) {
    throw new AptfolioError('missing-value', path, 'a text', value);
  }
  if (typeof value !== 'string') throw new AptfolioError('invalid-type', path, 'a text', value);
  if (value === '') throw new AptfolioError('empty', path, 'a text of at least one character');
  if (value.length > maxLength) {
    throw new AptfolioError('too-long', path, `a text of at most ${maxLength} characters`, value);
  }
  return value;
}

/** Checks that a value is `true` or `false`. */
export function checkBoolean(value: unknown, path: string): boolean {
  if (value === undefined || value === null) {
    throw new AptfolioError('missing-value', path, 'true or false', value);
  }
  if (typeof value !== 'boolean') {
    throw new AptfolioError('invalid-type', path, 'true or false', value);
  }
  return value;
}

/** Checks that a value is one of a list of texts. */
export function checkOneOf<T extends string>(
  value: unknown,
  path: string,
  allowed: readonly T[],
): T {
  const text = checkText(value, path);
  if (!(allowed as readonly string[]).includes(text)) {
    throw new AptfolioError('unknown-value', path, `one of ${allowed.join(', ')}`, value);
  }
  return text as T;
}

/** Checks that a value is a plain object (not an array, not null) and returns it as a record. */
export function checkObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) {
    throw new AptfolioError('missing-value', path, 'an object', value);
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new AptfolioError('invalid-type', path, 'an object', value);
  }
  return value as Readonly<Record<string, unknown>>;
}

/** The allowed number of entries of a list. */
export interface ListLimits {
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** Checks that a value is an array of an allowed length and without holes. Elements are left to the caller. */
export function checkList<T>(
  value: readonly T[] | unknown,
  path: string,
  limits: ListLimits = {},
): readonly T[] {
  if (value === undefined || value === null) {
    throw new AptfolioError('missing-value', path, 'a list', value);
  }
  if (!Array.isArray(value)) throw new AptfolioError('invalid-type', path, 'a list', value);
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = limits;
  if (value.length < minLength) {
    throw new AptfolioError(
      value.length === 0 ? 'empty' : 'length-mismatch',
      path,
      `a list of at least ${minLength}`,
      value,
    );
  }
  if (value.length > maxLength) {
    throw new AptfolioError('too-long', path, `a list of at most ${maxLength}`, value);
  }
  for (let i = 0; i < value.length; i++) {
    if (!(i in value)) throw new AptfolioError('missing-value', at(path, i), 'no hole in the list');
  }
  return value as readonly T[];
}

/**
 * Checks a vector of finite numbers: a plain array or a `Float64Array`, of a given length if one
 * is given. The result is a copy, so the caller's data are never changed.
 */
export function checkVector(
  value: unknown,
  path: string,
  length?: number,
): Float64Array<ArrayBuffer> {
  if (value === undefined || value === null) {
    throw new AptfolioError('missing-value', path, 'a list of numbers', value);
  }
  if (!Array.isArray(value) && !(value instanceof Float64Array)) {
    throw new AptfolioError('invalid-type', path, 'a list of numbers', value);
  }
  if (length !== undefined && value.length !== length) {
    throw new AptfolioError('length-mismatch', path, `a list of ${length} numbers`, [...value]);
  }
  const vector = new Float64Array(value.length);
  for (let i = 0; i < value.length; i++) {
    const entry: unknown = value[i];
    // A path is only put together where it is needed.
    vector[i] = Number.isFinite(entry) ? (entry as number) + 0 : checkNumber(entry, at(path, i));
  }
  return vector;
}

/** Checks that the ids of a list are texts and that none stands twice. */
export function checkUniqueIds(rows: readonly { readonly id: string }[], path: string): void {
  if (!areFewAndDistinct(rows)) indexIds(rows, path);
}

/** So few ids are told apart pair by pair in less time than a map of them takes. */
const FEW = 12;

/** Whether there are few rows, as in most lists, and all is well with them; what is not is still to be told. */
function areFewAndDistinct(rows: unknown): boolean {
  if (!Array.isArray(rows) || rows.length > FEW) return false;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (!isRow(row)) return false;
    for (let before = 0; before < index; before++) if (rows[before].id === row.id) return false;
  }
  return true;
}

/** Checks ids as `checkUniqueIds` does. Returns id → index. */
export function indexIds(
  rows: readonly { readonly id: string }[],
  path: string,
): ReadonlyMap<string, number> {
  const indexOf = new Map<string, number>();
  const list = checkList<{ readonly id: string }>(rows, path);
  for (let index = 0; index < list.length; index++) {
    const row = list[index]!;
    // A path is only put together where it is needed.
    const id = isRow(row) ? row.id : checkRowId(row, at(path, index));
    if (indexOf.has(id)) {
      throw new AptfolioError('duplicate-id', `${at(path, index)}.id`, `an id not used before`, id);
    }
    indexOf.set(id, index);
  }
  return indexOf;
}

function isRow(row: unknown): boolean {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return false;
  const { id } = row as { readonly id?: unknown };
  return typeof id === 'string' && id !== '' && id.length <= MAX_LENGTH;
}

function checkRowId(row: unknown, path: string): string {
  return checkText(checkObject(row, path).id, `${path}.id`);
}

function describeRange(range: NumberRange): string {
  const sides = [
    range.min === undefined ? '' : `of at least ${range.min}`,
    range.exclusiveMin === undefined ? '' : `above ${range.exclusiveMin}`,
    range.max === undefined ? '' : `of at most ${range.max}`,
    range.exclusiveMax === undefined ? '' : `below ${range.exclusiveMax}`,
  ];
  return sides.filter((side) => side !== '').join(' and ');
}
