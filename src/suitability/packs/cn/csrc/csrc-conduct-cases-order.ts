import type { GoldenCase } from '../../../../rules/index.js';
import { casesFrom, without } from '../conduct-cases.js';
import { COMPLAINT, SOLD, TODAY, well } from './csrc-conduct-cases-facts.js';

const sold = casesFrom(SOLD, TODAY);

const IN_THE_SALE: readonly GoldenCase[] = [
  sold('as-every-article-asks', {}, well(), 'Nothing is missing.'),
  ...[
    'notice.principalLoss',
    'notice.beyondPrincipal',
    'notice.firmLoss',
    'notice.firmChanges',
    'notice.limits',
    'disclosure.matchOpinion',
  ].map((fact) =>
    sold(
      `not-${fact}`,
      { [fact]: false },
      ['require', 'CN-CSRC-23'],
      'Article 23: one is missing.',
    ),
  ),
  sold(
    'professional',
    { 'client.professional': true, 'notice.limits': false, 'record.noticesRecorded': false },
    well([], ['CN-CSRC-23', 'CN-CSRC-25-branch']),
    'Articles 23 and 25 are for ordinary investors.',
  ),
  sold(
    'branch-unrecorded',
    { 'record.noticesRecorded': false },
    ['require', 'CN-CSRC-25-branch'],
    'In a branch everything is recorded.',
  ),
  sold(
    'online',
    {
      'order.channel': 'online',
      'record.noticesRecorded': false,
      'record.onlineTrace': true,
      'record.onlineConfirmed': true,
    },
    well(['CN-CSRC-25-online'], ['CN-CSRC-25-branch']),
    'Traced and confirmed electronically.',
  ),
  sold(
    'online-unconfirmed',
    { 'order.channel': 'online', 'record.onlineTrace': true, 'record.onlineConfirmed': false },
    ['require', 'CN-CSRC-25-online'],
    'The client has not confirmed.',
  ),
  sold('not-filed', { 'record.matchPlan': false }, ['require', 'CN-CSRC-32'], 'No match plan.'),
  sold(
    'withheld',
    { 'information.financialAssets': null },
    ['block', 'CN-CSRC-33-information'],
    'Asked for and withheld: article 33 says that the sale must be refused.',
  ),
  sold(
    'untrue',
    { 'information.identity': false },
    ['block', 'CN-CSRC-33-information'],
    'Untrue or incomplete counts as well.',
  ),
  casesFrom(without(SOLD, 'information.ability'), TODAY)(
    'never-asked',
    {},
    ['undetermined', 'CN-CSRC-33-information'],
    'Nobody has said whether the client gave it.',
  ),
  sold(
    'risks-not-revealed',
    { 'statement.risksRevealed': false },
    ['require', 'CN-FUND-98'],
    'Fund law 98.',
  ),
  casesFrom({ 'product.regime': 'csrc', 'order.effect': 'reduce', 'order.acquires': false }, TODAY)(
    'redemption',
    {},
    ['allow'],
    'Nothing is sold to the client.',
  ),
  casesFrom({ 'product.regime': 'nfra-investment' }, TODAY)(
    'wealth-product',
    {},
    ['allow'],
    'Under the other order.',
  ),
];

const FORBIDDEN: readonly GoldenCase[] = [
  sold(
    'access-unmet',
    { 'product.accessRequired': true, 'client.meetsAccess': false },
    ['block', 'CN-CSRC-22(1)-access'],
    'Article 22(1).',
  ),
  sold(
    'access-met',
    { 'product.accessRequired': true, 'client.meetsAccess': true },
    well(),
    'The client meets the requirements.',
  ),
  sold(
    'certain',
    { 'statement.certainty': true },
    ['block', 'CN-CSRC-22(2)'],
    'Something uncertain was put as certain.',
  ),
  sold(
    'against-objectives',
    { 'client.objectiveMismatch': true },
    ['block', 'CN-CSRC-22(4)'],
    'Proposed against the client’s objectives.',
  ),
  sold(
    'against-objectives-unproposed',
    { 'client.objectiveMismatch': true, 'order.solicited': false },
    well(),
    'Article 22(4) forbids to propose it.',
  ),
  sold(
    'against-objectives-professional',
    { 'client.objectiveMismatch': true, 'client.professional': true },
    well([], ['CN-CSRC-23', 'CN-CSRC-25-branch']),
    'Article 22(4) is for ordinary investors.',
  ),
  sold('harmed', { 'sale.faults': ['other-harm'] }, ['block', 'CN-CSRC-22(6)'], 'Article 22(6).'),
];

const disputed = casesFrom(COMPLAINT, TODAY);

const held = casesFrom(
  {
    'conduct.activity': 'holding',
    'product.regime': 'csrc',
    'client.informationChanged': false,
    'product.informationChanged': false,
    'change.gradingAdjusted': true,
    'change.opinionAdjusted': true,
    'change.clientTold': true,
  },
  TODAY,
);

const reviewed = casesFrom(
  {
    'conduct.activity': 'governance',
    'review.lastOn': '2025-12-15',
    'review.reported': true,
    'record.selfReviews': true,
  },
  TODAY,
);

const AFTERWARDS: readonly GoldenCase[] = [
  held('held', {}, ['allow'], 'Nothing has changed.'),
  held(
    'changed-and-told',
    { 'product.informationChanged': true },
    ['allow-with-evidence', 'CN-CSRC-21'],
    'Adjusted and told.',
  ),
  held(
    'changed-untold',
    { 'client.informationChanged': true, 'change.clientTold': false },
    ['require', 'CN-CSRC-21'],
    'Article 21: the client must be told.',
  ),
  reviewed(
    'reviewed',
    {},
    ['allow-with-evidence', 'CN-CSRC-30', 'CN-CSRC-32-reviews'],
    'Six months to the day.',
  ),
  reviewed(
    'reviewed-too-long-ago',
    { 'review.lastOn': '2025-12-14' },
    ['require', 'CN-CSRC-30'],
    'Six months ended yesterday.',
  ),
  reviewed('never-reviewed', { 'review.lastOn': null }, ['require', 'CN-CSRC-30'], 'Never.'),
  reviewed(
    'reviews-not-filed',
    { 'record.selfReviews': false },
    ['require', 'CN-CSRC-32-reviews'],
    'Self-review reports are kept too.',
  ),
  disputed('proved', {}, ['allow-with-evidence', 'CN-CSRC-34'], 'Everything can be shown.'),
  disputed(
    'unproved',
    { 'evidence.notices': false },
    ['require', 'CN-CSRC-34'],
    'The burden of proof is the firm’s.',
  ),
  disputed(
    'professional-disputes',
    { 'client.professional': true, 'evidence.notices': false },
    ['allow'],
    'Article 34 turns the burden for ordinary investors only.',
  ),
];

/** Worked out by hand from articles 21 to 34. */
export const CSRC_ORDER_CASES: readonly GoldenCase[] = [
  ...IN_THE_SALE,
  ...FORBIDDEN,
  ...AFTERWARDS,
];
