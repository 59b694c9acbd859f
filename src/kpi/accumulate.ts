import {
  AptfolioError,
  at,
  type BatchFailure,
  checkList,
  checkObject,
  mapBatch,
} from '../errors/index.js';
import { methodsOf } from './define.js';
import type { Kpi, KpiKind } from './definition.js';
import type { KpiDrafts } from './kind.js';
import type { KpiEvents, KpiState } from './state.js';

/** The state of a batch, and the rows that could not be used. */
export interface AccumulatedBatch<K extends KpiKind = KpiKind> {
  /** Made of the good rows. */
  readonly state: KpiState<NoInfer<K>>;
  readonly failures: readonly BatchFailure[];
}

/**
 * The state of a KPI before its first case.
 *
 * @param kpi made by `defineKpi`.
 * @throws AptfolioError with path `kpi` for anything else.
 */
export function emptyState<K extends KpiKind>(kpi: Kpi<K>): KpiState<K> {
  return write(kpi, methodsOf(kpi).empty(kpi));
}

/**
 * Adds one event to a state and returns the new state; the old one stays as it is.
 *
 * Costs the size of the state, which only for `durations` grows with the cases; add those with
 * `accumulateAll`.
 *
 * @param state of this KPI, from `emptyState`, an earlier call, or JSON.
 * @param event see `KpiEvents` for each kind.
 * @throws AptfolioError with path `event…` or `state…`; `inconsistent` if the state is of another KPI or version.
 *
 * @example
 * ```ts
 * import { accumulate, emptyState, serviceKpis } from 'aptfolio/kpi';
 *
 * const { medianHandling } = serviceKpis({ currency: 'CNY' });
 * const state = accumulate(medianHandling, emptyState(medianHandling), { duration: 2.5 });
 * state.data; // => { values: [2.5] }
 * ```
 */
export function accumulate<K extends KpiKind>(
  kpi: Kpi<K>,
  state: KpiState<NoInfer<K>>,
  event: KpiEvents[NoInfer<K>],
): KpiState<K> {
  const methods = methodsOf(kpi);
  const draft = readState(kpi, state, 'state');
  methods.join(draft, methods.event(kpi, checkObject(event, 'event'), 'event'));
  return write(kpi, draft);
}

/**
 * Adds a batch of events; a bad row is named and never loses the others.
 *
 * Adding events one by one, in any order, gives the same bytes.
 *
 * @param events see `KpiEvents` for each kind.
 * @param state what to add to; default the empty state.
 * @returns the new state, and a failure for each bad row with a path such as `events[3].score`.
 * @throws AptfolioError as `accumulate` for the state, `missing-value` or `invalid-type` if `events` is no list.
 *
 * @example
 * ```ts
 * import { accumulateAll, serviceKpis } from 'aptfolio/kpi';
 *
 * const { medianHandling } = serviceKpis({ currency: 'CNY' });
 * const batch = accumulateAll(medianHandling, [{ duration: 4 }, { duration: -1 }, { duration: 2.5 }]);
 * batch.state.data; // => { values: [2.5, 4] }
 * batch.failures[0].issues[0].path; // => 'events[1].duration'
 * ```
 */
export function accumulateAll<K extends KpiKind>(
  kpi: Kpi<K>,
  events: readonly KpiEvents[NoInfer<K>][],
  state: KpiState<NoInfer<K>> = emptyState(kpi),
): AccumulatedBatch<K> {
  const methods = methodsOf(kpi);
  const draft = readState(kpi, state, 'state');
  const { values, failures } = mapBatch(
    checkList<KpiEvents[K]>(events, 'events'),
    'events',
    (event) => methods.event(kpi, checkObject(event, ''), ''),
  );
  for (const value of values) methods.join(draft, value);
  return Object.freeze({ state: write(kpi, draft), failures });
}

/**
 * Joins the states of two parts (two branches, two months, two machines) into that of the whole.
 *
 * Associative and commutative to the byte: parts may be merged in any order and grouping.
 *
 * @throws AptfolioError with path `first…` or `second…`; `inconsistent` if a state is of another KPI or version.
 *
 * @example
 * ```ts
 * import { accumulateAll, merge, serviceKpis } from 'aptfolio/kpi';
 *
 * const { medianHandling } = serviceKpis({ currency: 'CNY' });
 * const north = accumulateAll(medianHandling, [{ duration: 4 }]).state;
 * const south = accumulateAll(medianHandling, [{ duration: 1.5 }, { duration: 9 }]).state;
 * merge(medianHandling, north, south).data; // => { values: [1.5, 4, 9] }
 * ```
 */
export function merge<K extends KpiKind>(
  kpi: Kpi<K>,
  first: KpiState<NoInfer<K>>,
  second: KpiState<NoInfer<K>>,
): KpiState<K> {
  const draft = readState(kpi, first, 'first');
  methodsOf(kpi).join(draft, readState(kpi, second, 'second'));
  return write(kpi, draft);
}

/** Checks a state, which may come from storage, and returns a mutable copy of its content. */
export function readState<K extends KpiKind>(
  kpi: Kpi<K>,
  state: unknown,
  path: string,
): KpiDrafts[K] {
  const methods = methodsOf(kpi);
  const fields = checkObject(state, path);
  for (const [key, expected] of [
    ['kpi', kpi.id],
    ['version', kpi.version],
    ['kind', kpi.kind],
  ] as const) {
    if (fields[key] === expected) continue;
    const code = fields[key] === undefined ? 'missing-value' : 'inconsistent';
    throw new AptfolioError(code, at(path, key), `“${expected}”, as in the KPI`, fields[key]);
  }
  const where = at(path, 'data');
  return methods.read(kpi, checkObject(fields.data, where), where);
}

function write<K extends KpiKind>(kpi: Kpi<K>, draft: KpiDrafts[K]): KpiState<K> {
  const data = methodsOf(kpi).write(kpi, draft);
  return Object.freeze({ kpi: kpi.id, version: kpi.version, kind: kpi.kind, data });
}
