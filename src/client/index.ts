export {
  type BalanceSheet,
  type BalanceSheetOptions,
  balanceSheet,
  type CompleteBalanceSheet,
  type WithheldBalanceSheet,
} from './balance-sheet.js';
export { CADENCES, type CadenceName } from './cadence.js';
export {
  analyseCashFlow,
  type CashFlow,
  type CashFlowAnalysis,
  type CashFlowOptions,
  type MonthlyCashFlow,
} from './cash-flow.js';
export type { CashFlowPolicy } from './cash-flow-policy.js';
export { assessCompleteness, type Completeness, type CompletenessPolicy } from './completeness.js';
export type { Concentration, IssuerRisk } from './concentration.js';
export type { Contradiction } from './contradictions.js';
export type { DepositInsurance, DepositInsuranceReport } from './deposit-insurance.js';
export { type Goal, goalTarget } from './goal.js';
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
export type { IncomeMatch, IncomeStream, IrregularityRule } from './income.js';
export { LIFE_STAGES, type LifeStage } from './life-stage.js';
export type { Maturity } from './maturity.js';
export { clientMessages } from './messages.js';
export type {
  ConcentrationNeed,
  DepositInsuranceNeed,
  GoalNeed,
  IdleCashNeed,
  MaturityNeed,
  Need,
  OverdraftNeed,
  ReserveNeed,
  UndeterminedNeed,
} from './need.js';
export { NEED_KINDS, type NeedKind, type NeedPolicy } from './need-policy.js';
export { detectNeeds, type NeedsAssessment, type NeedsOptions } from './needs.js';
export {
  type ClientProfile,
  type ProfileOptions,
  profileClient,
  type RiskStanding,
} from './profile.js';
export type { ProfilePolicy } from './profile-policy.js';
export {
  findRecurring,
  type RecurringOptions,
  type RecurringResult,
  type RecurringStream,
} from './recurring.js';
export {
  type RequiredReturn,
  type RequiredReturnOptions,
  requiredReturn,
  type SavingPlan,
} from './required-return.js';
export type { Sale, SaleOption } from './sale-options.js';
export type { ScheduleDay } from './schedule.js';
export {
  type RowMatch,
  TRANSACTION_KINDS,
  type Transaction,
  type TransactionKind,
} from './transaction.js';
export type { Debt, MissingRate, Position } from './value-positions.js';
export {
  CLIENT_STATUSES,
  type ClientFacts,
  type ClientStatements,
  type ClientStatus,
  type ClientView,
} from './view.js';
