import { AptfolioError, checkText } from '../../errors/index.js';

/** Names of letters, digits, `_` and `-`, joined by dots; the first begins with a letter. */
const FORM = /^[A-Za-z][\w-]*(\.[A-Za-z\d][\w-]*)*$/;

/** Checks a fact's path: `client.birthDate`, `holdings`. */
export function checkFactPath(value: unknown, path: string): string {
  const text = checkText(value, path, 200);
  if (FORM.test(text)) return text;
  throw new AptfolioError('invalid-format', path, 'names joined by dots, as client.birthDate');
}
