import type { PathPattern } from './path-pattern.js';
import { isFieldName } from './shown-key.js';

/**
 * A place in a record as a result may show it, in the form of a pattern, so that it can become a rule as it is:
 * `holdings.*.amount`. `*` stands for places in lists, for what a rule's `*` stands for, and for a name that no rule
 * spells out and that may be data, such as an account's number.
 */
export function shownPlace(
  place: readonly (string | number)[],
  pattern: PathPattern | undefined,
): string {
  return place
    .map((name, index) => {
      return typeof name === 'string' && isShown(name, pattern?.[index]) ? name : '*';
    })
    .join('.');
}

/** Whether a name may be shown; `spelt` is what the rule has in its place. */
export function isShown(name: string, spelt: string | undefined): boolean {
  if (spelt === name) return true;
  return spelt !== '*' && isFieldName(name);
}
