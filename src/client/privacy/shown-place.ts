import { at } from '../../errors/index.js';
import type { PathPattern } from './path-pattern.js';

/** A field's name, as far as one can tell: letters without digits. Anything else may be data. */
const FIELD_NAME = /^[A-Za-z][A-Za-z_-]{0,39}$/;

/**
 * A place in a record as it may be shown: `[*]` for places in lists, for what a rule's `*` stands for, and for a name that
 * no rule spells out and that may be data, such as an account's number.
 */
export function shownPlace(
  place: readonly (string | number)[],
  pattern: PathPattern | undefined,
): string {
  return place.reduce<string>((path, name, index) => {
    const shown = typeof name === 'string' && isShown(name, pattern?.[index]);
    return shown ? at(path, name) : `${path}[*]`;
  }, '');
}

function isShown(name: string, spelt: string | undefined): boolean {
  if (spelt === name) return true;
  return spelt !== '*' && FIELD_NAME.test(name);
}
