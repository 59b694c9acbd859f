import { AptfolioError } from '../../errors/index.js';
import { countSorted } from './sorted-times.js';
import { indexTimes, indexWholeTimes } from './time-index.js';

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
  let sum = 0;
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) sum += column[i]!;
  }
  return sum;
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
export function tableOfClients(clients: Clients, causes: number): TimeTable {
  const { times, codes, entries } = clients;
  const index = indexWholeTimes(joined(times, entries));
  if (index === undefined) return sortedTable(clients, causes);
  const table = newTable(index.times, causes);
  const columns = [table.censored, ...table.events];
  for (let i = 0; i < times.length; i++) columns[codes[i]!]![index.indexOf(times[i]!)]! += 1;
  for (const entry of entries) table.entered[index.indexOf(entry)]! += 1;
  return table;
}

function joined(first: Float64Array, second: Float64Array): Float64Array {
  if (second.length === 0) return first;
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Where about every client has a time of his own, sorting is far quicker than to search for each. */
function sortedTable({ times, codes, entries }: Clients, causes: number): TimeTable {
  const lists = [entries.slice(), ...timesByCode(times, codes, causes + 1)];
  const { times: distinct, counts } = countSorted(lists.map((list) => list.sort()));
  const [entered, censored, ...events] = counts;
  return { times: distinct, entered: entered!, censored: censored!, events };
}

function timesByCode(times: Float64Array, codes: Uint32Array, length: number): Float64Array[] {
  const ends = new Uint32Array(length);
  for (let i = 0; i < codes.length; i++) ends[codes[i]!]! += 1;
  const lists = Array.from(ends, (size) => new Float64Array(size));
  for (let i = codes.length - 1; i >= 0; i--) {
    const code = codes[i]!;
    ends[code]! -= 1;
    lists[code]![ends[code]!] = times[i]!;
  }
  return lists;
}
