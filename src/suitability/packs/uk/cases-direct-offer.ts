import type { GoldenCase, RuleFacts } from '../../../rules/index.js';
import { ALONE, type Expected, written } from './case.js';

/** The client without advice answers a direct offer for the first time, as a restricted investor with GBP 100,000. */
const OFFER: RuleFacts = {
  ...ALONE,
  'uk.product.promotionClass': 'restricted-mass-market',
  'uk.order.directOffer': true,
  'uk.order.firstWithFirm': true,
  'uk.order.hoursSinceRequest': 24,
  'uk.order.personalRiskWarning': true,
  'uk.order.amount': 4_000,
  'uk.client.investorStatement': 'restricted',
  'uk.client.statementOn': '2026-02-01',
  'uk.client.netAssets': 100_000,
  'uk.client.restrictedInvested12m': 6_000,
};

/** None of the conditions is met. */
const NOTHING_DONE: RuleFacts = {
  'uk.order.hoursSinceRequest': 0,
  'uk.order.personalRiskWarning': false,
  'uk.client.investorStatement': null,
};

const HIGH_NET_WORTH: RuleFacts = {
  ...OFFER,
  'uk.client.investorStatement': 'high-net-worth',
  'uk.client.annualIncome': 100_000,
  'uk.client.netAssets': 0,
};

const OFFER_MET: Expected = [
  'allow-with-evidence',
  'UK-COBS-4.12A-appropriateness',
  'UK-COBS-4.12A-warning',
  'UK-COBS-4.12A.18',
  'UK-COBS-4.12A.22',
];

const DIRECT_OFFERS: readonly GoldenCase[] = [
  written(
    'UK40',
    OFFER,
    OFFER_MET,
    '24 hours, warned, stated, 6,000 + 4,000 = a tenth of 100,000.',
  ),
  written(
    'UK41',
    { ...OFFER, 'uk.order.hoursSinceRequest': 23 },
    ['require', 'UK-COBS-4.12A.18'],
    'One hour short of 24.',
  ),
  written(
    'UK42',
    { ...OFFER, 'uk.order.firstWithFirm': false, 'uk.order.hoursSinceRequest': 0 },
    ['allow-with-evidence', 'UK-COBS-4.12A-appropriateness', 'UK-COBS-4.12A.22'],
    'Cooling off and the personalised warning are for the first time.',
  ),
  written(
    'UK43',
    { ...OFFER, 'uk.order.personalRiskWarning': false },
    ['require', 'UK-COBS-4.12A-warning'],
    'No personalised risk warning.',
  ),
  written(
    'UK44',
    { ...OFFER, 'uk.client.investorStatement': null },
    ['require', 'UK-COBS-4.12A.22'],
    'No statement at all.',
  ),
  written(
    'UK45',
    { ...OFFER, 'uk.client.statementOn': '2025-03-03' },
    OFFER_MET,
    'Twelve months end on 2026-03-03, tomorrow.',
  ),
  written(
    'UK46',
    { ...OFFER, 'uk.client.statementOn': '2025-03-02' },
    ['require', 'UK-COBS-4.12A.22'],
    'Twelve months ended today.',
  ),
  written(
    'UK47',
    { ...OFFER, 'uk.order.amount': 4_001 },
    ['refer', 'UK-COBS-4.12A-limit'],
    '6,000 + 4,001 is more than a tenth of 100,000.',
  ),
  written(
    'UK48',
    { ...OFFER, 'uk.order.appropriate': false, 'uk.order.warnedNotAppropriate': true },
    ['require', 'UK-COBS-4.12A-appropriateness'],
    'A warning is not enough for a direct offer.',
  ),
  written(
    'UK49',
    { ...OFFER, ...NOTHING_DONE, 'uk.order.directOffer': false },
    ['allow'],
    'No direct offer, so the conditions for it do not apply.',
  ),
  written(
    'UK50',
    { ...OFFER, 'uk.order.hoursSinceRequest': 0 },
    ['allow'],
    'The day before the conditions came into force.',
    '2023-01-31',
  ),
  written(
    'UK51',
    { ...OFFER, ...NOTHING_DONE, 'uk.client.category': 'professional' },
    ['allow'],
    'The conditions protect retail clients.',
  ),
  written(
    'UK52',
    { ...OFFER, ...NOTHING_DONE, 'order.effect': 'reduce' },
    ['allow'],
    'A client may always get out.',
  ),
  written(
    'UK53',
    { ...OFFER, 'uk.order.amount': 50_000, 'uk.client.category': 'professional' },
    ['allow'],
    'A professional client makes no restricted investor’s statement that binds.',
  ),
  written('UK54', { ...OFFER, 'uk.client.statementOn': '2026-03-02' }, OFFER_MET, 'Signed today.'),
  written(
    'UK55',
    { ...OFFER, 'uk.client.statementOn': '2026-03-03' },
    ['require', 'UK-COBS-4.12A.22'],
    'A statement of tomorrow is none yet.',
  ),
  written(
    'UK56',
    { ...OFFER, 'uk.product.promotionClass': 'none', ...NOTHING_DONE },
    ['allow'],
    'Not a restricted mass market investment.',
  ),
  written(
    'UK57',
    { ...OFFER, 'uk.order.amount': 50_000, 'order.effect': 'reduce' },
    ['allow'],
    'Selling puts nothing more in.',
  ),
  written(
    'UK58',
    { ...OFFER, 'uk.order.amount': 50_000, 'uk.order.directOffer': false },
    ['allow'],
    'Without a direct offer the statement is not asked for.',
  ),
];

const WEALTHY: readonly GoldenCase[] = [
  written('UK60', HIGH_NET_WORTH, OFFER_MET, 'GBP 100,000 of income is enough.'),
  written(
    'UK61',
    { ...HIGH_NET_WORTH, 'uk.client.annualIncome': 99_999, 'uk.client.netAssets': 250_000 },
    OFFER_MET,
    'GBP 250,000 of net assets is enough.',
  ),
  written(
    'UK62',
    { ...HIGH_NET_WORTH, 'uk.client.annualIncome': 99_999, 'uk.client.netAssets': 249_999 },
    ['refer', 'UK-FPO-48'],
    'Below both figures.',
  ),
  written(
    'UK63',
    {
      ...HIGH_NET_WORTH,
      'uk.client.annualIncome': 169_999,
      'uk.client.netAssets': 429_999,
      'uk.client.statementOn': '2024-02-01',
    },
    ['refer', 'UK-FPO-48'],
    'From 2024-01-31 the figures were 170,000 and 430,000.',
    '2024-03-26',
  ),
  written(
    'UK64',
    {
      ...HIGH_NET_WORTH,
      'uk.client.annualIncome': 169_999,
      'uk.client.netAssets': 429_999,
      'uk.client.statementOn': '2024-02-01',
    },
    OFFER_MET,
    'From 2024-03-27 the figures were 100,000 and 250,000 again.',
    '2024-03-27',
  ),
  written(
    'UK65',
    {
      ...HIGH_NET_WORTH,
      'uk.client.annualIncome': 100_000,
      'uk.client.statementOn': '2024-01-15',
    },
    OFFER_MET,
    'The last day before the figures were raised.',
    '2024-01-30',
  ),
  written(
    'UK66',
    {
      ...HIGH_NET_WORTH,
      'uk.client.annualIncome': 99_999,
      'uk.client.netAssets': 250_000,
      'uk.client.statementOn': '2024-01-15',
    },
    OFFER_MET,
    'Before the figures were raised 250,000 was enough.',
    '2024-01-30',
  ),
  written(
    'UK67',
    {
      ...HIGH_NET_WORTH,
      'uk.client.annualIncome': 99_999,
      'uk.client.netAssets': 249_999,
      'uk.client.statementOn': '2024-01-15',
    },
    ['refer', 'UK-FPO-48'],
    'Before the figures were raised: below both.',
    '2024-01-30',
  ),
  written(
    'UK68',
    {
      ...HIGH_NET_WORTH,
      'uk.client.annualIncome': 170_000,
      'uk.client.statementOn': '2024-02-01',
    },
    OFFER_MET,
    'The raised income reached.',
    '2024-02-10',
  ),
  written(
    'UK69',
    {
      ...HIGH_NET_WORTH,
      'uk.client.annualIncome': 0,
      'uk.client.netAssets': 430_000,
      'uk.client.statementOn': '2024-01-31',
    },
    OFFER_MET,
    'The raised net assets reached on the first day.',
    '2024-01-31',
  ),
  written(
    'UK70',
    { ...HIGH_NET_WORTH, 'uk.client.annualIncome': 0, 'uk.client.category': 'professional' },
    ['allow'],
    'A professional client needs no such statement.',
  ),
  written(
    'UK71',
    { ...HIGH_NET_WORTH, 'uk.client.annualIncome': 0, 'order.effect': 'reduce' },
    ['allow'],
    'Nor does who sells.',
  ),
  written(
    'UK72',
    { ...HIGH_NET_WORTH, 'uk.client.annualIncome': 0, 'uk.order.directOffer': false },
    ['allow'],
    'Nor is it asked for without a direct offer.',
  ),
];

/** Cases of direct offers, worked out by hand from the articles. */
export const UK_DIRECT_OFFER_CASES: readonly GoldenCase[] = [...DIRECT_OFFERS, ...WEALTHY];
