import { AptfolioError, at, checkInteger, checkList, checkObject } from '../../errors/index.js';
import { placeOf } from '../kinds/id-list.js';
import type { CubeTerms } from './definition.js';
import type { OpenCube } from './open-cube.js';

/** How many events of a KPI came late, which no id tells apart. */
export interface KpiLateCount {
  readonly kpi: string;
  /** Whole number of at least 1; one that came twice counts twice. */
  readonly count: number;
}

/** By KPI; those without are left out. */
export function lateCounts(
  { kpis }: CubeTerms,
  { lateWithoutId }: OpenCube,
): readonly KpiLateCount[] {
  return Object.freeze(
    kpis.flatMap(({ id: kpi }, i) => {
      const count = lateWithoutId[i]!;
      return count === 0 ? [] : [Object.freeze({ kpi, count })];
    }),
  );
}

/** Reads them from a state. */
export function readLateCounts(
  terms: CubeTerms,
  cube: OpenCube,
  value: unknown,
  path: string,
): void {
  const ids = terms.kpis.map(({ id }) => id);
  const rows = checkList<unknown>(value, path);
  if (rows.length > 0 && cube.closedThrough === null) {
    throw new AptfolioError('inconsistent', path, 'none where no day is closed', rows.length);
  }
  rows.forEach((row, i) => {
    const where = at(path, i);
    const fields = checkObject(row, where);
    const kpi = placeOf(fields.kpi, ids, where, 'kpi');
    if (cube.lateWithoutId[kpi]! > 0) {
      throw new AptfolioError('duplicate-id', at(where, 'kpi'), 'each KPI once', fields.kpi);
    }
    cube.lateWithoutId[kpi] = checkInteger(fields.count, at(where, 'count'), { min: 1 });
  });
}
