import type { GoldenCase } from '../../../rules/index.js';
import { INSTITUTION, MET, RETAIL, written } from './case.js';

const RECOMMENDATIONS: readonly GoldenCase[] = [
  written('US01', RETAIL, MET, 'All four parts of the care and disclosure are met.'),
  written(
    'US02',
    { ...RETAIL, 'us.order.disclosed': false },
    ['require', 'US-REG-BI-disclosure'],
    '(a)(2)(i): written disclosure before or with the recommendation.',
  ),
  written(
    'US03',
    { ...RETAIL, 'us.order.reasonableBasis': false },
    ['block', 'US-REG-BI-care-A'],
    '(a)(2)(ii)(A): for no retail customer.',
  ),
  written(
    'US04',
    { ...RETAIL, 'us.order.bestInterest': false },
    ['block', 'US-REG-BI-care-B'],
    '(a)(2)(ii)(B): not for this customer.',
  ),
  written(
    'US05',
    { ...RETAIL, 'us.order.bestInterest': null },
    ['undetermined', 'US-REG-BI-care-B'],
    'Nobody came to a view: not a yes.',
  ),
  written(
    'US06',
    { ...RETAIL, 'us.order.seriesExcessive': true },
    ['block', 'US-REG-BI-care-C'],
    '(a)(2)(ii)(C): the series is excessive.',
  ),
  written(
    'US07',
    { ...RETAIL, 'us.order.conflict': true, 'us.order.conflictMitigated': false },
    ['require', 'US-REG-BI-conflict'],
    '(a)(2)(iii): the incentive must be mitigated.',
  ),
  written(
    'US08',
    { ...RETAIL, 'us.order.conflict': true, 'us.order.conflictMitigated': true },
    ['allow-with-evidence', 'US-FORM-CRS', 'US-REG-BI-conflict', 'US-REG-BI-disclosure'],
    'The incentive was mitigated.',
  ),
  written(
    'US09',
    { ...RETAIL, 'us.order.recommended': 'account', 'us.order.accountAlternatives': false },
    ['require', 'US-REG-BI-account'],
    '(a)(1) includes account recommendations.',
  ),
  written(
    'US10',
    { ...RETAIL, 'us.order.recommended': 'account', 'us.order.accountAlternatives': true },
    ['allow-with-evidence', 'US-FORM-CRS', 'US-REG-BI-account', 'US-REG-BI-disclosure'],
    'The choices were compared.',
  ),
  written(
    'US11',
    { ...RETAIL, 'us.order.recommended': 'none', 'us.order.bestInterest': false },
    ['allow-with-evidence', 'US-FORM-CRS'],
    'Without a recommendation there is none to be in the best interest.',
  ),
  written(
    'US12',
    { ...RETAIL, 'us.client.formCrsDelivered': false },
    ['require', 'US-FORM-CRS'],
    'The relationship summary comes first.',
  ),
  written(
    'US13',
    {
      ...RETAIL,
      'us.order.recommended': 'none',
      'us.order.disclosed': false,
      'us.order.reasonableBasis': false,
      'us.order.seriesExcessive': true,
      'us.order.conflict': true,
      'us.order.conflictMitigated': false,
    },
    ['allow-with-evidence', 'US-FORM-CRS'],
    'Regulation Best Interest speaks of recommendations only.',
  ),
];

const INSTITUTIONS: readonly GoldenCase[] = [
  written('US20', INSTITUTION, ['allow'], 'USD 50 million and own judgment: 2111(b).'),
  written(
    'US21',
    { ...INSTITUTION, 'us.client.totalAssets': 49_999_999 },
    ['block', 'US-FINRA-2111'],
    'One dollar short of an institutional account.',
  ),
  written(
    'US22',
    { ...INSTITUTION, 'us.client.independentJudgment': false },
    ['block', 'US-FINRA-2111'],
    'The institution does not judge for itself.',
  ),
  written(
    'US23',
    { ...INSTITUTION, 'us.client.totalAssets': 0, 'us.order.suitable': true },
    ['allow'],
    'Suitable.',
  ),
  written(
    'US24',
    { ...INSTITUTION, 'us.order.reasonableBasis': false },
    ['block', 'US-FINRA-2111.05'],
    '2111(b) frees from the customer-specific part only, not from the reasonable basis.',
  ),
  written(
    'US25',
    { ...INSTITUTION, 'us.order.seriesExcessive': true },
    ['block', 'US-FINRA-2111.05'],
    'Nor from quantitative suitability.',
  ),
  written(
    'US26',
    {
      ...INSTITUTION,
      'us.order.recommended': 'none',
      'us.client.independentJudgment': false,
      'us.order.seriesExcessive': true,
    },
    ['allow'],
    'Nothing was recommended.',
  ),
  written(
    'US27',
    {
      ...INSTITUTION,
      'us.order.recommended': 'account',
      'us.order.accountAlternatives': false,
    },
    ['allow'],
    'Regulation Best Interest protects retail customers.',
  ),
];

/** Cases worked out by hand from the rules. */
export const US_RECOMMENDATION_CASES: readonly GoldenCase[] = [...RECOMMENDATIONS, ...INSTITUTIONS];
