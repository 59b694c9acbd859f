import type { Money } from '../money/index.js';
import type { ExactMomentsState, QuantileSketchState } from '../statistics/index.js';
import type { KpiKind } from './definition.js';

/** What each kind keeps of the cases seen so far: plain JSON of a size that does not grow with the cases. */
export interface KpiData {
  readonly proportion: { readonly successes: number; readonly trials: number };
  readonly 'count-ratio': { readonly numerator: number; readonly denominator: number };
  readonly rate: { readonly count: number; readonly exposure: number };
  /** `counts[i]` answers of score `scale.lowest + i`. */
  readonly ratings: { readonly counts: readonly number[] };
  readonly detection: {
    readonly truePositives: number;
    readonly falsePositives: number;
    readonly falseNegatives: number;
  };
  /** What stands beside a whole smallest unit is in billionths of one, of the sign of its amount; absent where there is nothing. */
  readonly 'amount-ratio': {
    readonly numerator: Money;
    readonly numeratorRest?: number;
    readonly denominator: Money;
    readonly denominatorRest?: number;
    readonly cases: number;
  };
  /** `amounts` events told an amount; where none did, nothing is known of it. */
  readonly 'amount-per-count': {
    readonly amount: Money;
    readonly amounts: number;
    readonly count: number;
  };
  readonly 'amount-bridge': {
    readonly opening: Money;
    readonly lines: Readonly<Record<string, Money>>;
    readonly closing: Money;
    readonly cases: number;
  };
  /** `open` are the cases that are still open short of the limit, by how long they have been; those that are open at it or beyond are `over`. */
  readonly 'within-limit': {
    readonly within: LimitPartCounts;
    readonly open: LimitPartCounts;
    readonly over: number;
  };
  /** Every duration while there are few, bins of known width beyond. */
  readonly durations: QuantileSketchState;
  /** A row for each time at which somebody left or was last seen; `left[i]` for the definition's cause i. */
  readonly survival: { readonly rows: readonly SurvivalStateRow[] };
  readonly measurements: ExactMomentsState;
  /** `counts[i]` cases of the definition's category i. */
  readonly tally: { readonly counts: readonly number[] };
  /**
   * `stopped[i]` got as far as step i and no further; `open[i]` others are there and may go on; `early[i]` have gone on from step i though their window there is not
   * over, absent where nobody has.
   */
  readonly funnel: {
    readonly stopped: readonly number[];
    readonly open: readonly number[];
    readonly early?: readonly number[];
  };
}

/** Cases by the time up to a limit, of which there are 256 parts: 2i for what lies at i/256 of the limit, 2i − 1 for what lies between there and the part before. */
export interface LimitPartCounts {
  /** Those with cases, ascending, from 0 to 512. */
  readonly parts: readonly number[];
  /** Of each, at least 1. */
  readonly counts: readonly number[];
}

/** One time of a survival state. */
export interface SurvivalStateRow {
  readonly time: number;
  /** Who left at this time, by cause. */
  readonly left: readonly number[];
  /** Who was still there when last seen at this time. */
  readonly stayed: number;
}

/** What each kind takes in. */
export interface KpiEvents {
  /** One case is `{ successes: 0 or 1, trials: 1 }`; counts of many cases are welcome. */
  readonly proportion: { readonly successes: number; readonly trials: number };
  /** Counts added to either side; what is absent is 0. */
  readonly 'count-ratio': { readonly numerator?: number; readonly denominator?: number };
  /** What happened, and in how much exposure (client-days, sessions): whole numbers; what is absent is 0. */
  readonly rate: { readonly count?: number; readonly exposure?: number };
  /** One answer, or `count` equal ones. */
  readonly ratings: { readonly score: number; readonly count?: number };
  /** Counts added; what is absent is 0. */
  readonly detection: {
    readonly truePositives?: number;
    readonly falsePositives?: number;
    readonly falseNegatives?: number;
  };
  /**
   * Amounts added to either side; what is absent is 0. `cases`: how many clients or accounts, default 1. An amount worked out by a rate is no whole number of
   * smallest units: its rest, in billionths of one, is a whole number from −999,999,999 to 999,999,999, default 0, so that many small cases add up as they are.
   */
  readonly 'amount-ratio': {
    readonly numerator?: Money;
    readonly numeratorRest?: number;
    readonly denominator?: Money;
    readonly denominatorRest?: number;
    readonly cases?: number;
  };
  /** An amount, or how many cases it is spread over, or both; what is absent is 0. If no event tells an amount there is no value. */
  readonly 'amount-per-count': { readonly amount?: Money; readonly count?: number };
  /** Amounts added; what is absent is 0. `cases`: how many accounts, default 1. */
  readonly 'amount-bridge': {
    readonly opening?: Money;
    readonly lines?: Readonly<Record<string, Money>>;
    readonly closing?: Money;
    readonly cases?: number;
  };
  /** How long one case took, at least 0; with `open` how long it has been open. */
  readonly 'within-limit': { readonly duration: number; readonly open?: boolean };
  /** How long one case took, at least 0, in the definition's unit; with `open` how long it has been open. */
  readonly durations: { readonly duration: number; readonly open?: boolean };
  /** After how long one client left, and why; without `cause` the client was still there. */
  readonly survival: { readonly time: number; readonly cause?: string; readonly count?: number };
  readonly measurements: { readonly value: number };
  /** One case, or `count` of the same category. */
  readonly tally: { readonly category: string; readonly count?: number };
  /**
   * The furthest step that one person reached; `open` if they may still go on; `early` the step from which on they went on though their window there was not over, so
   * that they are `open` or at the last step.
   */
  readonly funnel: {
    readonly reached: string;
    readonly open?: boolean;
    readonly early?: string;
    readonly count?: number;
  };
}

/** An event of one kind, or a case that the definition leaves out. */
export type KpiEvent<K extends KpiKind = KpiKind> = KpiEvents[K] | ExcludedCase;

/** A case that is left out: it is counted under the id of one of the definition's `exclusions`. Nothing else stands beside it. */
export interface ExcludedCase {
  readonly excluded: string;
}

/** The state of a KPI: plain JSON that can be stored, sent and merged. */
export interface KpiState<K extends KpiKind = KpiKind> {
  /** Id of the KPI to which it belongs. */
  readonly kpi: string;
  readonly version: string;
  readonly kind: K;
  /** How many cases were left out, by the id of the exclusion, in the definition's order. */
  readonly excluded: Readonly<Record<string, number>>;
  readonly data: KpiData[K];
}
