import type { GoldenCase } from '../../../../rules/index.js';
import { ordinary, ordinaryWithout, rated, WARNED } from './csrc-cases-facts.js';

/** Worked out by hand from the Civil Code, and from what securities firms call the lowest category. */
export const CSRC_CAPACITY_CASES: readonly GoldenCase[] = [
  ordinary(
    'without-capacity',
    { ...rated(1), 'client.civilCapacity': 'none', 'order.guardianConsent': true },
    ['block', 'CN-CIVIL-20'],
    'Civil Code 21: who has no capacity does not act, whoever consents.',
  ),
  ordinary(
    'day-before-8',
    { ...rated(1), 'client.birthDate': '2018-06-16', 'order.guardianConsent': true },
    ['block', 'CN-CIVIL-20'],
    'Civil Code 20: none under eight, whatever the books say.',
  ),
  ordinary(
    'eighth-birthday',
    { ...rated(1), 'client.birthDate': '2018-06-15', 'order.guardianConsent': false },
    ['require', 'CN-CIVIL-19'],
    'Civil Code 19: limited capacity, and nobody consents.',
  ),
  ordinary(
    'limited-with-consent',
    { ...rated(1), 'client.civilCapacity': 'limited', 'order.guardianConsent': true },
    ['allow-with-evidence', 'CN-CIVIL-19'],
    'Civil Code 22: with the consent of the legal representative.',
  ),
  ordinary(
    'limited-above-the-lowest',
    { ...rated(2), 'client.civilCapacity': 'limited', 'order.guardianConsent': true },
    ['block', 'CN-CSRC-22(5)-capacity'],
    'The lowest category may have R1 alone, whatever level is on file.',
  ),
  ordinary(
    'lowest-with-a-level',
    { ...rated(2), 'client.lowestCategory': true },
    ['block', 'CN-CSRC-22(5)'],
    'Whoever is in the lowest category may have R1 alone, though C3 is on file.',
  ),
  ordinary(
    'limited-above-level',
    { ...WARNED, 'client.civilCapacity': 'limited', 'order.guardianConsent': true },
    ['block', 'CN-CSRC-22(5)-capacity'],
    'Not full capacity counts as the lowest category, which no warning helps.',
  ),
  ordinary(
    'pupil-at-17',
    {
      ...rated(1),
      'client.birthDate': '2008-06-16',
      'client.livesOnOwnWork': false,
      'order.guardianConsent': false,
    },
    ['require', 'CN-CIVIL-19'],
    'The day before the 18th birthday.',
  ),
  ordinary(
    'working-at-16',
    { ...rated(3), 'client.birthDate': '2010-06-15', 'client.livesOnOwnWork': true },
    ['allow'],
    'Civil Code 18: deemed of full capacity from the 16th birthday.',
  ),
  ordinary(
    'working-at-15',
    {
      ...rated(1),
      'client.birthDate': '2010-06-16',
      'client.livesOnOwnWork': true,
      'order.guardianConsent': false,
    },
    ['require', 'CN-CIVIL-19'],
    'The day before the 16th birthday own work does not help.',
  ),
  ordinary(
    'professional-without-capacity',
    { ...rated(1), 'client.professional': true, 'client.civilCapacity': 'none' },
    ['block', 'CN-CIVIL-20'],
    'The Civil Code knows no professional investors.',
  ),
  ordinary(
    'switch-down-without-capacity',
    { ...rated(1), 'client.civilCapacity': 'none', 'order.effect': 'reduce' },
    ['block', 'CN-CIVIL-20'],
    'A switch is a contract too.',
  ),
  ordinary(
    'redemption-without-capacity',
    { 'client.civilCapacity': 'none', 'order.effect': 'reduce', 'order.acquires': false },
    ['allow'],
    'A sale of what is held is not stopped here.',
  ),
  ordinaryWithout(
    'capacity-unknown',
    ['client.civilCapacity', 'client.birthDate'],
    rated(1),
    ['undetermined', 'CN-CIVIL-19', 'CN-CIVIL-20'],
    'Nobody has said how old the client is.',
  ),
  ordinaryWithout(
    'company-has-no-age',
    ['client.civilCapacity', 'client.birthDate'],
    { ...rated(3), 'client.kind': 'legal' },
    ['allow'],
    'Capacity is a person’s.',
  ),
  ordinary(
    'limited-before-the-code',
    {
      ...rated(3),
      'client.assessedOn': '2020-12-31',
      'client.civilCapacity': 'limited',
      'order.guardianConsent': false,
    },
    ['allow'],
    'The day before the Civil Code was in force; of the laws before it nothing is said here.',
    '2020-12-31',
  ),
];
