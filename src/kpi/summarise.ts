import { type FieldsOf, refuseUnknown } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import type { ConfidenceOptions } from '../statistics/index.js';
import { readConfidence } from './confidence.js';
import { methodsOf } from './define.js';
import type { Kpi, KpiKind } from './definition.js';
import { type Draft, readState } from './draft.js';
import { addCounts, isReason } from './kinds/kind.js';
import { checkPeriod, type KpiPeriod } from './period/period.js';
import type { KpiFigures, KpiHead, KpiResult, KpiValue } from './result.js';
import type { KpiState } from './state.js';

/** How a state is summed up. */
export interface SummariseOptions extends ConfidenceOptions {
  /** The time that the state is about; it stands in the result as it is given. */
  readonly period?: KpiPeriod;
}

/**
 * Turns a state into the KPI's value with numerator, denominator, number of cases, interval and method, or
 * says why there is none.
 *
 * @param state of this KPI.
 * @param options `confidence` of the intervals, default 0.95; `period` that the state is about.
 * @returns `ok`, or `insufficient` with a reason: no cases at all, fewer than the definition's `minimumSample`, or
 * nothing to divide by. Never NaN.
 * @throws AptfolioError with path `state…` or `options…`; `inconsistent` if the state is of another KPI.
 *
 * @example
 * ```ts
 * import { accumulateAll, serviceKpis, summarise } from 'aptfolio/kpi';
 *
 * const { withinSla } = serviceKpis({ currency: 'CNY', slaHours: 8 });
 * const hours = [2.5, 4, 7, 1.5, 26, 3, 5.5, 9];
 * const { state } = accumulateAll(withinSla, hours.map((duration) => ({ duration })));
 * const result = summarise(withinSla, state);
 * result.value; // => 0.75
 * result.numerator; // => 6
 * result.interval.low; // => 0.40927543031016883
 * ```
 */
export function summarise<K extends KpiKind>(
  kpi: Kpi<K>,
  state: KpiState<NoInfer<K>>,
  options: SummariseOptions = {},
): KpiResult<K> {
  return resultOf(kpi, readState(kpi, state, 'state'), knownOptions(options));
}

const OPTIONS: FieldsOf<SummariseOptions> = { confidence: true, period: true };

/** Refuses an option that there is not. */
export function knownOptions(options: SummariseOptions): SummariseOptions {
  refuseUnknown(options, 'options', OPTIONS);
  return options;
}

/** The result of a draft. */
export function resultOf<K extends KpiKind>(
  kpi: Kpi<K>,
  draft: Draft<K>,
  options: SummariseOptions,
): KpiResult<K> {
  const methods = methodsOf(kpi);
  const confidence = readConfidence(options);
  const n = methods.size(kpi, draft.data);
  const head = headOf(kpi, draft, n, options.period);
  const tooFew = shortageIn(kpi, draft);
  const outcome = tooFew ?? outcomeOf(kpi, draft, confidence);
  if (isReason(outcome)) {
    const { minimumSample } = kpi;
    const besides = tooFew === null ? methods.besides?.(kpi, draft.data) : undefined;
    const none = { status: 'insufficient', ...head, minimumSample, reason: outcome } as const;
    return Object.freeze({ ...none, ...besides });
  }
  return Object.freeze({
    status: 'ok',
    ...head,
    ...outcome,
    value: outcome.value + 0,
    ...(outcome.interval && { interval: Object.freeze({ ...outcome.interval }) }),
    reasons: Object.freeze([
      ...outcome.reasons,
      ...unsure(kpi, draft, outcome),
      ...manyUndecided(kpi, draft, n),
    ]),
  });
}

/** The value of a draft of cases enough, or why there is none. */
export function outcomeOf<K extends KpiKind>(
  kpi: Kpi<K>,
  draft: Draft<K>,
  confidence: number,
): KpiValue<KpiFigures[K]> | Reason {
  const outcome = methodsOf(kpi).value(kpi, draft.data, confidence);
  if (kpi.share !== true || isReason(outcome)) return outcome;
  const { value } = outcome;
  if (value >= WHOLE.lowest && value <= WHOLE.highest) return { ...outcome, range: WHOLE };
  return makeReason('kpi.not-a-share', 'warn', { value });
}

/** Between which a part of a whole lies. */
const WHOLE = Object.freeze({ lowest: 0, highest: 1 });

/** That a figure of a sample has no interval, which is not to be sure of it: all came out alike, or there are too few. */
function unsure<K extends KpiKind>(
  kpi: Kpi<K>,
  draft: Draft<K>,
  { interval }: KpiValue<KpiFigures[K]>,
): readonly Reason[] {
  if (interval !== undefined || methodsOf(kpi).sample(kpi, draft.data) === null) return [];
  return [makeReason('kpi.interval-unknown', 'info')];
}

/** One in twenty. */
const MOST_UNDECIDED = 0.05;

/** That many cases are left out of which one kind is decided sooner than another. */
function manyUndecided(kpi: Kpi, { excluded }: Draft, n: number): readonly Reason[] {
  const counts = kpi.exclusions.map(({ pending }, i) => (pending === true ? excluded[i]! : 0));
  const undecided = counts.reduce(addCounts, 0);
  if (undecided <= MOST_UNDECIDED * (n + undecided)) return [];
  return [makeReason('kpi.many-undecided', 'warn', { undecided, n })];
}

/** Why the cases of a draft are not enough, or null if they are: too few, none at all, or none that is decided. */
export function shortageIn<K extends KpiKind>(kpi: Kpi<K>, { data }: Draft<K>): Reason | null {
  const methods = methodsOf(kpi);
  const n = methods.size(kpi, data);
  const without = n === 0 ? methods.reasonWithout?.(data) : null;
  return without ?? sizeReason(n, kpi.minimumSample);
}

/** Why a number of cases is not enough, or null if it is. */
export function sizeReason(n: number, minimumSample: number): Reason | null {
  if (n === 0) return makeReason('kpi.no-cases', 'info');
  if (n >= minimumSample) return null;
  return makeReason('kpi.sample-too-small', 'info', { n, minimum: minimumSample });
}

function headOf(kpi: Kpi, draft: Draft, n: number, period: KpiPeriod | undefined): KpiHead {
  const excluded = kpi.exclusions.flatMap(({ id, words }, i) => {
    const count = draft.excluded[i]!;
    return count === 0 ? [] : [Object.freeze({ id, words, count })];
  });
  return {
    kpi: kpi.id,
    version: kpi.version,
    unit: kpi.unit,
    n,
    ...(period && { period: checkPeriod(period, 'options.period') }),
    excluded: Object.freeze(excluded),
  };
}
