export { compileKpiCube, type KpiCube, type KpiCubeDraft } from './compile-cube.js';
export type { KpiForgottenCount, KpiLateCount } from './counts-by-kpi.js';
export type { KpiCubeDefinition } from './definition.js';
export type { KpiRecordKey } from './kept.js';
export type { KpiCubeOptions, KpiCubeResult, KpiCubeRow } from './read-off.js';
export type { KpiRecord } from './record.js';
export type { KpiRecordWindow } from './record-windows.js';
export { recordsOfAll } from './records-of-all.js';
export {
  type KpiSeriesOptions,
  type KpiSeriesRate,
  type KpiSeriesShare,
  type KpiSeriesValue,
  kpiRateSeries,
  kpiSeries,
  kpiShareSeries,
} from './series.js';
export type { KpiCubeCell, KpiCubeState, WaitingRecord } from './state.js';
export type { KpiSuppressed } from './suppress.js';
