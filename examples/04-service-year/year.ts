import type { PlainDate } from 'aptfolio/dates';
import {
  emptyState,
  type Kpi,
  type KpiCubeRow,
  type KpiKind,
  type KpiState,
  merge,
} from 'aptfolio/kpi';
import type { Bank } from './inputs.js';
import type { Machines } from './machines.js';

/** A dimension by which the cube keeps cases apart. */
export type Dimension = 'branch' | 'age' | 'campaign';

/** A figure, or that there is too little or it is held back. */
export type Figure = KpiCubeRow['result'];

/** One row of a cube. */
export interface Row {
  readonly id: string;
  readonly result: Figure;
}

/** What can be read off the merged cube. */
export interface Year {
  /** The whole year's figure. */
  readonly of: (kpi: Kpi) => Figure;
  /** The figure of each month, the year before included where there are cases. */
  readonly byMonth: (kpi: Kpi) => readonly Row[];
  /** The whole year's figure for each value of a dimension; cases that do not say are left out. */
  readonly by: (kpi: Kpi, dimension: Dimension) => readonly Row[];
  /** The state of a part of the year: from one day on, before another, of one age band. */
  readonly stateOf: <K extends KpiKind>(
    kpi: Kpi<K>,
    part: { readonly from?: PlainDate; readonly to?: PlainDate; readonly age?: string },
  ) => KpiState<K>;
}

/** Reads the merged cube off. */
export function yearOf({ cube, whole }: Machines, { year }: Bank): Year {
  const yearly = (suppressBelow?: number): readonly KpiCubeRow[] =>
    cube
      .result(whole, { period: 'year', ...(suppressBelow !== undefined && { suppressBelow }) })
      .rows.filter(({ period }) => period.id === String(year));
  const people = yearly();
  // Assets are told branch by branch: few cases are few branches, not few people.
  const branches = yearly(1);
  const yearsOf = ({ family }: Kpi): readonly KpiCubeRow[] =>
    family === 'assets' ? branches : people;
  const months = cube.result(whole).rows;
  const { cells } = cube.encode(whole);
  const first = `${year}-01-01`;
  return {
    of(kpi) {
      return yearsOf(kpi).find((one) => one.kpi === kpi.id && isWhole(one))!.result;
    },
    byMonth: (kpi) =>
      months
        .filter((one) => one.kpi === kpi.id && isWhole(one))
        .map(({ period, result }) => ({ id: period.id, result })),
    by: (kpi, dimension) =>
      yearsOf(kpi).flatMap(({ kpi: id, slice, result }) => {
        const value = slice[dimension];
        return id === kpi.id && typeof value === 'string' ? [{ id: value, result }] : [];
      }),
    stateOf(kpi, { from = first, to = '9999-12-31', age }) {
      return cells
        .filter(({ state, slice, values, from: day }) => {
          const asked = age === undefined ? slice === 0 : slice === AGE_SLICE && values[0] === age;
          return state.kpi === kpi.id && asked && day >= from && day < to;
        })
        .map(({ state }) => state as KpiState<typeof kpi.kind>)
        .reduce((sum, state) => merge(kpi, sum, state), emptyState(kpi));
    },
  };
}

/** Without slices of its own a cube keeps the whole, and then each dimension in its order. */
const AGE_SLICE = 2;

function isWhole({ slice }: KpiCubeRow): boolean {
  return Object.keys(slice).length === 0;
}
