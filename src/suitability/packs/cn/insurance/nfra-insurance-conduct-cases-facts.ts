import type { PlainDate } from '../../../../dates/index.js';
import type { RuleFacts } from '../../../../rules/index.js';

/** Ten years of participating personal insurance for one person, sold as every article asks. */
export const SOLD: RuleFacts = {
  'product.regime': 'nfra-insurance',
  'product.uncertainBenefit': true,
  'product.principalAtRisk': false,
  'client.kind': 'natural',
  'client.birthDate': '1985-01-01',
  'client.civilCapacity': 'full',
  'insurance.line': 'personal',
  'insurance.termMonths': 120,
  'insurance.group': false,
  'insurance.gradingFactors': ['type', 'cover', 'benefit-certainty'],
  'insurance.class': 'II',
  'insurance.opinion': 'suitable',
  'insurance.needsAnalysed': true,
  'insurance.affordabilityAssessed': true,
  'insurance.opinionGiven': true,
  'seller.insuranceClasses': ['I', 'II'],
  'seller.tierCriteria': ['knowledge', 'compliance', 'sales-history'],
  'information.identity': true,
  'information.coverNeeds': true,
  'information.similarCover': true,
  'information.finances': true,
  'information.riskPreference': true,
  'information.required': true,
  'notice.policy': true,
  'notice.uncertainBenefit': true,
  'notice.coolingOff': true,
  'notice.surrenderLoss': true,
  'notice.charges': true,
  'disclosure.matchOpinion': true,
  'disclosure.other': true,
  'disclosure.comprehensible': true,
  'order.declarationSigned': true,
  'order.declarationStatesRisk': true,
  'order.solicited': true,
};

/** The day of the cases. */
export const TODAY: PlainDate = '2026-06-15';
/** Duties that apply to such a sale, in the order of ids. */
export const EVERY_DUTY: readonly string[] = [
  'CN-NFRA-32',
  'CN-NFRA-33-tiers',
  'CN-NFRA-34',
  'CN-NFRA-35',
  'CN-NFRA-35-opinion',
  'CN-NFRA-37',
  'CN-NFRA-39-declaration',
];

/** Unit-linked insurance rated R3, for an applicant assessed as C3 on the fifteenth of June last year. */
export const LINKED: RuleFacts = {
  'product.principalAtRisk': true,
  'product.issuerRisk': 3,
  'product.sellerRisk': 3,
  'client.riskLevel': 3,
  'client.assessedOn': '2025-06-15',
  'client.changeReported': false,
  'client.levelChanged': false,
  'order.solicited': false,
};
