import { AptfolioError, at, checkObject, checkText } from '../../errors/index.js';
import { type SurvivalCounts, survivalTable } from './counts.js';
import { COUNT_FIELDS, forEachRow, readCount } from './read-fields.js';
import { readTables, type Source, sourceOf, sourcesOf } from './read-tables.js';
import type { TimeTable } from './time-table.js';

/** What happened at one time, where there are several ways to leave. */
export interface CompetingCount {
  /** Since each client's own start, at least 0, in any one unit. */
  readonly time: number;
  /** Cause → how many had the event by it at this time. A cause that does not stand here had none. */
  readonly events: Readonly<Record<string, number>>;
  /** How many were last seen at this time, still without any event. */
  readonly censored: number;
  /** How many came under observation only now; see `SurvivalCount`. Absent means 0. */
  readonly entered?: number;
}

/** A table of competing causes, in any order; rows of the same time add up. */
export type CompetingCounts = readonly CompetingCount[];

/** A table whose columns of events stand in the order of the causes. */
export interface CauseTable {
  /** Sorted. */
  readonly causes: readonly string[];
  readonly table: TimeTable;
}

/**
 * Adds tables of competing causes up: one row for each time, by rising time, the causes sorted.
 *
 * Any grouping and any order of the tables give the same bytes.
 *
 * @param tables any number of tables; none gives an empty table.
 * @returns the table in its normal form: each row names every cause of all tables; `entered` only where it is not 0.
 * @throws AptfolioError by path, such as `tables[1][3].events.moved`.
 *
 * @example
 * ```ts
 * import { mergeCompetingCounts } from 'aptfolio/statistics';
 *
 * const monday = [{ time: 7, events: { price: 2 }, censored: 5 }];
 * const tuesday = [{ time: 7, events: { service: 1 }, censored: 0 }];
 * mergeCompetingCounts([monday, tuesday]); // => [{ time: 7, events: { price: 2, service: 1 }, censored: 5 }]
 * ```
 */
export function mergeCompetingCounts(tables: readonly CompetingCounts[]): CompetingCounts {
  return competingTable(readAll(sourcesOf(tables, 'tables'), 'tables'));
}

/**
 * The table of one cause alone: whoever left by another cause counts as censored at that time.
 *
 * It is what a log-rank test of the rate at which one cause strikes needs. It is wrong for the share that leaves by
 * the cause: 1 − Kaplan–Meier of it is too high, as it lets those who have left leave once more; use `cumulativeIncidence`.
 *
 * @param counts a table of competing causes.
 * @param cause one of its causes.
 * @returns a survival table, by rising time.
 * @throws AptfolioError `unknown-id` with path `cause` if no row names the cause; else by path.
 *
 * @example
 * ```ts
 * import { countsOfCause } from 'aptfolio/statistics';
 *
 * const counts = [{ time: 7, events: { price: 2, service: 1 }, censored: 5 }];
 * countsOfCause(counts, 'price'); // => [{ time: 7, events: 2, censored: 6 }]
 * ```
 */
export function countsOfCause(counts: CompetingCounts, cause: string): SurvivalCounts {
  const { causes, table } = readCompetingCounts(counts, 'counts');
  const events = table.events[indexOfCause(causes, cause)]!;
  const others = table.events.filter((column) => column !== events);
  const censored = table.censored.map((count, i) => {
    return others.reduce((sum, column) => sum + column[i]!, count);
  });
  return survivalTable({ ...table, events: [events], censored });
}

/** Where a cause stands among the causes. */
export function indexOfCause(causes: readonly string[], cause: unknown): number {
  const index = causes.indexOf(checkText(cause, 'cause'));
  if (index >= 0) return index;
  throw new AptfolioError('unknown-id', 'cause', 'a cause of the table', cause);
}

/** Reads a table of competing causes. */
export function readCompetingCounts(counts: unknown, path: string): CauseTable {
  return readAll([sourceOf(counts, path)], path);
}

function readAll(sources: readonly Source[], path: string): CauseTable {
  const causes = causesOf(sources);
  const indexOf = new Map(causes.map((cause, index) => [cause, index]));
  const table = readTables(sources, path, causes.length, (target, index, { events }, pathOf) => {
    for (const [cause, count] of Object.entries(events as object)) {
      const column = target.events[indexOf.get(cause)!]!;
      column[index] = readCount(count, () => at(pathOf('events'), cause));
    }
  });
  return { causes, table };
}

function causesOf(sources: readonly Source[]): readonly string[] {
  const causes = new Set<string>();
  for (const { rows, path } of sources) {
    forEachRow(rows, path, COUNT_FIELDS, ({ events }, pathOf) => {
      for (const cause of Object.keys(checkObject(events, pathOf('events')))) causes.add(cause);
    });
  }
  return [...causes].sort();
}

/** The public form of a table of competing causes. */
export function competingTable({ causes, table }: CauseTable): CompetingCounts {
  const { times, entered, censored, events } = table;
  return Object.freeze(
    Array.from(times, (time, i) => {
      const counts = byCause(causes, (cause) => events[cause]![i]!);
      const row = { time, events: counts, censored: censored[i]! };
      return Object.freeze(entered[i]! > 0 ? { ...row, entered: entered[i]! } : row);
    }),
  );
}

/** A frozen record by cause. */
export function byCause<T>(
  causes: readonly string[],
  entryOf: (index: number) => T,
): Readonly<Record<string, T>> {
  return Object.freeze(Object.fromEntries(causes.map((cause, index) => [cause, entryOf(index)])));
}
