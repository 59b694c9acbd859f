export {
  parseHousehold,
  parseRebalancingAccount,
  safeParseHousehold,
  safeParseRebalancingAccount,
} from './account.js';
export {
  parseDriftBands,
  parseDriftOptions,
  safeParseDriftBands,
  safeParseDriftOptions,
} from './bands.js';
export {
  parseHistoryPolicies,
  parsePolicyHistory,
  safeParseHistoryPolicies,
  safeParsePolicyHistory,
} from './history.js';
export {
  parseLossSale,
  parseLotTransactions,
  parseReplacementPurchases,
  parseTrackLotsOptions,
  safeParseLossSale,
  safeParseLotTransactions,
  safeParseReplacementPurchases,
  safeParseTrackLotsOptions,
} from './lots.js';
export { parseRebalancingPolicy, safeParseRebalancingPolicy } from './policy.js';
export {
  parseAmountConstraints,
  parseProductHoldings,
  parseSwitchQuestion,
  parseValuationOptions,
  parseWeighingQuestion,
  parseWeights,
  safeParseAmountConstraints,
  safeParseProductHoldings,
  safeParseSwitchQuestion,
  safeParseValuationOptions,
  safeParseWeighingQuestion,
  safeParseWeights,
} from './questions.js';
export { parseStagesOptions, safeParseStagesOptions } from './stages.js';
export { parseBookSummaries, safeParseBookSummaries } from './summaries.js';
