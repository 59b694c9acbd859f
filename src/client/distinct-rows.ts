import { AptfolioError } from '../errors/index.js';
import { uniqueRows } from './unique-rows.js';

/** Rows by id, each once, where one bad row would spoil what rests on all of them: every fault is named at once. */
export function distinctRows<T extends { readonly id: string }>(
  given: readonly T[],
  path: string,
  read: (row: T) => T,
): readonly T[] {
  const { rows, failures } = uniqueRows(given, path, {
    read,
    keyOf: ({ id }) => id,
    keyField: 'id',
  });
  if (failures.length > 0) throw new AptfolioError(failures.flatMap(({ issues }) => issues));
  return rows;
}
