export { euAppropriateness } from './appropriateness.js';
export {
  type CreditQualityStep,
  type CreditRiskClass,
  type CreditRiskTerms,
  creditRiskMeasure,
  INVESTOR_CLAIMS,
  type InvestorClaim,
} from './priips-credit-risk.js';
export {
  type HoldingPeriod,
  type MarketRiskClass,
  type MarketRiskOptions,
  marketRiskMeasure,
  valueAtRiskEquivalentVolatility,
  valueAtRiskInReturnSpace,
} from './priips-market-risk.js';
export { type ReturnMoments, returnMoments } from './priips-moments.js';
export { type SummaryRiskClass, summaryRiskIndicator } from './priips-summary-risk.js';
export { euSuitability } from './suitability.js';
