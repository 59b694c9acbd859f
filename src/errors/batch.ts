import { checkList } from './checks.js';
import { AptfolioError, at, type Issue } from './error.js';

/** A row that could not be used, with every fault found in it. */
export interface BatchFailure {
  /** The row's index in the input, from 0. */
  readonly row: number;
  /** The faults, their paths relative to the whole input: `rows[7].amount`. At least one. */
  readonly issues: readonly Issue[];
}

/** What became of a batch: the good rows' values, and the bad rows with their faults. */
export interface BatchResult<T> {
  /** The values of the good rows, in the order of the input. */
  readonly values: readonly T[];
  /** The input index of each value: `rows[i]` is the row from which `values[i]` came. */
  readonly rows: readonly number[];
  readonly failures: readonly BatchFailure[];
}

/**
 * Applies a function to every row; a row that it refuses becomes a failure, and the rest go on.
 *
 * `convert` must throw paths that start at the row itself (`amount`, or an empty path for the
 * row as a whole); the batch puts the list's name and the row's index in front. Any other error
 * than an `AptfolioError` is a fault in the program and is thrown on.
 *
 * @example
 * ```ts
 * import { AptfolioError, mapBatch } from 'aptfolio/errors';
 *
 * const result = mapBatch(['4', 'x', '6'], 'rows', (row) => {
 *   if (Number.isNaN(Number(row))) throw new AptfolioError('invalid-format', '', 'digits', row);
 *   return Number(row);
 * });
 * result.values; // => [4, 6]
 * result.rows; // => [0, 2]
 * result.failures[0].issues[0].path; // => 'rows[1]'
 * ```
 */
export function mapBatch<R, T>(
  rows: readonly R[],
  path: string,
  convert: (row: R, index: number) => T,
): BatchResult<T> {
  const values: T[] = [];
  const origins: number[] = [];
  const failures: BatchFailure[] = [];
  checkList<R>(rows, path).forEach((row, index) => {
    try {
      values.push(convert(row, index));
      origins.push(index);
    } catch (error) {
      if (!(error instanceof AptfolioError)) throw error;
      const issues = Object.freeze(error.issues.map(under(at(path, index))));
      failures.push(Object.freeze({ row: index, issues }));
    }
  });
  return Object.freeze({
    values: Object.freeze(values),
    rows: Object.freeze(origins),
    failures: Object.freeze(failures),
  });
}

function under(prefix: string): (issue: Issue) => Issue {
  return (issue) => Object.freeze({ ...issue, path: joinPath(prefix, issue.path) });
}

/** Puts a path under another: `joinPath('rows[1]', 'amount')` is `rows[1].amount`. */
export function joinPath(prefix: string, path: string): string {
  if (path === '') return prefix;
  if (prefix === '') return path;
  return path.startsWith('[') ? `${prefix}${path}` : `${prefix}.${path}`;
}
