/** Values by id, in the order given. An id is any text: one that means something to an object is a field like all others. */
export function recordOf<R extends { readonly id: string }, T>(
  rows: readonly R[],
  fieldOf: (row: R, index: number) => T,
): Readonly<Record<string, T>> {
  const record: Record<string, T> = {};
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const value = fieldOf(row, i);
    if (row.id === '__proto__') {
      const field = { value, enumerable: true, configurable: true, writable: true };
      Object.defineProperty(record, row.id, field);
    } else {
      record[row.id] = value;
    }
  }
  return Object.freeze(record);
}
