import { exp } from '../../numerics/index.js';
import { type ConfidenceOptions, normalReach, readConfidence } from '../interval.js';
import { readSurvivalCounts, type SurvivalCounts } from './counts.js';
import { exitsOf } from './risk-table.js';

/** The cumulative hazard from one time on, up to the next step. */
export interface HazardStep {
  readonly time: number;
  /** How many were under observation just before this time, still without the event. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** Events to be expected per client who is always at risk; it can exceed 1. */
  readonly hazard: number;
  readonly standardError: number;
  /** `null` before the first event. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A cumulative hazard: 0 up to the first step, then constant between the steps. */
export interface HazardCurve {
  readonly steps: readonly HazardStep[];
  readonly confidence: number;
  readonly method: 'nelson-aalen';
}

/**
 * The hazard that has added up as time goes by: its slope is the rate at which those who are left have the event.
 *
 * It is the sum of d/n over the times with events, its variance the sum of d/n²; the interval is symmetric on the scale of the logarithm.
 *
 * @param counts a survival table in any order; empty gives a curve without steps.
 * @returns the curve by rising time.
 * @throws AptfolioError by path, such as `counts[2].time`; `inconsistent` with path `counts` if more leave than are at risk.
 *
 * Source: O. Aalen, Nonparametric inference for a family of counting processes, Annals of Statistics 6 (1978) 701–726; J. P.
 * Klein and M. L. Moeschberger, Survival Analysis, 2nd ed. (2003), section 4.2; estimate and standard error as in R's `survfit`.
 *
 * @example
 * ```ts
 * import { nelsonAalen } from 'aptfolio/statistics';
 *
 * const curve = nelsonAalen([{ time: 3, events: 1, censored: 0 }, { time: 6, events: 1, censored: 2 }]);
 * curve.steps[1].hazard; // => 0.5833333333333333
 * curve.steps[1].standardError; // => 0.4166666666666667
 * ```
 */
export function nelsonAalen(counts: SurvivalCounts, options: ConfidenceOptions = {}): HazardCurve {
  const rows = exitsOf(readSurvivalCounts(counts, 'counts'), 'counts');
  const confidence = readConfidence(options);
  const reach = normalReach(confidence);
  let [hazard, variance] = [0, 0];
  const steps = rows.map(({ time, atRisk, left, censored }): HazardStep => {
    hazard += left / atRisk;
    variance += left / atRisk / atRisk;
    const standardError = Math.sqrt(variance);
    const { low, high } = boundsOf(hazard, standardError, reach);
    const events = left;
    return Object.freeze({ time, atRisk, events, censored, hazard, standardError, low, high });
  });
  return Object.freeze({ steps: Object.freeze(steps), confidence, method: 'nelson-aalen' });
}

function boundsOf(hazard: number, standardError: number, reach: number): HazardBounds {
  if (hazard === 0) return { low: null, high: null };
  const factor = exp((reach * standardError) / hazard);
  return { low: hazard / factor, high: hazard * factor };
}

type HazardBounds = Pick<HazardStep, 'low' | 'high'>;
