export {
  type AccumulatedBatch,
  accumulate,
  accumulateAll,
  emptyState,
  merge,
} from './accumulate.js';
export {
  type BeforeAfter,
  type ChangeVerdict,
  type ComparedPeriod,
  compareBeforeAfter,
} from './compare.js';
export { defineKpi } from './define.js';
export {
  type AmountBridgeDefinition,
  type AmountRatioDefinition,
  type CountRatioDefinition,
  type DetectionDefinition,
  type DurationMeasure,
  type DurationsDefinition,
  KPI_DIRECTIONS,
  KPI_FAMILIES,
  type Kpi,
  type KpiDefinition,
  type KpiDefinitions,
  type KpiDescription,
  type KpiDirection,
  type KpiFamily,
  type KpiKind,
  type ProportionDefinition,
  type RatingMeasure,
  type RatingsDefinition,
} from './definition.js';
export { KPI_KINDS } from './kinds.js';
export { kpiMessages } from './messages.js';
export type { KpiFigures, KpiInsufficient, KpiOk, KpiResult, KpiValue } from './result.js';
export { type ServiceKpis, serviceKpis } from './service-kpis.js';
export {
  type SatisfactionFigures,
  type ServicePanel,
  type ServicePanelOptions,
  servicePanel,
} from './service-panel.js';
export type { ScoreCounts, ServiceQuarter } from './service-quarter.js';
export type { ServiceKpiOptions } from './service-settings.js';
export type { KpiData, KpiEvent, KpiEvents, KpiState } from './state.js';
export { summarise } from './summarise.js';
