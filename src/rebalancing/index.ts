export {
  ACCOUNT_STATUSES,
  type AccountPosition,
  type AccountStatus,
  type AccountTarget,
  type MoneyUnderWay,
  type NestedWeights,
  type OrderUnderWay,
  type RebalancingAccount,
} from './account/account.js';
export type { BookOptions } from './book/book-options.js';
export type { RebalancerChoice } from './book/choose-rebalancer.js';
export { mergeBookSummaries } from './book/merge-book-summaries.js';
export type {
  BookFailure,
  BookOutcome,
  HouseholdFailure,
  HouseholdOutcome,
} from './book/outcome.js';
export {
  type BookResult,
  type CollectingOptions,
  rebalanceBook,
  rebalanceEach,
} from './book/rebalance-book.js';
export {
  type HouseholdsOptions,
  type HouseholdsResult,
  rebalanceEachHousehold,
  rebalanceHouseholds,
} from './book/rebalance-households.js';
export type { BookReporting } from './book/run-each.js';
export type {
  BookProgress,
  BookSummary,
  BookTurnover,
  CodeCount,
  GrossTrades,
  ProductOrders,
  ProductTrades,
} from './book/summary.js';
export {
  compileRebalancing,
  type Rebalancer,
  type RebalancingOptions,
} from './compile-rebalancing.js';
export { type AccountDeposit, smallestDepositFor } from './destination/smallest-deposit-for.js';
export {
  type FlowOptions,
  type SmallestFlow,
  smallestDeposit,
  smallestWithdrawal,
} from './destination/smallest-flow.js';
export type { Drift, DriftLine } from './drift/drift.js';
export { type DriftOptions, measureDrift } from './drift/measure-drift.js';
export { type AmountConstraint, type AmountFit, fitAmounts } from './fit/fit-amounts.js';
export {
  comparePolicies,
  type PolicyComparison,
  type PolicyComparisonOptions,
  type PolicyWindow,
} from './history/compare-policies.js';
export type {
  History,
  HistoryCosts,
  HistoryPeriod,
  HistoryPolicy,
  HistoryStep,
  PolicyReplay,
} from './history/history.js';
export { replayPolicy } from './history/replay-policy.js';
export { classWeights } from './holdings.js';
export type {
  AssetLocation,
  Household,
  HouseholdAccount,
  HouseholdTarget,
} from './household/household.js';
export { type HouseholdOptions, rebalanceHousehold } from './household/rebalance-household.js';
export {
  HOUSEHOLD_FLAGS,
  type HouseholdFlag,
  type HouseholdLine,
  type HouseholdRebalancing,
  type HouseholdShare,
} from './household/result.js';
export type { HouseholdWeighing } from './household/weigh-household.js';
export {
  findWashSale,
  type LossSale,
  type ReplacementPurchase,
  type WashSaleResult,
} from './lots/find-wash-sale.js';
export {
  LOT_METHODS,
  type Lot,
  type LotMethod,
  type LotPolicy,
  type RealisedGains,
  type TaxPolicy,
} from './lots/lot.js';
export type { LotTransaction } from './lots/read-lot-transactions.js';
export {
  type RealisedLot,
  type TrackedLots,
  type TrackLotsOptions,
  trackLots,
} from './lots/track-lots.js';
export { rebalancingMessages } from './messages.js';
export type { RebalanceOptions } from './moment.js';
export type { Band, Band as DriftBands, BandRules, Bands } from './policy/bands.js';
export {
  type CappedGroup,
  type CashPolicy,
  type CashSize,
  type ClassGroup,
  type Destination,
  FUNDINGS,
  type Funding,
  type Pacing,
  type PlainDestination,
  type RebalancingPolicy,
  type Scope,
  type SizeBySide,
  type TradeSize,
  type TradingRules,
  type Trigger,
  type WeighingRules,
} from './policy/policy.js';
export { rebalance } from './rebalance.js';
export type { Restriction, RestrictionTerms } from './restrictions.js';
export { exposuresOfState, type StateExposures } from './result/exposures-of-state.js';
export type { Instruction } from './result/instruction.js';
export { openOrdersOf } from './result/open-orders-of.js';
export type {
  AccountState,
  CashLine,
  CashOnDay,
  Rebalancing,
  RuleCheck,
  WithdrawalState,
} from './result/result.js';
export type {
  ExchangeLeg,
  NotTraded,
  OutOfReach,
  SoldLot,
  Trade,
  TradingCosts,
} from './result/trade.js';
export { planStages, type StagedPlan, type StagesOptions } from './stages/plan-stages.js';
export type { FiredTrigger } from './triggers/fired-trigger.js';
export {
  SCHEDULE_ADJUSTMENTS,
  type Schedule,
  type ScheduleAdjustment,
} from './triggers/schedule.js';
export type { UtilityInputs } from './utility.js';
export {
  type Addition,
  type HoldingsValuation,
  type ValuationLine,
  type ValuationOptions,
  valueHoldings,
} from './value-holdings.js';
export type { ExitFeeTiers } from './weighing/exit-tiers.js';
export { type OutOfMarketTime, outOfMarketCost } from './weighing/out-of-market-cost.js';
export type { SwitchAfterTax, SwitchTax } from './weighing/switch-after-tax.js';
export {
  type SwitchAnswer,
  type SwitchQuestion,
  switchBreakEven,
} from './weighing/switch-break-even.js';
export { type Weighing, type WeighingQuestion, weighTrades } from './weighing/weigh-trades.js';
