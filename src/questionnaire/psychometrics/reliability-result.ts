import type { Reason } from '../../evidence/index.js';
import type { Interval } from '../../statistics/index.js';

/** What the answers say about a questionnaire as a measuring instrument. */
export type Reliability = MeasuredReliability | UndeterminedReliability;

/** Fewer than two responses, or fewer than two items whose points differ between them: nothing to measure. */
export interface UndeterminedReliability {
  readonly status: 'undetermined';
  /** Responses counted. */
  readonly n: number;
  /** Items with variance. */
  readonly k: number;
  /** Responses left out because an answer was missing. */
  readonly dropped: number;
  /** At least one. */
  readonly reasons: readonly Reason[];
}

/** A figure that the data do not define is `null`; `reasons` says why. Coefficients are decimal fractions. */
export interface MeasuredReliability {
  readonly status: 'measured';
  /** Responses counted. */
  readonly n: number;
  /** Items with variance; only they count, except in the total's mean. */
  readonly k: number;
  /** Responses left out because an answer was missing. */
  readonly dropped: number;
  /** Every item, in the order of the responses. */
  readonly items: readonly ItemReliability[];
  /** The sum of all items, in points. */
  readonly total: { readonly mean: number; readonly sd: number };
  /** Cronbach's alpha of the points as they were scored; for items of 0 and 1 it is KR-20. */
  readonly alpha: Alpha | null;
  /** Alpha of the items standardised to equal variance. */
  readonly standardisedAlpha: number | null;
  /** The mean correlation between two items. */
  readonly averageCorrelation: number;
  readonly lambdas: GuttmanLambdas | null;
  readonly splitHalf: SplitHalf | null;
  /** McDonald's omega of the standardised items: one factor with the least squared residual correlations. */
  readonly omega: Omega | null;
  /** McDonald's omega of the points: one factor by maximum likelihood. */
  readonly omegaMaximumLikelihood: Omega | null;
  /** Of the total, in points: sd · √(1 − alpha). */
  readonly standardErrorOfMeasurement: number | null;
  /** Ids of the items that seem to be scored the wrong way round. */
  readonly reversed: readonly string[];
  /** Alpha if those items were turned round; `null` where none is. */
  readonly alphaIfTurned: number | null;
  readonly reasons: readonly Reason[];
}

/** Cronbach's alpha and its interval. */
export interface Alpha {
  readonly value: number;
  readonly interval: Interval;
}

/** What one item contributes. Every correlation of an item without variance is `null`. */
export interface ItemReliability {
  readonly id: string;
  /** In points. */
  readonly mean: number;
  /** In points, over n − 1. */
  readonly sd: number;
  /** Correlation with the total, the item itself included. */
  readonly itemTotal: number | null;
  /** Correlation with the sum of the other items. */
  readonly itemRest: number | null;
  /** Correlation with the total of the standardised items, its own part replaced by what the others explain of it. */
  readonly itemTotalCorrected: number | null;
  /** Alpha of the other items; `null` where only one is left. */
  readonly alphaIfDropped: number | null;
  /** Squared multiple correlation: the share of its variance that the other items explain. */
  readonly smc: number | null;
  /** Loading on the one factor behind `omega`. */
  readonly loading: number | null;
  /** Whether it seems to be scored the wrong way round. */
  readonly reversed: boolean;
}

/** Guttman's six lower bounds of the reliability of the standardised items. */
export interface GuttmanLambdas {
  readonly lambda1: number;
  readonly lambda2: number;
  /** The same as the standardised alpha. */
  readonly lambda3: number;
  /** The best split half: `splitHalf.max`. */
  readonly lambda4: number | null;
  readonly lambda5: number;
  /** By squared multiple correlations. */
  readonly lambda6: number | null;
}

/** The least, the mean and the greatest reliability of a number of splits. */
export interface SplitRange {
  readonly min: number;
  readonly mean: number;
  readonly max: number;
  /** How many splits it is of. */
  readonly splits: number;
}

/** How much the two halves of the questionnaire agree, over the ways to halve it. */
export interface SplitHalf extends SplitRange {
  /** All splits into ⌊k/2⌋ and ⌈k/2⌉ items. The same figures but for an odd number of items up to 15. */
  readonly everySplit: SplitRange;
  /** Whether every split was looked at; otherwise `min` and `max` are the best that a search found. */
  readonly exact: boolean;
  /** The search, where one was needed. */
  readonly search?: { readonly seed: number; readonly generator: string; readonly starts: number };
}

/** The share of the total's variance that one common factor accounts for. */
export interface Omega {
  readonly value: number;
  /** Of the standardised items, in the order of the items with variance; their sum is not negative. */
  readonly loadings: readonly number[];
  /** Share of each standardised item's variance that is its own; below 0 in an improper solution. */
  readonly uniquenesses: readonly number[];
  /** An item is explained by more than 99.5 % (a Heywood case): do not rely on the value. */
  readonly improper: boolean;
  readonly converged: boolean;
  readonly iterations: number;
}
