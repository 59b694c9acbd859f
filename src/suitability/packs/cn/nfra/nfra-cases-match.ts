import type { GoldenCase, RuleFacts } from '../../../../rules/index.js';
import { institution, person, personWithout, rated } from './nfra-cases-facts.js';

/** Everything that can stand against a sale to a person with a level. */
const EVERYTHING_WRONG: RuleFacts = {
  'product.issuerRisk': 4,
  'product.sellerRisk': 5,
  'client.birthDate': '1941-06-15',
  'client.civilCapacity': 'none',
  'client.riskLevel': 1,
  'client.assessedOn': '2020-01-10',
  'client.changeReported': true,
  'client.levelChanged': true,
  'client.paymentMismatch': true,
  'history.assessmentsToday': 2,
  'history.assessments12m': 8,
};

/** Where the rules do not apply at all. */
const ELSEWHERE: readonly GoldenCase[] = [
  person(
    'redemption',
    { ...EVERYTHING_WRONG, 'order.effect': 'reduce', 'order.acquires': false },
    ['allow'],
    'Article 22: whether to keep a holding is for the client to say.',
  ),
  person(
    'redemption-unassessed',
    {
      'client.riskLevel': null,
      'client.assessedOn': null,
      'order.effect': 'reduce',
      'order.acquires': false,
    },
    ['allow'],
    'No assessment is needed to redeem.',
  ),
  person(
    'switch-down',
    {
      ...rated(2),
      'client.riskLevel': 1,
      'client.assessedOn': '2020-01-10',
      'client.changeReported': true,
      'client.levelChanged': true,
      'client.paymentMismatch': true,
      'history.assessmentsToday': 2,
      'order.effect': 'reduce',
    },
    ['allow'],
    'From R4 to R2: neither level nor expiry nor means stand against bearing less.',
  ),
  person(
    'switch-down-without-capacity',
    { ...rated(1), 'client.civilCapacity': 'none', 'order.effect': 'reduce' },
    ['block', 'CN-NFRA-19'],
    'Article 19: the product that is switched into is sold to the client all the same.',
  ),
  person(
    'switch-down-elderly',
    { ...rated(4), 'client.birthDate': '1941-06-15', 'order.effect': 'reduce' },
    ['require', 'CN-NFRA-18'],
    'Article 18: from R5 to R4, which is a high risk still.',
  ),
  person(
    'fund',
    { ...EVERYTHING_WRONG, 'product.regime': 'csrc' },
    ['allow'],
    'Article 3: under CSRC.',
  ),
  person(
    'fund-unassessed',
    { 'client.riskLevel': null, 'client.assessedOn': null, 'product.regime': 'csrc' },
    ['allow'],
    'Article 3: under CSRC.',
  ),
  person(
    'insurance',
    { ...EVERYTHING_WRONG, 'product.regime': 'nfra-insurance' },
    ['allow'],
    'Articles 32 to 40: insurance has rules of its own.',
  ),
];

/** Whether the product fits. N… and the like are cases that a second reader compared with the articles. */
export const NFRA_MATCH_CASES: readonly GoldenCase[] = [
  ...ELSEWHERE,
  person('N01', {}, ['allow'], 'C3 buys R3.'),
  person(
    'N03',
    { 'product.issuerRisk': 4 },
    ['block', 'CN-NFRA-12', 'CN-NFRA-22'],
    'Article 22: the higher of R4 and R3 counts.',
  ),
  person(
    'N05',
    { ...rated(4), 'order.clientInsists': true, 'order.writtenWarning': true },
    ['block', 'CN-NFRA-12'],
    'Article 12 leaves no way for a client who insists.',
  ),
  person('N21', { 'client.paymentMismatch': true }, ['block', 'CN-NFRA-12(2)'], 'Article 12(2).'),
  person(
    'N25',
    rated(4),
    ['block', 'CN-NFRA-12'],
    'Article 49: the first day on which the order applies.',
    '2026-02-01',
  ),
  person('eve', rated(4), ['allow'], 'The day before the order applies.', '2026-01-31'),
  person(
    'seller-higher',
    { 'product.sellerRisk': 4 },
    ['block', 'CN-NFRA-12', 'CN-NFRA-22'],
    'The higher rating counts, whoever gave it.',
  ),
  person(
    'both-within',
    { 'product.issuerRisk': 1 },
    ['allow'],
    'The ratings differ, but the higher one is within the level; the difference is only told.',
  ),
  person('C5-R5', { 'client.riskLevel': 5, ...rated(5) }, ['allow'], 'C5 may buy everything.'),
  person(
    'C1-R2',
    { 'client.riskLevel': 1, ...rated(2) },
    ['block', 'CN-NFRA-12'],
    'One level above is above.',
  ),
  personWithout(
    'one-rating-above',
    ['product.issuerRisk'],
    { 'product.sellerRisk': 4 },
    ['block', 'CN-NFRA-12'],
    'Whatever the issuer says, the higher rating is at least R4.',
  ),
  personWithout(
    'one-rating-within',
    ['product.issuerRisk'],
    {},
    ['undetermined', 'CN-NFRA-12', 'CN-NFRA-22'],
    'The issuer may have rated it higher.',
  ),
  personWithout(
    'payment-unknown',
    ['client.paymentMismatch'],
    {},
    ['undetermined', 'CN-NFRA-12(2)'],
    'Nobody has looked whether the client can pay.',
  ),
  personWithout(
    'regime-unknown',
    ['product.regime'],
    rated(4),
    ['undetermined', 'CN-NFRA-12'],
    'Nobody knows whether article 12 applies at all.',
  ),
  person(
    'person-called-professional',
    { ...rated(4), 'client.professional': true },
    ['block', 'CN-NFRA-12'],
    'Article 27 names no natural persons.',
  ),
  institution('institution-unassessed', {}, ['allow'], 'Article 27: the assessment may be waived.'),
  institution(
    'institution-changed',
    {
      'product.issuerRisk': 4,
      'client.changeReported': true,
      'client.levelChanged': true,
      'history.assessmentsToday': 2,
    },
    ['allow'],
    'Without an assessment nothing can expire, differ or have to be made again.',
  ),
  institution(
    'institution-assessed',
    { 'client.riskLevel': 4, 'client.assessedOn': '2026-01-10' },
    ['block', 'CN-NFRA-12'],
    'Article 27 waives the assessment, not article 12: a level that is there binds.',
  ),
  institution(
    'institution-overstretched',
    { 'client.paymentMismatch': true },
    ['block', 'CN-NFRA-12(2)'],
    'Article 12(2) is for every client.',
  ),
  institution(
    'company',
    { 'client.professional': false },
    ['block', 'CN-NFRA-28'],
    'Article 28: a company that is no financial institution is an ordinary investor.',
  ),
];
