import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkRange,
  checkText,
  type NumberRange,
} from '../../errors/index.js';

/** Checks a value at a path and returns what is kept of it. */
export type FieldCheck<T = unknown> = (value: unknown, path: string) => T;

/** A check for each field of a type; the compiler asks for all of them. */
export type FieldChecks<T> = { readonly [K in keyof T]-?: FieldCheck<T[K]> };

/**
 * Checks an object field by field and returns a frozen copy.
 *
 * A field without a check is refused: in terms where absent means free, a misspelt name would be a hindrance that is lost.
 */
export function checkFields<T extends object>(
  value: unknown,
  path: string,
  checks: FieldChecks<T>,
  required: readonly (keyof T & string)[],
): T {
  const given = checkObject(value, path);
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(checks, name)) {
      const known = `one of the fields ${Object.keys(checks).join(', ')}`;
      throw new AptfolioError('unknown-id', at(path, name), known, name);
    }
    if (given[name] === undefined) continue;
    // Names of fields need no quotes in a path, and looking for the need at each would take half of the time.
    copy[name] = (checks as Readonly<Record<string, FieldCheck>>)[name]!(
      given[name],
      `${path}.${name}`,
    );
  }
  const absent = required.find((name) => copy[name] === undefined);
  if (absent === undefined) return Object.freeze(copy) as T;
  throw new AptfolioError('missing-value', at(path, absent), 'a value');
}

/** A finite number of a range. */
export function numberIn(range: NumberRange): FieldCheck<number> {
  return (value, path) => checkRange(value, path, range);
}

/** A whole number of a range. */
export function wholeNumberIn(range: NumberRange): FieldCheck<number> {
  return (value, path) => checkInteger(value, path, range);
}

/** A decimal fraction of at least 0 and below 1: what is charged can never be all. */
export const chargedRate: FieldCheck<number> = numberIn({ min: 0, exclusiveMax: 1 });

/** A list in which each entry passes a check. */
export function listOf<T>(check: FieldCheck<T>, minLength: number): FieldCheck<readonly T[]> {
  return (value, path) => {
    const entries = checkList<unknown>(value, path, { minLength });
    return Object.freeze(entries.map((entry, index) => check(entry, at(path, index))));
  };
}

/** A list of texts without repetition. */
export function textsOf(minLength: number): FieldCheck<readonly string[]> {
  const check = listOf((value, path) => checkText(value, path), minLength);
  return (value, path) => {
    const texts = check(value, path);
    const again = texts.findIndex((text, index) => texts.indexOf(text) !== index);
    if (again === -1) return texts;
    throw new AptfolioError(
      'duplicate-id',
      at(path, again),
      'a text not used before',
      texts[again],
    );
  };
}
