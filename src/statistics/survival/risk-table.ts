import { AptfolioError } from '../../errors/index.js';
import { type TimeTable, totalOf } from './time-table.js';

/** Who could have left at each time: columns of equal length. */
export interface RiskTable {
  readonly times: Float64Array;
  /** How many were under observation just before this time, still without an event. */
  readonly atRisk: Float64Array;
  /** How many had an event, by any cause. */
  readonly left: Float64Array;
  readonly censored: Float64Array;
}

/** One time of it. */
export interface RiskRow {
  readonly time: number;
  readonly atRisk: number;
  readonly left: number;
  readonly censored: number;
  /** Where it stands in the table. */
  readonly index: number;
}

/**
 * Counts down who is at risk. Whoever is censored at a time is still at risk at it; whoever enters at a time is at risk only after
 * it. Those of whom no entry was counted are at risk from the start.
 *
 * Throws `inconsistent` with path `path` if more leave than have entered.
 */
export function riskTable(table: TimeTable, path: string): RiskTable {
  const { times, entered, censored } = table;
  const left = sumOf(table.events, times.length);
  const atRisk = new Float64Array(times.length);
  let staying = totalOf([left, censored]) - totalOf([entered]);
  if (staying < 0) throw new AptfolioError('inconsistent', path, 'no more entries than exits');
  for (let i = 0; i < times.length; i++) {
    atRisk[i] = staying;
    staying -= left[i]! + censored[i]!;
    if (staying < 0) {
      const expected = `at most ${atRisk[i]} exits at time ${times[i]}, as no more are at risk`;
      throw new AptfolioError('inconsistent', path, expected);
    }
    staying += entered[i]!;
  }
  return { times, atRisk, left, censored };
}

function sumOf(columns: readonly Float64Array[], length: number): Float64Array {
  if (columns.length === 1) return columns[0]!;
  const sums = new Float64Array(length);
  for (const column of columns) {
    for (let i = 0; i < length; i++) sums[i]! += column[i]!;
  }
  return sums;
}

/** The risk table row by row. */
export function riskRows(table: TimeTable, path: string): readonly RiskRow[] {
  const { times, atRisk, left, censored } = riskTable(table, path);
  return Array.from(times, (time, index) => {
    return { time, atRisk: atRisk[index]!, left: left[index]!, censored: censored[index]!, index };
  });
}

/** The risk rows at which somebody left or was last seen: an entry alone changes no estimate. */
export function exitsOf(table: TimeTable, path: string): readonly RiskRow[] {
  return riskRows(table, path).filter(({ left, censored }) => left + censored > 0);
}
