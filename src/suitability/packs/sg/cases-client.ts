import type { GoldenCase } from '../../../rules/index.js';
import { BEFORE_REVISION, MET, NOTHING_DONE, OPTED_IN, RETAIL, written } from './case.js';

const ACCREDITED: readonly GoldenCase[] = [
  written('SG20', OPTED_IN, ['allow'], 'Income of not less than SGD 300,000.'),
  written(
    'SG21',
    { ...OPTED_IN, 'sg.client.income12m': 299_999 },
    ['block', 'SG-SFA-4A'],
    'One dollar short of 300,000.',
  ),
  written(
    'SG22',
    { ...OPTED_IN, 'sg.client.income12m': 0, 'sg.client.financialAssets': 1_000_000 },
    ['block', 'SG-SFA-4A'],
    'Financial assets must exceed one million.',
  ),
  written(
    'SG23',
    { ...OPTED_IN, 'sg.client.income12m': 0, 'sg.client.financialAssets': 1_000_001 },
    ['allow'],
    'Financial assets above one million.',
  ),
  written(
    'SG24',
    {
      ...OPTED_IN,
      'sg.client.income12m': 0,
      'sg.client.assetsWithoutHome': 1_000_000,
      'sg.client.homeEquity': 5_000_000,
    },
    ['block', 'SG-SFA-4A'],
    'The home counts up to one million: 1 + 1 does not exceed 2 million.',
  ),
  written(
    'SG25',
    {
      ...OPTED_IN,
      'sg.client.income12m': 0,
      'sg.client.assetsWithoutHome': 1_000_001,
      'sg.client.homeEquity': 1_000_000,
    },
    ['allow'],
    'One dollar above two million.',
  ),
  written(
    'SG26',
    { ...OPTED_IN, 'sg.client.optedIn': false },
    ['block', 'SG-SFA-4A'],
    'Who has not opted in is retail, however rich.',
  ),
  written(
    'SG27',
    { ...OPTED_IN, 'sg.client.optedIn': false, 'order.effect': 'reduce' },
    ['allow'],
    'Whoever is no longer accredited may sell.',
  ),
];

const SELECTED: readonly GoldenCase[] = [
  written(
    'SG30',
    {
      ...RETAIL,
      'client.birthDate': '1963-12-28',
      'sg.client.englishProficient': false,
      'sg.order.callBackDone': false,
    },
    ['require', 'SG-FAA-N20'],
    '62 today and little English.',
    BEFORE_REVISION,
  ),
  written(
    'SG31',
    { ...RETAIL, 'client.birthDate': '1963-12-29', 'sg.client.englishProficient': false },
    MET,
    '62 tomorrow: one mark only.',
    BEFORE_REVISION,
  ),
  written(
    'SG32',
    {
      ...RETAIL,
      'sg.client.englishProficient': false,
      'sg.client.schoolCertificate': false,
      'sg.order.callBackDone': true,
    },
    ['allow-with-evidence', 'SG-FAA-34', 'SG-FAA-N16', 'SG-FAA-N20'],
    'Young, two other marks, called back.',
    BEFORE_REVISION,
  ),
  written(
    'SG33',
    {
      ...RETAIL,
      'client.birthDate': '1950-01-01',
      'sg.client.schoolCertificate': false,
      'sg.order.callBackDone': false,
    },
    ['require', 'SG-FAA-N20'],
    'Old with little schooling.',
    BEFORE_REVISION,
  ),
  written(
    'SG34',
    {
      ...RETAIL,
      'sg.client.selected': true,
      'sg.order.callBackDone': true,
      'sg.order.callBackRecorded': true,
      'sg.order.trustedIndividual': false,
    },
    ['require', 'SG-FAA-N20-revised'],
    'The first day on which a trusted individual must be present.',
    '2025-12-29',
  ),
  written(
    'SG35',
    {
      ...RETAIL,
      'sg.client.selected': true,
      'sg.order.callBackDone': true,
      'sg.order.callBackRecorded': true,
      'sg.order.trustedIndividual': true,
    },
    ['allow-with-evidence', 'SG-FAA-34', 'SG-FAA-N16', 'SG-FAA-N20-revised'],
    'Recorded call-back, trusted individual present.',
  ),
  written(
    'SG36',
    { ...RETAIL, 'client.birthDate': '1950-01-01', 'sg.order.callBackDone': false },
    MET,
    'Age alone is one mark.',
    BEFORE_REVISION,
  ),
  written(
    'SG37',
    { ...RETAIL, 'sg.client.schoolCertificate': false, 'sg.order.callBackDone': false },
    MET,
    'Little schooling alone is one mark.',
    BEFORE_REVISION,
  ),
  written(
    'SG38',
    {
      ...RETAIL,
      'client.birthDate': '1963-12-28',
      'sg.client.schoolCertificate': false,
      'sg.order.callBackDone': false,
    },
    ['require', 'SG-FAA-N20'],
    '62 today and little schooling.',
    BEFORE_REVISION,
  ),
  written(
    'SG39',
    {
      ...OPTED_IN,
      ...NOTHING_DONE,
      'client.birthDate': '1950-01-01',
      'sg.order.recommended': true,
    },
    ['allow'],
    'An accredited investor is no selected client.',
    BEFORE_REVISION,
  ),
  written(
    'SG50',
    {
      ...RETAIL,
      'sg.client.selected': true,
      'sg.order.callBackDone': false,
      'sg.order.callBackRecorded': true,
      'sg.order.trustedIndividual': true,
    },
    ['require', 'SG-FAA-N20-revised'],
    'No call-back.',
  ),
  written(
    'SG51',
    {
      ...RETAIL,
      'sg.client.selected': true,
      'sg.order.callBackDone': true,
      'sg.order.callBackRecorded': false,
      'sg.order.trustedIndividual': true,
    },
    ['require', 'SG-FAA-N20-revised'],
    'The call-back was not recorded.',
  ),
];

/** Cases worked out by hand from the rules. */
export const SG_CLIENT_CASES: readonly GoldenCase[] = [...ACCREDITED, ...SELECTED];
