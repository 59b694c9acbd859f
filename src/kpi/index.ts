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
export {
  type AccountPeriod,
  ASSET_MOVEMENTS,
  type AssetMovement,
  type AssetMovementKind,
} from './assets/account-period.js';
export {
  type AccountRecordOptions,
  ASSET_BRIDGE_LINES,
  type AssetBridgeLine,
  type AssetBridgeOptions,
  accountRecords,
  assetBridgeEvent,
  NET_NEW_MONEY_CHOICES,
  type NetNewMoneyChoice,
} from './assets/asset-bridge.js';
export type { ClientReturn, ClientReturnOptions } from './assets/client-return.js';
export { clientReturnRecords } from './assets/client-return-records.js';
export { type TranslationOptions, translateAccount } from './assets/translate-account.js';
export {
  type CaseMeasure,
  type CaseOptions,
  caseRecords,
  type ServiceCase,
} from './cases/case-records.js';
export { compareBeforeAfter } from './compare/compare-before-after.js';
export {
  compareSeveral,
  type JudgedTogether,
  type SeveralOptions,
} from './compare/compare-several.js';
export {
  type ControlledComparison,
  compareWithControl,
  type GroupStates,
} from './compare/compare-with-control.js';
export type {
  BeforeAfter,
  ChangeVerdict,
  ComparedKpi,
  ComparedPeriod,
  ComparedShares,
  ComparedTimes,
  ComparisonEffect,
  ComparisonFinding,
  Judgement,
  KnownPeriod,
  NoVariation,
} from './compare/comparison.js';
export {
  compareLikeWithLike,
  type GroupStrata,
  type LikeWithLike,
  type LikeWithLikeOptions,
  type MixAdjustedDifference,
  type MixAdjustedGroup,
  type StratumFigure,
} from './compare/like-with-like.js';
export type {
  AdviserCertificate,
  AdviserFile,
  AdviserPractice,
  AdviserTest,
  TrainingPeriod,
} from './competence/adviser-file.js';
export type {
  AdviserRating,
  AdviserRatings,
  RateAdvisersOptions,
} from './competence/adviser-ratings.js';
export { type AdviserRecordOptions, adviserRecords } from './competence/adviser-records.js';
export type { AdviserScores } from './competence/adviser-scores.js';
export type { FunnelBounds } from './competence/binomial-limits.js';
export {
  type FunnelGroup,
  type FunnelLimits,
  type FunnelPlot,
  type FunnelPlotOptions,
  type FunnelPoint,
  funnelPlot,
} from './competence/funnel-plot.js';
export { rateAdvisers } from './competence/rate-advisers.js';
export type { Trainee, TrainingGroups } from './competence/trainees.js';
export { trainingEffect } from './competence/training-effect.js';
export type {
  ControlledEffect,
  RegressionToTheMean,
  TrainingEffect,
  TrainingOptions,
  TrainingSelection,
} from './competence/training-result.js';
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
} from './control-chart/chart.js';
export {
  type Anomaly,
  type AnomalyOptions,
  detectAnomaly,
} from './control-chart/detect-anomaly.js';
export { type EwmaOptions, type EwmaPoint, ewmaChart } from './control-chart/ewma-chart.js';
export { XMR_CONSTANTS, type XmrConstants } from './control-chart/moving-range.js';
export { type PChartOptions, type PeriodProportion, pChart } from './control-chart/p-chart.js';
export {
  DEFAULT_RUN_RULES,
  NELSON_RULES,
  RUN_RULE_KINDS,
  type RunRule,
  WESTERN_ELECTRIC_RULES,
} from './control-chart/run-rules.js';
export type { PeriodValue } from './control-chart/series.js';
export {
  type KpiTarget,
  type TargetedFigure,
  type TargetStatus,
  targetStatus,
} from './control-chart/target-status.js';
export { type KpiTrend, type TrendOptions, trend } from './control-chart/trend.js';
export {
  cChart,
  type PeriodCount,
  type PeriodRate,
  type UChartOptions,
  uChart,
} from './control-chart/u-chart.js';
export {
  type MovingRangePoint,
  type XmrChart,
  type XmrOptions,
  xmrChart,
} from './control-chart/xmr-chart.js';
export { compileKpiCube, type KpiCube, type KpiCubeDraft } from './cube/compile-cube.js';
export type { KpiCubeDefinition } from './cube/definition.js';
export type { KpiCubeOptions, KpiCubeResult, KpiCubeRow } from './cube/read-off.js';
export type { KpiRecord } from './cube/record.js';
export {
  type KpiSeriesOptions,
  type KpiSeriesShare,
  type KpiSeriesValue,
  kpiSeries,
  kpiShareSeries,
} from './cube/series.js';
export type { KpiCubeCell, KpiCubeState, WaitingRecord } from './cube/state.js';
export type { KpiSuppressed } from './cube/suppress.js';
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
export type { AdverseImpact } from './fairness/adverse-impact.js';
export {
  type ComparedGroup,
  compareGroups,
  type GapOptions,
  type GroupComparison,
  type GroupGap,
  type GroupState,
} from './fairness/compare-groups.js';
export {
  type FairnessFinding,
  type FairnessGapWithheld,
  type FairnessReport,
  type FairnessSplit,
  fairnessReport,
  type SplitComparison,
} from './fairness/fairness-report.js';
export { type FairnessSplitOptions, fairnessSplits } from './fairness/fairness-splits.js';
export type { GapReference } from './fairness/gap-terms.js';
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
export type { ClientActivity } from './retention/client-activity.js';
export type { ClientTenure, Dormancy, TenureLook } from './retention/client-tenure.js';
export {
  type Cohort,
  type CohortCell,
  type CohortLength,
  type CohortOptions,
  type CohortTable,
  cohorts,
} from './retention/cohorts.js';
export {
  type EvaluationOptions,
  evaluateSigns,
  type SignEvaluation,
  type WatchedClient,
} from './retention/evaluate-signs.js';
export {
  type ClientRetention,
  type RetentionOptions,
  retentionRecords,
} from './retention/retention-records.js';
export { type TenureOptions, tenureRecords } from './retention/tenure-records.js';
export {
  WARNING_SIGN_KINDS,
  type WarningPolicy,
  type WarningSign,
} from './retention/warning-policy.js';
export {
  type WarningOptions,
  type WarningReading,
  type WarningSigns,
  warningSigns,
} from './retention/warning-signs.js';
export { type BacklogOptions, backlogRecords } from './risk/backlog-records.js';
export {
  type CheckedOrder,
  type OrderCheckOptions,
  orderCheckRecords,
} from './risk/order-check-records.js';
export {
  type ClosedCase,
  type ReopenedOptions,
  reopenedRecord,
} from './risk/reopened-record.js';
export { type RiskFinding, type RiskOptions, riskRecords } from './risk/risk-records.js';
export {
  type NonResponse,
  type NonResponseInsufficient,
  type NonResponseOk,
  type NonResponseOptions,
  nonResponse,
} from './satisfaction/non-response.js';
export {
  type ComparedProposal,
  PERSONALISATION_VERDICTS,
  type Personalisation,
  type PersonalisationOptions,
  type PersonalisationVerdict,
  personalisationRecord,
} from './satisfaction/personalisation.js';
export { type ResponseOptions, responseRecords } from './satisfaction/response-records.js';
export type { GuardOutcome } from './scorecard/guards.js';
export {
  type Score,
  type ScoreContribution,
  type ScorecardOptions,
  scoreScorecard,
} from './scorecard/score.js';
export {
  compileScorecard,
  type Scorecard,
  type ScorecardDefinition,
  type ScorecardGuard,
  type ScorecardLine,
  type ScorecardResults,
  type ScoredResult,
} from './scorecard/scorecard.js';
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
  SurvivalStateRow,
} from './state.js';
export { type SummariseOptions, summarise } from './summarise.js';
export {
  type AvailabilityOptions,
  availabilityRecord,
  type DownTime,
  type ServiceWindow,
} from './tools/availability-record.js';
export {
  REQUEST_OUTCOMES,
  type RequestOptions,
  type RequestOutcome,
  requestRecords,
  type ToolRequest,
} from './tools/request-records.js';
export { type TaskOptions, type ToolTask, taskRecords } from './tools/task-records.js';
export {
  type ToolSession,
  type ToolUsage,
  type UsageOptions,
  usageRecords,
} from './tools/usage-records.js';
