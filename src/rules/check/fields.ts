import { AptfolioError, at, checkList, checkObject } from '../../errors/index.js';

/** Checks that an object has no fields but these: a misspelt field of a rule would be a rule that silently says less. */
export function checkFields(
  value: unknown,
  path: string,
  allowed: readonly string[],
): Readonly<Record<string, unknown>> {
  const object = checkObject(value, path);
  const stray = Object.keys(object).find((name) => !allowed.includes(name));
  if (stray === undefined) return object;
  throw new AptfolioError('unknown-value', at(path, stray), `a field of ${allowed.join(', ')}`);
}

/** Applies a check to every entry of an object. */
export function checkEntries<T>(
  value: unknown,
  path: string,
  check: (entry: unknown, path: string, name: string) => T,
): ReadonlyMap<string, T> {
  const entries = Object.entries(checkObject(value, path));
  return new Map(entries.map(([name, entry]) => [name, check(entry, at(path, name), name)]));
}

/** Applies a check to every entry of a list. */
export function checkEach<T>(
  value: unknown,
  path: string,
  check: (entry: unknown, path: string) => T,
): readonly T[] {
  return checkList<unknown>(value, path).map((entry, index) => check(entry, at(path, index)));
}
