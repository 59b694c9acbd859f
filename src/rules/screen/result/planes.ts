import { clearBit, countBits, hasBit, lastWord, lowestBit, setBit } from '../machine/bits.js';

/**
 * A small number for each of many rows, in sets of bits: the first holds the ones of all, the second the twos, and so on. Three sets
 * keep eight numbers in three bits a row.
 */
export interface Planes {
  readonly bits: readonly Uint32Array[];
}

/** Planes in which every number is 0. */
export function emptyPlanes(words: number, depth: number): Planes {
  return { bits: Array.from({ length: depth }, () => new Uint32Array(words)) };
}

/** The number of a row. */
export function numberAt({ bits }: Planes, row: number): number {
  let number = 0;
  for (let plane = 0; plane < bits.length; plane++) {
    number |= Number(hasBit(bits[plane] as Uint32Array, row)) << plane;
  }
  return number;
}

/** Gives a row a number. */
export function putNumber({ bits }: Planes, row: number, number: number): void {
  bits.forEach((plane, place) => {
    if (((number >>> place) & 1) === 1) setBit(plane, row);
    else clearBit(plane, row);
  });
}

/** The rows of one word that have a number. */
export function rowsOfWord({ bits }: Planes, word: number, number: number): number {
  let rows = -1;
  for (let plane = 0; plane < bits.length; plane++) {
    const set = (bits[plane] as Uint32Array)[word] as number;
    rows &= ((number >>> plane) & 1) === 1 ? set : ~set;
  }
  return rows;
}

/** How many of the rows from `first` (the beginning of a word) on have a number; `size` of them are looked at. */
export function countNumber(planes: Planes, first: number, size: number, number: number): number {
  let count = 0;
  eachWord(planes, first, size, number, (rows) => {
    count += countBits(rows);
  });
  return count;
}

/** The rows that have a number, ascending, counted from `first`. */
export function rowsOf(
  planes: Planes,
  first: number,
  size: number,
  number: number,
): readonly number[] {
  const found: number[] = [];
  eachWord(planes, first, size, number, (word, start) => {
    for (let rows = word; rows !== 0; rows &= rows - 1) found.push(start + lowestBit(rows));
  });
  return Object.freeze(found);
}

/** Counts one more for each row that has a number. */
export function tallyRows(
  planes: Planes,
  first: number,
  size: number,
  number: number,
  tally: number[],
): void {
  eachWord(planes, first, size, number, (word, start) => {
    for (let rows = word; rows !== 0; rows &= rows - 1) {
      const row = start + lowestBit(rows);
      tally[row] = (tally[row] as number) + 1;
    }
  });
}

function eachWord(
  planes: Planes,
  first: number,
  size: number,
  number: number,
  visit: (rows: number, start: number) => void,
): void {
  for (let start = 0; start < size; start += 32) {
    const rows = rowsOfWord(planes, (first + start) / 32, number);
    // What stands behind the last row counts for nothing.
    visit(size - start < 32 ? rows & lastWord(size) : rows, start);
  }
}
