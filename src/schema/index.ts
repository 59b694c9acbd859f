export {
  parseAdviceReference,
  parseAdviceRequest,
  parseReviewReference,
  parseReviewRequest,
  safeParseAdviceReference,
  safeParseAdviceRequest,
  safeParseReviewReference,
  safeParseReviewRequest,
} from './advice.js';
export { parseAllocationProblem, safeParseAllocationProblem } from './allocation.js';
export { parseCalendar, safeParseCalendar } from './calendar.js';
export { parseClientView, parseTransactions, safeParseClientView } from './client.js';
export {
  parseGoals,
  parseHoldings,
  parseLiabilities,
  parseSavingPlan,
  safeParseGoals,
  safeParseHoldings,
  safeParseLiabilities,
  safeParseSavingPlan,
} from './client-lists.js';
export {
  parseConflicts,
  safeParseConflicts,
} from './conflicts.js';
export {
  parseCitation,
  parseDecisionRecord,
  parseMessages,
  parseReason,
  safeParseCitation,
  safeParseDecisionRecord,
  safeParseMessages,
  safeParseReason,
} from './evidence.js';
export {
  parseContributionSearch,
  parseGoalPlan,
  parseSimulationOptions,
  safeParseContributionSearch,
  safeParseGoalPlan,
  safeParseSimulationOptions,
} from './goal-plan.js';
export { INPUT_NAMES, type InputName, jsonSchema } from './json-schema.js';
export { parseKpiDefinition, safeParseKpiDefinition } from './kpi-definition.js';
export {
  parseServiceKpiOptions,
  parseServicePanelOptions,
  safeParseServiceKpiOptions,
  safeParseServicePanelOptions,
} from './kpi-options.js';
export {
  type AnyKpiState,
  parseKpiEvent,
  parseKpiState,
  safeParseKpiEvent,
  safeParseKpiState,
} from './kpi-state.js';
export {
  parseAllocationPolicy,
  parseAssumptions,
  parseReturnHistory,
  safeParseAllocationPolicy,
  safeParseAssumptions,
  safeParseReturnHistory,
} from './market.js';
export { parseFxRates, safeParseFxRates, safeParseMoney } from './money.js';
export { parseOrderEvent, safeParseOrderEvent } from './order-event.js';
export {
  parseOrder,
  parseOrderContext,
  parseOrderRequest,
  parseOrderToCheck,
  parsePlannedOrder,
  safeParseOrder,
  safeParseOrderContext,
  safeParseOrderRequest,
  safeParseOrderToCheck,
  safeParsePlannedOrder,
} from './orders.js';
export type { ParseResult } from './parse.js';
export type { Parse, SafeParse } from './parser.js';
export {
  parseBridgeLines,
  parseDietzPeriod,
  parseFlows,
  parseValuations,
  safeParseBridgeLines,
  safeParseDietzPeriod,
  safeParseFlows,
  safeParseValuations,
} from './performance.js';
export {
  parseBalanceSheetOptions,
  parseCashFlowPolicy,
  parseClientPolicy,
  parseCompletenessPolicy,
  safeParseBalanceSheetOptions,
  safeParseCashFlowPolicy,
  safeParseClientPolicy,
  safeParseCompletenessPolicy,
} from './policies.js';
export {
  parseCostOptions,
  parseProducts,
  safeParseCostOptions,
  safeParseProducts,
} from './products.js';
export {
  parseAnswers,
  parseOwners,
  parseQuestionnaire,
  safeParseAnswers,
  safeParseOwners,
  safeParseQuestionnaire,
} from './questionnaire.js';
export {
  parseDriftBands,
  parseProductHoldings,
  parseRebalancingProblem,
  parseSwitchQuestion,
  parseValuationOptions,
  parseWeights,
  safeParseDriftBands,
  safeParseProductHoldings,
  safeParseRebalancingProblem,
  safeParseSwitchQuestion,
  safeParseValuationOptions,
  safeParseWeights,
} from './rebalancing.js';
export {
  parseScreeningContext,
  parseSelectionContext,
  safeParseScreeningContext,
  safeParseSelectionContext,
} from './selection.js';
export { parseServiceQuarter, safeParseServiceQuarter } from './service-quarter.js';
