import { AptfolioError, checkText } from '../../errors/index.js';

/** Names, `*` for any one name or place in a list, and at the end `**` for whatever lies below, the place itself too. */
export type PathPattern = readonly string[];

/** Checks a pattern: `client.birthDate`, `holdings.*.amount`, `transactions.**`. */
export function readPattern(value: unknown, path: string): PathPattern {
  const names = checkText(value, path, 200).split('.');
  const ends = names.indexOf('**');
  if (names.every((name) => name !== '') && (ends < 0 || ends === names.length - 1)) return names;
  const expected = 'names joined by dots, * for any one, ** only at the end';
  throw new AptfolioError('invalid-format', path, expected, value);
}

/** Whether a pattern names a place in a record. */
export function fitsPattern(pattern: PathPattern, place: readonly (string | number)[]): boolean {
  const open = pattern.at(-1) === '**';
  const names = open ? pattern.slice(0, -1) : pattern;
  if (open ? place.length < names.length : place.length !== names.length) return false;
  return names.every((name, index) => name === '*' || name === place[index]);
}

/** Orders patterns that fit the same place, the one that says most first: a name before `*`, `*` before `**`. */
export function comparePatterns(a: PathPattern, b: PathPattern): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = openness(a[i]) - openness(b[i]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A pattern that has ended without `**` says more than one that goes on. */
function openness(name: string | undefined): number {
  if (name === undefined) return 0;
  if (name === '**') return 2;
  return name === '*' ? 1 : 0;
}
