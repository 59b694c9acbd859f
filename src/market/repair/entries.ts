import { at, checkRange } from '../../errors/index.js';

/** Checks that no entry of a row-major matrix is larger than what arithmetic on it can hold. */
export function checkEntries(
  matrix: Float64Array,
  path: string,
  size: number,
  largest: number,
): void {
  for (let k = 0; k < matrix.length; k++) {
    if (Math.abs(matrix[k]!) <= largest) continue;
    const entry = at(at(path, Math.floor(k / size)), k % size);
    checkRange(matrix[k], entry, { min: -largest, max: largest });
  }
}
