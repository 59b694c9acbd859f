import { makeReason, type Reason } from '../../evidence/index.js';
import type { ConfidenceOptions } from '../../statistics/index.js';
import { isSignificant, readConfidenceOnly } from '../confidence.js';
import { methodsOf } from '../define.js';
import type { Kpi, KpiDirection, KpiKind } from '../definition.js';
import { type Draft, readState } from '../draft.js';
import { isReason } from '../kinds/kind.js';
import type { KpiState } from '../state.js';
import { outcomeOf, shortageIn } from '../summarise.js';
import { alikeDrafts } from './alike.js';
import { compareSamples } from './compare-samples.js';
import type { BeforeAfter, ComparisonFinding, Judgement } from './comparison.js';
import { ownPeriodReason } from './own-period.js';
import type { Side } from './sides.js';
import { judge } from './verdict.js';

/**
 * Compares two periods of one KPI: how large the change is, how sure, and what the comparison cannot show.
 *
 * Shares (proportions, top boxes, precision, recall, within a limit) are compared by the pooled two-proportion z test, or Fisher's where fewer than five cases are to
 * be expected in a cell, with Newcombe's interval of the difference and Cohen's h; means as by `twoMeansTest`, and net promoter scores as by `netPromoterDifference`, with
 * Cohen's d; rates by the exact conditional test and the rate ratio; durations by ranks (Mann–Whitney, Hodges–Lehmann shift, Cliff's delta), or with cases still open, like
 * survival, by the log-rank test, exact for few events, and Cox's hazard ratio, where one side is kept in bins both put into them for the test (`kpi.compared-in-bins`), in whatever order within them finds least (`kpi.order-in-bins-unknown`); the interval of their difference is put together of those of both values (Zou and
 * Donner 2008). The share that leaves for one of several causes, and funnels and shares within a limit with open cases, are compared by that interval alone, which ends at 0 at a confidence of 1 less the p-value, or of few cases by Fisher's test, and F1 by the test of the share it rises with. Sums of money
 * are subtracted. The two periods' cases are taken to be independent. A proportion annualised by `periodsPerYear` is compared as it is in its own period, and `kpi.compared-in-own-period` says so.
 *
 * @param before state of the period before the change.
 * @param after state of the period after it.
 * @param options `confidence` of the interval, default 0.95; the verdict's significance is 1 − confidence. Where test and interval
 * differ about 0 the verdict is `not-shown`, with the reason `kpi.test-and-interval-differ`; `kpi.test-and-effect-differ` and `kpi.test-and-shift-differ` say where only the interval of
 * the effect size or of the shift differs.
 * @returns `compared`, `no-variation`, `described` (figures without a test) or `insufficient`; the first three always carry
 * `kpi.no-control-group`. For several KPIs at once see `compareSeveral`, with a control group `compareWithControl`.
 * @throws AptfolioError with path `before…`, `after…` or `options…`.
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
  const confidence = readConfidenceOnly(options);
  const drafts = [readState(kpi, before, 'before'), readState(kpi, after, 'after')] as const;
  const head = { kpi: kpi.id, version: kpi.version };
  const shortages = drafts.flatMap((draft) => shortageOf(kpi, draft));
  if (shortages.length > 0) return outcome({ ...head, status: 'insufficient', reasons: shortages });
  const alike = alikeDrafts(kpi, drafts);
  const [first, second] = drafts.map((draft, i) =>
    sideOf(kpi, draft, confidence, alike.drafts[i]),
  ) as [KpiSide, KpiSide];
  const found = compareSamples(first, second, confidence);
  if (found === null) {
    const reasons = [untoldOf(first, second)];
    return outcome({ ...head, status: 'insufficient', reasons });
  }
  const { finding, change } = found;
  const own = [...ownPeriodReason(kpi), ...alike.reasons];
  if (finding.status !== 'compared') {
    return outcome({ ...head, ...finding, reasons: [...finding.reasons, ...own] });
  }
  const result = judged(finding, change, confidence, kpi.direction);
  return outcome({ ...head, ...result, reasons: [...result.reasons, ...own] });
}

/** Why a state is too little to compare. */
export function shortageOf<K extends KpiKind>(kpi: Kpi<K>, draft: Draft<K>): readonly Reason[] {
  const reason = shortageIn(kpi, draft);
  return reason === null ? [] : [reason];
}

/**
 * What one state brings to a comparison.
 *
 * @param tested the same cases as they are tested against those of the other side; default as they are.
 */
export function sideOf<K extends KpiKind>(
  kpi: Kpi<K>,
  draft: Draft<K>,
  confidence: number,
  tested: Draft<K> = draft,
): KpiSide {
  const methods = methodsOf(kpi);
  const n = methods.size(kpi, draft.data);
  const sample = methods.sample(kpi, tested.data);
  const value = outcomeOf(kpi, draft, confidence);
  const endsAt = (other: number) => {
    const outcome = outcomeOf(kpi, draft, other);
    return isReason(outcome) ? undefined : outcome.interval;
  };
  if (isReason(value)) return { sample, n, endsAt, value: null, missing: value };
  const { interval, relativeError } = value;
  return { sample, n, endsAt, value: value.value, interval, relativeError };
}

/** A side with the reason why it has no value. */
export interface KpiSide extends Side {
  readonly missing?: Reason;
}

/** Why sides cannot be compared: a value is missing, or a mean is of a single case, which has no variance. */
export function untoldOf(...sides: readonly KpiSide[]): Reason {
  const missing = sides.find((side) => side.missing !== undefined)?.missing;
  return missing ?? makeReason('kpi.sample-too-small', 'info', { n: 1, minimum: 2 });
}

/** A finding with its verdict. */
function judged(
  finding: ComparisonFinding,
  change: number,
  confidence: number,
  direction: KpiDirection,
): ComparisonFinding & Judgement {
  const { before, after, pValue } = finding;
  const chance = isSignificant(pValue, confidence)
    ? null
    : makeReason('kpi.change-not-shown', 'info', { p: pValue });
  const values = { from: before, to: after };
  const { verdict, doubts } = judge({ change, finding, confidence }, values, direction, chance);
  return { ...finding, verdict, reasons: [...finding.reasons, ...doubts] };
}

/** Freezes an outcome with its parts. */
export function outcome<T extends object>(result: T): T {
  for (const part of Object.values(result)) {
    if (typeof part === 'object' && part !== null) Object.freeze(part);
  }
  return Object.freeze(result);
}
