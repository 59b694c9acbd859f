export * from './actions/index.js';
export {
  type BalanceSheet,
  type BalanceSheetOptions,
  balanceSheet,
  type CompleteBalanceSheet,
  type WithheldBalanceSheet,
} from './balance-sheet/balance-sheet.js';
export type { Concentration, IssuerRisk } from './balance-sheet/concentration.js';
export type { CurrencyExposure } from './balance-sheet/currency-exposure.js';
export type {
  DepositInsurance,
  DepositInsuranceReport,
} from './balance-sheet/deposit-insurance.js';
export type {
  ConcentrationByKey,
  GroupConcentration,
} from './balance-sheet/group-concentration.js';
export type { Leverage } from './balance-sheet/leverage.js';
export {
  LIQUIDITY_STEPS,
  type LiquidityAmount,
  type LiquidityLadder,
  type LiquidityRung,
  type LiquidityStep,
} from './balance-sheet/liquidity-ladder.js';
export type { Debt, MissingRate, Position } from './balance-sheet/value-positions.js';
export {
  analyseBehaviour,
  type BehaviourOptions,
  type InvestmentBehaviour,
  type TradeBalance,
} from './behaviour/analyse-behaviour.js';
export type { TradeOptions } from './behaviour/behaviour-options.js';
export type { BehaviourPolicy } from './behaviour/behaviour-policy.js';
export type { ContributionCadence, PurchasePlan } from './behaviour/contributions.js';
export {
  type DispositionCounts,
  type DispositionEffect,
  dispositionEffect,
} from './behaviour/disposition-effect.js';
export type { Fall } from './behaviour/falls.js';
export type { HoldingDays, HoldingPeriods, ProductHolding } from './behaviour/holding-periods.js';
export {
  CYCLE_TABLE,
  type CycleFacts,
  type CycleOptions,
  type CyclePeriod,
  INVESTMENT_PHASES,
  type InvestmentCycle,
  type InvestmentPhase,
  investmentCycle,
} from './behaviour/investment-cycle.js';
export type { PanicSale, PanicSales } from './behaviour/panic-sales.js';
export {
  compilePrices,
  type MarketLevel,
  type PriceHistory,
  type PriceSeries,
  type ProductPrice,
} from './behaviour/prices.js';
export {
  type MeasuredRfm,
  measureRfm,
  type Rfm,
  type RfmBounds,
  type RfmScore,
  scoreRfm,
} from './behaviour/rfm.js';
export {
  type RfmRow,
  type RfmScores,
  type RfmScoresOptions,
  rfmScores,
} from './behaviour/rfm-scores.js';
export { type InvestmentTrade, TRADE_SIDES, type TradeSide } from './behaviour/trade.js';
export type { TradeSizes } from './behaviour/trade-sizes.js';
export type { TradingRhythm } from './behaviour/trading-rhythm.js';
export type { InvestmentValue, Turnover } from './behaviour/turnover.js';
export type { AccountBalance } from './cash-flow/account-balance.js';
export type { AccountCourse } from './cash-flow/account-course.js';
export {
  analyseCashFlow,
  type CashFlow,
  type CashFlowAnalysis,
  type MissingOfCashFlow,
  type ObservedFlow,
} from './cash-flow/cash-flow.js';
export type { CashFlowOptions } from './cash-flow/cash-flow-options.js';
export { type CashFlowPolicy, NO_ESSENTIAL_SPENDING } from './cash-flow/cash-flow-policy.js';
export type { CategoryFlow, CategoryFlows, CategoryRule } from './cash-flow/category.js';
export type { IncomeMatch, IncomeStream, IrregularityRule } from './cash-flow/income.js';
export { ISO_20022_CATEGORIES } from './cash-flow/iso-20022-categories.js';
export {
  type Direction,
  ISO_20022_KINDS,
  type KindRule,
  kindOfCodes,
} from './cash-flow/iso-20022-kinds.js';
export type { MonthlyCashFlow } from './cash-flow/monthly.js';
export type { OwnTransferRule, OwnTransfers, TransferGroup } from './cash-flow/own-transfers.js';
export type { RowMatch } from './cash-flow/row-match.js';
export type { CashFlowSeasonality, Seasonality } from './cash-flow/seasonality.js';
export type { CashFlowTrend, Trend } from './cash-flow/trend.js';
export { assessCompleteness, type Completeness, type CompletenessPolicy } from './completeness.js';
export * from './facts/index.js';
export { GOAL_PURPOSES, type Goal, type GoalPurpose, goalTarget } from './goal.js';
export type { GoalOptions } from './goal-options.js';
export {
  ASSET_CLASSES,
  type AssetClass,
  HOLDING_KINDS,
  type Holding,
  type HoldingKind,
  LIABILITY_KINDS,
  type Liability,
  type LiabilityKind,
} from './holding.js';
export { clientMessages } from './messages.js';
export * from './needs/index.js';
export * from './privacy/index.js';
export type { CareDriver } from './profile/care-driver.js';
export type { CareFlag } from './profile/care-flags.js';
export {
  CARE_KINDS,
  type CareConsequence,
  type CareKind,
  type CarePolicy,
  type CareRule,
} from './profile/care-policy.js';
export {
  CIRCUMSTANCE_KINDS,
  type Circumstance,
  type CircumstanceKind,
} from './profile/circumstance.js';
export type { Contradiction } from './profile/contradiction.js';
export {
  EVIDENCE_SOURCES,
  type EvidenceSource,
  type ProfileEvidence,
} from './profile/evidence.js';
export { LIFE_STAGES, type LifeStage } from './profile/life-stage.js';
export type { LevelsApart, RiskPreference } from './profile/preference.js';
export {
  type ClientProfile,
  type ProfileOptions,
  profileClient,
  type RiskStanding,
} from './profile/profile.js';
export type { ProfilePolicy } from './profile/profile-policy.js';
export type { EquityBand, RevealedPreferencePolicy } from './profile/revealed-policy.js';
export type {
  ClientStatements,
  ObservedBehaviour,
  PlannedWithdrawal,
} from './profile/statements.js';
export type { AmountChange } from './recurring/amount-changes.js';
export { CADENCES, type CadenceName } from './recurring/cadence.js';
export {
  findRecurring,
  type RecurringOptions,
  type RecurringResult,
} from './recurring/find-recurring.js';
export type { WeekendRule } from './recurring/grid.js';
export type { RecurringStream, Regularity, ScheduleDay } from './recurring/stream.js';
export {
  type RequiredReturn,
  type RequiredReturnOptions,
  requiredReturn,
  type SavingPlan,
} from './required-return.js';
export type {
  Cluster,
  Clustering,
  ClusterMember,
  FeatureRow,
  KMeansOptions,
} from './segments/cluster.js';
export { compileSegments } from './segments/compile-segments.js';
export { kMeans } from './segments/k-means.js';
export {
  findLifeStage,
  type LifeStageBounds,
  type LifeStageFacts,
  type LifeStageOptions,
  lifeStageTable,
} from './segments/life-stage-table.js';
export {
  type SegmentCount,
  type SegmentedClients,
  type SegmentRow,
  segmentClients,
} from './segments/segment-clients.js';
export {
  type ConditionFinding,
  type RuleFinding,
  type SegmentAssignment,
  type SegmentOutcome,
  type SegmentTags,
  segmentOf,
  segmentTags,
} from './segments/segment-of.js';
export type {
  CompiledSegmentTable,
  IsOneOf,
  IsTrue,
  SegmentCondition,
  SegmentFact,
  SegmentFactKind,
  SegmentFacts,
  SegmentRule,
  SegmentTable,
  WithinBounds,
} from './segments/segment-table.js';
export {
  type BankCodes,
  TRANSACTION_KINDS,
  type Transaction,
  type TransactionKind,
} from './transaction.js';
export {
  CLIENT_STATUSES,
  type ClientFacts,
  type ClientStatus,
  type ClientView,
} from './view.js';
