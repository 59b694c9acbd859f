import type { GoldenCase, RuleFacts } from '../../../../rules/index.js';
import { casesFrom, without } from '../conduct-cases.js';
import { SOLD, TODAY, well } from './nfra-conduct-cases-facts.js';

const sold = casesFrom(SOLD, TODAY);

/** One fact that is not as it should be, and the rule that it breaks. */
function broken(fact: string, rule: string, why: string): GoldenCase {
  return sold(`not-${fact}`, { [fact]: false }, ['require', rule], why);
}

const DUTIES: readonly GoldenCase[] = [
  sold('as-every-article-asks', {}, well(), 'Nothing is missing.'),
  sold(
    'opinion-silent',
    { 'opinion.saysNoGuarantee': false },
    ['warn', 'CN-NFRA-5'],
    'Article 5(2) says what an opinion means, and orders nobody to write it down.',
  ),
  broken('product.targetClientsDefined', 'CN-NFRA-9', 'Article 9 asks for the range of clients.'),
  broken('product.featuresDefined', 'CN-NFRA-9', 'Article 9 asks for the features.'),
  broken('seller.trained', 'CN-NFRA-16(2)', 'The seller must know the product.'),
  broken('record.assessment', 'CN-NFRA-17', 'Article 17 names the result of the assessment.'),
  broken('record.recordings', 'CN-NFRA-17', 'Article 17 names recordings.'),
  broken('information.experience', 'CN-NFRA-25', 'Article 25(3): learning and experience.'),
  broken('information.required', 'CN-NFRA-25', 'Article 25(6): what else is required.'),
  ...[
    'disclosure.basics',
    'disclosure.riskLevel',
    'disclosure.risks',
    'disclosure.fees',
    'disclosure.matchOpinion',
    'disclosure.other',
    'disclosure.comprehensible',
  ].map((fact) => broken(fact, 'CN-NFRA-31', 'Article 31 asks for every one of them.')),
  sold(
    'professional',
    {
      'client.kind': 'legal',
      'client.professional': true,
      'client.riskLevel': null,
      'information.finances': false,
      'disclosure.fees': false,
      'record.assessment': false,
    },
    well([], ['CN-NFRA-17', 'CN-NFRA-25', 'CN-NFRA-31']),
    'Articles 25, 27 and 31: less is due to professional investors, who need no assessment.',
  ),
  ...['information.finances', 'disclosure.fees', 'record.assessment'].map((fact, index) =>
    sold(
      `person-called-professional-not-${fact}`,
      { 'client.professional': true, [fact]: false },
      ['require', ['CN-NFRA-25', 'CN-NFRA-31', 'CN-NFRA-17'][index] as string],
      'Article 27 names no natural persons.',
    ),
  ),
];

const GATES: readonly GoldenCase[] = [
  sold(
    'outside-target-clients',
    { 'client.inTargetClients': false },
    ['refer', 'CN-NFRA-9-range'],
    'A person must judge.',
  ),
  sold(
    'refuses-information',
    { 'client.refusesInformation': true },
    ['refer', 'CN-NFRA-10'],
    'Article 10: the institution may refuse, it need not.',
  ),
  sold(
    'access-not-reviewed',
    {
      'product.accessRequired': true,
      'client.accessReviewed': false,
      'client.meetsAccess': true,
    },
    ['require', 'CN-NFRA-11'],
    'The review comes first.',
  ),
  sold(
    'access-unmet',
    {
      'product.accessRequired': true,
      'client.accessReviewed': true,
      'client.meetsAccess': false,
    },
    ['block', 'CN-NFRA-11-unmet'],
    'Reviewed and not met.',
  ),
  sold(
    'access-met',
    { 'product.accessRequired': true, 'client.accessReviewed': true, 'client.meetsAccess': true },
    well(['CN-NFRA-11']),
    'Reviewed and met.',
  ),
  sold(
    'access-before-assessment',
    {
      'conduct.activity': 'assessment',
      'product.accessRequired': true,
      'client.accessReviewed': false,
      'client.meetsAccess': true,
    },
    ['require', 'CN-NFRA-11'],
    'The gate stands before the assessment too.',
  ),
  sold(
    'seller-unqualified',
    { 'seller.qualified': false },
    ['block', 'CN-NFRA-16(1)'],
    'Article 16(1).',
  ),
  casesFrom(without(SOLD, 'seller.qualified'), TODAY)(
    'seller-unknown',
    {},
    ['undetermined', 'CN-NFRA-16(1)'],
    'Nobody has said whether the seller is qualified.',
  ),
  sold(
    'online',
    {
      'order.channel': 'online',
      'seller.qualified': false,
      'seller.trained': false,
      'online.suitabilityEmbedded': true,
      'online.rightsKept': true,
    },
    well(['CN-NFRA-14'], ['CN-NFRA-16(2)']),
    'Nobody sells in person; the flow does as article 14 asks.',
  ),
  sold(
    'online-not-embedded',
    {
      'order.channel': 'online',
      'online.suitabilityEmbedded': false,
      'online.rightsKept': true,
    },
    ['require', 'CN-NFRA-14'],
    'Article 14: embedded in the flow.',
  ),
];

/** R4 sold online to a C5 client whose 65th birthday is today. */
const elderly = casesFrom(
  {
    ...SOLD,
    'client.birthDate': '1961-06-15',
    'client.riskLevel': 5,
    'product.issuerRisk': 4,
    'order.channel': 'online',
    'online.suitabilityEmbedded': true,
    'online.rightsKept': true,
    'online.ageFriendly': false,
  },
  TODAY,
);

const ELDERLY: readonly GoldenCase[] = [
  elderly(
    'online-at-65',
    {},
    ['require', 'CN-NFRA-18-online'],
    '应当具备适老性; 以上 includes 65 (article 46).',
  ),
  elderly(
    'online-at-65-age-friendly',
    { 'online.ageFriendly': true },
    well(['CN-NFRA-14', 'CN-NFRA-18-online'], ['CN-NFRA-16(2)']),
    'The flow is as article 18 asks.',
  ),
  elderly(
    'online-day-before-65',
    { 'client.birthDate': '1961-06-16' },
    well(['CN-NFRA-14'], ['CN-NFRA-16(2)']),
    'The 65th birthday is tomorrow.',
  ),
];

const AGENT: RuleFacts = {
  'sale.throughAgent': true,
  'agent.assessed': true,
  'agent.matched': true,
  'agency.dutiesInContract': true,
};

const PRIVATE: RuleFacts = {
  'product.private': true,
  'private.standardSet': true,
  'private.investorReviewed': true,
  'private.faults': [],
};

const AGENTS_AND_PRIVATE: readonly GoldenCase[] = [
  sold('agent', AGENT, well(['CN-NFRA-21(1)-agent', 'CN-NFRA-21(2)']), 'Article 21 is kept.'),
  sold(
    'agent-did-not-match',
    { ...AGENT, 'agent.matched': false },
    ['require', 'CN-NFRA-21(1)-agent'],
    'The agent must assess and match.',
  ),
  sold(
    'contract-silent',
    { ...AGENT, 'agency.dutiesInContract': false },
    ['require', 'CN-NFRA-21(2)'],
    'The contract must settle the duties.',
  ),
  sold('private', PRIVATE, well(['CN-NFRA-30']), 'Verified, and sold in private.'),
  sold(
    'private-unverified',
    { ...PRIVATE, 'private.investorReviewed': false },
    ['require', 'CN-NFRA-30'],
    'Article 30 asks for assets, income, experience and tolerance.',
  ),
  sold(
    'private-in-the-app',
    { ...PRIVATE, 'private.faults': ['public-promotion'] },
    ['block', 'CN-NFRA-30-public'],
    'Promoted to an unspecified public.',
  ),
  sold(
    'private-split',
    { ...PRIVATE, 'private.faults': ['split-rights'] },
    ['block', 'CN-NFRA-30-split'],
    'Beneficial rights split.',
  ),
  sold(
    'public-in-the-app',
    { 'private.faults': ['public-promotion'] },
    well(),
    'A public product may be promoted in public.',
  ),
];

/** Worked out by hand from articles 5 to 31. */
export const NFRA_SALE_CASES: readonly GoldenCase[] = [
  ...DUTIES,
  ...GATES,
  ...ELDERLY,
  ...AGENTS_AND_PRIVATE,
];
