import { AptfolioError, at, checkInteger, type FieldsOf } from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import type { Money } from '../../money/index.js';
import type { ExactMomentsDraft, QuantileSketchDraft } from '../../statistics/index.js';
import type { KpiDefinitions, KpiDescription, KpiKind } from '../definition.js';
import type { KpiFigures, KpiValue } from '../result.js';
import type { KpiData, KpiEvents } from '../state.js';
import type { AmountReader, UnitSum } from './amounts.js';
import type { ComparableSample, LinearPart, StratumPart } from './sample.js';

/** What a kind keeps while it is being added to: the same content as `KpiData`, changed in place and private. */
export interface KindDrafts {
  readonly proportion: { successes: number; trials: number };
  readonly 'count-ratio': { numerator: number; denominator: number };
  readonly rate: { count: number; exposure: number };
  readonly ratings: { readonly counts: number[] };
  readonly detection: { truePositives: number; falsePositives: number; falseNegatives: number };
  readonly 'amount-ratio': {
    readonly reader: AmountReader;
    readonly numerator: UnitSum;
    readonly denominator: UnitSum;
    /** In billionths of a smallest unit. */
    readonly numeratorRest: UnitSum;
    readonly denominatorRest: UnitSum;
    cases: number;
  };
  readonly 'amount-per-count': {
    readonly reader: AmountReader;
    readonly amount: UnitSum;
    amounts: number;
    count: number;
  };
  readonly 'amount-bridge': {
    readonly reader: AmountReader;
    readonly opening: UnitSum;
    readonly lines: readonly UnitSum[];
    readonly closing: UnitSum;
    cases: number;
  };
  readonly 'within-limit': { readonly within: LimitCases; readonly open: LimitCases; over: number };
  readonly durations: QuantileSketchDraft;
  readonly survival: SurvivalDraft;
  readonly measurements: ExactMomentsDraft;
  readonly tally: { readonly counts: number[] };
  readonly funnel: {
    readonly stopped: number[];
    readonly open: number[];
    readonly early: number[];
  };
}

/** Counts by whole time, grown as far as the longest time seen: `left[cause][time]`. */
export interface SurvivalDraft {
  readonly left: readonly number[][];
  readonly stayed: number[];
}

/** Cases by part of the time up to a limit. */
export interface LimitCases {
  /** All of them. */
  n: number;
  /** As far as the latest part seen, without holes. */
  readonly parts: number[];
}

/** The fields of a definition that only its kind has. */
export type KindFields<K extends KpiKind> = Omit<KpiDefinitions[K], keyof KpiDescription>;

/** Fields of an event or a stored state, not yet checked. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * What a kind of KPI can do. `add` and `join` must be associative and commutative: streamed = batched and the merging of partial states rest
 * on nothing else.
 */
export interface KindMethods<K extends KpiKind> {
  /** The fields of a definition that only this kind has. */
  readonly definitionFields: FieldsOf<Omit<KindFields<K>, 'kind'>>;
  readonly eventFields: FieldsOf<KpiEvents[K]>;
  /** The fields that may stand in an event or not and say the same, with what they then say; default none. */
  readonly eventDefaults?: Partial<KpiEvents[K]>;
  /** How many of them every event has. */
  readonly leastFields: number;
  /** Checks and copies the fields that only this kind has. */
  define(fields: Fields, path: string): KindFields<K>;
  empty(kpi: KpiDefinitions[K]): KindDrafts[K];
  /** Checks one event and adds it; a draft is as it was if the event is refused. */
  add(kpi: KpiDefinitions[K], draft: KindDrafts[K], event: Fields, path: string): void;
  /** Checks the data of a stored state. */
  read(kpi: KpiDefinitions[K], data: Fields, path: string): KindDrafts[K];
  /** Adds the second to the first, which is as it was if the sum is refused. */
  join(draft: KindDrafts[K], other: KindDrafts[K]): void;
  /** Plain frozen data, the same bytes for the same cases in any order. */
  write(kpi: KpiDefinitions[K], draft: KindDrafts[K]): KpiData[K];
  /** The cases on which the value rests; of a rate, its exposure. */
  size(kpi: KpiDefinitions[K], draft: KindDrafts[K]): number;
  /** The people or events it speaks of, open ones included, by which a figure about few is told; default the size. */
  subjects?(kpi: KpiDefinitions[K], draft: KindDrafts[K]): number;
  /**
   * The subjects, split into numbers of which a result tells each, such as those above the line of a share, the others and those still open: in a table each of them
   * adds up on its own. The same number of parts for every draft of a KPI; default the subjects alone.
   */
  shownCounts?(kpi: KpiDefinitions[K], draft: KindDrafts[K]): readonly number[];
  /** For a size of at least 1. */
  value(
    kpi: KpiDefinitions[K],
    draft: KindDrafts[K],
    confidence: number,
  ): KpiValue<KpiFigures[K]> | Reason;
  /** Why there is nothing to show where the size is 0; default that there are no cases. */
  reasonWithout?(draft: KindDrafts[K]): Reason | null;
  /** What is shown also where cases enough give no value; default nothing. */
  besides?(kpi: KpiDefinitions[K], draft: KindDrafts[K]): Pick<KpiValue, 'bridge'>;
  /**
   * Drafts whose cases are tested against each other, each kept as exactly as the others, and whether any was moved for it; absent where a kind keeps all cases in one way, however many there are.
   */
  alike?(drafts: readonly KindDrafts[K][]): {
    readonly data: readonly KindDrafts[K][];
    readonly reasons: readonly Reason[];
  };
  /** For a size of at least 1; null if the kind has no test. */
  sample(kpi: KpiDefinitions[K], draft: KindDrafts[K]): ComparableSample | null;
  /**
   * What the value brings to that of several strata, or why it has none, for a size of at least 1; absent or null where it is the sample that is put together, or
   * nothing can be.
   */
  part?(kpi: KpiDefinitions[K], draft: KindDrafts[K]): StratumPart | Reason | null;
}

/** A whole number of at least 0; absent counts as `fallback`. */
export function countOf(
  value: unknown,
  path: string,
  key: string | number,
  fallback?: number,
): number {
  // The common case makes no path: events come by the million.
  if (typeof value === 'number' && value >= 0 && Number.isSafeInteger(value)) return value;
  if (value === undefined && fallback !== undefined) return fallback;
  return checkInteger(value, at(path, key), { min: 0 });
}

/** True or false; absent counts as false. */
export function flagOf(value: unknown, path: string, key: string): boolean {
  if (value === undefined || value === false) return false;
  if (value === true) return true;
  throw new AptfolioError('invalid-type', at(path, key), 'true or false', value);
}

/** The sum of two counts, refused beyond what a double holds exactly. */
export function addCounts(a: number, b: number): number {
  const sum = a + b;
  if (!Number.isSafeInteger(sum)) {
    throw new AptfolioError('out-of-range', 'state', 'counts below 2^53', sum);
  }
  return sum;
}

/** Counts, and those that are added to them, place by place. */
export type CountsWithOthers = readonly [counts: number[], others: readonly number[]];

/** Adds each count of the second list of a pair to that of the first at the same place; all are as they were if one sum is refused. */
export function joinCounts(...pairs: readonly CountsWithOthers[]): void {
  checkJoin(...pairs);
  for (const [counts, others] of pairs) {
    for (let i = 0; i < others.length; i++) counts[i] = (counts[i] ?? 0) + others[i]!;
  }
}

/** Refuses counts whose sums a double does not hold exactly. */
export function checkJoin(...pairs: readonly CountsWithOthers[]): void {
  for (const [counts, others] of pairs) {
    for (let i = 0; i < others.length; i++) addCounts(counts[i] ?? 0, others[i]!);
  }
}

/** Adds the counts of such names to those of the first; all are as they were if one sum is refused. */
export function joinNamed<N extends string>(
  draft: Record<N, number>,
  other: Readonly<Record<N, number>>,
  names: readonly N[],
): void {
  const sums = names.map((name) => addCounts(draft[name], other[name]));
  names.forEach((name, i) => {
    draft[name] = sums[i]!;
  });
}

/** Refuses a share with more above than below the line. */
export function checkShare(part: number, whole: number, path: string, key: string): void {
  if (part > whole) {
    throw new AptfolioError('out-of-range', at(path, key), `a whole number up to ${whole}`, part);
  }
}

/** Tells a reason from a value. */
export function isReason(
  outcome: KpiValue<number | Money | null> | StratumPart | Reason,
): outcome is Reason {
  return 'severity' in outcome;
}

/** A value of which every case is counted as part of that of several strata. */
export function countedPart(
  outcome: KpiValue<number | Money | null> | Reason,
  weight: number,
): LinearPart | Reason {
  return isReason(outcome) ? outcome : { kind: 'linear', value: outcome.value, weight };
}
