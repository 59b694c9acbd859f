import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkObject, refuseUnknown } from '../../errors/index.js';
import type { Cell } from '../cube/cell-table.js';
import { type CubeTerms, type KpiCubeDefinition, readCubeDefinition } from '../cube/definition.js';
import { countedCells } from '../cube/open-cube.js';
import { type KpiCubeState, readCube } from '../cube/state.js';
import { methodsOf } from '../define.js';
import { type Draft, emptyDraft, joinDrafts, writeState } from '../draft.js';
import { type PeriodLength, periodOf } from '../period/period.js';
import type { FairnessSplit } from './fairness-report.js';

/** Which part of a cube is looked at; with both days, there is a whole period of the cube between them. */
export interface FairnessSplitOptions {
  /** The first day; periods of the cube that begin earlier are left out. Default the first there is. */
  readonly from?: PlainDate;
  /** The day after the last, as in a period; periods of the cube that end later are left out. Default the last there is. */
  readonly to?: PlainDate;
}

/**
 * The splits that a cube keeps, ready for `fairnessReport`: every KPI by each dimension that stands alone in a slice, the periods joined.
 *
 * Records that did not say to which group they belong are counted as unknown, and are no group.
 *
 * @param definition of the cube.
 * @param state of that cube, from its `encode` or from storage; records that wait for their period to be closed count, late ones do not.
 * @returns by KPI and dimension; KPIs and dimensions without a record are left out.
 * @throws AptfolioError with a path such as `definition.kpis[0]`, `state.version` or `options.from`; `inconsistent` with path `options.to` for days between
 * which there is no whole period.
 *
 * @example
 * ```ts
 * import { compileKpiCube, fairnessSplits, serviceKpis } from 'aptfolio/kpi';
 *
 * const { renewalRate } = serviceKpis({ currency: 'CNY' });
 * const definition = {
 *   kpis: [renewalRate], period: 'month', zone: 'Asia/Shanghai', dimensions: ['tier'],
 * };
 * const cube = compileKpiCube(definition);
 * const draft = cube.init();
 * const record = { kpi: 'renewal-rate', at: '2026-04-30', event: { successes: 8, trials: 10 } };
 * cube.add(draft, { ...record, dimensions: { tier: 'private' } });
 * cube.add(draft, record);
 * const [split] = fairnessSplits(definition, cube.encode(draft));
 * [split.split, split.groups.map(({ id }) => id), split.unknown]; // => ['tier', ['private'], 10]
 * ```
 */
export function fairnessSplits(
  definition: KpiCubeDefinition,
  state: KpiCubeState,
  options: FairnessSplitOptions = {},
): readonly FairnessSplit[] {
  const terms = readCubeDefinition(definition);
  const counted = countedCells(terms, readCube(terms, state, 'state'));
  const { from, to } = readDays(options, terms.period);
  const cells = counted.filter(
    ({ period, values }) =>
      values.length === 1 &&
      (from === undefined || period.from >= from) &&
      (to === undefined || period.to <= to),
  );
  const splits = new Map<string, Map<string | null, Draft>>();
  for (const cell of cells) addCell(terms, splits, cell);
  const inOrder = [...splits].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.freeze(inOrder.map(([key, drafts]) => splitOf(terms, key, drafts)));
}

function readDays(options: unknown, length: PeriodLength): FairnessSplitOptions {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', { from: true, to: true });
  const dayOf = (key: keyof FairnessSplitOptions): PlainDate | undefined =>
    fields[key] === undefined ? undefined : parsePlainDate(fields[key], at('options', key));
  const [from, to] = [dayOf('from'), dayOf('to')];
  if (from !== undefined && to !== undefined) refuseEmpty(from, to, length);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** Without a whole period nothing can be found, which must not pass for nothing to find. */
function refuseEmpty(from: PlainDate, to: PlainDate, length: PeriodLength): void {
  const around = periodOf(from, length);
  const first = around.from === from ? around : periodOf(around.to, length);
  if (first.to <= to) return;
  const expected = `a day not before ${first.to}, when the first whole ${length} is over`;
  throw new AptfolioError('inconsistent', 'options.to', expected, to);
}

/** Adds a cell to its group; the key holds the KPI's id and the dimension's name. */
function addCell(
  terms: CubeTerms,
  splits: Map<string, Map<string | null, Draft>>,
  { kpi, slice, values, draft }: Cell,
): void {
  const definition = terms.kpis[kpi]!;
  const key = JSON.stringify([definition.id, terms.dimensions[terms.slices[slice]![0]!]!]);
  const groups = splits.get(key) ?? new Map<string | null, Draft>();
  splits.set(key, groups);
  const own = groups.get(values[0]!) ?? emptyDraft(definition);
  groups.set(values[0]!, own);
  joinDrafts(definition, own, draft);
}

function splitOf(
  terms: CubeTerms,
  key: string,
  drafts: ReadonlyMap<string | null, Draft>,
): FairnessSplit {
  const [id, split] = JSON.parse(key) as [string, string];
  const kpi = terms.kpis[terms.placeOfKpi.get(id)!]!;
  const groups = [...drafts].flatMap(([group, draft]) =>
    group === null ? [] : [Object.freeze({ id: group, state: writeState(kpi, draft) })],
  );
  groups.sort((a, b) => (a.id < b.id ? -1 : 1));
  const lost = drafts.get(null);
  const unknown = lost === undefined ? 0 : methodsOf(kpi).size(kpi, lost.data);
  return Object.freeze({ kpi, split, groups: Object.freeze(groups), unknown });
}
