import { checkGappyReturns, type GappyReturns } from './gaps.js';

/** A panel without the rows that had a gap. */
export interface CompleteRows {
  /** The complete rows, in their order. */
  readonly returns: readonly (readonly number[])[];
  /** Which rows of the panel they were. */
  readonly kept: readonly number[];
  /** Which rows had a gap and are not there any more. */
  readonly dropped: readonly number[];
}

/**
 * The rows of a panel that have every return, and which rows that leaves out.
 *
 * `returns` has one row per period and one column per asset; `null` is a gap. Dropping a row loses the returns of the other assets
 * in it too: one short history shortens all. If no row is complete, `returns` is empty.
 *
 * Throws as `findGaps` does.
 *
 * @example
 * ```ts
 * import { completeRows } from 'aptfolio/market';
 *
 * completeRows([[0.01, null], [0.02, 0.03], [null, 0.05], [0.06, 0.07]]);
 * // => { returns: [[0.02, 0.03], [0.06, 0.07]], kept: [1, 3], dropped: [0, 2] }
 * ```
 */
export function completeRows(returns: GappyReturns): CompleteRows {
  const { columns } = checkGappyReturns(returns, 'returns', 1);
  const kept: number[] = [];
  const dropped: number[] = [];
  for (let row = 0; row < columns[0]!.length; row++) {
    const complete = columns.every((column) => !Number.isNaN(column[row]));
    (complete ? kept : dropped).push(row);
  }
  return Object.freeze({
    returns: Object.freeze(kept.map((row) => Object.freeze(columns.map((column) => column[row]!)))),
    kept: Object.freeze(kept),
    dropped: Object.freeze(dropped),
  });
}
