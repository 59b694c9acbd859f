import {
  AptfolioError,
  at,
  checkInteger,
  checkObject,
  checkOneOf,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { readConfidence } from '../confidence.js';
import { emptyDraft } from '../draft.js';
import {
  type KpiPeriod,
  PERIOD_LENGTHS,
  type PeriodLength,
  periodOf,
  periodsIn,
} from '../period/period.js';
import type { KpiResult } from '../result.js';
import { resultOf } from '../summarise.js';
import { type Cell, cellsIn, emptyTable, joinCell } from './cell-table.js';
import {
  forgottenCounts,
  type KpiForgottenCount,
  type KpiLateCount,
  lateCounts,
} from './counts-by-kpi.js';
import type { CubeTerms } from './definition.js';
import { allKept, isLate, type KeptEvent, type KpiRecordKey, keptInOrder, keyOf } from './kept.js';
import { countedCells, type OpenCube } from './open-cube.js';
import { type KpiSuppressed, suppressedCells, suppressedResult } from './suppress.js';

/** How a cube is read off. */
export interface KpiCubeOptions {
  /** Of the intervals; default 0.95. */
  readonly confidence?: number;
  /** The periods of the rows: the cube's own, or longer ones made of whole ones of the cube's; default the cube's own. */
  readonly period?: PeriodLength;
  /**
   * A row of a group with fewer cases than this, but some, is not shown, and neither are others from which it could be worked out: within this reading, KPI by KPI. Cases are
   * what the value rests on and those still open, of a rate what happened; where there are none, what was left out. Whole number of at least 1, at which nothing is held back; default 5.
   */
  readonly suppressBelow?: number;
  /**
   * The most rows. Every period from the first to the last has its row, so that one wrong date makes very many: set it near what you expect. Whole number of at least
   * 1, default twice the definition's `maxCells`, which only guards memory.
   */
  readonly maxRows?: number;
}

/** One KPI in one period and one slice. */
export interface KpiCubeRow {
  readonly kpi: string;
  readonly period: KpiPeriod;
  /** The value of each of the slice's dimensions; null where records did not say. Empty for the whole. */
  readonly slice: Readonly<Record<string, string | null>>;
  readonly result: KpiResult | KpiSuppressed;
}

/** What a cube amounts to. */
export interface KpiCubeResult {
  /** By KPI, period and slice; each period from the first to the last has its row, also without cases. */
  readonly rows: readonly KpiCubeRow[];
  /** Events that came again with a KPI and id already known, and count once. */
  readonly repeats: number;
  /** Events that came after their period was closed, and do not count; by KPI and id. Since the last `close`: those before are in `forgotten`. */
  readonly late: readonly KpiRecordKey[];
  /** How many events without an id came after their period was closed, and do not count either; by KPI. */
  readonly lateWithoutId: readonly KpiLateCount[];
  /**
   * Events that contradict each other under one revision; the first in the order of their texts counts. By KPI and id, as long as these are kept: those of days that are
   * closed are in `forgotten`, so read the list before you close.
   */
  readonly conflicting: readonly KpiRecordKey[];
  /** How many events each `close` found in `late` and `conflicting` whose ids it forgot; by KPI. */
  readonly forgotten: readonly KpiForgottenCount[];
}

const FIELDS: FieldsOf<KpiCubeOptions> = {
  confidence: true,
  period: true,
  suppressBelow: true,
  maxRows: true,
};

/** Works out every row of a cube. */
export function readOff(terms: CubeTerms, cube: OpenCube, options: unknown): KpiCubeResult {
  const read = readOptions(terms, options);
  const { confidence, period, suppressBelow } = read;
  const cells = fillGaps(terms, inPeriods(terms, countedCells(terms, cube), period), read);
  const hidden = suppressedCells(terms, cells, suppressBelow);
  const rows = cells.map((cell) =>
    Object.freeze({
      kpi: terms.kpis[cell.kpi]!.id,
      period: cell.period,
      slice: sliceOf(terms, cell),
      result: hidden.has(cell)
        ? suppressedResult(terms.kpis[cell.kpi]!, cell.period, suppressBelow)
        : resultOf(terms.kpis[cell.kpi]!, cell.draft, { confidence, period: cell.period }),
    }),
  );
  return Object.freeze({
    rows: Object.freeze(rows),
    repeats: cube.repeats,
    late: keysOf(terms, cube, (entry) => isLate(cube, entry)),
    lateWithoutId: lateCounts(terms, cube),
    conflicting: keysOf(terms, cube, ({ conflicting }) => conflicting),
    forgotten: forgottenCounts(terms, cube),
  });
}

function keysOf(
  terms: CubeTerms,
  { kept }: OpenCube,
  holds: (entry: KeptEvent) => boolean,
): readonly KpiRecordKey[] {
  const found = keptInOrder(terms, allKept(kept).filter(holds));
  return Object.freeze(found.map((entry) => keyOf(terms, entry)));
}

function readOptions(terms: CubeTerms, value: unknown): Required<KpiCubeOptions> {
  const options = checkObject(value, 'options');
  refuseUnknown(options, 'options', FIELDS);
  const { period = terms.period, suppressBelow = 5, maxRows = 2 * terms.maxCells } = options;
  const length = checkOneOf(period, 'options.period', PERIOD_LENGTHS);
  if (!nests(terms.period, length)) {
    const expected = `periods that are made of whole ones of a ${terms.period}`;
    throw new AptfolioError('inconsistent', 'options.period', expected, length);
  }
  return {
    confidence: readConfidence(options),
    period: length,
    suppressBelow: checkInteger(suppressBelow, at('options', 'suppressBelow'), { min: 1 }),
    maxRows: checkInteger(maxRows, at('options', 'maxRows'), { min: 1 }),
  };
}

/** Weeks lie across the ends of months; all else nests. */
function nests(short: PeriodLength, long: PeriodLength): boolean {
  if (short === long) return true;
  if (short === 'week' || (long === 'week' && short !== 'day')) return false;
  return PERIOD_LENGTHS.indexOf(short) < PERIOD_LENGTHS.indexOf(long);
}

function inPeriods(
  terms: CubeTerms,
  cells: readonly Cell[],
  length: PeriodLength,
): readonly Cell[] {
  if (length === terms.period) return cells;
  const joined = emptyTable();
  for (const cell of cells) {
    joinCell(terms, joined, { ...cell, period: periodOf(cell.period.from, length) });
  }
  return cellsIn(joined);
}

/** Every slice that has cells gets one for each period from the cube's first to its last, in order. */
function fillGaps(
  terms: CubeTerms,
  cells: readonly Cell[],
  { period: length, maxRows }: Required<KpiCubeOptions>,
): readonly Cell[] {
  const days = cells.map(({ period }) => period.from).sort();
  if (days.length === 0) return [];
  const last = periodOf(days[days.length - 1]!, length);
  const rows = new Map<string, { readonly first: Cell; readonly cells: Map<string, Cell> }>();
  for (const cell of cells) {
    const key = JSON.stringify([terms.kpis[cell.kpi]!.id, cell.slice, cell.values]);
    const row = rows.get(key) ?? { first: cell, cells: new Map() };
    rows.set(key, row);
    row.cells.set(cell.period.from, cell);
  }
  const periods = periodsIn({ from: days[0]!, to: last.to }, length);
  if (rows.size * periods.length > maxRows) {
    const [first, end] = [periods[0]!.id, last.id];
    const expected = `at least ${rows.size * periods.length}, for every period from ${first} to ${end}; or no case so far from the others`;
    throw new AptfolioError('out-of-range', 'options.maxRows', expected, maxRows);
  }
  const inOrder = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.flatMap(([, row]) =>
    periods.map((period) => {
      const draft = emptyDraft(terms.kpis[row.first.kpi]!);
      return row.cells.get(period.from) ?? { ...row.first, period, draft };
    }),
  );
}

function sliceOf(terms: CubeTerms, { slice, values }: Cell): KpiCubeRow['slice'] {
  const names = terms.slices[slice]!.map((place) => terms.dimensions[place]!);
  return Object.freeze(Object.fromEntries(names.map((name, i) => [name, values[i]!])));
}
