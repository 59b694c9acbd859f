import {
  AptfolioError,
  at,
  type BatchFailure,
  type BatchResult,
  checkList,
  type Issue,
} from '../../errors/index.js';
import type { KpiRecord } from './record.js';

/**
 * Makes the records of many rows, with `caseRecords` or any other maker; a row that is refused is named and never loses the others.
 *
 * @param rows as the maker takes them.
 * @param make makes the records of one row, by one maker or several.
 * @returns the records in the order of the rows, of which row each is, and a failure for each bad row. A path such as `rows[3].openedAt` is of what the maker was
 * given; `options.rates["2026-05-15"]` that of a rate which only this row needs.
 * @throws AptfolioError with path `rows` or `make`, and with what is wrong with the maker's `options…` or `kpi…`, of which no row is guilty.
 *
 * @example
 * ```ts
 * import { caseRecords, recordsOfAll } from 'aptfolio/kpi';
 *
 * const cases = [
 *   { id: 'e-1', openedAt: '2026-03-02T09:00:00+08:00', steps: { closed: '2026-03-02T10:30:00+08:00' } },
 *   { id: 'e-2', openedAt: '2 March', steps: {} },
 * ];
 * const options = { measures: [{ kpi: 'resolution-median', until: 'closed' }], asOf: '2026-03-03T09:00:00+08:00' };
 * const { values, failures } = recordsOfAll(cases, (one) => caseRecords(one, options));
 * values.map(({ event }) => event); // => [{ duration: 1.5 }]
 * failures.map(({ row, issues }) => [row, issues[0].path]); // => [[1, 'rows[1].openedAt']]
 * ```
 */
export function recordsOfAll<R>(
  rows: readonly R[],
  make: (row: R) => KpiRecord | readonly KpiRecord[],
): BatchResult<KpiRecord> {
  const given = checkList<R>(rows, 'rows');
  if (typeof make !== 'function') {
    throw new AptfolioError('invalid-type', 'make', 'a function', make);
  }
  const values: KpiRecord[] = [];
  const origins: number[] = [];
  const failures: BatchFailure[] = [];
  given.forEach((row, index) => {
    try {
      for (const record of [make(row)].flat()) {
        values.push(record);
        origins.push(index);
      }
    } catch (error) {
      failures.push(failureOf(error, index));
    }
  });
  return Object.freeze({
    values: Object.freeze(values),
    rows: Object.freeze(origins),
    failures: Object.freeze(failures),
  });
}

function failureOf(error: unknown, row: number): BatchFailure {
  if (!(error instanceof AptfolioError)) throw error;
  const { issues } = error;
  if (issues.some((issue) => isOfOptions(issue) && issue.code !== 'missing-rate')) throw error;
  return Object.freeze({ row, issues: Object.freeze(issues.map((issue) => inRow(issue, row))) });
}

/** A maker's paths begin with the name of its argument: `case.openedAt`, `options.asOf`. */
function isOfOptions({ path }: Issue): boolean {
  return /^(options|kpi)\b/.test(path);
}

function inRow(issue: Issue, row: number): Issue {
  if (isOfOptions(issue)) return issue;
  return Object.freeze({ ...issue, path: issue.path.replace(/^[^.[]*/, at('rows', row)) });
}
