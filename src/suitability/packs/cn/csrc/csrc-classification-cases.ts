import type { GoldenCase, RuleFacts } from '../../../../rules/index.js';
import { casesFrom, type Expected } from '../conduct-cases.js';

const TODAY = '2026-06-15';
const asked = casesFrom({}, TODAY);

/** A person: own financial assets, average income, years of investing, years of work in finance. */
function person(assets: number, income: number, years: number, work: number): RuleFacts {
  return {
    'client.kind': 'natural',
    'client.financialAssets': assets,
    'client.avgIncome3y': income,
    'client.experienceYears': years,
    'client.financialWorkYears': work,
    'client.financialRole': 'none',
  };
}

/** A company at the last year-end: net assets, financial assets, years of investing. */
function company(netAssets: number, assets: number, years: number): RuleFacts {
  return {
    'client.kind': 'legal',
    'client.institution': 'none',
    'client.accountsOn': '2025-12-31',
    'client.netAssets': netAssets,
    'client.financialAssets': assets,
    'client.experienceYears': years,
  };
}

function institution(kind: string): RuleFacts {
  return { 'client.kind': 'legal', 'client.institution': kind };
}

const NONE: Expected = ['block', 'CN-CSRC-8'];
const STEPS: Expected = [
  'require',
  'CN-CSRC-12-application',
  'CN-CSRC-12-assessment',
  'CN-CSRC-12-explanation',
];

/** The firm has not decided yet. */
const UNDECIDED: RuleFacts = { 'classification.firmDecision': 'pending' };

const BY_LAW: readonly GoldenCase[] = [
  asked('person-assets', person(5000000, 0, 2, 0), ['allow'], '不低于 includes 5,000,000.'),
  asked('person-income', person(0, 500000, 2, 0), ['allow'], 'Income instead of assets.'),
  asked(
    'person-work',
    person(5000000, 0, 0, 2),
    ['allow'],
    'Work in finance instead of investing.',
  ),
  asked(
    'person-role',
    { ...person(5000000, 0, 0, 0), 'client.financialRole': 'certified-lawyer' },
    ['allow'],
    'A certified lawyer in finance.',
  ),
  asked(
    'person-without-experience',
    person(9000000, 900000, 0, 0),
    NONE,
    'Money alone is not enough.',
  ),
  asked('person-without-money', person(0, 0, 20, 20), NONE, 'Experience alone is not enough.'),
  asked(
    'company',
    company(20000000, 10000000, 2),
    ['allow'],
    'Each figure of article 8(4) is just reached.',
  ),
  asked(
    'company-old-accounts',
    { ...company(20000000, 10000000, 2), 'client.accountsOn': '2024-12-31' },
    NONE,
    '最近1年末 is the end of 2025.',
  ),
  asked(
    'company-interim-accounts',
    { ...company(20000000, 10000000, 2), 'client.accountsOn': '2026-03-31' },
    NONE,
    'Newer accounts than those of the last year-end are no accounts of a year-end.',
  ),
  asked(
    'company-accounts-of-november',
    { ...company(20000000, 10000000, 2), 'client.accountsOn': '2025-11-30' },
    NONE,
    'Within twelve months, but no year-end.',
  ),
  asked(
    'company-first-day-of-the-year',
    company(20000000, 10000000, 2),
    ['allow'],
    'The year that ended yesterday.',
    '2026-01-01',
  ),
  asked(
    'company-last-day-of-the-year',
    company(20000000, 10000000, 2),
    ['allow'],
    'The accounts of 2025 are the last ones until 2026 has ended.',
    '2026-12-31',
  ),
  asked(
    'company-next-year',
    company(20000000, 10000000, 2),
    NONE,
    'Now those of 2026 are the last ones.',
    '2027-01-01',
  ),
  ...[
    'licensed',
    'registered',
    'institution-product',
    'pension-fund',
    'public-welfare-fund',
    'qualified-foreign-investor',
  ].map((kind) =>
    asked(kind, institution(kind), ['allow'], 'Article 8(1) to (3), whatever it owns.'),
  ),
  asked(
    'person-as-institution',
    { ...person(0, 0, 0, 0), 'client.institution': 'licensed' },
    NONE,
    'No natural person is an institution.',
  ),
  asked(
    'income-unknown',
    {
      'client.kind': 'natural',
      'client.financialAssets': 2999999,
      'client.experienceYears': 5,
    },
    [
      'undetermined',
      'CN-CSRC-11-decide',
      'CN-CSRC-11-refused',
      'CN-CSRC-12-application',
      'CN-CSRC-12-assessment',
      'CN-CSRC-12-explanation',
      'CN-CSRC-8',
    ],
    'The income may open either way.',
  ),
];

const APPLIED: RuleFacts = {
  'classification.writtenApplication': true,
  'classification.consequencesAccepted': true,
  'classification.evidenceProvided': true,
  'classification.moreInformation': false,
  'classification.knowledgeTest': true,
  'classification.simulatedTrading': false,
  'classification.differenceExplained': true,
  'classification.risksWarned': true,
  'classification.resultTold': true,
};

/** A person who is one yuan short of article 8(5) and meets article 11. */
const applied = casesFrom(
  { ...person(4999999, 0, 2, 0), ...APPLIED, 'classification.firmDecision': 'agreed' },
  TODAY,
);

const ON_APPLICATION: readonly GoldenCase[] = [
  asked(
    'opt-up-person',
    { ...person(3000000, 0, 1, 0), ...UNDECIDED },
    STEPS,
    'Article 11: 3,000,000 and one year; nothing is done yet.',
  ),
  asked(
    'opt-up-short',
    { ...person(2999999, 299999, 1, 1), ...UNDECIDED },
    NONE,
    'One yuan short.',
  ),
  asked(
    'opt-up-too-early',
    { ...person(3000000, 300000, 0.99, 0.99), ...UNDECIDED },
    NONE,
    'One year is not yet over.',
  ),
  asked(
    'opt-up-company',
    { ...company(10000000, 5000000, 1), ...UNDECIDED },
    STEPS,
    'Both amounts of article 11 are just reached.',
  ),
  asked(
    'opt-up-company-short-of-one',
    { ...company(10000000, 4999999, 1), ...UNDECIDED },
    NONE,
    'Both amounts are needed, not one of them.',
  ),
  applied(
    'opt-up-done',
    {},
    [
      'allow-with-evidence',
      'CN-CSRC-12-application',
      'CN-CSRC-12-assessment',
      'CN-CSRC-12-explanation',
    ],
    'Applied, assessed, explained, agreed.',
  ),
  applied(
    'opt-up-not-in-writing',
    { 'classification.writtenApplication': false },
    ['require', 'CN-CSRC-12-application'],
    'Article 12 asks for a written application.',
  ),
  applied(
    'opt-up-consequences',
    { 'classification.consequencesAccepted': false },
    ['require', 'CN-CSRC-12-application'],
    'The applicant confirms bearing the consequences.',
  ),
  applied(
    'opt-up-unassessed',
    { 'classification.knowledgeTest': false },
    ['require', 'CN-CSRC-12-assessment'],
    'None of the three was done.',
  ),
  applied(
    'opt-up-simulated',
    { 'classification.knowledgeTest': false, 'classification.simulatedTrading': true },
    [
      'allow-with-evidence',
      'CN-CSRC-12-application',
      'CN-CSRC-12-assessment',
      'CN-CSRC-12-explanation',
    ],
    'Any one of the three does.',
  ),
  applied(
    'opt-up-reasons-untold',
    { 'classification.resultTold': false },
    ['require', 'CN-CSRC-12-explanation'],
    'Result and reasons must be told.',
  ),
  applied(
    'opt-up-refused',
    { 'classification.firmDecision': 'refused' },
    ['block', 'CN-CSRC-11-refused'],
    '经营机构有权自主决定是否同意其转化.',
  ),
  casesFrom({ ...person(4999999, 0, 2, 0), ...APPLIED }, TODAY)(
    'opt-up-decision-unknown',
    {},
    ['undetermined', 'CN-CSRC-11-decide', 'CN-CSRC-11-refused'],
    'Nobody has said whether the firm has decided.',
  ),
  applied(
    'opt-up-undecided',
    UNDECIDED,
    ['refer', 'CN-CSRC-11-decide'],
    'Everything is done but the decision.',
  ),
];

const DOWN: readonly GoldenCase[] = [
  asked(
    'down-person',
    {
      ...person(5000000, 0, 2, 0),
      'classification.sought': 'ordinary',
      'classification.writtenChoice': false,
    },
    ['require', 'CN-CSRC-11-down'],
    'Only in writing.',
  ),
  asked(
    'down-company-in-writing',
    {
      ...company(20000000, 10000000, 2),
      'classification.sought': 'ordinary',
      'classification.writtenChoice': true,
    },
    ['allow-with-evidence', 'CN-CSRC-11-down'],
    'Article 8(4) may choose to be ordinary.',
  ),
  asked(
    'down-bank',
    { ...institution('licensed'), 'classification.sought': 'ordinary', 'client.netAssets': 0 },
    ['refer', 'CN-CSRC-11-down-institution'],
    'The right is given to article 8(4) and (5) only.',
  ),
  asked(
    'ordinary-anyway',
    { ...person(0, 0, 0, 0), 'classification.sought': 'ordinary' },
    ['allow'],
    'Who is ordinary may be treated so.',
  ),
];

/** Worked out by hand from articles 8, 11 and 12. */
export const CLASSIFICATION_CASES: readonly GoldenCase[] = [...BY_LAW, ...ON_APPLICATION, ...DOWN];
