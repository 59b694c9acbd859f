import { AptfolioError, at, type BatchFailure, checkList, joinPath } from '../errors/index.js';
import type { Kpi, KpiKind } from './definition.js';
import { adderOf, emptyDraft, joinDrafts, readState, writeState } from './draft.js';
import type { KpiEvent, KpiState } from './state.js';

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
  return writeState(kpi, emptyDraft(kpi));
}

/**
 * Adds one event to a state and returns the new state; the old one stays as it is.
 *
 * Costs the size of the state each time. For many events take `accumulateAll`, for a stream of them `accumulatorOf`.
 *
 * @param state of this KPI, from `emptyState`, an earlier call, or JSON.
 * @param event see `KpiEvents` for each kind, or `{ excluded }`.
 * @throws AptfolioError with path `event…` or `state…`; `inconsistent` if the state is of another KPI or version.
 *
 * @example
 * ```ts
 * import { accumulate, emptyState, serviceKpis } from 'aptfolio/kpi';
 *
 * const { medianHandling } = serviceKpis({ currency: 'CNY' });
 * const state = accumulate(medianHandling, emptyState(medianHandling), { duration: 2.5 });
 * state.data.closed; // => { times: [2.5], counts: [1] }
 * ```
 */
export function accumulate<K extends KpiKind>(
  kpi: Kpi<K>,
  state: KpiState<NoInfer<K>>,
  event: KpiEvent<NoInfer<K>>,
): KpiState<K> {
  const draft = readState(kpi, state, 'state');
  adderOf(kpi)(draft, event, 'event');
  return writeState(kpi, draft);
}

/**
 * Adds a batch of events; a bad row is named and never loses the others.
 *
 * Adding events one by one, in any order, gives the same bytes.
 *
 * @param events see `KpiEvents` for each kind, or `{ excluded }`.
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
 * batch.state.data.closed.times; // => [2.5, 4]
 * batch.failures[0].issues[0].path; // => 'events[1].duration'
 * ```
 */
export function accumulateAll<K extends KpiKind>(
  kpi: Kpi<K>,
  events: readonly KpiEvent<NoInfer<K>>[],
  state: KpiState<NoInfer<K>> = emptyState(kpi),
): AccumulatedBatch<K> {
  const draft = readState(kpi, state, 'state');
  const add = adderOf(kpi);
  const failures: BatchFailure[] = [];
  const rows = checkList<KpiEvent<K>>(events, 'events');
  for (let row = 0; row < rows.length; row++) {
    try {
      add(draft, rows[row], '');
    } catch (error) {
      failures.push(failureOf(error, row));
    }
  }
  return Object.freeze({ state: writeState(kpi, draft), failures: Object.freeze(failures) });
}

function failureOf(error: unknown, row: number): BatchFailure {
  if (!(error instanceof AptfolioError)) throw error;
  const path = at('events', row);
  const issues = error.issues.map((issue) =>
    Object.freeze({ ...issue, path: joinPath(path, issue.path) }),
  );
  return Object.freeze({ row, issues: Object.freeze(issues) });
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
 * merge(medianHandling, north, south).data.closed.times; // => [1.5, 4, 9]
 * ```
 */
export function merge<K extends KpiKind>(
  kpi: Kpi<K>,
  first: KpiState<NoInfer<K>>,
  second: KpiState<NoInfer<K>>,
): KpiState<K> {
  const draft = readState(kpi, first, 'first');
  joinDrafts(kpi, draft, readState(kpi, second, 'second'));
  return writeState(kpi, draft);
}
