import type * as z from 'zod/mini';
import { acknowledgement, acknowledgementOptions } from './acknowledgement.js';
import { actionContext, actionEffectsOptions, actionOutcomes, actionPolicy } from './actions.js';
import { adviceReference, adviceRequest, reviewReference, reviewRequest } from './advice.js';
import { allocationProblem } from './allocation.js';
import { balanceSheetOptions } from './balance-sheet.js';
import {
  behaviourOptions,
  behaviourPolicy,
  cycleOptions,
  dispositionCounts,
  tradeOptions,
} from './behaviour.js';
import { calendar } from './calendar.js';
import { cashFlowOptions, cashFlowPolicy } from './cash-flow.js';
import { clientView } from './client.js';
import { goals, holdings, liabilities, savingPlan } from './client-lists.js';
import { comprehensionAnswers, comprehensionCheck } from './comprehension.js';
import { conflicts } from './conflicts.js';
import { disclosure, disclosureFactsOptions, disclosureOptions } from './disclosure.js';
import { citation, decisionRecord, messages, reason } from './evidence.js';
import { explainOptions, exposureOptions, targetClient } from './explain-options.js';
import { factLedger, factPolicy, facts } from './facts.js';
import { contributionSearch, goalPlan, simulationOptions } from './goal-plan.js';
import type { InputName } from './input-names.js';
import { groupMembers, jointLevelOptions, owners } from './joint-level.js';
import { KPI_SCHEMAS } from './kpi/schemas.js';
import { lifeStageBounds, lifeStageFacts, lifeStageOptions } from './life-stage.js';
import { allocationPolicy, assumptions, returnHistory } from './market.js';
import { fxRates, moneyLike } from './money.js';
import { notificationPolicy } from './notification-policy.js';
import { orderContext, orderToCheck } from './order-check.js';
import { orderEvent } from './order-event.js';
import { orderRequest, transitionRequest } from './order-plan.js';
import {
  boundConsent,
  evidenceItems,
  evidenceRules,
  orderProposal,
  proposalConsents,
  proposalInput,
  proposalRevision,
} from './order-proposal.js';
import { order, plannedOrder } from './orders.js';
import { override } from './override.js';
import { bridgeLines, dietzPeriod, flows, valuations } from './performance.js';
import { clientPolicy, completenessPolicy, purposePolicy } from './policies.js';
import { portfolioInput } from './portfolio.js';
import { moneyById, weightById } from './primitives.js';
import {
  consentOptions,
  consents,
  fieldRules,
  personalDataOptions,
  privacyPolicy,
  pseudonymPolicy,
  ruleSubject,
} from './privacy.js';
import { costOptions, products } from './products.js';
import { clientViewOptions, profileAtOptions, profileAtPolicy } from './profile-at.js';
import { answers, questionnaire } from './questionnaire.js';
import { questionnaireResult } from './questionnaire-result.js';
import { household, rebalancingAccount } from './rebalancing/account.js';
import { driftBands, driftOptions } from './rebalancing/bands.js';
import { historyPolicies, policyHistory } from './rebalancing/history.js';
import {
  lossSale,
  lotTransactions,
  replacementPurchases,
  trackLotsOptions,
} from './rebalancing/lots.js';
import { rebalancingPolicy } from './rebalancing/policy.js';
import {
  amountConstraints,
  switchQuestion,
  valuationOptions,
  weighingQuestion,
} from './rebalancing/questions.js';
import { stagesOptions } from './rebalancing/stages.js';
import { bookSummaries } from './rebalancing/summaries.js';
import {
  agreementTable,
  kappaOptions,
  ratings,
  reliabilityOptions,
  responses,
} from './reliability.js';
import { levelStanding, pastAssessments, retestOptions, retestPolicy } from './retest.js';
import { rfm, rfmBounds, rfmRows, rfmScoresOptions } from './rfm.js';
import { ruleDecision } from './rule-decision.js';
import { ruleFacts, ruleFactsRows } from './rule-facts.js';
import {
  counterfactualOptions,
  decideOptions,
  gridOptions,
  impactOptions,
  screenOptions,
} from './rule-options.js';
import { goldenCases, rulePack } from './rule-pack.js';
import { scoreOptions } from './score-options.js';
import { featureRows, kMeansOptions, segmentFacts, segmentRows, segmentTable } from './segments.js';
import {
  alternatives,
  clientFirstContext,
  screeningContext,
  selectionContext,
  selectionTarget,
} from './selection.js';
import { suitabilityAssessment } from './suitability-assessment.js';
import { suitabilityCase } from './suitability-case.js';
import { suitabilityRecord } from './suitability-record.js';
import { investmentTrades, investmentValues, marketLevels, productPrices } from './trades.js';
import { transactions } from './transactions.js';

/** The schema of each input. */
export const SCHEMAS: Readonly<Record<InputName, z.ZodMiniType>> = {
  ...KPI_SCHEMAS,
  acknowledgement,
  'acknowledgement-options': acknowledgementOptions,
  'action-context': actionContext,
  'action-effects-options': actionEffectsOptions,
  'action-outcomes': actionOutcomes,
  'action-policy': actionPolicy,
  'advice-reference': adviceReference,
  'advice-request': adviceRequest,
  'agreement-table': agreementTable,
  'allocation-policy': allocationPolicy,
  'allocation-problem': allocationProblem,
  alternatives,
  'amount-constraints': amountConstraints,
  answers,
  assumptions,
  'balance-sheet-options': balanceSheetOptions,
  'behaviour-options': behaviourOptions,
  'behaviour-policy': behaviourPolicy,
  'book-summaries': bookSummaries,
  'bridge-lines': bridgeLines,
  'bound-consent': boundConsent,
  calendar,
  'cash-flow-options': cashFlowOptions,
  'cash-flow-policy': cashFlowPolicy,
  citation,
  'client-first-context': clientFirstContext,
  'client-policy': clientPolicy,
  'client-view': clientView,
  'client-view-options': clientViewOptions,
  'completeness-policy': completenessPolicy,
  'comprehension-answers': comprehensionAnswers,
  'comprehension-check': comprehensionCheck,
  conflicts,
  'consent-options': consentOptions,
  consents,
  'contribution-search': contributionSearch,
  'cost-options': costOptions,
  'counterfactual-options': counterfactualOptions,
  'cycle-options': cycleOptions,
  'decide-options': decideOptions,
  'decision-record': decisionRecord,
  'dietz-period': dietzPeriod,
  disclosure,
  'disclosure-facts-options': disclosureFactsOptions,
  'disclosure-options': disclosureOptions,
  'disposition-counts': dispositionCounts,
  'drift-bands': driftBands,
  'drift-options': driftOptions,
  'evidence-items': evidenceItems,
  'evidence-rules': evidenceRules,
  'explain-options': explainOptions,
  'exposure-options': exposureOptions,
  'fact-ledger': factLedger,
  'fact-policy': factPolicy,
  facts,
  'feature-rows': featureRows,
  'field-rules': fieldRules,
  flows,
  'fx-rates': fxRates,
  'goal-plan': goalPlan,
  goals,
  'golden-cases': goldenCases,
  'grid-options': gridOptions,
  'group-members': groupMembers,
  'history-policies': historyPolicies,
  holdings,
  household,
  'impact-options': impactOptions,
  'investment-trades': investmentTrades,
  'investment-values': investmentValues,
  'joint-level-options': jointLevelOptions,
  'k-means-options': kMeansOptions,
  'kappa-options': kappaOptions,
  'level-standing': levelStanding,
  liabilities,
  'life-stage-bounds': lifeStageBounds,
  'life-stage-facts': lifeStageFacts,
  'life-stage-options': lifeStageOptions,
  'loss-sale': lossSale,
  'lot-transactions': lotTransactions,
  'market-levels': marketLevels,
  messages,
  money: moneyLike,
  'notification-policy': notificationPolicy,
  order,
  'order-context': orderContext,
  'order-event': orderEvent,
  'order-proposal': orderProposal,
  'order-request': orderRequest,
  'order-to-check': orderToCheck,
  override,
  owners,
  'past-assessments': pastAssessments,
  'personal-data-options': personalDataOptions,
  'planned-order': plannedOrder,
  'policy-history': policyHistory,
  'portfolio-input': portfolioInput,
  'privacy-policy': privacyPolicy,
  'product-holdings': moneyById,
  'product-prices': productPrices,
  products,
  'profile-at-options': profileAtOptions,
  'profile-at-policy': profileAtPolicy,
  'proposal-consents': proposalConsents,
  'proposal-input': proposalInput,
  'proposal-revision': proposalRevision,
  'pseudonym-policy': pseudonymPolicy,
  'purpose-policy': purposePolicy,
  questionnaire,
  'questionnaire-result': questionnaireResult,
  ratings,
  reason,
  'rebalancing-account': rebalancingAccount,
  'rebalancing-policy': rebalancingPolicy,
  'reliability-options': reliabilityOptions,
  'replacement-purchases': replacementPurchases,
  responses,
  'retest-options': retestOptions,
  'retest-policy': retestPolicy,
  'return-history': returnHistory,
  'review-reference': reviewReference,
  'review-request': reviewRequest,
  rfm,
  'rfm-bounds': rfmBounds,
  'rfm-rows': rfmRows,
  'rfm-scores-options': rfmScoresOptions,
  'rule-decision': ruleDecision,
  'rule-facts': ruleFacts,
  'rule-facts-rows': ruleFactsRows,
  'rule-pack': rulePack,
  'rule-subject': ruleSubject,
  'saving-plan': savingPlan,
  'score-options': scoreOptions,
  'screen-options': screenOptions,
  'screening-context': screeningContext,
  'segment-facts': segmentFacts,
  'segment-rows': segmentRows,
  'segment-table': segmentTable,
  'selection-context': selectionContext,
  'selection-target': selectionTarget,
  'simulation-options': simulationOptions,
  'stages-options': stagesOptions,
  'suitability-assessment': suitabilityAssessment,
  'suitability-case': suitabilityCase,
  'suitability-record': suitabilityRecord,
  'switch-question': switchQuestion,
  'target-client': targetClient,
  'track-lots-options': trackLotsOptions,
  'trade-options': tradeOptions,
  transactions,
  'transition-request': transitionRequest,
  'valuation-options': valuationOptions,
  valuations,
  'weighing-question': weighingQuestion,
  weights: weightById,
};
