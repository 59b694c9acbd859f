export { COVER_KINDS, type Cover, type CoverKind } from './cover.js';
export type { CurrencyExposureLimits } from './currency-exposure.js';
export type { ExpensiveDebtRule } from './expensive-debt.js';
export type { Maturity } from './maturity.js';
export type {
  AssessmentExpiringNeed,
  ConcentrationNeed,
  CurrencyExposureNeed,
  DepositInsuranceNeed,
  ExpensiveDebtNeed,
  GoalLiquidityNeed,
  GoalNeed,
  IdleCashNeed,
  MaturityNeed,
  Need,
  OverdraftNeed,
  ProtectionNeed,
  ReserveNeed,
  UndeterminedNeed,
  WithdrawalLiquidityNeed,
} from './need.js';
export { NEED_KINDS, type NeedKind, type NeedPolicy } from './need-policy.js';
export { detectNeeds, type NeedsAssessment, type NeedsOptions } from './needs.js';
export type { ProtectionRule, ProtectionRules } from './protection.js';
export type { Sale, SaleOption } from './sale-options.js';
