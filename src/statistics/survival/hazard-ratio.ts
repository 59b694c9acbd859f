import { checkObject, checkOneOf, type FieldsOf } from '../../errors/index.js';
import { exp } from '../../numerics/index.js';
import { type ConfidenceOptions, normalReach, readConfidence } from '../interval.js';
import {
  compareRisks,
  type RiskComparison,
  type RiskGroup,
  risksAtEvents,
} from './compare-risks.js';
import { readSurvivalCounts, type SurvivalCounts } from './counts.js';
import { coxRatio, type LogRatio } from './cox-ratio.js';

/** Confidence, and how the ratio is estimated. */
export interface HazardRatioOptions extends ConfidenceOptions {
  /**
   * With observed O and expected E of the log-rank test and its variance V. Default `peto`: exp((O − E)/V), standard error of the logarithm
   * 1/√V; its interval excludes 1 just where the log-rank test finds a difference, but it is drawn towards 1 if the ratio is far from it.
   * `pike`: (O₁/E₁)/(O₂/E₂), standard error √(1/E₁ + 1/E₂). `cox`: the ratio of greatest partial likelihood, ties by Efron, not drawn towards 1.
   */
  readonly method?: 'peto' | 'pike' | 'cox';
}

/** How many times as fast the first group has the event, or why that cannot be said. */
export type HazardRatio =
  | {
      readonly status: 'estimated';
      /** Above 1: the first group has the event sooner. */
      readonly ratio: number;
      readonly low: number;
      readonly high: number;
      readonly confidence: number;
      readonly method: 'peto' | 'pike' | 'cox';
    }
  /** No event happened while both groups were at risk and something was left to chance. */
  | { readonly status: 'no-variation' }
  /** By `pike`, where one group had no event; by `cox`, where one group's events all come before the other's; by `peto`, where so little was left to chance that the ratio leaves the range of numbers. */
  | { readonly status: 'not-estimable' };

const OPTIONS: FieldsOf<HazardRatioOptions> = { confidence: true, method: true };

/**
 * How many times the first group's rate of the event is the second's: from the log-rank test alone, or by Cox's regression on the group.
 *
 * It takes the ratio to be the same at all times.
 *
 * @param first the survival table of the group of interest.
 * @param second the survival table of the group it is compared with.
 * @returns `estimated`, `no-variation` or `not-estimable`.
 * @throws AptfolioError by path, such as `second[2].time`; `inconsistent` if more leave than are at risk.
 *
 * Source: R. Peto, M. C. Pike et al., Design and analysis of randomized clinical trials requiring prolonged observation of each patient,
 * II, British Journal of Cancer 35 (1977) 1–39; D. Machin, Y. B. Cheung and M. K. B. Parmar, Survival Analysis, 2nd ed. (2006),
 * chapter 3; for `cox` D. R. Cox, Journal of the Royal Statistical Society B 34 (1972) 187–220, and B. Efron, Journal of the American Statistical Association 72
 * (1977) 557–565.
 *
 * @example
 * ```ts
 * import { hazardRatio } from 'aptfolio/statistics';
 *
 * const old = [{ time: 2, events: 2, censored: 0 }, { time: 9, events: 0, censored: 4 }];
 * const young = [{ time: 5, events: 1, censored: 0 }, { time: 9, events: 0, censored: 5 }];
 * const ratio = hazardRatio(old, young, { method: 'pike' });
 * ratio.ratio; // => 2.2857142857142856
 * ```
 */
export function hazardRatio(
  first: SurvivalCounts,
  second: SurvivalCounts,
  options: HazardRatioOptions = {},
): HazardRatio {
  const groups = [
    { table: readSurvivalCounts(first, 'first'), path: 'first' },
    { table: readSurvivalCounts(second, 'second'), path: 'second' },
  ];
  const confidence = readConfidence(options, OPTIONS);
  const { method = 'peto' } = checkObject(options, 'options');
  const name = checkOneOf(method, 'options.method', ['peto', 'pike', 'cox'] as const);
  const comparison = compareRisks(groups, 0);
  if (!(comparison.covariance[0]! > 0)) return Object.freeze({ status: 'no-variation' });
  const found = ratioBy(name, comparison, groups);
  if (found === undefined) return Object.freeze({ status: 'not-estimable' });
  const { ratio, logError } = found;
  const width = exp(normalReach(confidence) * logError);
  const high = ratio * width;
  if (!(ratio > 0 && Number.isFinite(high))) return Object.freeze({ status: 'not-estimable' });
  return Object.freeze({
    status: 'estimated',
    ratio,
    low: ratio / width,
    high,
    confidence,
    method: name,
  });
}

function ratioBy(
  method: 'peto' | 'pike' | 'cox',
  comparison: RiskComparison,
  groups: readonly RiskGroup[],
): LogRatio | undefined {
  if (method === 'peto') return petoRatio(comparison);
  if (method === 'pike') return pikeRatio(comparison);
  const [first, second] = risksAtEvents(groups);
  return coxRatio(first!, second!);
}

function petoRatio({ observed, expected, covariance }: RiskComparison): LogRatio {
  const variance = covariance[0]!;
  return {
    ratio: exp((observed[0]! - expected[0]!) / variance),
    logError: 1 / Math.sqrt(variance),
  };
}

function pikeRatio({ observed, expected }: RiskComparison): LogRatio {
  const [first, second] = [expected[0]!, expected[1]!];
  return {
    ratio: observed[0]! / first / (observed[1]! / second),
    logError: Math.sqrt(1 / first + 1 / second),
  };
}
