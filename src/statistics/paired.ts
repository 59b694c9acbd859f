import { checkVector } from '../errors/index.js';
import { checkMinimum, checkSameLength, finite } from './sample.js';

/** Checks two lists that belong together, pair by pair, and returns the differences first − second, sorted. */
export function sortedDifferences(first: unknown, second: unknown, minLength: number): number[] {
  const a = checkVector(first, 'first');
  checkMinimum(a, 'first', minLength);
  const b = checkVector(second, 'second');
  checkSameLength(a, b, 'second');
  const differences = a.map((value, i) => finite(value - b[i]!, `second[${i}]`));
  return Array.from(differences.sort());
}
