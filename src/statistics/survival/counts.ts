import { readCount } from './read-fields.js';
import { readTables, type Source, sourceOf, sourcesOf } from './read-tables.js';
import type { TimeTable } from './time-table.js';

/** What happened at one time. */
export interface SurvivalCount {
  /** Since each client's own start, at least 0, in any one unit: days of tenure, hours since the request. */
  readonly time: number;
  /** How many had the event at this time. */
  readonly events: number;
  /** How many were last seen at this time, still without the event. They count as at risk at it. */
  readonly censored: number;
  /**
   * How many came under observation only now (delayed entry): clients won long before the records begin. They are at risk
   * after this time. All others are at risk from the start. Absent means 0.
   */
  readonly entered?: number;
}

/** A survival table, in any order; rows of the same time add up. It is as long as there are different times, however many clients. */
export type SurvivalCounts = readonly SurvivalCount[];

/**
 * Adds survival tables up, such as those of many machines: one row for each time, by rising time.
 *
 * Any grouping and any order of the tables give the same bytes.
 *
 * @param tables any number of tables; none gives an empty table.
 * @returns the table in its normal form; `entered` only where it is not 0.
 * @throws AptfolioError by path, such as `tables[1][3].events`: `missing-value`, `invalid-type`, `not-finite`, `out-of-range`, `unknown-id` for
 * another field.
 *
 * @example
 * ```ts
 * import { mergeSurvivalCounts } from 'aptfolio/statistics';
 *
 * const monday = [{ time: 30, events: 1, censored: 0 }, { time: 7, events: 2, censored: 5 }];
 * const tuesday = [{ time: 7, events: 1, censored: 1 }];
 * mergeSurvivalCounts([monday, tuesday]);
 * // => [{ time: 7, events: 3, censored: 6 }, { time: 30, events: 1, censored: 0 }]
 * ```
 */
export function mergeSurvivalCounts(tables: readonly SurvivalCounts[]): SurvivalCounts {
  return survivalTable(readAll(sourcesOf(tables, 'tables'), 'tables'));
}

/** Reads a table of one cause. */
export function readSurvivalCounts(counts: unknown, path: string): TimeTable {
  const { [TABLE]: own } = (counts ?? {}) as { readonly [TABLE]?: TimeTable };
  return own ?? readAll([sourceOf(counts, path)], path);
}

/** Keeps the columns by the frozen rows that were made of them, unseen by whoever copies, compares or writes the rows. */
const TABLE: unique symbol = Symbol('table');

function readAll(sources: readonly Source[], path: string): TimeTable {
  return readTables(sources, path, 1, (table, index, { events }, pathOf) => {
    table.events[0]![index] = readCount(events, () => pathOf('events'));
  });
}

/** The public form of a table of one cause. */
export function survivalTable(table: TimeTable): SurvivalCounts {
  const { times, entered, censored, events } = table;
  const rows = new Array<SurvivalCount>(times.length);
  for (let i = 0; i < rows.length; i++) {
    rows[i] = rowOf(times[i]!, events[0]![i]!, censored[i]!, entered[i]!);
  }
  return Object.freeze(Object.defineProperty(rows, TABLE, { value: table }));
}

/** Written out, as spreading one row into another takes several times as long. */
function rowOf(time: number, events: number, censored: number, entered: number): SurvivalCount {
  return Object.freeze(
    entered > 0 ? { time, events, censored, entered } : { time, events, censored },
  );
}
