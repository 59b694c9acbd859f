import type { GoldenCase } from '../../../rules/index.js';
import { advised, advisedWithout } from './cases-facts.js';
import { OTHER_DUTIES, RETAIL_DUTIES } from './suitability-cases-match.js';

const SWITCH = {
  'recommendation.isSwitch': true,
  'switch.analysed': true,
  'switch.costs': 0.02,
  'switch.benefits': 0.021,
  'switch.clientTold': true,
} as const;
const SWITCH_DUTIES = ['EU-565-54(11)-analysis', 'EU-MIFID-25(2)-switch'] as const;
/** What a report covers without the sustainability preferences, less its first element. */
const REPORT_WITHOUT_OUTLINE = [
  'objectives',
  'personal-circumstances',
  'knowledge-and-experience',
  'attitude-to-risk',
  'capacity-for-loss',
  'periodic-review',
];

/** What the firm has to tell, to record and to repeat. */
export const EU_PROCESS_CASES: readonly GoldenCase[] = [
  advised(
    'purpose-not-told',
    { 'service.purposeExplained': false },
    ['require', 'EU-565-54(1)-purpose'],
    'The client must know why the assessment is made.',
  ),
  advisedWithout(
    'purpose-not-known-to-be-told',
    ['service.purposeExplained'],
    {},
    ['require', 'EU-565-54(1)-purpose'],
    'A duty is open until it is known to be fulfilled.',
  ),
  advised(
    'automated',
    { 'service.automated': true, 'service.firmResponsible': true },
    ['allow-with-evidence', 'EU-565-54(1)-automated', ...RETAIL_DUTIES],
    'An electronic system does not reduce the responsibility of the firm.',
  ),
  advised(
    'automated-and-nobody-responsible',
    { 'service.automated': true, 'service.firmResponsible': false },
    ['require', 'EU-565-54(1)-automated'],
    'The responsibility lies with the firm.',
  ),
  advised(
    'legal-person-without-policy',
    { 'client.form': 'legal-person', 'client.assessmentPolicyRecorded': false },
    ['require', 'EU-565-54(6)-policy'],
    'Who is assessed must be laid down and recorded.',
  ),
  advised(
    'legal-person-with-policy',
    { 'client.form': 'legal-person', 'client.assessmentPolicyRecorded': true },
    ['allow-with-evidence', 'EU-565-54(6)-policy', ...RETAIL_DUTIES],
    'The second subparagraph does not reach a retail legal person.',
  ),
  advised(
    'legal-person-elective-professional',
    {
      'client.form': 'legal-person',
      'client.category': 'elective-professional',
      'client.assessmentPolicyRecorded': true,
      'client.rightPersonsAssessed': false,
    },
    ['require', 'EU-565-54(6)-persons'],
    'Section 2 of Annex II: knowledge is that of the person authorised to trade.',
  ),
  advised(
    'represented',
    {
      'client.form': 'represented',
      'client.assessmentPolicyRecorded': true,
      'client.rightPersonsAssessed': true,
    },
    ['allow-with-evidence', 'EU-565-54(6)-persons', 'EU-565-54(6)-policy', ...RETAIL_DUTIES],
    'Finances of the client, knowledge of the representative.',
  ),
  advised(
    'switch',
    SWITCH,
    ['allow-with-evidence', ...SWITCH_DUTIES, ...RETAIL_DUTIES],
    'Benefits of 2.1 % are greater than costs of 2 %.',
  ),
  advised(
    'switch-that-only-pays-for-itself',
    { ...SWITCH, 'switch.benefits': 0.02 },
    ['block', 'EU-565-54(11)-benefits'],
    'Equal is not greater.',
  ),
  advised(
    'switch-not-analysed',
    { ...SWITCH, 'switch.analysed': false },
    ['require', 'EU-565-54(11)-analysis'],
    'The analysis comes first.',
  ),
  advisedWithout(
    'switch-of-unknown-benefit',
    ['switch.benefits'],
    SWITCH,
    ['undetermined', 'EU-565-54(11)-benefits'],
    'What is not known to be greater may be smaller.',
  ),
  advised(
    'switch-client-not-told',
    { ...SWITCH, 'switch.clientTold': false },
    ['require', 'EU-MIFID-25(2)-switch'],
    'Article 25(2), third subparagraph.',
  ),
  advised(
    'switch-on-the-eve-of-the-directive',
    { ...SWITCH, 'switch.clientTold': false, 'review.lastOn': '2022-01-10' },
    [
      'allow-with-evidence',
      'EU-565-54(1)-purpose',
      'EU-565-54(11)-analysis',
      'EU-565-54(12)-2018',
      'EU-565-54(13)',
      'EU-MIFID-25(6)',
    ],
    'The Member States apply Directive (EU) 2021/338 from 28 February 2022.',
    '2022-02-27',
  ),
  advised(
    'switch-of-a-professional',
    {
      ...SWITCH,
      'client.category': 'professional',
      'client.wantsSwitchProtection': false,
      'switch.clientTold': false,
    },
    ['allow-with-evidence', 'EU-565-54(11)-analysis', ...OTHER_DUTIES],
    'Article 29a(2); the analysis itself stays.',
  ),
  advised(
    'switch-of-a-professional-who-wants-to-know',
    {
      ...SWITCH,
      'client.category': 'professional',
      'client.wantsSwitchProtection': true,
      'switch.clientTold': false,
    },
    ['require', 'EU-MIFID-25(2)-switch'],
    'Article 29a(2): unless the client has asked for it.',
  ),
  advised(
    'report-incomplete',
    { 'report.covers': REPORT_WITHOUT_OUTLINE },
    ['require', 'EU-565-54(12)'],
    'There is no outline of the advice in it.',
  ),
  advised(
    'report-incomplete-in-2018',
    { 'report.covers': REPORT_WITHOUT_OUTLINE, 'review.lastOn': '2018-01-03' },
    ['require', 'EU-565-54(12)-2018'],
    'The first day on which the regulation applies.',
    '2018-01-03',
  ),
  advised(
    'report-after-a-deal-at-a-distance',
    {
      'report.beforeTransaction': false,
      'report.distanceConsent': true,
      'report.delayOffered': true,
    },
    ['allow-with-evidence', ...RETAIL_DUTIES],
    'Article 25(6), third subparagraph: both conditions are met.',
  ),
  advised(
    'report-after-a-deal-that-could-not-wait',
    {
      'report.beforeTransaction': false,
      'report.distanceConsent': true,
      'report.delayOffered': false,
    },
    ['require', 'EU-MIFID-25(6)'],
    'Consent alone is not enough.',
  ),
  advised(
    'managed',
    { 'service.kind': 'portfolio-management', 'report.covers': null },
    ['allow-with-evidence', ...OTHER_DUTIES],
    'The report of article 54(12) belongs to advice.',
  ),
  advised(
    'discouraged',
    { 'service.informationDiscouraged': true },
    ['warn', 'EU-565-55(2)'],
    'Somebody must be told; what it did to the information is a matter of 55(3).',
  ),
];

/** When the review is due. */
export const EU_REVIEW_CASES: readonly GoldenCase[] = [
  advised(
    'reviewed-a-year-ago',
    { 'review.lastOn': '2025-06-15' },
    ['allow-with-evidence', ...RETAIL_DUTIES],
    'Exactly twelve months are still annually.',
  ),
  advised(
    'reviewed-a-year-and-a-day-ago',
    { 'review.lastOn': '2025-06-14' },
    ['require', 'EU-565-54(13)'],
    'More than twelve months are not.',
  ),
  advised(
    'reviewed-on-a-leap-day',
    { 'review.lastOn': '2024-02-29' },
    ['allow-with-evidence', ...RETAIL_DUTIES],
    'Twelve months after 29 February 2024 is 28 February 2025.',
    '2025-02-28',
  ),
  advised(
    'reviewed-on-a-leap-day-and-a-day',
    { 'review.lastOn': '2024-02-29' },
    ['require', 'EU-565-54(13)'],
    'One day later it is due.',
    '2025-03-01',
  ),
  advised(
    'never-reviewed',
    { 'review.lastOn': null },
    ['require', 'EU-565-54(13)'],
    'Looked for, and there is none.',
  ),
  advised(
    'reviewed-tomorrow',
    { 'review.lastOn': '2026-06-16' },
    ['require', 'EU-565-54(13)'],
    'What has not happened yet does not count.',
  ),
  advised(
    'no-periodic-assessment',
    { 'service.periodicAssessment': false, 'review.lastOn': '2020-01-10' },
    [
      'allow-with-evidence',
      'EU-565-54(1)-purpose',
      'EU-565-54(12)',
      'EU-565-54(5)-sustainability',
      'EU-MIFID-25(6)',
    ],
    'The firm has not promised a periodic assessment.',
  ),
];
