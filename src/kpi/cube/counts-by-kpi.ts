import { AptfolioError, at, checkInteger, checkList, checkObject } from '../../errors/index.js';
import { noCounts, placeOf } from '../kinds/id-list.js';
import type { Fields } from '../kinds/kind.js';
import type { CubeTerms } from './definition.js';
import type { OpenCube } from './open-cube.js';

/** How many events of a KPI came late, which no id tells apart. */
export interface KpiLateCount {
  readonly kpi: string;
  /** Whole number of at least 1; one that came twice counts twice. */
  readonly count: number;
}

/** What of a KPI was listed by its id when a cube was closed, and is a number since: closing forgets ids. */
export interface KpiForgottenCount {
  readonly kpi: string;
  /** Events that had come late; one that comes late again afterwards is listed again, and counts again with the next close. */
  readonly late: number;
  /** Events that contradicted each other, the late ones among them included. */
  readonly conflicting: number;
}

/** What closing has turned from ids into numbers, by the place of the KPI. */
export interface Forgotten {
  readonly late: number[];
  readonly conflicting: number[];
}

/** Nothing forgotten. */
export function noneForgotten({ kpis }: CubeTerms): Forgotten {
  return { late: noCounts(kpis.length), conflicting: noCounts(kpis.length) };
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

/** By KPI; those without are left out. */
export function forgottenCounts(
  { kpis }: CubeTerms,
  { forgotten }: OpenCube,
): readonly KpiForgottenCount[] {
  return Object.freeze(
    kpis.flatMap(({ id: kpi }, i) => {
      const [late, conflicting] = [forgotten.late[i]!, forgotten.conflicting[i]!];
      return late + conflicting === 0 ? [] : [Object.freeze({ kpi, late, conflicting })];
    }),
  );
}

/** Reads the late ones without an id from a state. */
export function readLateCounts(
  terms: CubeTerms,
  cube: OpenCube,
  value: unknown,
  path: string,
): void {
  readByKpi(terms, cube, value, path, (kpi, fields, where) => {
    cube.lateWithoutId[kpi] = checkInteger(fields.count, at(where, 'count'), { min: 1 });
  });
}

/** Reads what was forgotten from a state. */
export function readForgotten(
  terms: CubeTerms,
  cube: OpenCube,
  value: unknown,
  path: string,
): void {
  readByKpi(terms, cube, value, path, (kpi, fields, where) => {
    const late = checkInteger(fields.late, at(where, 'late'), { min: 0 });
    // A row that says nothing is not written.
    const min = late === 0 ? 1 : 0;
    cube.forgotten.late[kpi] = late;
    cube.forgotten.conflicting[kpi] = checkInteger(fields.conflicting, at(where, 'conflicting'), {
      min,
    });
  });
}

function readByKpi(
  { kpis }: CubeTerms,
  { closedThrough }: OpenCube,
  value: unknown,
  path: string,
  read: (kpi: number, fields: Fields, path: string) => void,
): void {
  const ids = kpis.map(({ id }) => id);
  const rows = checkList<unknown>(value, path);
  if (rows.length > 0 && closedThrough === null) {
    throw new AptfolioError('inconsistent', path, 'none where no day is closed', rows.length);
  }
  const seen = new Set<number>();
  rows.forEach((row, i) => {
    const where = at(path, i);
    const fields = checkObject(row, where);
    const kpi = placeOf(fields.kpi, ids, where, 'kpi');
    if (seen.has(kpi)) {
      throw new AptfolioError('duplicate-id', at(where, 'kpi'), 'each KPI once', fields.kpi);
    }
    seen.add(kpi);
    read(kpi, fields, where);
  });
}
