import {
  compileKpiCube,
  type Kpi,
  type KpiCube,
  type KpiCubeDraft,
  type KpiCubeRow,
} from '../../../src/kpi/index.js';
import { expectRefusal } from '../support.js';

/** By quarter, with the kind of risk as a dimension. */
export function cubeByFamily(kpis: readonly Kpi[]): KpiCube {
  return compileKpiCube({
    ...{ kpis, period: 'quarter', zone: 'Asia/Shanghai' },
    dimensions: ['risk-family'],
  });
}

/** The result of a KPI, of one kind of risk or of all; undefined where nothing was counted or left out. */
export function resultIn(
  cube: KpiCube,
  draft: KpiCubeDraft,
  kpi: string,
  family?: string,
): KpiCubeRow['result'] | undefined {
  const { rows } = cube.result(draft, { suppressBelow: 1 });
  return rows.find((row) => row.kpi === kpi && row.slice['risk-family'] === family)?.result;
}

/** Refuses kinds of risk that are not the bank's, and terms that cannot be. */
export function expectFamiliesChecked(
  make: (change: object, changedOptions?: object) => () => unknown,
  path: string,
): void {
  expectRefusal(make({ family: 'weather' }), 'unknown-id', `${path}.family`);
  expectRefusal(make({}, { families: [] }), 'empty', 'options.families');
  expectRefusal(make({}, { asOf: undefined }), 'missing-value', 'options.asOf');
  const named = { dimensions: { family: 'x' } };
  const twice = make(named, { familyDimension: 'family' });
  expectRefusal(twice, 'inconsistent', 'options.familyDimension');
}
