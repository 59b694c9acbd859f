import { lowestBit, wordsFor } from './bits.js';

/** So many rows are worked out at a time: few enough that their columns stay near the processor. */
const BLOCK = 1024;

/** How many rows a block has where there are so many in all; a multiple of 32. */
export function blockFor(rows: number): number {
  return 32 * wordsFor(Math.max(1, Math.min(BLOCK, rows)));
}

/** The rows that are doubtful and have not failed. */
export function doubtfulRows(
  doubtful: Uint32Array,
  failed: Uint32Array,
  count: number,
): readonly number[] {
  const rows: number[] = [];
  for (let word = 0; word < wordsFor(count); word++) {
    let open = (doubtful[word] as number) & ~(failed[word] as number);
    for (; open !== 0; open &= open - 1) rows.push(32 * word + lowestBit(open));
  }
  return rows.filter((row) => row < count);
}
