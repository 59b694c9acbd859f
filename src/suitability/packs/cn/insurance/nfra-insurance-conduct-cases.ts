import type { GoldenCase, RuleFacts } from '../../../../rules/index.js';
import { casesFrom, without } from '../conduct-cases.js';
import { EVERY_DUTY, LINKED, SOLD, TODAY } from './nfra-insurance-conduct-cases-facts.js';
import { INSURANCE_PROTECTION_CASES } from './nfra-insurance-conduct-cases-protection.js';

const sold = casesFrom(SOLD, TODAY);

const WITHOUT_ASSESSMENT = EVERY_DUTY.filter((rule) => rule !== 'CN-NFRA-35');
const AS_NEEDED = WITHOUT_ASSESSMENT.filter((rule) => rule !== 'CN-NFRA-34');

const GRADING: readonly GoldenCase[] = [
  sold('as-every-article-asks', {}, ['allow-with-evidence', ...EVERY_DUTY], 'Nothing is missing.'),
  sold(
    'graded-by-type-alone',
    { 'insurance.gradingFactors': ['type', 'other'] },
    ['require', 'CN-NFRA-32'],
    'Article 32 names cover and certainty of benefits too.',
  ),
  sold(
    'class-above-the-tier',
    { 'insurance.class': 'III' },
    ['block', 'CN-NFRA-33'],
    'The seller is authorised for I and II only.',
  ),
  casesFrom(without(SOLD, 'seller.insuranceClasses'), TODAY)(
    'tier-unknown',
    {},
    ['undetermined', 'CN-NFRA-33'],
    'Nobody has said what the seller may sell.',
  ),
  sold(
    'tiers-by-sales-alone',
    { 'seller.tierCriteria': ['sales-history'] },
    ['require', 'CN-NFRA-33-tiers'],
    'Knowledge and compliance are criteria too.',
  ),
];

const ASSESSMENT: readonly GoldenCase[] = [
  sold(
    'similar-cover-not-asked',
    { 'information.similarCover': false },
    ['require', 'CN-NFRA-34'],
    'Article 34(2) names similar loss-compensating cover already held.',
  ),
  sold(
    'ability-to-pay-not-assessed',
    { 'insurance.affordabilityAssessed': false },
    ['require', 'CN-NFRA-35'],
    'Needs alone are not enough.',
  ),
  sold(
    'no-opinion',
    { 'insurance.opinionGiven': false },
    ['require', 'CN-NFRA-35-opinion'],
    'A clear match opinion is due.',
  ),
  sold(
    'one-year',
    { 'insurance.termMonths': 12, 'insurance.needsAnalysed': false, 'information.finances': false },
    ['allow-with-evidence', ...AS_NEEDED],
    'Article 40: up to one year, and 以下 includes it (article 46).',
  ),
  sold(
    'thirteen-months',
    { 'insurance.termMonths': 13, 'insurance.needsAnalysed': false },
    ['require', 'CN-NFRA-35'],
    'More than one year.',
  ),
  sold(
    'property',
    { 'insurance.line': 'property', 'insurance.needsAnalysed': false },
    ['allow-with-evidence', ...AS_NEEDED],
    'Article 40: property insurance, whatever its term.',
  ),
  sold(
    'group',
    { 'insurance.group': true, 'insurance.needsAnalysed': false },
    ['allow-with-evidence', ...WITHOUT_ASSESSMENT],
    'Article 40(2): group cover needs no assessment.',
  ),
  sold(
    'group-information',
    { 'insurance.group': true, 'information.identity': false },
    ['require', 'CN-NFRA-34'],
    'Article 40(2) does not speak of the information.',
  ),
];

const linked = casesFrom({ ...SOLD, ...LINKED }, TODAY);
const WAY_THROUGH: RuleFacts = {
  'order.clientInsists': true,
  'order.stopAdvised': true,
  'order.risksExplained': true,
  'order.ownChoiceConfirmed': true,
};

const MATCH: readonly GoldenCase[] = [
  linked(
    'linked',
    {},
    ['allow-with-evidence', ...EVERY_DUTY.slice(0, 5), 'CN-NFRA-36', ...EVERY_DUTY.slice(5)],
    'R3 for C3, on the last day of the twelve months.',
  ),
  linked(
    'linked-assessment-too-old',
    { 'client.assessedOn': '2025-06-14' },
    ['require', 'CN-NFRA-36'],
    'Twelve months ended yesterday.',
  ),
  linked(
    'linked-level-changed',
    { 'client.levelChanged': true, 'client.levelChangeReconfirmed': false },
    ['require', 'CN-NFRA-36-reconfirm'],
    'Article 36 brings in article 29: prompt and ask again.',
  ),
  linked(
    'linked-level-change-confirmed',
    { 'client.levelChanged': true, 'client.levelChangeReconfirmed': true },
    [
      'allow-with-evidence',
      ...EVERY_DUTY.slice(0, 5),
      'CN-NFRA-36',
      'CN-NFRA-36-reconfirm',
      ...EVERY_DUTY.slice(5),
    ],
    'The applicant has confirmed the change.',
  ),
  linked(
    'linked-never-assessed',
    { 'client.riskLevel': null, 'client.assessedOn': null, 'order.clientInsists': false },
    ['undetermined', 'CN-NFRA-12(1)-insurance'],
    'Without a level nobody can say whether it suits.',
  ),
  linked(
    'linked-above-level',
    { 'product.issuerRisk': 4, 'order.clientInsists': false },
    ['block', 'CN-NFRA-12(1)-insurance'],
    'The higher rating counts: R4 for C3.',
  ),
  linked(
    'linked-above-level-insisting',
    { 'product.issuerRisk': 4, 'order.clientInsists': true },
    ['require', 'CN-NFRA-38-opinion'],
    'Article 38 is open, and nothing of it is done.',
  ),
  linked(
    'linked-above-level-confirmed',
    { 'product.issuerRisk': 4, ...WAY_THROUGH },
    [
      'allow-with-evidence',
      ...EVERY_DUTY.slice(0, 5),
      'CN-NFRA-36',
      'CN-NFRA-37',
      'CN-NFRA-38-opinion',
      'CN-NFRA-39-declaration',
    ],
    'Advised to stop, explained and confirmed.',
  ),
  linked(
    'linked-above-level-proposed',
    { 'product.issuerRisk': 4, ...WAY_THROUGH, 'order.solicited': true },
    ['block', 'CN-NFRA-13(3)-insurance'],
    'Article 38 does not allow to propose what is above the level.',
  ),
  linked(
    'linked-exchanged-for-less',
    {
      'client.levelChanged': true,
      'product.issuerRisk': 4,
      'client.assessedOn': '2020-06-15',
      'order.solicited': true,
      'order.effect': 'reduce',
    },
    ['allow-with-evidence', ...EVERY_DUTY],
    'From R5 to R4: neither level nor expiry stand against bearing less.',
  ),
  linked(
    'linked-group-unassessed',
    { 'insurance.group': true, 'client.riskLevel': null, 'insurance.payersAssessed': false },
    ['require', 'CN-NFRA-40(2)-payers'],
    'Those who pay are assessed, not the group.',
  ),
  linked(
    'linked-group-assessed',
    { 'insurance.group': true, 'client.riskLevel': null, 'insurance.payersAssessed': true },
    [
      'allow-with-evidence',
      ...WITHOUT_ASSESSMENT.slice(0, 5),
      'CN-NFRA-39-declaration',
      'CN-NFRA-40(2)-payers',
    ],
    'Every payer was assessed.',
  ),
  sold(
    'judged-unsuitable',
    { 'insurance.opinion': 'unsuitable', 'order.clientInsists': false },
    ['block', 'CN-NFRA-12(3)-insurance'],
    'Article 38: the institution judged it unsuitable.',
  ),
  sold(
    'judged-unsuitable-confirmed',
    { 'insurance.opinion': 'unsuitable', ...WAY_THROUGH },
    [
      'allow-with-evidence',
      ...EVERY_DUTY.slice(0, 6),
      'CN-NFRA-38-opinion',
      'CN-NFRA-39-declaration',
    ],
    'The one way through.',
  ),
];

/** The seven notices, and that they can be understood. */
const NOTICES: readonly GoldenCase[] = [
  'notice.policy',
  'notice.uncertainBenefit',
  'notice.coolingOff',
  'notice.surrenderLoss',
  'notice.charges',
  'disclosure.matchOpinion',
  'disclosure.other',
  'disclosure.comprehensible',
].map((notice) =>
  sold(
    `without-${notice}`,
    { [notice]: false },
    ['require', 'CN-NFRA-37'],
    'Article 37 asks for every one of them.',
  ),
);

const SCOPE: readonly GoldenCase[] = [
  sold(
    'declaration-says-nothing',
    { 'order.declarationStatesRisk': false },
    ['require', 'CN-NFRA-39-declaration'],
    'The declaration must speak of the risk.',
  ),
  sold(
    'no-declaration',
    { 'order.declarationSigned': false, 'order.declarationStatesRisk': false },
    ['allow-with-evidence', ...EVERY_DUTY.slice(0, 6)],
    'What is not signed has nothing to say; whether it must be signed is another rule’s.',
  ),
  casesFrom(
    { 'product.regime': 'nfra-insurance', 'order.effect': 'reduce', 'order.acquires': false },
    TODAY,
  )('surrender', {}, ['allow'], 'Nothing is sold to the applicant.'),
  casesFrom({ 'product.regime': 'csrc' }, TODAY)('fund', {}, ['allow'], 'No insurance.'),
  casesFrom({ 'product.regime': 'nfra-insurance' }, TODAY)(
    'day-before',
    {},
    ['allow'],
    'Not yet in force.',
    '2026-01-31',
  ),
];

/** Worked out by hand from articles 12, 13, 18, 19 and 32 to 40. */
export const INSURANCE_CONDUCT_CASES: readonly GoldenCase[] = [
  ...GRADING,
  ...ASSESSMENT,
  ...MATCH,
  ...INSURANCE_PROTECTION_CASES,
  ...NOTICES,
  ...SCOPE,
];
