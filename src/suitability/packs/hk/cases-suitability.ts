import type { GoldenCase } from '../../../rules/index.js';
import { COMPLEX, INFORMED, KNOWN, PERSON, written } from './case.js';

const SUITABILITY: readonly GoldenCase[] = [
  written('HK01', PERSON, KNOWN, 'Known and suitable.'),
  written(
    'HK02',
    { ...PERSON, 'hk.client.profileKnown': false },
    ['require', 'HK-SFC-5.1'],
    'Know your client first.',
  ),
  written(
    'HK03',
    { ...PERSON, 'hk.order.suitable': false },
    ['block', 'HK-SFC-5.2'],
    'Paragraph 5.2: the recommendation must be suitable.',
  ),
  written(
    'HK04',
    { ...PERSON, 'hk.order.suitable': null },
    ['undetermined', 'HK-SFC-5.2'],
    'Nobody came to a view: not a yes.',
  ),
  written(
    'HK05',
    { ...PERSON, 'hk.order.suitable': false, 'order.solicited': false },
    KNOWN,
    'Neither recommended nor solicited, and not complex.',
  ),
  written(
    'HK06',
    { ...PERSON, 'hk.order.suitable': false, 'hk.client.portfolio': 80_000_000 },
    ['block', 'HK-SFC-5.2'],
    'A wealthy individual keeps the protection.',
  ),
];

const COMPLEX_PRODUCTS: readonly GoldenCase[] = [
  written('HK10', COMPLEX, INFORMED, 'Suitable, with information and warnings.'),
  written(
    'HK11',
    { ...COMPLEX, 'hk.order.suitable': false },
    ['block', 'HK-SFC-5.5'],
    'Paragraph 5.5 holds without a recommendation too.',
  ),
  written(
    'HK12',
    { ...COMPLEX, 'hk.order.warningStatements': false },
    ['require', 'HK-SFC-5.5-information'],
    'The warning statements are missing.',
  ),
  written(
    'HK13',
    { ...COMPLEX, 'hk.order.minimumInformation': false },
    ['require', 'HK-SFC-5.5-information'],
    'The minimum information is missing.',
  ),
  written(
    'HK14',
    { ...COMPLEX, 'hk.order.suitable': false, 'order.effect': 'reduce' },
    ['allow'],
    'A client may always get out.',
  ),
  written(
    'HK15',
    {
      ...COMPLEX,
      'hk.product.derivative': 'exchange-traded',
      'hk.order.suitable': false,
      'hk.order.derivativeRisksExplained': true,
    },
    ['allow-with-evidence', 'HK-SFC-5.1', 'HK-SFC-5.1A-exchange'],
    'An exchange-traded derivative that the client asks for: paragraph 5.1A instead of 5.5.',
  ),
  written(
    'HK16',
    { ...COMPLEX, 'hk.product.derivative': 'exchange-traded', 'order.solicited': true },
    INFORMED,
    'Solicited, so paragraph 5.5 applies to it as well.',
  ),
  written(
    'HK17',
    {
      ...COMPLEX,
      'hk.product.derivative': 'exchange-traded',
      'order.solicited': true,
      'hk.order.suitable': false,
    },
    ['block', 'HK-SFC-5.2', 'HK-SFC-5.5'],
    'Solicited and not suitable: both paragraphs stand against it.',
  ),
];

/** Cases worked out by hand from the rules. */
export const HK_SUITABILITY_CASES: readonly GoldenCase[] = [...SUITABILITY, ...COMPLEX_PRODUCTS];
