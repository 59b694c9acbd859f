import type { GoldenCase } from '../../../rules/index.js';
import { ADVISED, ALONE, CERTIFIED, MET, written } from './case.js';

const DISTRIBUTION: readonly GoldenCase[] = [
  written('AU30', ALONE, ['allow'], 'Determination made, client inside.'),
  written(
    'AU31',
    { ...ALONE, 'au.product.determinationMade': false },
    ['block', 'AU-CA-994D'],
    'Section 994B(2): the determination comes before distribution.',
  ),
  written(
    'AU32',
    { ...ALONE, 'au.client.inTargetMarket': false },
    ['refer', 'AU-CA-994E'],
    'Section 994E(3): consistent with the determination.',
  ),
  written(
    'AU33',
    { ...ADVISED, 'au.client.inTargetMarket': false, 'au.product.determinationMade': false },
    MET,
    'Section 994A: personal advice is excluded conduct.',
  ),
  written(
    'AU34',
    { ...ALONE, 'au.product.determinationMade': false, 'au.client.inTargetMarket': false },
    ['allow'],
    'The day before the obligations began.',
    '2021-10-04',
  ),
  written(
    'AU35',
    { ...ALONE, 'au.product.determinationMade': false },
    ['block', 'AU-CA-994D'],
    'The first day of the obligations.',
    '2021-10-05',
  ),
  written(
    'AU36',
    { ...ALONE, 'au.client.inTargetMarket': false, 'order.effect': 'reduce' },
    ['allow'],
    'A client may always get out.',
  ),
  written(
    'AU37',
    {
      ...ALONE,
      'au.product.determinationMade': false,
      'au.client.inTargetMarket': false,
      'au.order.amount': 500_000,
    },
    ['allow'],
    'The obligations protect retail clients.',
  ),
  written(
    'AU38',
    { ...ALONE, 'au.product.determinationMade': false, 'order.effect': 'reduce' },
    ['allow'],
    'Out of what should not have been sold, too.',
  ),
  written(
    'AU39',
    {
      ...ALONE,
      'au.product.determinationRequired': false,
      'au.product.determinationMade': false,
      'au.client.inTargetMarket': false,
    },
    ['allow'],
    'The product needs no determination.',
  ),
];

const WHOLESALE: readonly GoldenCase[] = [
  written('AU40', CERTIFIED, ['allow'], 'Net assets of at least AUD 2.5 million.'),
  written(
    'AU41',
    { ...CERTIFIED, 'au.client.netAssets': 2_499_999 },
    ['block', 'AU-CA-761G'],
    'One dollar short.',
  ),
  written(
    'AU42',
    { ...CERTIFIED, 'au.client.netAssets': 0, 'au.client.grossIncome2y': 250_000 },
    ['allow'],
    'Gross income of at least AUD 250,000 in each year.',
  ),
  written(
    'AU43',
    { ...CERTIFIED, 'au.client.netAssets': 0, 'au.client.grossIncome2y': 249_999 },
    ['block', 'AU-CA-761G'],
    'One dollar short.',
  ),
  written(
    'AU44',
    { ...CERTIFIED, 'au.client.certificateOn': '2024-03-02' },
    ['allow'],
    'The certificate is two years old today.',
  ),
  written(
    'AU45',
    { ...CERTIFIED, 'au.client.certificateOn': '2024-03-01' },
    ['block', 'AU-CA-761G'],
    'The certificate is older than two years.',
  ),
  written(
    'AU46',
    { ...CERTIFIED, 'au.client.certificateOn': null },
    ['block', 'AU-CA-761G'],
    'Wealth counts only with a certificate.',
  ),
  written(
    'AU47',
    { ...CERTIFIED, 'au.client.certificateOn': null, 'order.effect': 'reduce' },
    ['allow'],
    'A client may always get out.',
  ),
  written(
    'AU48',
    { ...CERTIFIED, 'au.client.certificateOn': '2026-03-02' },
    ['allow'],
    'Certified today.',
  ),
  written(
    'AU49',
    { ...CERTIFIED, 'au.client.certificateOn': '2026-03-03' },
    ['block', 'AU-CA-761G'],
    'A certificate of tomorrow is none yet.',
  ),
];

/** Cases worked out by hand from the rules. */
export const AU_DISTRIBUTION_CASES: readonly GoldenCase[] = [...DISTRIBUTION, ...WHOLESALE];
