import { readSurvivalCounts, type SurvivalCounts } from './counts.js';
import {
  type Bounding,
  boundsOf,
  NO_BOUNDS,
  readBounding,
  type SurvivalOptions,
  type SurvivalScale,
} from './estimate.js';
import { exitsOf, type RiskRow } from './risk-table.js';

/** Survival from one time on, up to the next step. */
export interface SurvivalStep {
  readonly time: number;
  /** How many were under observation just before this time, still without the event. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** The share still without the event, from 0 to 1. */
  readonly survival: number;
  /** Greenwood's; `null` where survival is 0: how sure that is cannot be said. */
  readonly standardError: number | null;
  /** `null` where survival is 0, and on the scale `log-log` where it is 1. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A survival curve: 1 up to the first step, then constant between the steps. */
export interface SurvivalCurve {
  /** One for each time at which somebody had the event or was last seen, by rising time; none if nobody was observed. */
  readonly steps: readonly SurvivalStep[];
  /** All clients. */
  readonly n: number;
  readonly events: number;
  readonly interval: SurvivalScale;
  readonly confidence: number;
  readonly method: 'kaplan-meier';
}

/**
 * The share that is still without the event as time goes by, from counts in which some cases are not over yet.
 *
 * Survival is the product of (n − d)/n over the times with events; its standard error is Greenwood's. Where an event and a censoring
 * fall on the same time, the event comes first. The result is no better than its premise: that whoever is censored would have
 * fared like those who stayed.
 *
 * @param counts a survival table in any order; empty gives a curve without steps. From raw rows: `survivalCounts`.
 * @param options the scale of the interval and its confidence; the default scale is `log-log`, R's is `log`.
 * @returns the curve; read it with `survivalAt`, `survivalQuantile` and `restrictedMean`.
 * @throws AptfolioError by path, such as `counts[2].time`; `inconsistent` with path `counts` if more leave than are at risk.
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
 * ```
 */
export function kaplanMeier(counts: SurvivalCounts, options: SurvivalOptions = {}): SurvivalCurve {
  const rows = exitsOf(readSurvivalCounts(counts, 'counts'), 'counts');
  const bounding = readBounding(options);
  return Object.freeze({
    steps: Object.freeze(stepsOf(rows, bounding)),
    n: rows.reduce((sum, { left, censored }) => sum + left + censored, 0),
    events: rows.reduce((sum, { left }) => sum + left, 0),
    interval: bounding.scale,
    confidence: bounding.confidence,
    method: 'kaplan-meier',
  });
}

function stepsOf(rows: readonly RiskRow[], bounding: Bounding): readonly SurvivalStep[] {
  let survival = 1;
  /** Greenwood's sum: the variance of the logarithm of survival. */
  let variance = 0;
  return rows.map(({ time, atRisk, left, censored }) => {
    const staying = atRisk - left;
    survival *= staying / atRisk;
    if (staying > 0) variance += left / atRisk / staying;
    const relative = Math.sqrt(variance);
    const { low, high } = survival === 0 ? NO_BOUNDS : boundsOf(bounding, survival, relative);
    const standardError = survival === 0 ? null : survival * relative;
    const events = left;
    return Object.freeze({ time, atRisk, events, censored, survival, standardError, low, high });
  });
}
