import { AptfolioError } from '../../errors/index.js';
import { indexTimes } from './time-index.js';

/** How many, at each time: columns of equal length. */
export interface TimeTable {
  readonly times: Float64Array;
  readonly entered: Float64Array;
  readonly censored: Float64Array;
  /** One column for each cause. */
  readonly events: readonly Float64Array[];
}

/** A table of zeros at given times, which may still be filled in. */
export function newTable(times: Float64Array, causes: number): TimeTable {
  const rows = times.length;
  return {
    times,
    entered: new Float64Array(rows),
    censored: new Float64Array(rows),
    events: Array.from({ length: causes }, () => new Float64Array(rows)),
  };
}

/** The same counts by rising time, one row for each time; throws `out-of-range` if their sum is not exact. */
export function inOrder(table: TimeTable, path: string): TimeTable {
  checkExact(table, path);
  const { times } = table;
  if (times.every((time, i) => i === 0 || time > times[i - 1]!)) return table;
  const index = indexTimes(times);
  const sums = newTable(index.times, table.events.length);
  const columns = columnsOf(table);
  const sumColumns = columnsOf(sums);
  for (let i = 0; i < times.length; i++) {
    const at = index.indexOf(times[i]!);
    for (let c = 0; c < columns.length; c++) sumColumns[c]![at]! += columns[c]![i]!;
  }
  return sums;
}

function checkExact(table: TimeTable, path: string): void {
  const total = totalOf(columnsOf(table));
  if (Number.isSafeInteger(total)) return;
  throw new AptfolioError('out-of-range', path, 'counts whose sum is a safe integer');
}

function columnsOf({ entered, censored, events }: TimeTable): readonly Float64Array[] {
  return [entered, censored, ...events];
}

/** The sum of all counts of some columns. */
export function totalOf(columns: readonly Float64Array[]): number {
  return columns.reduce((sum, column) => column.reduce((a, count) => a + count, sum), 0);
}

/** Clients one by one: how long each was followed, and how that ended. */
export interface Clients {
  readonly times: Float64Array;
  /** 0 for censored, k for the k-th cause. */
  readonly codes: Uint32Array;
  /** The times at which some of them entered, in any order. */
  readonly entries: Float64Array;
}

/** Counts clients by time. */
export function tableOfClients({ times, codes, entries }: Clients, causes: number): TimeTable {
  const all = new Float64Array(times.length + entries.length);
  all.set(times);
  all.set(entries, times.length);
  const index = indexTimes(all);
  const table = newTable(index.times, causes);
  const columns = [table.censored, ...table.events];
  for (let i = 0; i < times.length; i++) columns[codes[i]!]![index.indexOf(times[i]!)]! += 1;
  for (const entry of entries) table.entered[index.indexOf(entry)]! += 1;
  return table;
}
