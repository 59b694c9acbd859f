export {
  type AccumulatedBatch,
  accumulate,
  accumulateAll,
  emptyState,
  merge,
} from './accumulate.js';
export { accumulatorOf, type KpiAccumulator, type KpiDraft } from './accumulator.js';
export { campaignRecords } from './acquisition/campaign-records.js';
export type {
  AttributionOptions,
  CampaignContact,
  ClientContacts,
} from './acquisition/client-contacts.js';
export {
  type FunnelJourney,
  type FunnelOptions,
  funnelRecord,
} from './acquisition/funnel-record.js';
export {
  type AlertMatching,
  type DatedSubject,
  type MatchedEvent,
  type MatchedWarning,
  type MatchOptions,
  matchAlerts,
} from './alerts/match-alerts.js';
export * from './assets/index.js';
export {
  type CaseMeasure,
  type CaseOptions,
  caseRecords,
  type ServiceCase,
} from './cases/case-records.js';
export * from './compare/index.js';
export * from './competence/index.js';
export * from './control-chart/index.js';
export * from './cube/index.js';
export { defineKpi } from './define.js';
export {
  type AmountBridgeDefinition,
  type AmountPerCountDefinition,
  type AmountRatioDefinition,
  type CountRatioDefinition,
  type DetectionDefinition,
  type DurationMeasure,
  type DurationsDefinition,
  type FunnelDefinition,
  KPI_DIRECTIONS,
  KPI_FAMILIES,
  type Kpi,
  type KpiDefinition,
  type KpiDefinitions,
  type KpiDescription,
  type KpiDirection,
  type KpiExclusion,
  type KpiFamily,
  type KpiKind,
  type KpiTerms,
  type KpiWindow,
  type MeasurementsDefinition,
  type ProportionDefinition,
  type RateDefinition,
  type RatingMeasure,
  type RatingsDefinition,
  type SurvivalDefinition,
  type SurvivalMeasure,
  type TallyDefinition,
  type WithinLimitDefinition,
} from './definition.js';
export {
  type HandledCase,
  type HandlingOptions,
  handlingRecords,
} from './efficiency/handling-records.js';
export {
  type ProcessJourney,
  type ProcessOptions,
  processRecords,
} from './efficiency/process-records.js';
export { type QueueOptions, type QueueVisit, queueRecords } from './efficiency/queue-records.js';
export * from './fairness/index.js';
export { RESPONSE_MEASURES } from './families/response.js';
export { HANDLING_MEASURES } from './families/risk-handling.js';
export { type ServiceKpis, serviceKpis } from './families/service-kpis.js';
export type { ServiceKpiOptions } from './families/settings.js';
export { KPI_KINDS } from './kinds/kinds.js';
export { kpiMessages } from './messages.js';
export {
  type KpiPeriod,
  PERIOD_LENGTHS,
  type PeriodLength,
  periodOf,
  periodsIn,
} from './period/period.js';
export type {
  ExcludedCases,
  FunnelStep,
  KpiFigures,
  KpiHead,
  KpiInsufficient,
  KpiOk,
  KpiResult,
  KpiValue,
  TallyShare,
} from './result.js';
export * from './retention/index.js';
export * from './risk/index.js';
export * from './satisfaction/index.js';
export * from './scorecard/index.js';
export {
  type SatisfactionFigures,
  type ServicePanel,
  type ServicePanelOptions,
  servicePanel,
} from './service-panel.js';
export type { ScoreCounts, ServiceQuarter } from './service-quarter.js';
export type {
  ExcludedCase,
  KpiData,
  KpiEvent,
  KpiEvents,
  KpiState,
  LimitPartCounts,
  SurvivalStateRow,
} from './state.js';
export { type SummariseOptions, summarise } from './summarise.js';
export * from './tools/index.js';
