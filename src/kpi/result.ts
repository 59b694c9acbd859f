import type { Reason } from '../evidence/index.js';
import type { Money } from '../money/index.js';
import type { ValueBridge } from '../performance/index.js';
import type { Interval } from '../statistics/index.js';
import type { KpiKind } from './definition.js';

/** What stands above and below the line, by kind; null where a value is no ratio (a quantile). */
export interface KpiFigures {
  readonly proportion: number;
  readonly 'count-ratio': number;
  readonly ratings: number;
  readonly detection: number;
  readonly 'amount-ratio': Money;
  readonly 'amount-bridge': Money;
  readonly durations: number | null;
}

/** What a kind works out of its state; `value` is finite. */
export interface KpiValue<F = number | Money | null> {
  readonly value: number;
  readonly numerator: F;
  readonly denominator: F;
  /** Of the value; absent where the figure is no sample or does not vary. */
  readonly interval?: Interval;
  /** How the value was made: `proportion`, `ratings-top-box`, … */
  readonly method: string;
  /** For bridges: the way from opening to closing, with what it leaves unexplained. */
  readonly bridge?: ValueBridge;
  /** What the reader must know beside the value; empty if nothing. */
  readonly reasons: readonly Reason[];
}

/** A KPI with what it rests on. */
export interface KpiOk<K extends KpiKind = KpiKind> extends KpiValue<KpiFigures[K]> {
  readonly status: 'ok';
  readonly kpi: string;
  readonly version: string;
  readonly unit: string;
  /** Cases seen. */
  readonly n: number;
}

/** No value, because there is too little to make one of. */
export interface KpiInsufficient {
  readonly status: 'insufficient';
  readonly kpi: string;
  readonly version: string;
  readonly unit: string;
  readonly n: number;
  readonly minimumSample: number;
  /** `kpi.no-cases`, `kpi.sample-too-small` or `kpi.denominator-not-positive`. */
  readonly reason: Reason;
}

/** What a state amounts to: a value, or the reason why there is none. Never NaN. */
export type KpiResult<K extends KpiKind = KpiKind> = KpiOk<K> | KpiInsufficient;
