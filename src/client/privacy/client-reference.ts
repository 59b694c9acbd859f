import { AptfolioError, checkText } from '../../errors/index.js';
import { withoutValues } from '../facts/json-value.js';
import { personalValueOf } from './personal-values.js';

declare const opaque: unique symbol;

/** An opaque reference to a client: it says nothing about the person. `parseClientReference` makes one. */
export type ClientReference = string & { readonly [opaque]: true };

const FORM = /^[A-Za-z\d][\w.:-]*$/;

/**
 * Checks that a text can be an opaque reference: at most 100 letters, digits and `_ . : -`, and no identity number, mobile
 * number, e-mail address, IBAN or card number.
 *
 * @param path where it stands in the caller's input, for the error, which never shows the text.
 * @throws AptfolioError `missing-value`, `invalid-type`, `empty`, `too-long` or `invalid-format`.
 *
 * @example
 * ```ts
 * import { parseClientReference } from 'aptfolio/client';
 *
 * parseClientReference('cli_lin'); // => 'cli_lin'
 * parseClientReference('11010519491231002X'); // => throws 'invalid-format', 'client'
 * ```
 */
export function parseClientReference(value: unknown, path = 'client'): ClientReference {
  const text = withoutValues(() => checkText(value, path, 100));
  if (FORM.test(text) && personalValueOf(text) === null) return text as ClientReference;
  throw new AptfolioError(
    'invalid-format',
    path,
    'an opaque reference of letters, digits, _ . : -',
  );
}
