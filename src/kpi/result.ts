import type { Reason } from '../evidence/index.js';
import type { Money } from '../money/index.js';
import type { ValueBridge } from '../performance/index.js';
import type { Interval, SurvivalStep } from '../statistics/index.js';
import type { KpiKind } from './definition.js';
import type { KpiPeriod } from './period/period.js';

/** What stands above and below the line, by kind; null where a value is no ratio (a quantile). */
export interface KpiFigures {
  readonly proportion: number;
  readonly 'count-ratio': number;
  readonly rate: number;
  readonly ratings: number;
  readonly detection: number;
  readonly 'amount-ratio': Money;
  readonly 'amount-per-count': Money | number;
  readonly 'amount-bridge': Money;
  readonly 'within-limit': number | null;
  readonly durations: null;
  readonly survival: null;
  readonly measurements: number | null;
  readonly tally: number;
  readonly funnel: number | null;
}

/** What a kind works out of its state; `value` is finite. */
export interface KpiValue<F = number | Money | null> {
  readonly value: number;
  readonly numerator: F;
  readonly denominator: F;
  /** Of the value; absent where the figure is no sample, and with the reason `kpi.interval-unknown` where the sample cannot tell: all alike, or too few. */
  readonly interval?: Interval;
  /** The least and the most that the value can be, where the definition says so: of a mean on a scale, of a `share`. */
  readonly range?: { readonly lowest: number; readonly highest: number };
  /** How the value was made: `proportion`, `ratings-top-box`, … */
  readonly method: string;
  /** The largest relative error that keeping bins in place of cases may have brought in; absent if there is none. */
  readonly relativeError?: number;
  /** Cases that are still open, whose outcome is not known. */
  readonly open?: number;
  /** Of numbers: their sample variance (over n − 1), in the square of their unit; absent for a single one. */
  readonly variance?: number;
  /** For bridges: the way from opening to closing, with what it leaves unexplained. */
  readonly bridge?: ValueBridge;
  /** For funnels: every step. */
  readonly steps?: readonly FunnelStep[];
  /** For tallies: every category, the most frequent first. */
  readonly shares?: readonly TallyShare[];
  /** For survival: the curve, a step for each time at which somebody left. */
  readonly curve?: readonly SurvivalStep[];
  /** What the reader must know beside the value; empty if nothing. */
  readonly reasons: readonly Reason[];
}

/** One step of a funnel. */
export interface FunnelStep {
  readonly id: string;
  /** How many came this far. */
  readonly reached: number;
  /** How many are here and may still go on, or ended before their window here was over. */
  readonly open: number;
  /** How many went on from here though their window here is not over; absent if nobody did. */
  readonly early?: number;
  /** Of those at the step before who are neither open nor early there, the share that came here; absent for the first step and where nobody is decided. */
  readonly fromPrevious?: number;
  /** Of `fromPrevious` (Wilson). */
  readonly interval?: Interval;
}

/** One category of a tally. */
export interface TallyShare {
  readonly id: string;
  readonly count: number;
  readonly share: number;
  /** The shares from the first to this one. */
  readonly cumulative: number;
  /** Holds for all categories at once. */
  readonly interval: Interval;
}

/** How many cases of a kind were left out, and why. */
export interface ExcludedCases {
  /** Of the definition's exclusion. */
  readonly id: string;
  /** The definition's own. For ready definitions `kpiMessages` has them in three languages under `kpi.excluded.` and the id. */
  readonly words: string;
  readonly count: number;
}

/** What a result says of itself, with a value or without. */
export interface KpiHead {
  readonly kpi: string;
  readonly version: string;
  readonly unit: string;
  /** Cases on which the value rests. */
  readonly n: number;
  /** The time it is about, if the caller said so. */
  readonly period?: KpiPeriod;
  /** The cases left out, in the definition's order; empty if none were. */
  readonly excluded: readonly ExcludedCases[];
}

/** A KPI with what it rests on. */
export interface KpiOk<K extends KpiKind = KpiKind> extends KpiHead, KpiValue<KpiFigures[K]> {
  readonly status: 'ok';
}

/** No value, because there is too little to make one of. */
export interface KpiInsufficient extends KpiHead {
  readonly status: 'insufficient';
  readonly minimumSample: number;
  /** `kpi.no-cases`, `kpi.sample-too-small`, `kpi.denominator-not-positive`, `kpi.no-base`, `kpi.no-amount`, `kpi.not-a-share`, … */
  readonly reason: Reason;
  /** For bridges of cases enough that began with nothing: the way to the closing amount, which has no growth. */
  readonly bridge?: ValueBridge;
}

/** What a state amounts to: a value, or the reason why there is none. Never NaN. */
export type KpiResult<K extends KpiKind = KpiKind> = KpiOk<K> | KpiInsufficient;
