import { makeReason, type Reason } from '../../evidence/index.js';
import { differenceOfEstimates, type Interval } from '../../statistics/index.js';
import type { IntervalEnds } from '../interval-around.js';
import type { ComparableSample } from '../kinds/sample.js';
import type { ComparedPeriod, ComparisonFinding, Described, NoVariation } from './comparison.js';

/** What a comparison found. */
export type Finding = ComparisonFinding | NoVariation | Described;

/** What a comparison found, and which way it points. */
export interface Found<F extends Finding = Finding> {
  readonly finding: F;
  /** Above 0 where the test says that the value rose; 0 where there was none. */
  readonly change: number;
}

/** What one side brings to a comparison. */
export interface Side<S = ComparableSample | null> {
  /** Null where its kind has no test. */
  readonly sample: S;
  /** Of the KPI; null where it has none. */
  readonly value: number | null;
  /** Of the value, which is too high by at most this share of it; absent where it is exact. */
  readonly relativeError?: number | undefined;
  /** Of the value. */
  readonly interval?: Interval | undefined;
  /** The interval's ends at another confidence; undefined where there is no interval. */
  readonly endsAt: (confidence: number) => IntervalEnds | undefined;
  readonly n: number;
}

type Kind = ComparableSample['kind'];
type SampleOf<K extends Kind> = Extract<ComparableSample, { readonly kind: K }>;

/** Two sides whose samples are of one kind, the earlier first. */
export type Pair<K extends Kind> = readonly [Side<SampleOf<K>>, Side<SampleOf<K>>];

/** Whether both samples are of this kind. */
export function bothAre<K extends Kind>(kind: K, pair: readonly [Side, Side]): pair is Pair<K> {
  return pair.every(({ sample }) => sample?.kind === kind);
}

/** The values are the KPI's own: what half took, what share stayed. */
export function sidesOf([before, after]: readonly [Side, Side]): {
  readonly before: ComparedPeriod;
  readonly after: ComparedPeriod;
} {
  return { before: periodOf(before), after: periodOf(after) };
}

/** What is shown of a side. */
export function periodOf({ value, relativeError, n }: Side): ComparedPeriod {
  return relativeError === undefined ? { value, n } : { value, relativeError, n };
}

/** After less before, with an interval made of both sides' own. */
export function differenceOf([before, after]: readonly [Side, Side]): {
  readonly difference: number | null;
  readonly interval?: Interval;
} {
  if (before.value === null || after.value === null) return { difference: null };
  if (before.interval === undefined || after.interval === undefined) {
    return { difference: after.value - before.value };
  }
  return differenceOfEstimates(
    { value: after.value, interval: after.interval },
    { value: before.value, interval: before.interval },
  );
}

/** That nothing varies. */
export function noVariation(
  sides: Pick<NoVariation, 'before' | 'after'>,
  difference: number | null,
): Found<NoVariation> {
  const reasons = [noControlGroup(), makeReason('kpi.all-alike', 'info')];
  return { finding: { ...sides, status: 'no-variation', difference, reasons }, change: 0 };
}

/** That other causes cannot be told apart from what was changed. */
export function noControlGroup(): Reason {
  return makeReason('kpi.no-control-group', 'warn');
}

/** A figure read off bins is off by this share of it at most, unless it depends on the order within them. */
const MOST_OF_BIN = 1 / 256 + 1e-9;

/** That a figure of one of the sides is not known as exactly as its bins are: it depends on the order of closed and open cases within them. */
export function unknownOrderOf(
  sides: readonly { readonly relativeError?: number | undefined }[],
): readonly Reason[] {
  return sides.some(({ relativeError = 0 }) => relativeError > MOST_OF_BIN) ? [orderUnknown()] : [];
}

/** That what is told depends on the order of cases within bins, which is not known. */
export function orderUnknown(): Reason {
  return makeReason('kpi.order-in-bins-unknown', 'info');
}

/** That the test rests on few cases. */
export function fewExpected(): Reason {
  return makeReason('kpi.few-expected-cases', 'warn');
}
