import { at, renamePaths } from '../../errors/index.js';

/**
 * Reads the rows of a list. What is wrong at `name` is told at the row's own path, which is put together only then: a book has millions of rows.
 *
 * @param placeOf where a row stands in the list. Default its place among the rows.
 */
export function readRows<R, T>(
  name: string,
  list: string,
  rows: readonly R[],
  read: (row: R, index: number) => T,
  placeOf: (row: R, index: number) => number = (_, index) => index,
): T[] {
  let place = 0;
  try {
    return rows.map((row, index) => {
      place = index;
      return read(row, index);
    });
  } catch (error) {
    return renamePaths({ [name]: at(list, placeOf(rows[place]!, place)) }, () => {
      throw error;
    });
  }
}
