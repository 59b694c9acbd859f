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
export { parseClientView, parseTransactions, safeParseClientView } from './client.js';
export { parseGoalPlan, safeParseGoalPlan } from './goal-plan.js';
export { INPUT_NAMES, type InputName, jsonSchema } from './json-schema.js';
export {
  parseAllocationPolicy,
  parseAssumptions,
  safeParseAllocationPolicy,
  safeParseAssumptions,
} from './market.js';
export { parseOrderEvent, safeParseOrderEvent } from './order-event.js';
export type { ParseResult } from './parse.js';
export type { Parse, SafeParse } from './parser.js';
export {
  parseClientPolicy,
  parseCompletenessPolicy,
  safeParseClientPolicy,
  safeParseCompletenessPolicy,
} from './policies.js';
export { parseProducts, safeParseProducts } from './products.js';
export {
  parseAnswers,
  parseQuestionnaire,
  safeParseAnswers,
  safeParseQuestionnaire,
} from './questionnaire.js';
export { parseServiceQuarter, safeParseServiceQuarter } from './service-quarter.js';
