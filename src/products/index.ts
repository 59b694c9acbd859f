export { checkUniverse } from './check-universe.js';
export { type CostLine, type CostOptions, type ExAnteCosts, exAnteCosts } from './costs.js';
export { type DealingDate, dealingDays } from './dealing/dealing-days.js';
export { type DealingDesk, type DealingMoment, openDealingDesk } from './dealing/dealing-desk.js';
export type { Dealing } from './dealing/find-dealing.js';
export type { DealingSide } from './dealing/hurdle.js';
export { type DealingRule, gateOn, mostOn } from './dealing/limits.js';
export { type DealingQuestion, nextDealing } from './dealing/next-dealing.js';
export type { DealingDays, DealingTerms, RedemptionGate, RollingTerm } from './dealing-terms.js';
export {
  type EntryFeeRule,
  entryFeeOf,
  entryFeeUnits,
  type FeeSplit,
  splitEntryFee,
} from './fees/entry-fee.js';
export { type ExitFeeRule, exitFeeOf, exitFeeUnits, exitRate } from './fees/exit-fee.js';
export { findProduct } from './find-product.js';
export { lookThrough } from './look-through.js';
export { productsMessages } from './messages.js';
export { PRODUCT_STATUSES, type Product, type ProductStatus } from './product.js';
export {
  largestPurchase,
  type PurchaseRule,
  type PurchaseTerms,
  purchaseTerms,
} from './purchase-terms.js';
export { compareRatings, effectiveRisk, RISK_RATINGS, type RiskRating } from './risk.js';
export { compileProducts, type ProductUniverse } from './universe.js';
