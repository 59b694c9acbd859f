import { makeReason, type Reason } from '../../evidence/index.js';
import { methodsOf } from '../define.js';
import type { Kpi } from '../definition.js';
import { addCounts } from '../kinds/kind.js';
import type { KpiPeriod } from '../period/period.js';
import type { Cell } from './cell-table.js';
import type { CubeTerms } from './definition.js';
import { equalSums, pairsOf } from './equal-sums.js';
import { heldBack, type JudgedRow } from './held-back.js';
import type { TableRow } from './other-table.js';

/** A figure that is held back because it would speak of few people. It does not say of how many. */
export interface KpiSuppressed {
  readonly status: 'suppressed';
  readonly kpi: string;
  readonly version: string;
  readonly unit: string;
  readonly period: KpiPeriod;
  /** `kpi.suppressed`. */
  readonly reason: Reason;
}

/** A figure that is held back. */
export function suppressedResult(kpi: Kpi, period: KpiPeriod, minimum: number): KpiSuppressed {
  const reason = makeReason('kpi.suppressed', 'info', { minimum });
  return Object.freeze({
    status: 'suppressed',
    kpi: kpi.id,
    version: kpi.version,
    unit: kpi.unit,
    period,
    reason,
  });
}

/**
 * The cells that are not shown, KPI by KPI and period by period. The whole is shown whatever its size, unless one of its parts could be worked out from it in spite of
 * all else that is held back.
 */
export function suppressedCells(
  terms: CubeTerms,
  cells: readonly Cell[],
  minimum: number,
): ReadonlySet<Cell> {
  const pairs = pairsOf(terms.slices);
  const hidden = new Set<Cell>();
  for (const table of tablesOf(terms, cells)) {
    const sums = equalSums(
      terms.slices,
      pairs,
      table.map(({ cell }) => cell),
    );
    for (const row of heldBack(table, sums, minimum)) hidden.add(table[row]!.cell);
  }
  return hidden;
}

interface CellRow extends JudgedRow {
  readonly cell: Cell;
}

/** The rows with cases of each KPI and period. */
function tablesOf(terms: CubeTerms, cells: readonly Cell[]): readonly (readonly CellRow[])[] {
  const tables = new Map<string, CellRow[]>();
  for (const cell of cells) {
    const row = rowOf(terms, cell);
    if (row.size === 0) continue;
    const key = `${cell.kpi} ${cell.period.from}`;
    const table = tables.get(key) ?? [];
    tables.set(key, table);
    table.push({ ...row, cell, isWhole: false });
  }
  return [...tables.values()].map(markWhole);
}

/** Where no record says its dimensions, the one row of a slice is the whole again. */
function markWhole(table: readonly CellRow[]): readonly CellRow[] {
  const rowsIn: number[] = [];
  for (const { cell } of table) rowsIn[cell.slice] = (rowsIn[cell.slice] ?? 0) + 1;
  return table.map((row) => {
    const { slice, values } = row.cell;
    return { ...row, isWhole: rowsIn[slice] === 1 && values.every((value) => value === null) };
  });
}

/** A row without counted cases still speaks of those that were left out. */
function rowOf(terms: CubeTerms, { kpi, draft }: Cell): TableRow {
  const definition = terms.kpis[kpi]!;
  const { subjects, size, shownCounts } = methodsOf(definition);
  const counted = (subjects ?? size)(definition, draft.data);
  const split = shownCounts?.(definition, draft.data) ?? [counted];
  if (counted > 0) return { size: counted, rooms: split.map((n) => Math.min(n, counted - 1)) };
  return { size: draft.excluded.reduce(addCounts, 0), rooms: split.map(() => 0) };
}
