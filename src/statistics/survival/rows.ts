import { checkBoolean, checkList, checkText, type FieldsOf } from '../../errors/index.js';
import { type CompetingCounts, competingTable } from './competing-counts.js';
import { type SurvivalCounts, survivalTable } from './counts.js';
import { type Fields, forEachRow, type PathOf, readEntry, readTime } from './read-fields.js';
import { type TimeTable, tableOfClients } from './time-table.js';

/** One client, or one case: how long it was followed, and how that ended. */
export interface SurvivalRow {
  /** From the start to the event or to the last sight, at least 0. */
  readonly time: number;
  /** Whether it ended with the event; false: last seen without it. */
  readonly event: boolean;
  /** The time since its start at which it came under observation, below `time`; absent: from the start. */
  readonly entry?: number;
}

/** One client, where there are several ways to leave. */
export interface CompetingRow {
  /** From the start to the event or to the last sight, at least 0. */
  readonly time: number;
  /** How it ended; `null`: last seen without any event. */
  readonly cause: string | null;
  /** The time since its start at which it came under observation, below `time`; absent: from the start. */
  readonly entry?: number;
}

/** The same rows may tell how many left and why. */
const ROW_FIELDS: FieldsOf<SurvivalRow & CompetingRow> = {
  time: true,
  event: true,
  cause: true,
  entry: true,
};

/**
 * Groups clients to a survival table.
 *
 * @param rows one for each client, in any order. A field that is not of these rows is refused, since a misspelt `entry` would change the figure:
 * of wider rows pass `rows.map(({ time, event }) => ({ time, event }))`, or columns, which are quicker: `survivalCountsOfColumns`.
 * @returns the table by rising time.
 * @throws AptfolioError by path, such as `rows[3].time`: `missing-value`, `invalid-type`, `not-finite`, `out-of-range`;
 * `unknown-id` for a field that is neither of these rows nor of `competingCounts`; `inconsistent` for an entry that is not before the time.
 *
 * @example
 * ```ts
 * import { survivalCounts } from 'aptfolio/statistics';
 *
 * survivalCounts([{ time: 30, event: true }, { time: 45, event: false }, { time: 30, event: false }]);
 * // => [{ time: 30, events: 1, censored: 1 }, { time: 45, events: 0, censored: 1 }]
 * ```
 */
export function survivalCounts(rows: readonly SurvivalRow[]): SurvivalCounts {
  const table = groupRows(rows, 1, ({ event }, pathOf) => {
    const isEvent = typeof event === 'boolean' ? event : checkBoolean(event, pathOf('event'));
    return isEvent ? 1 : 0;
  });
  return survivalTable(table);
}

/**
 * Groups clients who leave for one of several causes to a table.
 *
 * @param rows one for each client, in any order.
 * @returns the table by rising time, the causes sorted.
 * @throws AptfolioError by path, such as `rows[3].cause`; see `survivalCounts`.
 *
 * @example
 * ```ts
 * import { competingCounts } from 'aptfolio/statistics';
 *
 * competingCounts([{ time: 30, cause: 'price' }, { time: 30, cause: null }, { time: 30, cause: 'service' }]);
 * // => [{ time: 30, events: { price: 1, service: 1 }, censored: 1 }]
 * ```
 */
export function competingCounts(rows: readonly CompetingRow[]): CompetingCounts {
  const causes = causesOf(rows);
  const codeOf = new Map<unknown, number>(causes.map((cause, index) => [cause, index + 1]));
  const table = groupRows(rows, causes.length, ({ cause }) => codeOf.get(cause) ?? 0);
  return competingTable({ causes, table });
}

function causesOf(rows: unknown): readonly string[] {
  const causes = new Set<unknown>([null]);
  const list = checkList<unknown>(rows, 'rows');
  forEachRow(list, 'rows', ROW_FIELDS, ({ cause }, pathOf) => {
    if (!causes.has(cause)) causes.add(checkText(cause, pathOf('cause')));
  });
  causes.delete(null);
  return ([...causes] as string[]).sort();
}

/** `codeOf` says how a row ended: 0 for censored, k for the k-th cause. */
function groupRows(
  rows: unknown,
  causes: number,
  codeOf: (fields: Fields, pathOf: PathOf) => number,
): TimeTable {
  const list = checkList<unknown>(rows, 'rows');
  const times = new Float64Array(list.length);
  const codes = new Uint32Array(list.length);
  const entries: number[] = [];
  forEachRow(list, 'rows', ROW_FIELDS, (fields, pathOf, index) => {
    const time = readTime(fields.time, () => pathOf('time'));
    times[index] = time;
    codes[index] = codeOf(fields, pathOf);
    if (fields.entry !== undefined) {
      entries.push(readEntry(fields.entry, time, () => pathOf('entry')));
    }
  });
  return tableOfClients({ times, codes, entries: Float64Array.from(entries) }, causes);
}
