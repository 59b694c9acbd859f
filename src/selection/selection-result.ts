import type { Reason } from '../evidence/index.js';
import type { NearMiss } from './near-misses/near-miss.js';
import type { ScreeningResult } from './screening/screening-result.js';

/** How good the fit is proved to be. The objective is the tracking variance and, with `costAversion`, what costs weigh. */
export interface SelectionCertificate {
  /**
   * Whether no other choice of products is better, by the objective and by all that decides among equals, with costs as `FitTerms.costAversion`
   * counts them.
   */
  readonly provenOptimal: boolean;
  /** The objective of the selection. */
  readonly objective: number;
  /** No selection has an objective below this. */
  readonly bound: number;
  /** `objective − bound`, at least 0; 0 where it is proved. */
  readonly gap: number;
  /** The most by which full investment, a limit or a bound is missed, in weight. */
  readonly primal: number;
  /** The objective can be lower by this much at most, under the minimums chosen; where products were sought, with those that are held. */
  readonly trackingGap: number;
  /** Fits solved: 1 when no minimum, no number of products and no sum that is charged once got in the way. Small fits of exchanged products do not count. */
  readonly examined: number;
}

/** Products for a target, with how well they match it. */
export interface Selection extends ScreeningResult {
  /** `selected`: proved to be the best; `feasible`: the best that was found within `maxNodes` fits, with the gap in the certificate. */
  readonly status: 'selected' | 'feasible';
  /** Weight of each chosen product by ascending id, all above 0, summing to 1 within `certificate.primal`. */
  readonly weights: Readonly<Record<string, number>>;
  /** The parts of `weights` that are held today and kept; the rest is bought. */
  readonly kept: Readonly<Record<string, number>>;
  /** What the products hold in each asset class. */
  readonly lookThrough: Readonly<Record<string, number>>;
  /** The shares of the target that are nearest to it: those to which deviations are measured. */
  readonly aim: Readonly<Record<string, number>>;
  /** Standard deviation of the difference to the aim, annual, decimal fraction. */
  readonly trackingError: number;
  /** The largest difference of one asset class to the aim. */
  readonly maxDeviation: number;
  /** Weighted annual fee, decimal fraction. */
  readonly weightedFee: number;
  readonly certificate: SelectionCertificate;
  /** What kept the products from matching the target, limits that bind, and purchases that a daily limit spreads over days, where there are such. */
  readonly reasons: readonly Reason[];
}

/** Nothing was selected, and why: no product is eligible, or the eligible ones cannot take the money. */
export interface NoSelection extends ScreeningResult {
  readonly status: 'empty' | 'infeasible' | 'no-convergence';
  readonly reasons: readonly Reason[];
  /** Products that were rejected, those first that the least keeps out and last those that nothing would open, and what would have to change. */
  readonly nearMisses: readonly NearMiss[];
}

/** What became of a selection. */
export type SelectionResult = Selection | NoSelection;
