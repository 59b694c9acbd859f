import type { Money } from '../money/index.js';
import type { KpiKind } from './definition.js';

/** What each kind keeps of the cases seen so far: plain JSON, small but for `durations`. */
export interface KpiData {
  readonly proportion: { readonly successes: number; readonly trials: number };
  readonly 'count-ratio': { readonly numerator: number; readonly denominator: number };
  /** `counts[i]` answers of score `scale.lowest + i`. */
  readonly ratings: { readonly counts: readonly number[] };
  readonly detection: {
    readonly truePositives: number;
    readonly falsePositives: number;
    readonly falseNegatives: number;
  };
  readonly 'amount-ratio': {
    readonly numerator: Money;
    readonly denominator: Money;
    readonly cases: number;
  };
  readonly 'amount-bridge': {
    readonly opening: Money;
    readonly lines: Readonly<Record<string, Money>>;
    readonly closing: Money;
    readonly cases: number;
  };
  /** Every duration, ascending: one number for each case. */
  readonly durations: { readonly values: readonly number[] };
}

/** What each kind takes in. */
export interface KpiEvents {
  /** One case is `{ successes: 0 or 1, trials: 1 }`; counts of many cases are welcome. */
  readonly proportion: { readonly successes: number; readonly trials: number };
  /** Counts added to either side; what is absent is 0. */
  readonly 'count-ratio': { readonly numerator?: number; readonly denominator?: number };
  /** One answer, or `count` equal ones. */
  readonly ratings: { readonly score: number; readonly count?: number };
  /** Counts added; what is absent is 0. */
  readonly detection: {
    readonly truePositives?: number;
    readonly falsePositives?: number;
    readonly falseNegatives?: number;
  };
  /** Amounts added to either side; what is absent is 0. `cases`: how many clients or accounts, default 1. */
  readonly 'amount-ratio': {
    readonly numerator?: Money;
    readonly denominator?: Money;
    readonly cases?: number;
  };
  /** Amounts added; what is absent is 0. `cases`: how many accounts, default 1. */
  readonly 'amount-bridge': {
    readonly opening?: Money;
    readonly lines?: Readonly<Record<string, Money>>;
    readonly closing?: Money;
    readonly cases?: number;
  };
  /** How long one case took, at least 0, in the definition's unit. */
  readonly durations: { readonly duration: number };
}

/** An event of one kind. */
export type KpiEvent<K extends KpiKind = KpiKind> = KpiEvents[K];

/** The state of a KPI: plain JSON that can be stored, sent and merged. */
export interface KpiState<K extends KpiKind = KpiKind> {
  /** Id of the KPI to which it belongs. */
  readonly kpi: string;
  readonly version: string;
  readonly kind: K;
  readonly data: KpiData[K];
}
