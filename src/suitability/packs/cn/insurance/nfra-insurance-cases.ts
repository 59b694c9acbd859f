import type { GoldenCase, RuleFacts } from '../../../../rules/index.js';
import { casesFrom, without } from '../conduct-cases.js';

/** Forty years old, a household income of 200,000 a year, 10,000 a year for five years as budgeted. */
const APPLICATION: RuleFacts = {
  'product.regime': 'nfra-insurance',
  'product.uncertainBenefit': true,
  'client.age': 40,
  'client.householdIncome': 200000,
  'client.premiumBudget': 10000,
  'client.paymentMismatch': false,
  'order.singlePremium': 0,
  'order.annualPremium': 10000,
  'order.payYears': 5,
  'order.premium': 10000,
  'order.declarationSigned': false,
};

const applied = casesFrom(APPLICATION, '2026-06-15');

/** The same application for ten years, of somebody whose age nobody states. */
const born = casesFrom(
  { ...without(APPLICATION, 'client.age'), 'order.payYears': 10 },
  '2026-06-15',
);

/** A premium that is paid at once, within the budget. */
function single(premium: number): RuleFacts {
  return {
    'order.singlePremium': premium,
    'order.annualPremium': 0,
    'order.payYears': 1,
    'order.premium': premium,
    'client.premiumBudget': premium,
  };
}

/** A premium for some years, against a budget. */
function yearly(premium: number, years: number, budget: number): RuleFacts {
  return {
    'order.annualPremium': premium,
    'order.payYears': years,
    'order.premium': premium,
    'client.premiumBudget': budget,
  };
}

const DECLARATION: readonly GoldenCase[] = [
  applied(
    'I02',
    single(800000),
    ['allow'],
    '超过 excludes the number: 4 x 200,000 is not over 4x.',
  ),
  applied('one-yuan-more', single(800001), ['require', 'CN-NFRA-39'], 'Over 4 x 200,000.'),
  applied('I04', yearly(40000, 5, 40000), ['allow'], '20 % of 200,000 is not over 20 %.'),
  applied(
    'one-yuan-more-a-year',
    yearly(40001, 5, 40001),
    ['require', 'CN-NFRA-39'],
    'Over 20 % of 200,000.',
  ),
  applied(
    'I06',
    { ...yearly(0, 10, 10000), 'order.premium': 10000, 'client.age': 65 },
    ['require', 'CN-NFRA-39'],
    '65 + 10 reaches 75.',
  ),
  applied('74', { 'client.age': 64, 'order.payYears': 10 }, ['allow'], '64 + 10 is 74.'),
  born(
    '65th-birthday',
    { 'client.birthDate': '1961-06-15' },
    ['require', 'CN-NFRA-39'],
    '65 today.',
  ),
  born(
    'day-before-65',
    { 'client.birthDate': '1961-06-16' },
    ['allow'],
    'Still 64, and 64 + 10 is 74.',
  ),
  applied(
    'I08',
    { ...yearly(0, 5, 20000), 'order.premium': 30000 },
    ['require', 'CN-NFRA-39'],
    '30,000 is 150 % of 20,000; 大于或者等于 includes the number.',
  ),
  applied('one-yuan-below', yearly(29999, 5, 20000), ['allow'], '29,999 is below 1.5 x 20,000.'),
  applied(
    'I10',
    { ...single(800001), 'order.declarationSigned': true },
    ['allow-with-evidence', 'CN-NFRA-39'],
    'The declaration is signed.',
  ),
  applied(
    'certain-benefit',
    { ...single(800001), 'product.uncertainBenefit': false },
    ['allow'],
    'Article 39 is for uncertain benefits only.',
  ),
];

const UNKNOWN: readonly GoldenCase[] = [
  casesFrom(without(APPLICATION, 'client.premiumBudget'), '2026-06-15')(
    'budget-unknown',
    {},
    ['undetermined', 'CN-NFRA-39'],
    'The fourth mark may be reached.',
  ),
  casesFrom(without(APPLICATION, 'client.premiumBudget'), '2026-06-15')(
    'budget-unknown-but-74-passed',
    { 'client.age': 70 },
    ['require', 'CN-NFRA-39'],
    '70 + 5 reaches 75, whatever the budget is.',
  ),
  casesFrom(without(APPLICATION, 'client.paymentMismatch'), '2026-06-15')(
    'mismatch-unknown',
    {},
    ['undetermined', 'CN-NFRA-12-insurance', 'CN-NFRA-38'],
    'Nobody has said whether the applicant can pay for it.',
  ),
];

/** Article 40: nobody has to know whether the applicant can pay for it, and nobody says. */
const unassessed = casesFrom(without(APPLICATION, 'client.paymentMismatch'), '2026-06-15');

const WITHOUT_ASSESSMENT: readonly GoldenCase[] = [
  unassessed('property', { 'insurance.line': 'property' }, ['allow'], 'Article 40(1).'),
  unassessed(
    'one-year',
    { 'insurance.line': 'personal', 'insurance.termMonths': 12 },
    ['allow'],
    'Article 40(1): up to one year, and 以下 includes it (article 46).',
  ),
  unassessed('group', { 'insurance.group': true }, ['allow'], 'Article 40(2).'),
  unassessed(
    'thirteen-months',
    { 'insurance.line': 'personal', 'insurance.termMonths': 13, 'insurance.group': false },
    ['undetermined', 'CN-NFRA-12-insurance', 'CN-NFRA-38'],
    'More than one year.',
  ),
  applied(
    'property-mismatch-known',
    {
      'insurance.line': 'property',
      'client.paymentMismatch': true,
      'order.clientInsists': false,
    },
    ['block', 'CN-NFRA-12-insurance'],
    'Article 40 waives the assessment, not article 12: what is known all the same binds.',
  ),
];

const UNSUITABLE: readonly GoldenCase[] = [
  applied(
    'mismatch',
    { 'client.paymentMismatch': true, 'order.clientInsists': false },
    ['block', 'CN-NFRA-12-insurance'],
    'Unsuitable, and the applicant does not insist.',
  ),
  applied(
    'mismatch-insisting-unknown',
    { 'client.paymentMismatch': true },
    ['undetermined', 'CN-NFRA-12-insurance', 'CN-NFRA-38'],
    'Article 38 opens a way only for who insists.',
  ),
  applied(
    'insists',
    { 'client.paymentMismatch': true, 'order.clientInsists': true },
    ['require', 'CN-NFRA-38'],
    'Nothing of what article 38 asks for has been done.',
  ),
  applied(
    'insists-unconfirmed',
    {
      'client.paymentMismatch': true,
      'order.clientInsists': true,
      'order.stopAdvised': true,
      'order.risksExplained': true,
      'order.ownChoiceConfirmed': false,
    },
    ['require', 'CN-NFRA-38'],
    'The written confirmation is missing.',
  ),
  applied(
    'insists-confirmed',
    {
      'client.paymentMismatch': true,
      'order.clientInsists': true,
      'order.stopAdvised': true,
      'order.risksExplained': true,
      'order.ownChoiceConfirmed': true,
    },
    ['allow-with-evidence', 'CN-NFRA-38'],
    'Advised to stop, explained and confirmed: the one way through.',
  ),
  applied(
    'insists-without-need',
    { 'order.clientInsists': true },
    ['allow'],
    'It suits the applicant, so nothing has to be confirmed.',
  ),
];

const SCOPE: readonly GoldenCase[] = [
  applied(
    'surrender',
    {
      ...single(800001),
      'client.paymentMismatch': true,
      'order.effect': 'reduce',
      'order.acquires': false,
    },
    ['allow'],
    'Nothing is sold to the applicant.',
  ),
  applied(
    'exchanged-for-less',
    { ...single(800001), 'client.paymentMismatch': true, 'order.effect': 'reduce' },
    ['require', 'CN-NFRA-39'],
    'Means do not stand against bearing less; a new contract needs its declaration all the same.',
  ),
  applied(
    'wealth-product',
    { ...single(800001), 'client.paymentMismatch': true, 'product.regime': 'nfra-investment' },
    ['allow'],
    'No insurance; other rules see to it.',
  ),
  applied(
    'broker',
    { ...single(800001), 'institution.kind': 'insurance-broker' },
    ['require', 'CN-NFRA-39'],
    'Article 47: brokers are under the order too.',
  ),
  applied('bank', { 'institution.kind': 'bank' }, ['allow'], 'Article 47 does not speak of banks.'),
  applied(
    'first-day',
    single(800001),
    ['require', 'CN-NFRA-39'],
    'Article 49: in force from 2026-02-01.',
    '2026-02-01',
  ),
  applied('day-before', single(800001), ['allow'], 'Not yet in force.', '2026-01-31'),
];

/** Worked out by hand from articles 12, 38, 39 and 40. */
export const INSURANCE_CASES: readonly GoldenCase[] = [
  ...DECLARATION,
  ...UNKNOWN,
  ...WITHOUT_ASSESSMENT,
  ...UNSUITABLE,
  ...SCOPE,
];
