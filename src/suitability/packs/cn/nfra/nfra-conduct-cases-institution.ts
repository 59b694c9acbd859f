import type { GoldenCase } from '../../../../rules/index.js';
import { casesFrom } from '../conduct-cases.js';
import { doing, TODAY } from './nfra-conduct-cases-facts.js';

const DESIGNED = doing('design', {
  'product.clientNeedsConsidered': true,
  'product.consumerReviewed': true,
  'product.featuresDefined': true,
  'product.targetClientsDefined': true,
});
const designed = casesFrom(DESIGNED, TODAY);

const RATED = doing('rating', {
  'rating.factors': [
    'investments',
    'terms',
    'leverage',
    'complexity',
    'offering',
    'credit',
    'track-record',
  ],
  'rating.byTeam': true,
  'rating.signedOff': true,
  'rating.outsourced': false,
});
const rated = casesFrom(RATED, TODAY);

const DELEGATED = doing('agency', {
  'sale.throughAgent': true,
  'agency.agentQualified': true,
  'agency.agentEquipped': true,
  'agency.standardsProvided': true,
  'agency.dutiesInContract': true,
});
const delegated = casesFrom(DELEGATED, TODAY);

const BEFORE_SALES: readonly GoldenCase[] = [
  designed('designed', {}, ['allow-with-evidence', 'CN-NFRA-8', 'CN-NFRA-9'], 'Articles 8 and 9.'),
  designed(
    'designed-without-review',
    { 'product.consumerReviewed': false },
    ['require', 'CN-NFRA-8'],
    'The consumer protection review is missing.',
  ),
  designed(
    'designed-for-nobody',
    { 'product.targetClientsDefined': false },
    ['require', 'CN-NFRA-9'],
    'The range of clients is missing.',
  ),
  rated('rated', {}, ['allow-with-evidence', 'CN-NFRA-23', 'CN-NFRA-24'], 'Seven factors, a team.'),
  rated(
    'rated-without-leverage',
    {
      'rating.factors': [
        'investments',
        'terms',
        'complexity',
        'offering',
        'credit',
        'track-record',
      ],
    },
    ['require', 'CN-NFRA-23'],
    'Article 23(3) is leverage.',
  ),
  rated(
    'rated-by-the-desk',
    { 'rating.byTeam': false },
    ['require', 'CN-NFRA-24'],
    'No dedicated team.',
  ),
  rated(
    'rated-outside',
    { 'rating.outsourced': true, 'rating.providerQualified': true },
    ['allow-with-evidence', 'CN-NFRA-23', 'CN-NFRA-24'],
    'A qualified third party may serve the rating.',
  ),
  rated(
    'rated-outside-unqualified',
    { 'rating.outsourced': true, 'rating.providerQualified': false },
    ['block', 'CN-NFRA-24-provider'],
    'Only qualified ones may.',
  ),
  delegated(
    'delegated',
    {},
    ['allow-with-evidence', 'CN-NFRA-21(1)', 'CN-NFRA-21(2)'],
    'Confirmed, informed and contracted.',
  ),
  delegated(
    'delegated-without-standards',
    { 'agency.standardsProvided': false },
    ['require', 'CN-NFRA-21(1)'],
    'The agent must be given the standards.',
  ),
  delegated(
    'delegated-without-duties',
    { 'agency.dutiesInContract': false },
    ['require', 'CN-NFRA-21(2)'],
    'The contract must settle the duties.',
  ),
];

const HELD = doing('holding', {
  'institution.role': 'seller',
  'product.ratingChanged': false,
  'client.informationChanged': false,
  'report.operation': true,
  'report.leverage': true,
  'report.risk': true,
  'report.events': true,
});
const held = casesFrom(HELD, TODAY);
const CHANGED = {
  'product.ratingChanged': true,
  'change.disclosed': true,
  'change.opinionAdjusted': true,
  'change.clientTold': true,
} as const;

const WHILE_HELD: readonly GoldenCase[] = [
  held('held', {}, ['allow-with-evidence', 'CN-NFRA-31(2)'], 'Nothing has changed.'),
  held(
    'held-unreported',
    { 'report.leverage': false },
    ['require', 'CN-NFRA-31(2)'],
    'Article 31(2) names leverage.',
  ),
  held(
    'rating-changed',
    CHANGED,
    ['allow-with-evidence', 'CN-NFRA-22(2)-disclose', 'CN-NFRA-22(2)-opinion', 'CN-NFRA-31(2)'],
    'Disclosed, adjusted, told; nobody has to sell.',
  ),
  held(
    'rating-changed-undisclosed',
    { ...CHANGED, 'change.disclosed': false },
    ['require', 'CN-NFRA-22(2)-disclose'],
    'The seller must disclose it.',
  ),
  held(
    'client-changed-opinion-not',
    { 'client.informationChanged': true, 'change.opinionAdjusted': false },
    ['require', 'CN-NFRA-22(2)-opinion'],
    'Changed client information counts too.',
  ),
  held(
    'issuer-silent',
    { ...CHANGED, 'institution.role': 'issuer', 'change.sellerTold': false },
    ['require', 'CN-NFRA-22(2)-issuer'],
    'The issuer must tell the seller.',
  ),
  held(
    'issuer-told',
    { 'product.ratingChanged': true, 'institution.role': 'issuer', 'change.sellerTold': true },
    ['allow-with-evidence', 'CN-NFRA-22(2)-issuer', 'CN-NFRA-31(2)'],
    'To disclose it to clients is the seller’s.',
  ),
];

const governed = casesFrom(
  {
    'conduct.activity': 'governance',
    'system.identifies': true,
    'system.prompts': true,
    'system.restricts': true,
    'system.clientDataProtected': true,
    'incentives.measures': ['sales', 'compliance', 'complaints'],
  },
  TODAY,
);

const marketed = casesFrom(
  doing('marketing', {
    'product.private': false,
    'order.solicited': false,
    'marketing.thirdParty': true,
    'marketing.thirdPartySupervised': true,
    'marketing.contentReviewed': true,
    'notice.faults': [],
    'promotion.faults': [],
    'sale.faults': [],
  }),
  TODAY,
);

const complained = casesFrom(
  doing('complaint', {
    'complaint.handled': true,
    'complaint.negotiated': true,
    'complaint.negotiationFailed': false,
  }),
  TODAY,
);

const HOUSE: readonly GoldenCase[] = [
  governed(
    'governed',
    {},
    ['allow-with-evidence', 'CN-NFRA-10(3)', 'CN-NFRA-16(3)', 'CN-NFRA-7'],
    'Articles 7, 10 and 16.',
  ),
  governed(
    'system-lets-through',
    { 'system.restricts': false },
    ['require', 'CN-NFRA-7'],
    'It must restrict trades, not only prompt.',
  ),
  governed(
    'client-data-open',
    { 'system.clientDataProtected': false },
    ['require', 'CN-NFRA-10(3)'],
    'Client information must be safe.',
  ),
  governed(
    'sales-only',
    { 'incentives.measures': ['sales'] },
    ['block', 'CN-NFRA-16(3)-sole'],
    '不得以销售业绩作为唯一考核指标.',
  ),
  governed(
    'sales-and-compliance',
    { 'incentives.measures': ['sales', 'compliance'] },
    ['require', 'CN-NFRA-16(3)'],
    'Not sales alone, but complaints are missing.',
  ),
  marketed('marketed', {}, ['allow-with-evidence', 'CN-NFRA-15'], 'Supervised and reviewed.'),
  marketed(
    'marketed-unsupervised',
    { 'marketing.thirdPartySupervised': false },
    ['require', 'CN-NFRA-15'],
    'Article 15.',
  ),
  marketed('marketed-alone', { 'marketing.thirdParty': false }, ['allow'], 'No third party.'),
  marketed(
    'marketed-with-guarantee',
    { 'notice.faults': ['return-guaranteed'] },
    ['block', 'CN-NFRA-13(2)'],
    'Article 13 begins with 推介.',
  ),
  complained('complaint', {}, ['allow-with-evidence', 'CN-NFRA-20'], 'Handled and negotiated.'),
  complained(
    'complaint-unhandled',
    { 'complaint.handled': false },
    ['require', 'CN-NFRA-20'],
    'Promptly and properly.',
  ),
  complained(
    'negotiation-failed',
    { 'complaint.negotiationFailed': true, 'complaint.route': 'none' },
    ['require', 'CN-NFRA-20-route'],
    'Mediation, arbitration or a court must follow.',
  ),
  complained(
    'mediated',
    { 'complaint.negotiationFailed': true, 'complaint.route': 'mediation' },
    ['allow-with-evidence', 'CN-NFRA-20', 'CN-NFRA-20-route'],
    'Mediation follows.',
  ),
];

/** Worked out by hand from articles 7 to 31. */
export const NFRA_INSTITUTION_CASES: readonly GoldenCase[] = [
  ...BEFORE_SALES,
  ...WHILE_HELD,
  ...HOUSE,
];
