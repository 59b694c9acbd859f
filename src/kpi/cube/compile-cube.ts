import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { type KpiCubeDefinition, readCubeDefinition } from './definition.js';
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
  /** A hash of the definition. */
  readonly version: string;
  readonly init: () => KpiCubeDraft;
  /** Adds one record, in place. A record that is refused leaves the draft as it was. */
  readonly add: (draft: KpiCubeDraft, record: KpiRecord) => KpiCubeDraft;
  /** Adds the second draft to the first, in place; the second stays as it is. */
  readonly merge: (draft: KpiCubeDraft, other: KpiCubeDraft) => KpiCubeDraft;
  /**
   * Counts the events with an id up to a day for good and forgets their ids: from then on what comes for these days is late. Events without an id are
   * counted whenever they come.
   */
  readonly close: (draft: KpiCubeDraft, through: PlainDate) => KpiCubeDraft;
  readonly result: (draft: KpiCubeDraft, options?: KpiCubeOptions) => KpiCubeResult;
  readonly encode: (draft: KpiCubeDraft) => KpiCubeState;
  readonly decode: (state: unknown) => KpiCubeDraft;
}

/**
 * Keeps many KPIs apart by calendar period in a named zone and by any dimensions: adviser, branch, channel, tier.
 *
 * Events with an `id` may come twice, late, out of order and corrected (`revision`): until their period is closed each counts once, on whatever
 * shard it came. The state then holds them, so close periods as they are reported; what comes afterwards is listed as late and counts nowhere.
 *
 * @param definition which KPIs, periods and slices.
 * @returns an accumulator; merging is associative and commutative to the byte. Parts that were closed do not merge with parts closed on another day.
 * @throws AptfolioError with path `definition…`; `add` with path `record…`, `merge` with `other.closedThrough`, `decode` with `state…`.
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
  return Object.freeze({
    version: terms.version,
    init: () => seal(emptyCube()),
    add(draft: KpiCubeDraft, record: KpiRecord) {
      addEvent(terms, open(draft), readRecord(terms, record, 'record'), 'record.event');
      return draft;
    },
    merge(draft: KpiCubeDraft, other: KpiCubeDraft) {
      joinCubes(terms, open(draft), open(other));
      return draft;
    },
    close(draft: KpiCubeDraft, through: PlainDate) {
      closeCube(terms, open(draft), parsePlainDate(through, 'through'));
      return draft;
    },
    result: (draft: KpiCubeDraft, options: KpiCubeOptions = {}) =>
      readOff(terms, open(draft), options),
    encode: (draft: KpiCubeDraft) => writeCube(terms, open(draft)),
    decode: (state: unknown) => seal(readCube(terms, state, 'state')),
  });
}

function seal(cube: OpenCube): KpiCubeDraft {
  return cube as unknown as KpiCubeDraft;
}

function open(draft: KpiCubeDraft): OpenCube {
  return draft as unknown as OpenCube;
}
