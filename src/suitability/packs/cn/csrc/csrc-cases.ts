import type { GoldenCase, RuleFacts } from '../../../../rules/index.js';
import { CSRC_CAPACITY_CASES } from './csrc-cases-capacity.js';
import { ordinary, ordinaryWithout, rated, WARNED } from './csrc-cases-facts.js';

const ABOVE_LEVEL: readonly GoldenCase[] = [
  ordinary('within-level', rated(3), ['allow'], 'C3 buys R3.'),
  ordinary('above-level', {}, ['block', 'CN-CSRC-18'], 'Article 18: C3 and R4.'),
  ordinary(
    'first-day',
    { 'client.assessedOn': '2017-07-01' },
    ['block', 'CN-CSRC-18'],
    'The first day on which the order applies.',
    '2017-07-01',
  ),
  ordinary(
    'N07',
    { ...WARNED, 'order.writtenWarning': false, 'order.insistsAfterWarning': false },
    ['require', 'CN-CSRC-19', 'CN-CSRC-20'],
    'Article 19: the warning is missing; article 20: R4 is high risk.',
  ),
  ordinary(
    'not-told',
    { ...WARNED, 'order.toldUnsuitable': false, ...rated(3), 'client.riskLevel': 2 },
    ['require', 'CN-CSRC-19'],
    'Article 19 begins with telling the client that the product is unsuitable.',
  ),
  ordinary(
    'no-warning-in-writing',
    { ...WARNED, 'order.writtenWarning': false, ...rated(3), 'client.riskLevel': 2 },
    ['require', 'CN-CSRC-19'],
    'Article 19: the special warning is in writing.',
  ),
  ordinary(
    'insists-within-level',
    { 'order.clientInsists': true, ...rated(3) },
    ['allow'],
    'Within the level nothing has to be warned of.',
  ),
  ordinary(
    'proposed-and-accepted',
    { 'order.solicited': true },
    ['block', 'CN-CSRC-22(3)'],
    'The special prohibition takes the place of the general one.',
  ),
  ordinary(
    'lowest-category-asks',
    { ...rated(2), 'client.riskLevel': 1, 'client.lowestCategory': true },
    ['block', 'CN-CSRC-22(5)'],
    'The special prohibition takes the place of the general one.',
  ),
  ordinary(
    'no-longer-insists',
    { ...WARNED, 'order.insistsAfterWarning': false, ...rated(3), 'client.riskLevel': 2 },
    ['require', 'CN-CSRC-19'],
    'Article 19: only a client who still insists after the warning.',
  ),
  ordinary(
    'warned',
    { ...WARNED, ...rated(3), 'client.riskLevel': 2 },
    ['allow-with-evidence', 'CN-CSRC-19'],
    'Every step of article 19 was taken; R3 is no high risk.',
  ),
  ordinary(
    'warned-and-cared-for',
    { ...WARNED, 'order.specialCare': true },
    ['allow-with-evidence', 'CN-CSRC-19', 'CN-CSRC-20'],
    'Articles 19 and 20 are both fulfilled.',
  ),
  ordinary(
    'warned-without-care',
    { ...WARNED, 'order.specialCare': false },
    ['require', 'CN-CSRC-20'],
    'The warning does not stand for the special care of article 20.',
  ),
  ordinaryWithout(
    'initiative-unknown',
    ['order.clientInsists'],
    { ...rated(3), 'client.riskLevel': 2 },
    ['undetermined', 'CN-CSRC-18', 'CN-CSRC-19'],
    'Blocked, or open after a warning: nobody has said whether the client asked for it.',
  ),
  ordinary(
    'N09',
    {
      'order.solicited': true,
      'order.clientInsists': true,
      'order.writtenWarning': true,
    },
    ['block', 'CN-CSRC-22(3)'],
    'Article 22(3): what the firm proposed above the level cannot be insisted on.',
  ),
  ordinary(
    'proposed-within-level',
    { 'order.solicited': true, ...rated(3) },
    ['allow'],
    'Within the level the firm may propose.',
  ),
  ordinary(
    'lowest-category',
    { ...WARNED, ...rated(2), 'client.riskLevel': 1, 'client.lowestCategory': true },
    ['block', 'CN-CSRC-22(5)'],
    'Article 22(5): no way through for the lowest category.',
  ),
  ordinary(
    'lowest-category-R1',
    { ...rated(1), 'client.riskLevel': 1, 'client.lowestCategory': true },
    ['allow'],
    'R1 is open to everybody.',
  ),
  ordinary(
    'C1-not-lowest',
    { ...WARNED, ...rated(2), 'client.riskLevel': 1 },
    ['allow-with-evidence', 'CN-CSRC-19'],
    'C1 alone is not the lowest category.',
  ),
  ordinary(
    'lowest-category-proposed',
    {
      ...WARNED,
      ...rated(2),
      'client.riskLevel': 1,
      'client.lowestCategory': true,
      'order.solicited': true,
    },
    ['block', 'CN-CSRC-22(3)', 'CN-CSRC-22(5)'],
    'Both prohibitions apply.',
  ),
];

const OTHERS: readonly GoldenCase[] = [
  ordinary(
    'high-risk-within-level',
    { 'client.riskLevel': 5 },
    ['require', 'CN-CSRC-20'],
    'Article 20 protects every ordinary investor who buys high risk.',
  ),
  ordinary(
    'R3-within-level',
    { 'client.riskLevel': 5, ...rated(3) },
    ['allow'],
    'R3 is no high risk, by the choice that high risk begins with R4.',
  ),
  ordinaryWithout(
    'professional',
    ['client.lowestCategory', 'order.clientInsists'],
    {
      'client.professional': true,
      'client.riskLevel': null,
      'order.solicited': true,
      ...rated(5),
    },
    ['allow'],
    'Articles 18 to 20 and 22(3) protect ordinary investors.',
  ),
  ordinary(
    'no-access',
    { ...rated(3), 'product.private': true, 'client.meetsAccess': false },
    ['block', 'CN-CSRC-22(1)'],
    'Article 22(1).',
  ),
  ordinary(
    'access',
    { ...rated(3), 'product.private': true, 'client.meetsAccess': true },
    ['allow'],
    'The client meets the requirements.',
  ),
  ordinary(
    'access-unknown',
    { ...rated(3), 'product.private': true },
    ['undetermined', 'CN-CSRC-22(1)'],
    'Nobody has looked whether the client meets the requirements.',
  ),
  ordinary(
    'professional-without-access',
    { 'client.professional': true, 'product.private': true, 'client.meetsAccess': false },
    ['block', 'CN-CSRC-22(1)'],
    'Article 22(1) speaks of all investors.',
  ),
  ordinary(
    'no-level',
    { 'client.riskLevel': null },
    ['block', 'CN-CSRC-33'],
    'Article 33: without the information there is no sale.',
  ),
  ordinary(
    'assessed-afterwards',
    { ...rated(3), 'client.assessedOn': '2026-06-16' },
    ['block', 'CN-CSRC-33'],
    'Article 33: what is learnt after the sale was not known at the sale.',
  ),
  ordinary(
    'assessed-on-the-day',
    { ...rated(3), 'client.assessedOn': '2026-06-15' },
    ['allow'],
    'The assessment comes first on the same day.',
  ),
  ordinaryWithout(
    'level-unknown',
    ['client.riskLevel'],
    rated(3),
    ['undetermined', 'CN-CSRC-18', 'CN-CSRC-33'],
    'Nobody has said what the level is; nobody insists and nobody proposed it.',
  ),
  ...elsewhere(
    'redemption',
    { 'order.effect': 'reduce', 'order.acquires': false },
    'Redeeming lessens the risk.',
  ),
  ordinary(
    'switch-down',
    {
      ...rated(3),
      'client.riskLevel': 1,
      'client.lowestCategory': true,
      'order.solicited': true,
      'order.effect': 'reduce',
    },
    ['allow'],
    'From R5 to R3: no level stands against bearing less.',
  ),
  ordinary(
    'switch-down-without-level',
    { ...rated(3), 'client.riskLevel': null, 'order.effect': 'reduce' },
    ['allow'],
    'Nor does it that there is none.',
  ),
  ordinary(
    'switch-down-to-high-risk',
    { 'order.effect': 'reduce' },
    ['require', 'CN-CSRC-20'],
    'Article 20: from R5 to R4, which is a high risk still.',
  ),
  ordinary(
    'switch-down-without-access',
    {
      ...rated(3),
      'product.private': true,
      'client.meetsAccess': false,
      'order.effect': 'reduce',
    },
    ['block', 'CN-CSRC-22(1)'],
    'Article 22(1): the private product that is switched into is acquired all the same.',
  ),
  ...elsewhere(
    'wealth-product',
    { 'product.regime': 'nfra-investment' },
    'The product is under another regime, of which this pack says nothing.',
  ),
];

/** Cases that the pack answers alone. N07 and N09 were compared with the articles by a second reader. */
export const CSRC_CASES: readonly GoldenCase[] = [
  ...ABOVE_LEVEL,
  ...CSRC_CAPACITY_CASES,
  ...OTHERS,
];

/** Three cases with everything that can stand against a sale, where the rules do not apply. */
function elsewhere(id: string, differing: RuleFacts, why: string): readonly GoldenCase[] {
  const prohibited = {
    ...rated(5),
    'client.riskLevel': 1,
    'client.lowestCategory': true,
    'client.meetsAccess': false,
    'product.private': true,
    'order.solicited': true,
  };
  return [
    ordinary(id, { ...prohibited, ...differing }, ['allow'], why),
    ordinary(`${id}-insisted-on`, { 'order.clientInsists': true, ...differing }, ['allow'], why),
    ordinary(`${id}-without-level`, { 'client.riskLevel': null, ...differing }, ['allow'], why),
  ];
}
