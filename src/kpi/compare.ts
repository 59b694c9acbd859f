import { makeReason, type Reason } from '../evidence/index.js';
import {
  type ConfidenceOptions,
  cohensH,
  type Interval,
  newcombeDifference,
  type SampleMoments,
  twoProportionTest,
  welchTest,
} from '../statistics/index.js';
import { readState } from './accumulate.js';
import { readConfidence } from './confidence.js';
import { methodsOf } from './define.js';
import type { Kpi, KpiDirection, KpiKind } from './definition.js';
import type { ComparableSample } from './kind.js';
import type { KpiState } from './state.js';
import { sizeReason } from './summarise.js';

/** One side of a comparison. */
export interface ComparedPeriod {
  /** In the measure compared: a share, a mean, a net promoter score. */
  readonly value: number;
  readonly n: number;
}

/** What a change looks like against the KPI's direction; `not-shown` if chance could well explain it. */
export type ChangeVerdict = 'better' | 'worse' | 'different' | 'not-shown';

/** What comparing two periods showed; a comparison always carries the caveat that there was no control group. */
export type BeforeAfter =
  | {
      readonly status: 'compared';
      readonly kpi: string;
      readonly version: string;
      readonly before: ComparedPeriod;
      readonly after: ComparedPeriod;
      /** After less before. */
      readonly difference: number;
      /** Of the difference; method `newcombe-10` for shares, `welch-t` for means. */
      readonly interval: Interval;
      /** How large the difference is, free of unit and sample size. */
      readonly effect: { readonly measure: 'cohens-h' | 'cohens-d'; readonly value: number };
      readonly statistic: number;
      /** Two-sided. */
      readonly pValue: number;
      readonly method: 'two-proportion-z-pooled' | 'welch-t';
      /** At a significance of 1 − confidence. */
      readonly verdict: ChangeVerdict;
      readonly reasons: readonly Reason[];
    }
  | {
      /** Every case of both periods came out alike. */
      readonly status: 'no-variation';
      readonly kpi: string;
      readonly version: string;
      readonly before: ComparedPeriod;
      readonly after: ComparedPeriod;
      readonly difference: number;
      readonly reasons: readonly Reason[];
    }
  | {
      /** Too few cases, or a kind of KPI for which no test is offered. */
      readonly status: 'insufficient' | 'not-comparable';
      readonly kpi: string;
      readonly version: string;
      readonly reasons: readonly Reason[];
    };

/** The part of an outcome that the test decides. */
type Finding =
  | Omit<Extract<BeforeAfter, { status: 'compared' }>, 'kpi' | 'version' | 'verdict'>
  | Omit<Extract<BeforeAfter, { status: 'no-variation' }>, 'kpi' | 'version'>;

/**
 * Compares two periods of one KPI: how large the change is, how sure, and what the comparison cannot show.
 *
 * Shares (proportions, top boxes, precision, recall, within a limit) are compared by the pooled two-proportion z
 * test with Newcombe's interval of the difference and Cohen's h; rating means and net promoter scores by Welch's t
 * test and Cohen's d. The two periods' cases are taken to be independent. A proportion annualised by
 * `periodsPerYear` is compared as it is in its own period.
 *
 * @param before state of the period before the change.
 * @param after state of the period after it.
 * @param options `confidence` of the interval, default 0.95; the verdict's significance is 1 − confidence.
 * @returns `compared`, `no-variation`, `insufficient` or `not-comparable`; the first two always carry
 * `kpi.no-control-group`.
 * @throws AptfolioError with path `before…`, `after…` or `options.confidence`.
 *
 * @example
 * ```ts
 * import { accumulateAll, compareBeforeAfter, serviceKpis } from 'aptfolio/kpi';
 *
 * const { withinSla } = serviceKpis({ currency: 'CNY' });
 * const stateOf = (hours) => accumulateAll(withinSla, hours.map((duration) => ({ duration }))).state;
 * const change = compareBeforeAfter(
 *   withinSla,
 *   stateOf([3, 9, 12, 4, 20, 11]),
 *   stateOf([2, 3, 9, 4, 5, 7]),
 * );
 * change.status; // => 'compared'
 * change.difference; // => 0.5
 * change.verdict; // => 'not-shown'
 * change.reasons[0].code; // => 'kpi.no-control-group'
 * ```
 */
export function compareBeforeAfter<K extends KpiKind>(
  kpi: Kpi<K>,
  before: KpiState<NoInfer<K>>,
  after: KpiState<NoInfer<K>>,
  options: ConfidenceOptions = {},
): BeforeAfter {
  const methods = methodsOf(kpi);
  const confidence = readConfidence(options);
  const drafts = [readState(kpi, before, 'before'), readState(kpi, after, 'after')] as const;
  const { id, version, direction } = kpi;
  const head = { kpi: id, version };
  const shortages = drafts.flatMap((draft) => {
    const reason = sizeReason(methods.size(kpi, draft), kpi.minimumSample);
    return reason === null ? [] : [reason];
  });
  if (shortages.length > 0) return outcome({ ...head, status: 'insufficient', reasons: shortages });
  const [first, second] = [methods.sample(kpi, drafts[0]), methods.sample(kpi, drafts[1])];
  if (first === null || second === null) {
    const reasons = [makeReason('kpi.not-comparable', 'info')];
    return outcome({ ...head, status: 'not-comparable', reasons });
  }
  const finding = compareSamples(first, second, confidence);
  if (finding === null) {
    // Only means get here, with a single case on one side: it has no variance.
    const reasons = [makeReason('kpi.sample-too-small', 'info', { n: 1, minimum: 2 })];
    return outcome({ ...head, status: 'insufficient', reasons });
  }
  if (finding.status === 'no-variation') return outcome({ ...head, ...finding });
  const verdict = verdictOf(finding.difference, finding.pValue, confidence, direction);
  const reasons =
    verdict === 'not-shown'
      ? [...finding.reasons, makeReason('kpi.change-not-shown', 'info', { p: finding.pValue })]
      : finding.reasons;
  return outcome({ ...head, ...finding, verdict, reasons });
}

function compareSamples(
  before: ComparableSample,
  after: ComparableSample,
  confidence: number,
): Finding | null {
  if (before.kind === 'proportion' && after.kind === 'proportion') {
    return compareShares(before, after, confidence);
  }
  if (before.kind === 'moments' && after.kind === 'moments') {
    return compareMeans(before.moments, after.moments, confidence);
  }
  return null;
}

type Share = Extract<ComparableSample, { kind: 'proportion' }>;

function compareShares(before: Share, after: Share, confidence: number): Finding {
  const test = twoProportionTest(after, before);
  const [p, q] = [before.successes / before.n, after.successes / after.n];
  const sides = { before: { value: p, n: before.n }, after: { value: q, n: after.n } };
  if (test.status === 'no-variation') {
    return { ...sides, status: 'no-variation', difference: 0, reasons: [noControlGroup()] };
  }
  const { low, high, method } = newcombeDifference(after, before, { confidence });
  return {
    ...sides,
    status: 'compared',
    difference: test.difference,
    interval: { low, high, confidence, method },
    effect: { measure: 'cohens-h', value: cohensH(q, p) },
    statistic: test.statistic,
    pValue: test.pValue,
    method: test.method,
    reasons: test.smallestExpected < 5 ? [noControlGroup(), fewExpected()] : [noControlGroup()],
  };
}

function compareMeans(
  before: SampleMoments,
  after: SampleMoments,
  confidence: number,
): Finding | null {
  if (before.n < 2 || after.n < 2) return null;
  const test = welchTest(after, before, { confidence });
  const sides = {
    before: { value: before.mean, n: before.n },
    after: { value: after.mean, n: after.n },
  };
  if (test.status === 'no-variation') {
    return {
      ...sides,
      status: test.status,
      difference: test.difference,
      reasons: [noControlGroup()],
    };
  }
  const spread = Math.sqrt((before.variance + after.variance) / 2);
  return {
    ...sides,
    status: 'compared',
    difference: test.difference,
    interval: test.interval,
    effect: { measure: 'cohens-d', value: test.difference / spread + 0 },
    statistic: test.statistic,
    pValue: test.pValue,
    method: test.method,
    reasons: [noControlGroup()],
  };
}

function verdictOf(
  difference: number,
  pValue: number,
  confidence: number,
  direction: KpiDirection,
): ChangeVerdict {
  if (pValue >= 1 - confidence) return 'not-shown';
  if (direction === 'neutral') return 'different';
  return difference > 0 === (direction === 'higher-is-better') ? 'better' : 'worse';
}

function noControlGroup(): Reason {
  return makeReason('kpi.no-control-group', 'warn');
}

function fewExpected(): Reason {
  return makeReason('kpi.few-expected-cases', 'warn');
}

/** Freezes an outcome with its parts. */
function outcome(result: BeforeAfter): BeforeAfter {
  for (const part of Object.values(result)) {
    if (typeof part === 'object') Object.freeze(part);
  }
  return Object.freeze(result);
}
