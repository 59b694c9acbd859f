import { AptfolioError, at, checkObject } from '../../errors/index.js';

/** Checks that a value is an object with fields of these names only, so that a misspelt one is not passed over. */
export function checkFields(
  value: unknown,
  path: string,
  known: readonly string[],
): Readonly<Record<string, unknown>> {
  const object = checkObject(value, path);
  for (const name of Object.keys(object)) {
    if (known.includes(name)) continue;
    throw new AptfolioError(
      'unknown-value',
      at(path, name),
      `a field of ${known.join(', ')}`,
      name,
    );
  }
  return object;
}
