import { at, checkList } from '../../errors/index.js';
import {
  COUNT_FIELDS,
  type Fields,
  forEachRow,
  type PathOf,
  readCount,
  readTime,
} from './read-fields.js';
import { inOrder, newTable, type TimeTable } from './time-table.js';

/** A list of rows of counts, with its path. */
export interface Source {
  readonly rows: readonly unknown[];
  readonly path: string;
}

/** One list of counts. */
export function sourceOf(counts: unknown, path: string): Source {
  return { rows: checkList<unknown>(counts, path), path };
}

/** Several lists of counts. */
export function sourcesOf(tables: unknown, path: string): readonly Source[] {
  return checkList<unknown>(tables, path).map((counts, i) => sourceOf(counts, at(path, i)));
}

/** How the events of a row get into row `index` of the table. */
type ReadEvents = (table: TimeTable, index: number, fields: Fields, pathOf: PathOf) => void;

/** Adds up all rows of all sources. `path` is that of the whole. */
export function readTables(
  sources: readonly Source[],
  path: string,
  causes: number,
  readEvents: ReadEvents,
): TimeTable {
  const length = sources.reduce((sum, { rows }) => sum + rows.length, 0);
  const table = newTable(new Float64Array(length), causes);
  let index = 0;
  for (const source of sources) {
    forEachRow(source.rows, source.path, COUNT_FIELDS, (fields, pathOf) => {
      const { time, censored, entered = 0 } = fields;
      table.times[index] = readTime(time, () => pathOf('time'));
      readEvents(table, index, fields, pathOf);
      table.censored[index] = readCount(censored, () => pathOf('censored'));
      table.entered[index] = readCount(entered, () => pathOf('entered'));
      index += 1;
    });
  }
  return inOrder(table, path);
}
