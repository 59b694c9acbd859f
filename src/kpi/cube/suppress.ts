import { makeReason, type Reason } from '../../evidence/index.js';
import { methodsOf } from '../define.js';
import type { Kpi } from '../definition.js';
import type { KpiPeriod } from '../period/period.js';
import type { CubeTerms } from './definition.js';
import type { Cell } from './open-cube.js';

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
 * The cells that are not shown: those with fewer cases than the minimum, but some, and where only one of a group would be hidden also the smallest
 * of the others, since the group's total less those that are shown would give the hidden one away.
 *
 * Source: A. Hundepool et al., Statistical Disclosure Control (2012), 4.2: primary and secondary cell suppression.
 */
export function suppressedCells(
  terms: CubeTerms,
  cells: readonly Cell[],
  minimum: number,
): ReadonlySet<Cell> {
  const hidden = new Set<Cell>();
  for (const cell of cells) {
    const size = sizeOf(terms, cell);
    if (cell.values.length > 0 && size > 0 && size < minimum) hidden.add(cell);
  }
  const groups = groupsOf(terms, cells);
  // Hiding one more in a group may leave it alone in another group.
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const group of groups) hideSecond(terms, group, hidden);
  }
  return hidden;
}

function hideSecond(terms: CubeTerms, group: readonly Cell[], hidden: Set<Cell>): void {
  const shown = group.filter((cell) => !hidden.has(cell) && sizeOf(terms, cell) > 0);
  if (group.filter((cell) => hidden.has(cell)).length !== 1 || shown.length === 0) return;
  const smallest = shown.reduce((a, b) => (sizeOf(terms, b) < sizeOf(terms, a) ? b : a));
  hidden.add(smallest);
}

/** Cells that add up to another cell of the cube: same KPI, period and slice, and the same values but for one dimension. */
function groupsOf(terms: CubeTerms, cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const kept = new Set(terms.slices.map((places) => places.join()));
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const places = terms.slices[cell.slice]!;
    places.forEach((_, left) => {
      const others = places.filter((_, i) => i !== left);
      if (!kept.has(others.join())) return;
      const values = cell.values.filter((_, i) => i !== left);
      const key = JSON.stringify([cell.kpi, cell.period.from, cell.slice, left, values]);
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push(cell);
    });
  }
  return [...groups.values()];
}

function sizeOf(terms: CubeTerms, { kpi, draft }: Cell): number {
  const definition = terms.kpis[kpi]!;
  return methodsOf(definition).size(definition, draft.data);
}
