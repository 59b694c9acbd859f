export {
  parseActionContext,
  parseActionEffectsOptions,
  parseActionOutcomes,
  parseActionPolicy,
  safeParseActionContext,
  safeParseActionEffectsOptions,
  safeParseActionPolicy,
} from './actions.js';
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
export { parseBalanceSheetOptions, safeParseBalanceSheetOptions } from './balance-sheet.js';
export {
  parseBehaviourOptions,
  parseBehaviourPolicy,
  parseCycleOptions,
  parseDispositionCounts,
  parseTradeOptions,
  safeParseBehaviourOptions,
  safeParseBehaviourPolicy,
  safeParseCycleOptions,
  safeParseDispositionCounts,
  safeParseTradeOptions,
} from './behaviour.js';
export { parseCalendar, safeParseCalendar } from './calendar.js';
export {
  parseCashFlowOptions,
  parseCashFlowPolicy,
  safeParseCashFlowOptions,
  safeParseCashFlowPolicy,
} from './cash-flow.js';
export { parseClientView, safeParseClientView } from './client.js';
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
  parseExplainOptions,
  parseExposureOptions,
  parseTargetClient,
  safeParseExplainOptions,
  safeParseExposureOptions,
  safeParseTargetClient,
} from './explain-options.js';
export {
  parseFactLedger,
  parseFactPolicy,
  parseFacts,
  safeParseFactLedger,
  safeParseFactPolicy,
} from './facts.js';
export {
  parseContributionSearch,
  parseGoalPlan,
  parseSimulationOptions,
  safeParseContributionSearch,
  safeParseGoalPlan,
  safeParseSimulationOptions,
} from './goal-plan.js';
export { INPUT_NAMES, type InputName } from './input-names.js';
export {
  parseGroupMembers,
  parseJointLevelOptions,
  parseOwners,
  safeParseGroupMembers,
  safeParseJointLevelOptions,
  safeParseOwners,
} from './joint-level.js';
export { jsonSchema } from './json-schema.js';
export * from './kpi/inputs.js';
export {
  parseLifeStageBounds,
  parseLifeStageFacts,
  parseLifeStageOptions,
  safeParseLifeStageBounds,
  safeParseLifeStageFacts,
  safeParseLifeStageOptions,
} from './life-stage.js';
export {
  parseAllocationPolicy,
  parseAssumptions,
  parseReturnHistory,
  safeParseAllocationPolicy,
  safeParseAssumptions,
  safeParseReturnHistory,
} from './market.js';
export { parseFxRates, safeParseFxRates, safeParseMoney } from './money.js';
export { parseNotificationPolicy, safeParseNotificationPolicy } from './notification-policy.js';
export {
  type CheckContext,
  parseOrderContext,
  parseOrderToCheck,
  safeParseOrderContext,
  safeParseOrderToCheck,
} from './order-check.js';
export { parseOrderEvent, safeParseOrderEvent } from './order-event.js';
export {
  parseOrderRequest,
  parseTransitionRequest,
  safeParseOrderRequest,
  safeParseTransitionRequest,
} from './order-plan.js';
export {
  parseBoundConsent,
  parseEvidenceItems,
  parseEvidenceRules,
  parseOrderProposal,
  parseProposalConsents,
  parseProposalInput,
  parseProposalRevision,
  safeParseBoundConsent,
  safeParseEvidenceItems,
  safeParseEvidenceRules,
  safeParseOrderProposal,
  safeParseProposalConsents,
  safeParseProposalInput,
  safeParseProposalRevision,
} from './order-proposal.js';
export {
  parseOrder,
  parsePlannedOrder,
  safeParseOrder,
  safeParsePlannedOrder,
} from './orders.js';
export type { ParseResult } from './parse.js';
export type { Parse, ParseRows, SafeParse } from './parser.js';
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
  parseClientPolicy,
  parseCompletenessPolicy,
  parsePurposePolicy,
  safeParseClientPolicy,
  safeParseCompletenessPolicy,
  safeParsePurposePolicy,
} from './policies.js';
export {
  parseConsentOptions,
  parseConsents,
  parseFieldRules,
  parsePersonalDataOptions,
  parsePrivacyPolicy,
  parsePseudonymPolicy,
  parseRuleSubject,
  safeParseConsentOptions,
  safeParseConsents,
  safeParseFieldRules,
  safeParsePersonalDataOptions,
  safeParsePrivacyPolicy,
  safeParsePseudonymPolicy,
  safeParseRuleSubject,
} from './privacy.js';
export {
  parseCostOptions,
  parseProducts,
  safeParseCostOptions,
  safeParseProducts,
} from './products.js';
export {
  parseClientViewOptions,
  parseProfileAtOptions,
  parseProfileAtPolicy,
  safeParseClientViewOptions,
  safeParseProfileAtOptions,
  safeParseProfileAtPolicy,
} from './profile-at.js';
export {
  parseAnswers,
  parseQuestionnaire,
  safeParseAnswers,
  safeParseQuestionnaire,
} from './questionnaire.js';
export { parseQuestionnaireResult, safeParseQuestionnaireResult } from './questionnaire-result.js';
export * from './rebalancing/inputs.js';
export {
  parseAgreementTable,
  parseKappaOptions,
  parseRatings,
  parseReliabilityOptions,
  parseResponses,
  safeParseAgreementTable,
  safeParseKappaOptions,
  safeParseRatings,
  safeParseReliabilityOptions,
  safeParseResponses,
} from './reliability.js';
export {
  parseLevelStanding,
  parsePastAssessments,
  parseRetestOptions,
  parseRetestPolicy,
  safeParseLevelStanding,
  safeParsePastAssessments,
  safeParseRetestOptions,
  safeParseRetestPolicy,
} from './retest.js';
export {
  parseRfm,
  parseRfmBounds,
  parseRfmRows,
  parseRfmScoresOptions,
  safeParseRfm,
  safeParseRfmBounds,
  safeParseRfmScoresOptions,
} from './rfm.js';
export { parseRuleDecision, safeParseRuleDecision } from './rule-decision.js';
export { parseRuleFacts, parseRuleFactsRows, safeParseRuleFacts } from './rule-facts.js';
export {
  parseCounterfactualOptions,
  parseDecideOptions,
  parseGridOptions,
  parseImpactOptions,
  parseScreenOptions,
  safeParseCounterfactualOptions,
  safeParseDecideOptions,
  safeParseGridOptions,
  safeParseImpactOptions,
  safeParseScreenOptions,
} from './rule-options.js';
export {
  parseGoldenCases,
  parseRulePack,
  safeParseGoldenCases,
  safeParseRulePack,
} from './rule-pack.js';
export { parseScoreOptions, safeParseScoreOptions } from './score-options.js';
export {
  parseFeatureRows,
  parseKMeansOptions,
  parseSegmentFacts,
  parseSegmentRows,
  parseSegmentTable,
  safeParseKMeansOptions,
  safeParseSegmentFacts,
  safeParseSegmentTable,
} from './segments.js';
export {
  parseAlternatives,
  parseClientFirstContext,
  parseScreeningContext,
  parseSelectionContext,
  parseSelectionTarget,
  safeParseAlternatives,
  safeParseClientFirstContext,
  safeParseScreeningContext,
  safeParseSelectionContext,
  safeParseSelectionTarget,
} from './selection.js';
export * from './suitability-inputs.js';
export {
  parseInvestmentTrades,
  parseInvestmentValues,
  parseMarketLevels,
  parseProductPrices,
} from './trades.js';
export { parseTransactions } from './transactions.js';
