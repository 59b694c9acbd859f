export { checkUniverse } from './check-universe.js';
export { type CostLine, type CostOptions, type ExAnteCosts, exAnteCosts } from './costs.js';
export { type FeeSplit, splitEntryFee } from './entry-fee.js';
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
