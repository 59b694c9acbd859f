import type { GoldenCase } from '../../../rules/index.js';
import { COMPANY, COMPLEX, KNOWN, PERSON, written } from './case.js';

const DERIVATIVES: readonly GoldenCase[] = [
  written(
    'HK20',
    {
      ...COMPLEX,
      'hk.product.derivative': 'exchange-traded',
      'hk.order.derivativeRisksExplained': false,
    },
    ['require', 'HK-SFC-5.1A-exchange'],
    'The risks must be explained.',
  ),
  written(
    'HK21',
    {
      ...COMPLEX,
      'hk.product.derivative': 'exchange-traded',
      'hk.client.derivativeKnowledge': true,
    },
    KNOWN,
    'The client knows derivatives.',
  ),
  written(
    'HK22',
    { ...COMPLEX, 'hk.product.derivative': 'unlisted', 'hk.order.derivativeWarned': false },
    ['require', 'HK-SFC-5.1A-unlisted'],
    'The client must be warned and advised.',
  ),
  written(
    'HK23',
    { ...COMPLEX, 'hk.product.derivative': 'unlisted', 'hk.order.derivativeWarned': true },
    ['allow-with-evidence', 'HK-SFC-5.1', 'HK-SFC-5.1A-unlisted', 'HK-SFC-5.5-information'],
    'Warned and advised.',
  ),
  written(
    'HK24',
    {
      ...COMPLEX,
      'hk.product.derivative': 'exchange-traded',
      'hk.order.derivativeRisksExplained': false,
      'order.effect': 'reduce',
    },
    ['allow'],
    'A client may always get out.',
  ),
  written(
    'HK25',
    {
      ...COMPLEX,
      'hk.product.derivative': 'unlisted',
      'hk.order.derivativeWarned': false,
      'order.effect': 'reduce',
    },
    ['allow'],
    'Out of what is unlisted too.',
  ),
  written(
    'HK26',
    {
      ...COMPLEX,
      'hk.client.kind': 'institutional',
      'hk.product.derivative': 'exchange-traded',
      'hk.order.derivativeRisksExplained': false,
    },
    ['allow'],
    'Institutions need no characterisation.',
  ),
  written(
    'HK27',
    {
      ...COMPLEX,
      'hk.client.kind': 'institutional',
      'hk.product.derivative': 'unlisted',
      'hk.order.derivativeWarned': false,
    },
    ['allow'],
    'Nor for what is unlisted.',
  ),
];

const PROFESSIONALS: readonly GoldenCase[] = [
  written('HK30', COMPANY, ['allow'], 'HKD 8 million, assessed: 5.2 and 5.5 are waived.'),
  written(
    'HK31',
    { ...COMPANY, 'hk.client.corporateAssessed': false },
    ['block', 'HK-SFC-5.2', 'HK-SFC-5.5'],
    'Not assessed, so nothing is waived.',
  ),
  written(
    'HK32',
    { ...COMPANY, 'hk.client.portfolio': 7_999_999, 'hk.client.totalAssets': 40_000_000 },
    ['allow'],
    'Total assets of HKD 40 million are enough for a company.',
  ),
  written(
    'HK33',
    { ...COMPANY, 'hk.client.portfolio': 7_999_999, 'hk.client.totalAssets': 39_999_999 },
    ['block', 'HK-571D-professional', 'HK-SFC-5.2', 'HK-SFC-5.5'],
    'Below both figures: not professional.',
  ),
  written(
    'HK34',
    {
      ...PERSON,
      'hk.product.professionalOnly': true,
      'hk.client.portfolio': 8_000_000,
    },
    KNOWN,
    'An individual with HKD 8 million is professional.',
  ),
  written(
    'HK35',
    { ...PERSON, 'hk.product.professionalOnly': true, 'hk.client.portfolio': 7_999_999 },
    ['block', 'HK-571D-professional'],
    'One dollar short.',
  ),
  written(
    'HK36',
    {
      ...PERSON,
      'hk.product.professionalOnly': true,
      'hk.client.portfolio': 7_999_999,
      'hk.client.totalAssets': 90_000_000,
    },
    ['block', 'HK-571D-professional'],
    'Total assets count for companies only.',
  ),
  written(
    'HK37',
    { ...COMPANY, 'hk.client.kind': 'institutional', 'hk.client.portfolio': 0 },
    ['allow'],
    'Institutions are professional without figures.',
  ),
  written(
    'HK38',
    {
      ...PERSON,
      'hk.product.professionalOnly': true,
      'hk.client.portfolio': 0,
      'order.effect': 'reduce',
    },
    ['allow'],
    'Whoever is no longer professional may sell.',
  ),
];

const VULNERABLE: readonly GoldenCase[] = [
  written(
    'HK40',
    { ...PERSON, 'hk.client.vulnerable': true, 'hk.order.extraCare': false },
    ['warn', 'HK-HKMA-vulnerable'],
    'No extra safeguards were taken.',
  ),
  written(
    'HK41',
    { ...PERSON, 'hk.client.vulnerable': true, 'hk.order.extraCare': true },
    KNOWN,
    'Extra safeguards were taken.',
  ),
  written(
    'HK42',
    {
      ...PERSON,
      'hk.client.vulnerable': true,
      'hk.order.extraCare': false,
      'order.effect': 'reduce',
    },
    ['allow'],
    'The safeguards are for buying.',
  ),
];

/** Cases worked out by hand from the rules. */
export const HK_CLIENT_CASES: readonly GoldenCase[] = [
  ...DERIVATIVES,
  ...PROFESSIONALS,
  ...VULNERABLE,
];
