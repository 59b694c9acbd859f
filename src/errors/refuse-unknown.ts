import { AptfolioError, at } from './error.js';

/** The names of all fields of a type: the compiler asks for each of them, and for no other. */
export type FieldsOf<T> = { readonly [K in keyof T]-?: true };

/**
 * Refuses a field that a type does not have. Where absent means free, a misspelt name would be a limit that is lost. What is no object is left
 * to the check of its value.
 *
 * @throws AptfolioError `unknown-id` with the path of the field.
 *
 * @example
 * ```ts
 * import { refuseUnknown } from 'aptfolio/errors';
 *
 * refuseUnknown({ dailyLimit: '100' }, 'request', { amount: true, dailyLimits: true });
 * // => throws 'unknown-id', 'request.dailyLimit'
 * ```
 */
export function refuseUnknown(
  given: unknown,
  path: string,
  fields: Readonly<Record<string, true>>,
): void {
  if (typeof given !== 'object' || given === null) return;
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(fields, name)) continue;
    const expected = `one of the fields ${Object.keys(fields).join(', ')}`;
    throw new AptfolioError('unknown-id', at(path, name), expected, name);
  }
}
