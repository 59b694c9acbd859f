import { AptfolioError } from '../errors/index.js';
import type { Kpi, KpiKind } from './definition.js';
import { adderOf, type Draft, emptyDraft, joinDrafts, readState, writeState } from './draft.js';
import type { KpiResult } from './result.js';
import type { KpiEvent, KpiState } from './state.js';
import { knownOptions, resultOf, type SummariseOptions } from './summarise.js';

declare const draftOf: unique symbol;

/**
 * A state while it is being added to: made by `init` or `decode`, changed in place by `add` and `merge`, and of no use to anybody else. What is
 * stored or sent is what `encode` gives.
 */
export interface KpiDraft<K extends KpiKind = KpiKind> {
  readonly [draftOf]: K;
}

/**
 * A KPI as an engine wants it: how to begin, add, merge, read off and store. One to one with the combine function of Apache Beam
 * (createAccumulator, addInput, mergeAccumulators, extractOutput, and the coder), the aggregators of Spark (zero, reduce, merge, finish) and
 * Flink (createAccumulator, add, merge, getResult), and the state, transition, combine and final functions of an SQL aggregate.
 */
export interface KpiAccumulator<K extends KpiKind = KpiKind> {
  /** Id and version of the KPI: `renewal-rate@1`. States of different versions do not merge. */
  readonly version: string;
  /** The state before the first case. */
  readonly init: () => KpiDraft<K>;
  /** Adds one event to the draft, in place, and returns it. An event that is refused leaves the draft as it was. */
  readonly add: (draft: KpiDraft<K>, event: KpiEvent<K>) => KpiDraft<K>;
  /** Adds the second draft to the first, in place, and returns the first; the second stays as it is. */
  readonly merge: (draft: KpiDraft<K>, other: KpiDraft<K>) => KpiDraft<K>;
  /** The value, or why there is none; the draft may be added to afterwards. */
  readonly result: (draft: KpiDraft<K>, options?: SummariseOptions) => KpiResult<K>;
  /** Plain frozen JSON: the same bytes for the same cases, however they were sharded, ordered and merged. */
  readonly encode: (draft: KpiDraft<K>) => KpiState<K>;
  /**
   * Checks a state that was stored or sent, and makes a draft of it.
   *
   * Refused is what no cases have: another KPI, version or kind; lists of another length, counts that are no whole numbers from 0 to 2^53; more successes
   * than trials; times beyond the definition's longest, measurements beyond its range, people who go on from the last step of a funnel; sums and
   * sums of squares that do not fit the number of values and their ends, to nine digits. Not checked is what cases may have or only they could
   * tell: amounts of any sign beside any number of cases, bridges that do not add up (the result says so), a count without exposure; squares that fail
   * by less (`result` throws `inconsistent`); whether a state was merged twice. Fields that a state does not have are ignored.
   */
  readonly decode: (state: unknown) => KpiDraft<K>;
}

/**
 * The accumulator of a KPI: the fast way to add millions of events, and the contract for engines that shard and merge.
 *
 * Merging is associative and commutative to the byte: any sharding, any order, empty shards, one machine or a thousand encode to the same state.
 *
 * @param kpi made by `defineKpi`.
 * @throws AptfolioError with path `kpi` for anything else; `add` throws with path `event…`, `decode` with `state…`.
 *
 * @example
 * ```ts
 * import { accumulatorOf, serviceKpis } from 'aptfolio/kpi';
 *
 * const { renewalRate } = serviceKpis({ currency: 'CNY' });
 * const { init, add, merge, result, encode, decode } = accumulatorOf(renewalRate);
 * const north = add(init(), { successes: 40, trials: 50 });
 * const south = decode(JSON.parse(JSON.stringify(encode(add(init(), { successes: 8, trials: 10 })))));
 * result(merge(north, south)).value; // => 0.8
 * ```
 */
export function accumulatorOf<K extends KpiKind>(kpi: Kpi<K>): KpiAccumulator<K> {
  const addEvent = adderOf(kpi);
  const open = (draft: KpiDraft<K>, path: string): Draft<K> => opened(draft, kpi, path);
  return Object.freeze({
    version: versionOf(kpi),
    init: () => close(emptyDraft(kpi)),
    add(draft: KpiDraft<K>, event: KpiEvent<K>) {
      addEvent(open(draft, 'draft'), event, 'event');
      return draft;
    },
    merge(draft: KpiDraft<K>, other: KpiDraft<K>) {
      joinDrafts(kpi, open(draft, 'draft'), open(other, 'other'));
      return draft;
    },
    result: (draft: KpiDraft<K>, options: SummariseOptions = {}) =>
      resultOf(kpi, open(draft, 'draft'), knownOptions(options)),
    encode: (draft: KpiDraft<K>) => writeState(kpi, open(draft, 'draft')),
    decode: (state: unknown) => close(readState(kpi, state, 'state')),
  });
}

function close<K extends KpiKind>(draft: Draft<K>): KpiDraft<K> {
  return draft as unknown as KpiDraft<K>;
}

function versionOf({ id, version }: Kpi): string {
  return `${id}@${version}`;
}

/** A draft of this very definition: of the same name and version, there may be one in another currency. */
function opened<K extends KpiKind>(draft: KpiDraft<K>, kpi: Kpi<K>, path: string): Draft<K> {
  const own = draft as unknown as Draft<K> | null | undefined;
  if (own?.kpi === kpi) return own;
  // A definition that was read a second time is the same one.
  if (own?.kpi !== undefined && JSON.stringify(own.kpi) === JSON.stringify(kpi)) return own;
  const code = own === undefined || own === null ? 'missing-value' : 'inconsistent';
  const expected = `a draft of ${versionOf(kpi)}, made by init, or by decode of a stored state`;
  throw new AptfolioError(code, path, expected);
}
