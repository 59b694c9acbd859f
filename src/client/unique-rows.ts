import { at, type BatchFailure, makeIssue, mapBatch } from '../errors/index.js';

/** How rows are read and told apart. */
export interface RowReader<R, T> {
  /** Checks a row and returns plain JSON data; its paths start at the row. */
  readonly read: (row: R) => T;
  /** What names a row; rows with one name must have one content. */
  readonly keyOf: (value: T) => string;
  /** The field that an error about a name points to. */
  readonly keyField: string;
}

/** Each row once, by its key, and those that could not be used. */
export interface UniqueRows<T> {
  readonly rows: readonly T[];
  readonly given: number;
  /** Rows left out because they repeat another. */
  readonly duplicates: number;
  readonly failures: readonly BatchFailure[];
}

interface Entry<T> {
  readonly value: T;
  readonly origins: number[];
  conflict: boolean;
}

/**
 * Reads rows, leaves out repeated ones, refuses all that have one key and different contents, and brings the rest into
 * the order of their keys. A bad row loses no other.
 */
export function uniqueRows<R, T>(
  list: readonly R[],
  path: string,
  reader: RowReader<R, T>,
): UniqueRows<T> {
  const batch = mapBatch(list, path, reader.read);
  const byKey = new Map<string, Entry<T>>();
  batch.values.forEach((value, index) => {
    const key = reader.keyOf(value);
    const entry = byKey.get(key);
    const origin = batch.rows[index]!;
    if (entry === undefined) {
      byKey.set(key, { value, origins: [origin], conflict: false });
      return;
    }
    entry.origins.push(origin);
    if (JSON.stringify(entry.value) !== JSON.stringify(value)) entry.conflict = true;
  });
  const entries = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
  const good = entries.filter(([, { conflict }]) => !conflict).map(([, entry]) => entry);
  const conflicts = entries.filter(([, { conflict }]) => conflict);
  const failures = conflicts.flatMap(([key, { origins }]) =>
    origins.map((row): BatchFailure => {
      const where = at(at(path, row), reader.keyField);
      const issue = makeIssue('duplicate-id', where, `one content for one ${reader.keyField}`, key);
      return Object.freeze({ row, issues: Object.freeze([issue]) });
    }),
  );
  return Object.freeze({
    rows: Object.freeze(good.map(({ value }) => value)),
    given: list.length,
    duplicates: good.reduce((sum, { origins }) => sum + origins.length - 1, 0),
    failures: Object.freeze([...batch.failures, ...failures].sort((a, b) => a.row - b.row)),
  });
}
