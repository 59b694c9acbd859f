import { groupColumns, type SurvivalColumns } from './columns.js';
import { readSurvivalCounts, type SurvivalCounts } from './counts.js';
import {
  type Bounding,
  boundsOf,
  NO_BOUNDS,
  readBounding,
  type SurvivalOptions,
} from './estimate.js';
import { type RiskTable, riskTable } from './risk-table.js';
import {
  type StepReader,
  type SurvivalCurve,
  type SurvivalStep,
  withSteps,
} from './survival-curve.js';
import { type TimeTable, totalOf } from './time-table.js';

/**
 * The share that is still without the event as time goes by, from counts in which some cases are not over yet.
 *
 * Survival is the product of (n − d)/n over the times with events; its standard error is Greenwood's. Where an event and a censoring
 * fall on the same time, the event comes first. The result is no better than its premise: that whoever is censored would have
 * fared like those who stayed.
 *
 * @param counts a survival table in any order; empty gives a curve without steps. From raw rows: `survivalCounts`. Or clients by columns as
 * for `survivalCountsOfColumns`, which is the quickest where about every client has a time of his own.
 * @param options the scale of the interval and its confidence; the default scale is `log-log`, R's is `log`.
 * @returns the curve; read it with `survivalAt`, `survivalQuantile` and `restrictedMean`.
 * @throws AptfolioError by path, such as `counts[2].time` or `counts.times[2]`; `inconsistent` with path `counts` if more leave than are at risk.
 *
 * Source: E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, Journal of the American
 * Statistical Association 53 (1958) 457–481; M. Greenwood (1926).
 *
 * @example
 * ```ts
 * import { kaplanMeier } from 'aptfolio/statistics';
 *
 * const months = [{ time: 3, events: 1, censored: 0 }, { time: 6, events: 1, censored: 2 }];
 * const curve = kaplanMeier(months, { interval: 'plain' });
 * curve.steps[1].atRisk; // => 3
 * curve.steps[1].survival; // => 0.5
 * curve.steps[1].standardError; // => 0.25
 * curve.steps[1].low; // => 0.010009003864986466
 *
 * const clients = { times: Float64Array.of(6.25, 3.5, 6.5), status: Uint8Array.of(0, 1, 1) };
 * kaplanMeier(clients).steps[0].survival; // => 0.6666666666666667
 * ```
 */
export function kaplanMeier(
  counts: SurvivalCounts | SurvivalColumns,
  options: SurvivalOptions = {},
): SurvivalCurve {
  const risk = riskTable(readTable(counts), 'counts');
  const bounding = readBounding(options);
  const events = totalOf([risk.left]);
  return withSteps(stepsOf(risk, bounding), {
    n: events + totalOf([risk.censored]),
    events,
    interval: bounding.scale,
    confidence: bounding.confidence,
    method: 'kaplan-meier',
  });
}

function readTable(counts: unknown): TimeTable {
  const isColumns = typeof counts === 'object' && counts !== null && !Array.isArray(counts);
  return isColumns ? groupColumns(counts, 'counts', 1) : readSurvivalCounts(counts, 'counts');
}

function stepsOf(risk: RiskTable, bounding: Bounding): StepReader {
  const shares = sharesOf(risk);
  const { rows } = shares;
  return {
    length: rows.length,
    timeAt: (index) => risk.times[rows[index]!]!,
    stepAt: (index) => stepOf(risk, shares, index, bounding),
  };
}

interface Shares {
  /** Where each step stands in the risk table. */
  readonly rows: Uint32Array;
  readonly survivals: Float64Array;
  /** Greenwood's sums: the variances of the logarithm of survival. */
  readonly variances: Float64Array;
}

/** The product of shares. An entry alone makes no step. */
function sharesOf({ times, atRisk, left, censored }: RiskTable): Shares {
  const rows = new Uint32Array(times.length);
  const survivals = new Float64Array(times.length);
  const variances = new Float64Array(times.length);
  let [length, survival, variance] = [0, 1, 0];
  for (let i = 0; i < times.length; i++) {
    const events = left[i]!;
    if (events + censored[i]! === 0) continue;
    const staying = atRisk[i]! - events;
    survival *= staying / atRisk[i]!;
    if (staying > 0) variance += events / atRisk[i]! / staying;
    rows[length] = i;
    survivals[length] = survival;
    variances[length] = variance;
    length += 1;
  }
  return { rows: rows.subarray(0, length), survivals, variances };
}

function stepOf(
  { times, atRisk, left, censored }: RiskTable,
  { rows, survivals, variances }: Shares,
  index: number,
  bounding: Bounding,
): SurvivalStep {
  const row = rows[index]!;
  const survival = survivals[index]!;
  const relative = Math.sqrt(variances[index]!);
  const { low, high } = survival === 0 ? NO_BOUNDS : boundsOf(bounding, survival, relative);
  return Object.freeze({
    time: times[row]!,
    atRisk: atRisk[row]!,
    events: left[row]!,
    censored: censored[row]!,
    survival,
    standardError: survival === 0 ? null : survival * relative,
    low,
    high,
  });
}
