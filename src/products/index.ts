export {
  checkTargetMarket,
  type TargetClient,
  type TargetMarketCheck,
} from './check-target-market.js';
export { checkUniverse } from './check-universe.js';
export {
  type CostAmountsChange,
  type CostChange,
  type CostComparison,
  type CostLineChange,
  compareCosts,
  type RateChange,
} from './costs/compare-costs.js';
export {
  COST_KINDS,
  type CostAmounts,
  type CostKind,
  type CostShares,
} from './costs/cost-amounts.js';
export type { CostLine, ThirdPartyPayments } from './costs/cost-lines.js';
export { type CostOptions, type ExAnteCosts, exAnteCosts } from './costs/ex-ante.js';
export {
  type ExPostCosts,
  type ExPostOptions,
  exPostCosts,
  type PaidCostLine,
  type PaidCostRecord,
  type PaidCosts,
} from './costs/ex-post.js';
export type { IllustrationYear } from './costs/illustration.js';
export {
  PAID_KINDS,
  type PaidAmounts,
  type PaidCharge,
  type PaidKind,
} from './costs/paid-charges.js';
export type { CostFlow, DatedValue, ValueRecord } from './costs/value-steps.js';
export { type YearlyChargeRule, yearlyCharge } from './costs/yearly-charge.js';
export {
  type DealingCalendar,
  type DealtBefore,
  dealingAfter,
  paysBack,
  wholeRedemption,
} from './dealing/dealing-after.js';
export { type DealingDate, dealingDays } from './dealing/dealing-days.js';
export { type DealingDesk, type DealingMoment, openDealingDesk } from './dealing/dealing-desk.js';
export type { Dealing } from './dealing/find-dealing.js';
export { acceptedShareOn } from './dealing/gates.js';
export { heldDays } from './dealing/held-days.js';
export type { DealingSide } from './dealing/hurdle.js';
export { type DealingRule, gateOn, mostOn } from './dealing/limits.js';
export { type DealingQuestion, nextDealing } from './dealing/next-dealing.js';
export type { DealingDays, DealingTerms, RedemptionGate, RollingTerm } from './dealing-terms.js';
export {
  CLASS_KINDS,
  type ClassKind,
  type ExplainOptions,
  type ScenarioAssumptions,
} from './explain/explain-options.js';
export { explainProduct } from './explain/explain-product.js';
export {
  EXPLANATION_SECTIONS,
  type ExplanationSection,
  type ExplanationSectionName,
  type ProductExplanation,
  type ProductScenario,
  type ProductScenarios,
} from './explain/explanation.js';
export {
  type FormattedExplanation,
  type FormattedSection,
  formatExplanation,
} from './explain/format-explanation.js';
export { CONCENTRATION_SHARE, MAIN_RISK_SHARE } from './explain/risks.js';
export { RETURN_SCENARIOS } from './explain/scenario-returns.js';
export {
  EXPOSURE_KINDS,
  type ExposureKind,
  type ExposureOptions,
  type Exposures,
  exposures,
} from './exposures.js';
export {
  type EntryFeeRule,
  type EntryFeeSide,
  entryFeeOf,
  entryFeeUnits,
  type FeeSplit,
  splitEntryFee,
} from './fees/entry-fee.js';
export { entryPaymentUnits } from './fees/entry-payment.js';
export {
  type ExitFeeRule,
  exitFeeOf,
  exitFeeUnits,
  exitRate,
  hasExitSums,
  type RedeemedLot,
  redemptionFeeUnits,
} from './fees/exit-fee.js';
export { type ImpactRule, impactRate } from './fees/market-impact.js';
export { findProduct } from './find-product.js';
export type { IssuerReturns, IssuerScenario } from './issuer-returns.js';
export { lookThrough } from './look-through.js';
export { productsMessages } from './messages.js';
export {
  PRODUCT_STATUSES,
  type Product,
  type ProductChange,
  type ProductState,
  type ProductStatus,
} from './product.js';
export type {
  EntryFeeTier,
  ExitFeeTier,
  FeeBounds,
  MarketImpact,
  PerformanceFee,
  ProductFees,
} from './product-fees.js';
export { productOn, universeOn } from './product-on.js';
export {
  isLiability,
  type KnownProductType,
  PRODUCT_TYPES,
  type ProductType,
} from './product-type.js';
export {
  largestPurchase,
  type PurchaseOptions,
  type PurchaseRule,
  type PurchaseTerms,
  purchaseTerms,
} from './purchase-terms.js';
export {
  compareRatingsOn,
  type RatingComparison,
  type RatingDays,
  type RatingPeriod,
  ratingHistory,
} from './rating-history.js';
export {
  type RedemptionRule,
  type RedemptionTerms,
  redemptionTerms,
} from './redemption-terms.js';
export { compareRatings, effectiveRisk, RISK_RATINGS, type RiskRating } from './risk.js';
export type { TargetMarket } from './target-market.js';
export { compileProducts, type ProductUniverse } from './universe.js';
