import type { GoldenCase } from '../../../rules/index.js';
import { advised, advisedWithout } from './cases-facts.js';
import { RETAIL_DUTIES } from './suitability-cases-match.js';

const FULL_REPORT = [
  'outline',
  'objectives',
  'personal-circumstances',
  'knowledge-and-experience',
  'attitude-to-risk',
  'capacity-for-loss',
  'periodic-review',
  'sustainability-preferences',
];
/** A client with preferences and a fund that meets them. */
const MEETS = {
  'sustainability.hasPreferences': true,
  'instrument.meetsSustainability': true,
  'report.covers': FULL_REPORT,
} as const;
const MISSES = { ...MEETS, 'instrument.meetsSustainability': false } as const;
const ADAPTED = {
  ...MISSES,
  'sustainability.adapted': true,
  'sustainability.reasonsRecorded': true,
  'sustainability.adaptationRecorded': true,
} as const;

/** Sustainability preferences, from 2 August 2022. */
export const EU_SUSTAINABILITY_CASES: readonly GoldenCase[] = [
  advised(
    'sustainable',
    { ...MEETS, 'recommendation.asSustainable': true },
    ['allow-with-evidence', ...RETAIL_DUTIES],
    'It meets the preferences and says so.',
  ),
  advised(
    'not-sustainable',
    { ...MISSES, 'sustainability.adapted': false, 'sustainability.reasonsRecorded': true },
    ['block', 'EU-565-54(2)(a)-sustainability'],
    'Objectives include any sustainability preferences.',
  ),
  advised(
    'adapted',
    ADAPTED,
    ['allow-with-evidence', 'EU-565-54(10)-adapted', 'EU-565-54(10)-reasons', ...RETAIL_DUTIES],
    'The client adapted the preferences; decision and reasons are on file.',
  ),
  advised(
    'adapted-without-record',
    { ...ADAPTED, 'sustainability.adaptationRecorded': false },
    ['require', 'EU-565-54(10)-adapted'],
    'The decision of the client must be recorded.',
  ),
  advised(
    'adapted-without-reasons',
    { ...ADAPTED, 'sustainability.reasonsRecorded': false },
    ['require', 'EU-565-54(10)-reasons'],
    'The firm must explain why it does not recommend the instrument as meeting the preferences.',
  ),
  advised(
    'adapted-but-misrepresented',
    { ...ADAPTED, 'recommendation.asSustainable': true },
    ['block', 'EU-565-54(10)-as-sustainable'],
    'Adapting does not make the instrument meet the preferences.',
  ),
  advised(
    'misrepresented-to-a-client-without-preferences',
    { 'recommendation.asSustainable': true, 'instrument.meetsSustainability': false },
    ['block', 'EU-565-54(10)-as-sustainable'],
    'What meets nothing may not be recommended as meeting something.',
  ),
  advised(
    'sustainable-but-too-risky',
    { ...MEETS, 'instrument.riskClass': 6 },
    ['block', 'EU-565-54(2)(a)-tolerance', 'EU-565-54(2)(b)'],
    'Preferences come after suitability and do not replace it.',
  ),
  advised(
    'sustainability-not-asked',
    { 'sustainability.asked': false },
    ['require', 'EU-565-54(5)-sustainability'],
    'The information about objectives includes them.',
  ),
  advised(
    'report-without-sustainability',
    { ...MEETS, 'report.covers': FULL_REPORT.slice(0, -1) },
    ['require', 'EU-565-54(12)'],
    'The client has preferences; the report must say how they are met.',
  ),
  advisedWithout(
    'preferences-unknown',
    ['sustainability.hasPreferences'],
    { ...MISSES, 'report.covers': FULL_REPORT },
    [
      'undetermined',
      'EU-565-54(10)-adapted',
      'EU-565-54(10)-reasons',
      'EU-565-54(2)(a)-sustainability',
    ],
    'The fund would miss them if there are any.',
  ),
  advised(
    'eve-of-sustainability',
    {
      ...MISSES,
      'sustainability.adapted': false,
      'sustainability.asked': false,
      'recommendation.asSustainable': true,
      'report.covers': FULL_REPORT.slice(0, -1),
      'review.lastOn': '2022-01-10',
    },
    [
      'allow-with-evidence',
      'EU-565-54(1)-purpose',
      'EU-565-54(12)-2018',
      'EU-565-54(13)',
      'EU-MIFID-25(6)',
    ],
    'Delegated Regulation (EU) 2021/1253 applies from the next day.',
    '2022-08-01',
  ),
  advised(
    'first-day-of-sustainability',
    {
      ...MISSES,
      'sustainability.adapted': false,
      'recommendation.asSustainable': true,
      'review.lastOn': '2022-01-10',
    },
    ['block', 'EU-565-54(10)-as-sustainable', 'EU-565-54(2)(a)-sustainability'],
    'The first day on which it applies.',
    '2022-08-02',
  ),
];

const GROUP = {
  'client.form': 'group',
  'client.assessmentPolicyRecorded': true,
  'group.lowestRiskTolerance': 4,
  'group.lowestRiskCapacity': 4,
} as const;
/** The eve of the guidelines, with a review that is recent then. */
const EVE = { 'review.lastOn': '2023-06-01' } as const;

/** ESMA's guidelines, from 3 October 2023. */
export const EU_GUIDELINE_CASES: readonly GoldenCase[] = [
  advised(
    'borrowed',
    { 'order.borrowed': true },
    ['block', 'EU-ESMA-GL8-80'],
    'CC10: the money is borrowed.',
  ),
  advised(
    'borrowed-before-the-guidelines',
    { ...EVE, 'order.borrowed': true },
    ['allow-with-evidence', ...RETAIL_DUTIES],
    'They apply from the next day.',
    '2023-10-02',
  ),
  advised(
    'raised-five-days-ago',
    { 'client.profileRaisedOn': '2026-06-10' },
    ['refer', 'EU-ESMA-GL5-58'],
    'CC12: within five days.',
  ),
  advised(
    'raised-six-days-ago',
    { 'client.profileRaisedOn': '2026-06-09' },
    ['allow-with-evidence', ...RETAIL_DUTIES],
    'The sixth day is beyond them.',
  ),
  advisedWithout(
    'raised-nobody-knows-when',
    ['client.profileRaisedOn'],
    {},
    ['undetermined', 'EU-ESMA-GL5-58'],
    'It may have been raised yesterday.',
  ),
  advised(
    'group-of-equals',
    GROUP,
    ['allow-with-evidence', 'EU-565-54(6)-policy', ...RETAIL_DUTIES],
    'Class 4 is within what each of them tolerates and bears.',
  ),
  advised(
    'group-with-a-cautious-member',
    { ...GROUP, 'group.lowestRiskTolerance': 2 },
    ['block', 'EU-ESMA-GL6-69'],
    'CC14: the most conservative objectives count, no average.',
  ),
  advised(
    'group-with-a-poor-member',
    { ...GROUP, 'group.lowestRiskCapacity': 3 },
    ['block', 'EU-ESMA-GL6-69'],
    'CC14: the weakest financial situation counts.',
  ),
];
