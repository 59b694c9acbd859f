import { power } from '../../numerics/index.js';
import { type RiskRow, riskRows } from './risk-table.js';
import { inOrder, newTable, type TimeTable } from './time-table.js';

/** Events of each group against those expected if all groups had the same risk at each time. */
export interface RiskComparison {
  /** Sums of weights, by group. */
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** Of observed less expected; k × k, row-major, its rows add up to 0. */
  readonly covariance: Float64Array;
}

/** One group: its table, and the path of its counts. */
export interface RiskGroup {
  readonly table: TimeTable;
  readonly path: string;
}

/**
 * Goes through the times with events: given how many had it, how many of each group should have been among them?
 *
 * Each time weighs (pooled survival just before it)^rho.
 */
export function compareRisks(groups: readonly RiskGroup[], rho: number): RiskComparison {
  const k = groups.length;
  const [observed, expected] = [new Float64Array(k), new Float64Array(k)];
  const covariance = new Float64Array(k * k);
  const risks = risksAtEvents(groups);
  let survival = 1;
  for (let i = 0; i < risks[0]!.length; i++) {
    const rows = risks.map((group) => group[i]!);
    const atRisk = rows.reduce((sum, row) => sum + row.atRisk, 0);
    const left = rows.reduce((sum, row) => sum + row.left, 0);
    const weight = rho === 0 ? 1 : power(survival, rho);
    // Of `left` events drawn from all at risk without putting back: the hypergeometric variance.
    const spread = atRisk > 1 ? (weight * weight * left * (atRisk - left)) / (atRisk - 1) : 0;
    rows.forEach((row, g) => {
      const share = row.atRisk / atRisk;
      observed[g]! += weight * row.left;
      expected[g]! += weight * left * share;
      rows.forEach((other, h) => {
        const rest = g === h ? atRisk - row.atRisk : -other.atRisk;
        covariance[g * k + h]! += spread * share * (rest / atRisk);
      });
    });
    survival *= (atRisk - left) / atRisk;
  }
  return { observed, expected, covariance };
}

/** Each group's risk rows at every time at which any group has an event. */
export function risksAtEvents(groups: readonly RiskGroup[]): readonly (readonly RiskRow[])[] {
  const times = new Set<number>();
  for (const { table } of groups) {
    table.times.forEach((time, i) => {
      if (table.events[0]![i]! > 0) times.add(time);
    });
  }
  return groups.map(({ table, path }) => {
    const everywhere = inOrder(withTimes(table, [...times]), path);
    return riskRows(everywhere, path).filter(({ time }) => times.has(time));
  });
}

/** The same table with rows of zeros at more times. */
function withTimes(table: TimeTable, times: readonly number[]): TimeTable {
  const wider = newTable(new Float64Array(table.times.length + times.length), 1);
  wider.times.set(times);
  for (const column of ['times', 'entered', 'censored'] as const) {
    wider[column].set(table[column], times.length);
  }
  wider.events[0]!.set(table.events[0]!, times.length);
  return wider;
}
