import { AptfolioError } from '../../errors/index.js';
import { type TimeTable, totalOf } from './time-table.js';

/** A time and who could have left at it. */
export interface RiskRow {
  readonly time: number;
  /** How many were under observation just before this time, still without an event. */
  readonly atRisk: number;
  /** How many had an event, by any cause. */
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
export function riskTable(table: TimeTable, path: string): readonly RiskRow[] {
  const { times, entered, censored, events } = table;
  let atRisk = totalOf(events) + totalOf([censored]) - totalOf([entered]);
  if (atRisk < 0) throw new AptfolioError('inconsistent', path, 'no more entries than exits');
  return Array.from(times, (time, index) => {
    const left = events.reduce((sum, column) => sum + column[index]!, 0);
    const row = { time, atRisk, left, censored: censored[index]!, index };
    atRisk -= left + row.censored;
    if (atRisk < 0) {
      const expected = `at most ${row.atRisk} exits at time ${time}, as no more are at risk`;
      throw new AptfolioError('inconsistent', path, expected);
    }
    atRisk += entered[index]!;
    return row;
  });
}

/** The risk rows at which somebody left or was last seen: an entry alone changes no estimate. */
export function exitsOf(table: TimeTable, path: string): readonly RiskRow[] {
  return riskTable(table, path).filter(({ left, censored }) => left + censored > 0);
}
