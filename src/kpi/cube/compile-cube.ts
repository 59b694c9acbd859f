import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, type BatchFailure, mapBatch } from '../../errors/index.js';
import { type CubeTerms, type KpiCubeDefinition, readCubeDefinition } from './definition.js';
import { addEvent, closeCube, emptyCube, joinCubes, type OpenCube } from './open-cube.js';
import { type KpiCubeOptions, type KpiCubeResult, readOff } from './read-off.js';
import { type KpiRecord, readRecord } from './record.js';
import { type KpiCubeState, readCube, writeCube } from './state.js';

declare const cubeDraft: unique symbol;

/** A cube while it is being added to, as `KpiDraft` is for one KPI. */
export interface KpiCubeDraft {
  readonly [cubeDraft]: true;
}

/** Many KPIs by period and slice as one accumulator; see `KpiAccumulator` for the contract. */
export interface KpiCube {
  /** A hash of all in the definition that gives states their meaning: of each KPI id, version, what only its kind has, windows, terms and exclusions; no words, no `lastDay`, no `maxCells`. */
  readonly version: string;
  readonly init: () => KpiCubeDraft;
  /** Adds one record, in place. A record that is refused leaves the draft as it was. */
  readonly add: (draft: KpiCubeDraft, record: KpiRecord) => KpiCubeDraft;
  /** Adds many records, in place; one that is refused is named, with a path such as `records[3].event.duration`, and never loses the others. */
  readonly addAll: (
    draft: KpiCubeDraft,
    records: readonly KpiRecord[],
  ) => { readonly failures: readonly BatchFailure[] };
  /**
   * Adds the second draft to the first, in place; the second stays as it is. Parts are merged before they are closed: see `close`. Parts closed on different days are
   * refused, and so is an open one that has counted events without an id in a period that is closed, or in part: close the one that lags behind first.
   */
  readonly merge: (draft: KpiCubeDraft, other: KpiCubeDraft) => KpiCubeDraft;
  /**
   * Counts the events with an id up to a day for good and forgets their ids: from then on what comes for these days is late, with an id or without, and what is counted is
   * not undone, not even by a revision of a later day. What was listed as late or as conflicting for these days is a number in `forgotten` afterwards, so read the result
   * first. Closing through the same day again does that with what has come late since. Merge all parts first, then close: once an id is forgotten in two parts nobody can see that it was counted in
   * both. A part that is begun later is closed through the same day before it is added to, so that what is late to the whole is late to it.
   */
  readonly close: (draft: KpiCubeDraft, through: PlainDate) => KpiCubeDraft;
  readonly result: (draft: KpiCubeDraft, options?: KpiCubeOptions) => KpiCubeResult;
  readonly encode: (draft: KpiCubeDraft) => KpiCubeState;
  /**
   * Checks a state and makes a draft of it. A cube with a larger `maxCells` reads it as well. That all slices have the same number of cases is checked; not that single cells
   * add up, nor that repeats or what was closed are as they were.
   */
  readonly decode: (state: unknown) => KpiCubeDraft;
}

/**
 * Keeps many KPIs apart by calendar period in a named zone and by any dimensions: adviser, branch, channel, tier.
 *
 * Events with an `id` may come twice, late, out of order and corrected (`revision`): until their period is closed each counts once, on whatever
 * shard it came; one whose `event` is null takes back what earlier revisions said. The state then holds them, so close periods as they are reported; what comes
 * afterwards is listed as late and counts nowhere.
 *
 * @param definition which KPIs, periods and slices.
 * @returns an accumulator; merging is associative and commutative to the byte. Parts that were closed do not merge with parts closed on another day.
 * @throws AptfolioError with path `definition…`; `add` with path `record…`, `addAll` with path `records` for what is no list, `merge` with `other…`, `decode` with `state…`; a draft of another definition with
 * path `draft` or `other`.
 *
 * @example
 * ```ts
 * import { compileKpiCube, serviceKpis } from 'aptfolio/kpi';
 *
 * const { renewalRate } = serviceKpis({ currency: 'CNY' });
 * const cube = compileKpiCube({
 *   kpis: [renewalRate],
 *   period: 'month',
 *   zone: 'Asia/Shanghai',
 *   dimensions: ['branch'],
 * });
 * const draft = cube.init();
 * const record = { kpi: 'renewal-rate', id: 'r-1', at: '2026-04-30T16:30:00Z', event: { successes: 8, trials: 10 } };
 * cube.add(draft, { ...record, dimensions: { branch: 'Pudong' } });
 * cube.add(draft, { ...record, dimensions: { branch: 'Pudong' } });
 * const { rows, repeats } = cube.result(draft);
 * rows.map(({ slice, period, result }) => [slice, period.id, result.value]);
 * // => [[{}, '2026-05', 0.8], [{ branch: 'Pudong' }, '2026-05', 0.8]]
 * repeats; // => 1
 * ```
 */
export function compileKpiCube(definition: KpiCubeDefinition): KpiCube {
  const terms = readCubeDefinition(definition);
  const open = (draft: KpiCubeDraft, path: string): OpenCube => opened(draft, terms, path);
  return Object.freeze({
    version: terms.version,
    init: () => seal(emptyCube(terms)),
    add(draft: KpiCubeDraft, record: KpiRecord) {
      const cube = open(draft, 'draft');
      addEvent(terms, cube, readRecord(terms, record, 'record'), 'record');
      return draft;
    },
    addAll(draft: KpiCubeDraft, records: readonly KpiRecord[]) {
      const cube = open(draft, 'draft');
      const { failures } = mapBatch(records, 'records', (record) =>
        addEvent(terms, cube, readRecord(terms, record, ''), ''),
      );
      return Object.freeze({ failures });
    },
    merge(draft: KpiCubeDraft, other: KpiCubeDraft) {
      joinCubes(terms, open(draft, 'draft'), open(other, 'other'));
      return draft;
    },
    close(draft: KpiCubeDraft, through: PlainDate) {
      closeCube(terms, open(draft, 'draft'), parsePlainDate(through, 'through'));
      return draft;
    },
    result: (draft: KpiCubeDraft, options: KpiCubeOptions = {}) =>
      readOff(terms, open(draft, 'draft'), options),
    encode: (draft: KpiCubeDraft) => writeCube(terms, open(draft, 'draft')),
    decode: (state: unknown) => seal(readCube(terms, state, 'state')),
  });
}

function seal(cube: OpenCube): KpiCubeDraft {
  return cube as unknown as KpiCubeDraft;
}

/** A draft of this definition, and of no other. */
function opened(draft: KpiCubeDraft, { version }: CubeTerms, path: string): OpenCube {
  const own = draft as unknown as OpenCube | null | undefined;
  if (own?.owner === version) return own;
  const code = own === undefined || own === null ? 'missing-value' : 'inconsistent';
  const expected = 'a draft of this cube, made by init, or by decode of a stored state';
  throw new AptfolioError(code, path, expected);
}
