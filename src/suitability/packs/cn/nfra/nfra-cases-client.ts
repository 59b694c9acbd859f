import type { GoldenCase } from '../../../../rules/index.js';
import { person, personWithout, rated } from './nfra-cases-facts.js';

const HIGH_RISK = { 'client.riskLevel': 5, ...rated(4) } as const;

const ELDERLY: readonly GoldenCase[] = [
  person(
    'N15',
    { ...HIGH_RISK, 'client.birthDate': '1961-06-15' },
    ['require', 'CN-NFRA-18'],
    'The 65th birthday is today, and 以上 includes 65 (article 46).',
  ),
  person(
    'day-before-65',
    { ...HIGH_RISK, 'client.birthDate': '1961-06-16' },
    ['allow'],
    'The 65th birthday is tomorrow.',
  ),
  person(
    'care-taken',
    { ...HIGH_RISK, 'client.birthDate': '1961-06-15', 'order.specialCare': true },
    ['allow-with-evidence', 'CN-NFRA-18'],
    'The duty is fulfilled; keep the evidence.',
  ),
  person(
    'care-not-taken',
    { ...HIGH_RISK, 'client.birthDate': '1961-06-15', 'order.specialCare': false },
    ['require', 'CN-NFRA-18'],
    'The duty is open.',
  ),
  person(
    'elderly-R3',
    { 'client.birthDate': '1941-06-15' },
    ['allow'],
    'R3 is no high risk, by the choice that high risk begins with R4.',
  ),
  personWithout(
    'age-unknown',
    ['client.birthDate'],
    HIGH_RISK,
    ['undetermined', 'CN-NFRA-18', 'CN-NFRA-19'],
    'Nobody knows whether the client is 65, or of age.',
  ),
];

const CAPACITY: readonly GoldenCase[] = [
  person(
    'N17',
    { ...rated(1), 'client.civilCapacity': 'none' },
    ['block', 'CN-NFRA-19'],
    'No capacity: no sale, not even of R1.',
  ),
  person(
    'N19',
    {
      ...rated(1),
      'client.birthDate': '2014-01-01',
      'client.civilCapacity': 'limited',
      'order.guardianConsent': false,
    },
    ['block', 'CN-NFRA-19'],
    'Twelve years old and no consent.',
  ),
  person(
    'consent-none',
    { ...rated(1), 'client.civilCapacity': 'none', 'order.guardianConsent': true },
    ['block', 'CN-NFRA-19'],
    'Consent helps clients of limited capacity only.',
  ),
  person(
    'consent-R2',
    { ...rated(2), 'client.civilCapacity': 'limited', 'order.guardianConsent': true },
    ['allow'],
    'Low risk with consent, by the choice that low risk ends with R2.',
  ),
  person(
    'consent-R3',
    { 'client.civilCapacity': 'limited', 'order.guardianConsent': true },
    ['block', 'CN-NFRA-19'],
    'Consent opens low-risk products only.',
  ),
  person(
    'consent-unknown-R1',
    { ...rated(1), 'client.civilCapacity': 'limited' },
    ['undetermined', 'CN-NFRA-19'],
    'With consent it may be sold.',
  ),
  person(
    'consent-unknown-R3',
    { 'client.civilCapacity': 'limited' },
    ['block', 'CN-NFRA-19'],
    'Not even consent would help.',
  ),
  person(
    'eighth-birthday',
    { ...rated(1), 'client.birthDate': '2018-06-15', 'order.guardianConsent': true },
    ['allow'],
    'Civil Code 19: limited capacity from the age of eight.',
  ),
  person(
    'day-before-8',
    { ...rated(1), 'client.birthDate': '2018-06-16', 'order.guardianConsent': true },
    ['block', 'CN-NFRA-19'],
    'Civil Code 20: none under eight, whatever the books say.',
  ),
  person(
    'working-at-16',
    { 'client.birthDate': '2010-06-15', 'client.livesOnOwnWork': true },
    ['allow'],
    'Civil Code 18: deemed of full capacity from the 16th birthday.',
  ),
  person(
    'working-at-15',
    {
      ...rated(1),
      'client.birthDate': '2010-06-16',
      'client.livesOnOwnWork': true,
      'order.guardianConsent': false,
    },
    ['block', 'CN-NFRA-19'],
    'The day before the 16th birthday own work does not help, nor does a stated full capacity.',
  ),
  person(
    'working-but-limited',
    {
      'client.birthDate': '2009-06-15',
      'client.livesOnOwnWork': true,
      'client.civilCapacity': 'limited',
    },
    ['block', 'CN-NFRA-19'],
    'Civil Code 18 speaks of the age, not of other reasons for limited capacity.',
  ),
  person(
    'pupil-at-17',
    { 'client.birthDate': '2008-06-16', 'client.livesOnOwnWork': false },
    ['block', 'CN-NFRA-19'],
    'The day before the 18th birthday.',
  ),
  person(
    'work-unknown-at-17',
    { 'client.birthDate': '2008-06-16' },
    ['undetermined', 'CN-NFRA-19'],
    'Full capacity at 17 comes from own work alone, and nobody has said.',
  ),
  person(
    'eighteenth-birthday',
    { 'client.birthDate': '2008-06-15' },
    ['allow'],
    'Civil Code 17: of age.',
  ),
];

/** Clients who need protection. */
export const NFRA_CLIENT_CASES: readonly GoldenCase[] = [...ELDERLY, ...CAPACITY];
