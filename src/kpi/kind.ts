import { AptfolioError, at, checkInteger } from '../errors/index.js';
import type { Reason } from '../evidence/index.js';
import type { Money } from '../money/index.js';
import type { SampleMoments } from '../statistics/index.js';
import type { KpiDefinitions, KpiDescription, KpiKind } from './definition.js';
import type { KpiFigures, KpiValue } from './result.js';
import type { KpiData } from './state.js';

/** The state while it is being added to: the same content as `KpiData`, mutable and private. */
export interface KpiDrafts {
  readonly proportion: { successes: number; trials: number };
  readonly 'count-ratio': { numerator: number; denominator: number };
  readonly ratings: { counts: number[] };
  readonly detection: { truePositives: number; falsePositives: number; falseNegatives: number };
  readonly 'amount-ratio': { numerator: bigint; denominator: bigint; cases: number };
  readonly 'amount-bridge': { opening: bigint; lines: bigint[]; closing: bigint; cases: number };
  readonly durations: { values: number[] };
}

/** The fields of a definition that only its kind has. */
export type KindFields<K extends KpiKind> = Omit<KpiDefinitions[K], keyof KpiDescription>;

/** What a comparison of two states can rest on. */
export type ComparableSample =
  | { readonly kind: 'proportion'; readonly successes: number; readonly n: number }
  | { readonly kind: 'moments'; readonly moments: SampleMoments };

/**
 * What a kind of KPI can do. `join` must be associative and commutative: streamed = batched and the
 * merging of partial states rest on nothing else.
 */
export interface KindMethods<K extends KpiKind> {
  /** Checks and copies the fields that only this kind has. */
  define(fields: Readonly<Record<string, unknown>>, path: string): KindFields<K>;
  empty(kpi: KpiDefinitions[K]): KpiDrafts[K];
  /** Checks one event. */
  event(
    kpi: KpiDefinitions[K],
    event: Readonly<Record<string, unknown>>,
    path: string,
  ): KpiDrafts[K];
  /** Checks the data of a stored state. */
  read(kpi: KpiDefinitions[K], data: Readonly<Record<string, unknown>>, path: string): KpiDrafts[K];
  /** Adds the second to the first. */
  join(draft: KpiDrafts[K], other: KpiDrafts[K]): void;
  /** Plain frozen data, the same bytes for the same cases in any order. */
  write(kpi: KpiDefinitions[K], draft: KpiDrafts[K]): KpiData[K];
  size(kpi: KpiDefinitions[K], draft: KpiDrafts[K]): number;
  /** For a size of at least 1. */
  value(
    kpi: KpiDefinitions[K],
    draft: KpiDrafts[K],
    confidence: number,
  ): KpiValue<KpiFigures[K]> | Reason;
  /** For a size of at least 1; null if the kind has no test. */
  sample(kpi: KpiDefinitions[K], draft: KpiDrafts[K]): ComparableSample | null;
}

/** A whole number of at least 0; absent counts as `fallback`. */
export function readCount(value: unknown, path: string, fallback?: number): number {
  if (value === undefined && fallback !== undefined) return fallback;
  return checkInteger(value, path, { min: 0 });
}

/** The sum of two counts, refused beyond what a double holds exactly. */
export function addCounts(a: number, b: number): number {
  const sum = a + b;
  if (!Number.isSafeInteger(sum)) {
    throw new AptfolioError('out-of-range', 'state', 'counts below 2^53', sum);
  }
  return sum;
}

/** Refuses a share with more above than below the line. */
export function checkShare(part: number, whole: number, path: string, key: string): void {
  if (part > whole) {
    throw new AptfolioError('out-of-range', at(path, key), `a whole number up to ${whole}`, part);
  }
}

/** Tells a reason from a value. */
export function isReason(outcome: KpiValue<number | Money | null> | Reason): outcome is Reason {
  return 'severity' in outcome;
}
