import type { GoldenCase } from '../../../rules/index.js';
import { INSTITUTION, MET, PRIVATE_OFFER, RETAIL, written } from './case.js';

const CLIENTS: readonly GoldenCase[] = [
  written(
    'US30',
    { ...RETAIL, 'us.client.essentialFactsKnown': false },
    ['require', 'US-FINRA-2090'],
    'Know your customer.',
  ),
  written(
    'US31',
    { ...RETAIL, 'client.birthDate': '1961-03-02', 'us.client.exploitationSuspected': true },
    ['refer', 'US-FINRA-2165'],
    '65 today.',
  ),
  written(
    'US32',
    { ...RETAIL, 'client.birthDate': '1961-03-03', 'us.client.exploitationSuspected': true },
    MET,
    '65 tomorrow, and not impaired.',
  ),
  written(
    'US33',
    {
      ...RETAIL,
      'client.birthDate': '2008-03-02',
      'us.client.impaired': true,
      'us.client.exploitationSuspected': true,
    },
    ['refer', 'US-FINRA-2165'],
    '18 today and impaired.',
  ),
  written(
    'US34',
    {
      ...RETAIL,
      'client.birthDate': '2008-03-03',
      'us.client.impaired': true,
      'us.client.exploitationSuspected': true,
    },
    MET,
    '18 tomorrow.',
  ),
  written(
    'US35',
    { ...RETAIL, 'client.birthDate': '1950-01-01', 'us.client.exploitationSuspected': true },
    MET,
    'The day before holds on transactions were possible.',
    '2022-03-16',
  ),
  written(
    'US36',
    { ...RETAIL, 'client.birthDate': '1950-01-01', 'us.client.exploitationSuspected': true },
    ['refer', 'US-FINRA-2165'],
    'The first day of holds on transactions.',
    '2022-03-17',
  ),
  written(
    'US37',
    { ...RETAIL, 'us.client.trustedContactAsked': false },
    ['warn', 'US-FINRA-4512'],
    'Nobody asked for a trusted contact.',
  ),
];

const ACCREDITED: readonly GoldenCase[] = [
  written('US40', PRIVATE_OFFER, MET, 'Net worth exceeds one million.'),
  written(
    'US41',
    { ...PRIVATE_OFFER, 'us.client.netWorth': 1_000_000 },
    ['block', 'US-REG-D-501'],
    'One million is not more than one million.',
  ),
  written(
    'US42',
    { ...PRIVATE_OFFER, 'us.client.netWorth': 0, 'us.client.income2y': 200_001 },
    MET,
    'Income above 200,000 in both years.',
  ),
  written(
    'US43',
    { ...PRIVATE_OFFER, 'us.client.netWorth': 0, 'us.client.income2y': 200_000 },
    ['block', 'US-REG-D-501'],
    'Income of just 200,000.',
  ),
  written(
    'US44',
    { ...PRIVATE_OFFER, 'us.client.netWorth': 0, 'us.client.jointIncome2y': 300_001 },
    MET,
    'Joint income above 300,000.',
  ),
  written(
    'US45',
    { ...PRIVATE_OFFER, 'us.client.netWorth': 0, 'us.client.jointIncome2y': 300_000 },
    ['block', 'US-REG-D-501'],
    'Joint income of just 300,000.',
  ),
  written(
    'US46',
    {
      ...PRIVATE_OFFER,
      'us.client.netWorth': 0,
      'us.client.income2y': 900_000,
      'us.client.incomeExpected': false,
    },
    ['block', 'US-REG-D-501'],
    'The income is not expected this year.',
  ),
  written(
    'US47',
    { ...PRIVATE_OFFER, 'us.client.netWorth': 0, 'order.effect': 'reduce' },
    MET,
    'Whoever is no longer accredited may sell.',
  ),
  written(
    'US48',
    { ...INSTITUTION, 'us.product.accreditedOnly': true },
    ['allow'],
    'The figures for persons do not bind institutions.',
  ),
];

/** Cases worked out by hand from the rules. */
export const US_CLIENT_CASES: readonly GoldenCase[] = [...CLIENTS, ...ACCREDITED];
