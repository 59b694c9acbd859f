import { makeReason, type Reason } from '../evidence/index.js';
import type { ConfidenceOptions, Interval } from '../statistics/index.js';
import { readState } from './accumulate.js';
import { readConfidence } from './confidence.js';
import { methodsOf } from './define.js';
import type { Kpi, KpiKind } from './definition.js';
import { isReason } from './kind.js';
import type { KpiFigures, KpiInsufficient, KpiOk, KpiResult, KpiValue } from './result.js';
import type { KpiState } from './state.js';

/**
 * Turns a state into the KPI's value with numerator, denominator, number of cases, interval and method, or
 * says why there is none.
 *
 * @param state of this KPI.
 * @param options `confidence` of the intervals, default 0.95.
 * @returns `ok`, or `insufficient` with a reason: no cases at all, fewer than the definition's `minimumSample`, or
 * nothing to divide by. Never NaN.
 * @throws AptfolioError with path `state…` or `options.confidence`; `inconsistent` if the state is of another KPI.
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
  options: ConfidenceOptions = {},
): KpiResult<K> {
  const methods = methodsOf(kpi);
  const confidence = readConfidence(options);
  const draft = readState(kpi, state, 'state');
  const n = methods.size(kpi, draft);
  const tooFew = sizeReason(n, kpi.minimumSample);
  if (tooFew !== null) return insufficient(kpi, n, tooFew);
  const outcome = methods.value(kpi, draft, confidence);
  return isReason(outcome) ? insufficient(kpi, n, outcome) : ok(kpi, n, outcome);
}

/** Why a number of cases is not enough, or null if it is. */
export function sizeReason(n: number, minimumSample: number): Reason | null {
  if (n === 0) return makeReason('kpi.no-cases', 'info');
  if (n >= minimumSample) return null;
  return makeReason('kpi.sample-too-small', 'info', { n, minimum: minimumSample });
}

function insufficient(kpi: Kpi, n: number, reason: Reason): KpiInsufficient {
  const { id, version, unit, minimumSample } = kpi;
  return Object.freeze({
    status: 'insufficient',
    kpi: id,
    version,
    unit,
    n,
    minimumSample,
    reason,
  });
}

function ok<K extends KpiKind>(kpi: Kpi<K>, n: number, outcome: KpiValue<KpiFigures[K]>): KpiOk<K> {
  const { value, numerator, denominator, interval, method, bridge, reasons } = outcome;
  return Object.freeze({
    status: 'ok',
    kpi: kpi.id,
    version: kpi.version,
    unit: kpi.unit,
    value: value + 0,
    numerator,
    denominator,
    n,
    ...(interval === undefined ? {} : { interval: Object.freeze<Interval>({ ...interval }) }),
    method,
    ...(bridge === undefined ? {} : { bridge }),
    reasons: Object.freeze([...reasons]),
  });
}
