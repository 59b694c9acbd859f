import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkRange,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { type CompetingCounts, competingTable } from './competing-counts.js';
import { type SurvivalCounts, survivalTable } from './counts.js';
import { readCount, readEntry, readTime } from './read-fields.js';
import { type TimeTable, tableOfClients } from './time-table.js';

/** A column of numbers: an array or any typed array of doubles, or of whole numbers of up to 32 bits. */
export type NumberColumn =
  | readonly number[]
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array;

/** Clients by columns: entry i of each is client i. */
export interface SurvivalColumns {
  /** From the start to the event or to the last sight, at least 0. */
  readonly times: NumberColumn;
  /** 1 for the event, 0 for last seen without it; among several causes k for `causes[k − 1]`. */
  readonly status: NumberColumn;
  /** The time since the start at which each came under observation, below its time; absent: all from the start. */
  readonly entries?: NumberColumn;
}

const COLUMNS: FieldsOf<SurvivalColumns> = { times: true, status: true, entries: true };

/**
 * Groups clients, given by columns, to a survival table: `survivalCounts` for data that already lie in columns.
 *
 * @param columns of equal length, in any order of the clients.
 * @returns the table by rising time.
 * @throws AptfolioError by path, such as `columns.status[3]`; `length-mismatch` for columns of different lengths;
 * `inconsistent` for an entry that is not before the time; `unknown-id` for another column.
 *
 * @example
 * ```ts
 * import { survivalCountsOfColumns } from 'aptfolio/statistics';
 *
 * const columns = { times: Uint16Array.of(30, 45, 30), status: Uint8Array.of(1, 0, 0) };
 * survivalCountsOfColumns(columns);
 * // => [{ time: 30, events: 1, censored: 1 }, { time: 45, events: 0, censored: 1 }]
 * ```
 */
export function survivalCountsOfColumns(columns: SurvivalColumns): SurvivalCounts {
  return survivalTable(groupColumns(columns, 'columns', 1));
}

/**
 * Groups clients, given by columns, who leave for one of several causes to a table.
 *
 * @param columns of equal length; a status of k stands for `causes[k − 1]`, 0 for last seen without any event.
 * @param causes the names of the causes, each once, at least one.
 * @returns the table by rising time, the causes sorted.
 * @throws AptfolioError by path, such as `columns.status[3]`; see `survivalCountsOfColumns`.
 *
 * @example
 * ```ts
 * import { competingCountsOfColumns } from 'aptfolio/statistics';
 *
 * const columns = { times: [30, 30, 30], status: [2, 0, 1] };
 * competingCountsOfColumns(columns, ['service', 'price']);
 * // => [{ time: 30, events: { price: 1, service: 1 }, censored: 1 }]
 * ```
 */
export function competingCountsOfColumns(
  columns: SurvivalColumns,
  causes: readonly string[],
): CompetingCounts {
  const names = checkCauses(causes);
  const table = groupColumns(columns, 'columns', names.length);
  const sorted = [...names].sort();
  const events = sorted.map((name) => table.events[names.indexOf(name)]!);
  return competingTable({ causes: sorted, table: { ...table, events } });
}

function checkCauses(causes: unknown): readonly string[] {
  const names = checkList<unknown>(causes, 'causes', { minLength: 1 });
  return names.map((name, index) => {
    const text = checkText(name, at('causes', index));
    if (names.indexOf(text) === index) return text;
    throw new AptfolioError('duplicate-id', at('causes', index), 'a cause not named before', text);
  });
}

/** Counts clients, given by columns, by time. `path` is that of the columns. */
export function groupColumns(columns: unknown, path: string, causes: number): TimeTable {
  const { times, status, entries } = readColumns(columns, path);
  const pathOf = (column: keyof SurvivalColumns, i: number) => at(at(path, column), i);
  const clients = {
    times: new Float64Array(times.length),
    codes: new Uint32Array(times.length),
    entries: new Float64Array(entries?.length ?? 0),
  };
  for (let i = 0; i < times.length; i++) {
    const time = readTime(times[i], () => pathOf('times', i));
    clients.times[i] = time;
    const code = readCount(status[i], () => pathOf('status', i));
    clients.codes[i] =
      code <= causes ? code : checkRange(code, pathOf('status', i), { max: causes });
    if (entries === undefined) continue;
    clients.entries[i] = readEntry(entries[i], time, () => pathOf('entries', i));
  }
  return tableOfClients(clients, causes);
}

function readColumns(columns: unknown, path: string): SurvivalColumns {
  const fields = checkObject(columns, path);
  refuseUnknown(fields, path, COLUMNS);
  const { times, status, entries } = fields;
  const first = readColumn(times, at(path, 'times'));
  const { length } = first;
  const rest = { status: readColumn(status, at(path, 'status'), length) };
  if (entries === undefined) return { times: first, ...rest };
  return { times: first, ...rest, entries: readColumn(entries, at(path, 'entries'), length) };
}

function readColumn(value: unknown, path: string, length?: number): NumberColumn {
  const isTyped = ArrayBuffer.isView(value) && !(value instanceof DataView);
  const column = (isTyped ? value : checkList<number>(value, path)) as NumberColumn;
  if (length === undefined || column.length === length) return column;
  throw new AptfolioError('length-mismatch', path, `a list of ${length} numbers`);
}
