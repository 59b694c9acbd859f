import type { GoldenCase } from '../../../../rules/index.js';
import { institution, person, personWithout } from './nfra-cases-facts.js';

/** Whether the risk tolerance is known, recent and confirmed. */
export const NFRA_ASSESSMENT_CASES: readonly GoldenCase[] = [
  person(
    'N11',
    {
      'client.assessedOn': '2025-06-15',
      'history.assessmentsToday': 0,
      'history.assessments12m': 0,
    },
    ['block', 'CN-NFRA-29b'],
    'The twelve months ended on Monday 2026-06-15.',
    '2026-06-16',
  ),
  person(
    'last-valid-day',
    { 'client.assessedOn': '2025-06-15' },
    ['allow'],
    'Civil Code 201, 202: the start day is not counted, the corresponding day is the last one.',
  ),
  person(
    'assessed-today',
    { 'client.assessedOn': '2026-06-15', 'history.assessmentsToday': 1 },
    ['allow'],
    'Assessed and sold on one day, in this order.',
  ),
  person(
    'leap-day-last',
    { 'client.assessedOn': '2028-02-29' },
    ['allow'],
    'Civil Code 202: without a corresponding day the month’s end is the last day.',
    '2029-02-28',
  ),
  person(
    'leap-day-after',
    { 'client.assessedOn': '2028-02-29' },
    ['block', 'CN-NFRA-29b'],
    'The twelve months ended on 2029-02-28.',
    '2029-03-01',
  ),
  person(
    'change-reported',
    { 'client.changeReported': true },
    ['block', 'CN-NFRA-29b'],
    'A change that the client reports ends the validity at once.',
  ),
  personWithout(
    'change-unknown',
    ['client.changeReported'],
    {},
    ['undetermined', 'CN-NFRA-29b'],
    'Nobody has asked whether something has changed.',
  ),
  person(
    'two-today',
    { 'client.changeReported': true, 'history.assessmentsToday': 2 },
    ['block', 'CN-NFRA-29', 'CN-NFRA-29b'],
    'The assessment that is needed may not be made today.',
  ),
  person(
    'eight-in-twelve-months',
    { 'client.changeReported': true, 'history.assessments12m': 8 },
    ['block', 'CN-NFRA-29', 'CN-NFRA-29b'],
    'The assessment that is needed may not be made.',
  ),
  person(
    'one-today-seven-in-all',
    {
      'client.changeReported': true,
      'history.assessmentsToday': 1,
      'history.assessments12m': 7,
    },
    ['block', 'CN-NFRA-29b'],
    'One more assessment is still allowed, so the client can be assessed first.',
  ),
  person(
    'limit-without-need',
    { 'history.assessmentsToday': 2, 'history.assessments12m': 8 },
    ['allow'],
    'The last assessment is valid; no further one is needed.',
  ),
  person(
    'N23',
    { 'client.levelChanged': true, 'client.levelChangeReconfirmed': false },
    ['require', 'CN-NFRA-29a'],
    'The level differs from the last one: prompt and ask again.',
  ),
  person(
    'change-confirmed',
    { 'client.levelChanged': true, 'client.levelChangeReconfirmed': true },
    ['allow-with-evidence', 'CN-NFRA-29a'],
    'The client has confirmed the change.',
  ),
  person(
    'confirmation-unknown',
    { 'client.levelChanged': true },
    ['require', 'CN-NFRA-29a'],
    'What nobody knows to be confirmed is not confirmed.',
  ),
  personWithout(
    'N13',
    ['client.riskLevel', 'client.assessedOn'],
    { 'history.assessments12m': 0 },
    ['undetermined', 'CN-NFRA-12', 'CN-NFRA-28', 'CN-NFRA-29b'],
    'Nobody has said whether the client was ever assessed; either way it must not be sold.',
  ),
  person(
    'never-assessed',
    { 'client.riskLevel': null, 'client.assessedOn': null, 'history.assessments12m': 0 },
    ['block', 'CN-NFRA-28'],
    'Articles 28 and 13(1): assess first, then sell.',
  ),
  person(
    'assessed-afterwards',
    { 'client.assessedOn': '2026-06-16' },
    ['block', 'CN-NFRA-28'],
    'Article 13(1) forbids selling first and assessing afterwards.',
  ),
  person(
    'person-called-professional-unassessed',
    { 'client.professional': true, 'client.riskLevel': null, 'client.assessedOn': null },
    ['block', 'CN-NFRA-28'],
    'Article 27 names no natural persons, so nobody can waive the assessment.',
  ),
  institution(
    'institution-expired',
    {
      'client.riskLevel': 5,
      'client.assessedOn': '2025-06-14',
    },
    ['block', 'CN-NFRA-29b'],
    'A level that is relied on must be recent; the institution may go without one instead.',
  ),
];
