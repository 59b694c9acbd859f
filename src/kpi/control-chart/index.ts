export type {
  ChartBaseline,
  ChartOptions,
  ChartPhase,
  ControlBand,
  ControlChart,
  ControlChartKind,
  ControlFinding,
  ControlPhase,
  ControlPoint,
} from './chart.js';
export {
  type Anomaly,
  type AnomalyOptions,
  detectAnomaly,
} from './detect-anomaly.js';
export { type EwmaOptions, type EwmaPoint, ewmaChart } from './ewma-chart.js';
export { XMR_CONSTANTS, type XmrConstants } from './moving-range.js';
export { type PChartOptions, type PeriodProportion, pChart } from './p-chart.js';
export {
  DEFAULT_RUN_RULES,
  NELSON_RULES,
  RUN_RULE_KINDS,
  type RunRule,
  WESTERN_ELECTRIC_RULES,
} from './run-rules.js';
export type { PeriodValue } from './series.js';
export {
  type KpiTarget,
  type TargetedFigure,
  type TargetStatus,
  targetStatus,
} from './target-status.js';
export { type KpiTrend, type TrendOptions, trend } from './trend.js';
export {
  cChart,
  type PeriodCount,
  type PeriodRate,
  type UChartOptions,
  uChart,
} from './u-chart.js';
export {
  type MovingRangePoint,
  type XmrChart,
  type XmrOptions,
  xmrChart,
} from './xmr-chart.js';
