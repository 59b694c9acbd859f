import type { GoldenCase, RuleFacts } from '../../../rules/index.js';
import { ALONE, type Expected, without, written } from './case.js';

/** A retail client who was advised properly, with everything known and on file. */
const ADVISED: RuleFacts = {
  'uk.client.category': 'retail',
  'uk.client.knowledgeKnown': true,
  'uk.client.situationKnown': true,
  'uk.client.objectivesKnown': true,
  'uk.product.complex': false,
  'uk.product.closed': false,
  'uk.product.promotionClass': 'none',
  'uk.product.targetMarket': 'inside',
  'uk.order.service': 'advice',
  'uk.order.suitable': true,
  'uk.order.reportGiven': true,
  'uk.order.reportDeferred': false,
  'uk.order.foreseeableHarm': false,
  'order.solicited': true,
};

const REPORT: Expected = ['allow-with-evidence', 'UK-COBS-9A.3.2'];
const WITH_ADVICE: readonly GoldenCase[] = [
  written('UK01', ADVISED, REPORT, 'Known, suitable, with a report.'),
  written(
    'UK02',
    { ...ADVISED, 'uk.client.situationKnown': false },
    ['block', 'UK-COBS-9A.2.1(1)'],
    'COBS 9A.2.1R(1)(b): the financial situation is not known.',
  ),
  written(
    'UK03',
    { ...ADVISED, 'uk.client.objectivesKnown': false },
    ['block', 'UK-COBS-9A.2.1(1)'],
    'COBS 9A.2.1R(1)(c): the objectives are not known.',
  ),
  written(
    'UK04',
    { ...ADVISED, 'uk.client.knowledgeKnown': false },
    ['block', 'UK-COBS-9A.2.1(1)'],
    'COBS 9A.2.1R(1)(a): knowledge and experience are not known.',
  ),
  written(
    'UK05',
    { ...ADVISED, 'uk.client.category': 'professional', 'uk.client.knowledgeKnown': false },
    ['allow'],
    'Of a professional client the knowledge may be assumed, and no report is owed.',
  ),
  written(
    'UK06',
    { ...ADVISED, 'uk.order.suitable': false },
    ['block', 'UK-COBS-9A.2.1(2)'],
    'COBS 9A.2.1R(2): only what is suitable may be recommended.',
  ),
  written(
    'UK07',
    { ...ADVISED, 'uk.order.suitable': false, 'order.effect': 'reduce' },
    ['block', 'UK-COBS-9A.2.1(2)'],
    'COBS 9A.2.2G: advice to sell must be suitable too.',
  ),
  written(
    'UK08',
    without(ADVISED, 'uk.order.suitable'),
    ['undetermined', 'UK-COBS-9A.2.1(2)'],
    'Nobody assessed the suitability: not a yes.',
  ),
  written(
    'UK09',
    { ...ADVISED, 'uk.order.reportGiven': false },
    ['require', 'UK-COBS-9A.3.2'],
    'COBS 9A.3.2R(2): the report comes before the transaction.',
  ),
  written(
    'UK10',
    { ...ADVISED, 'uk.order.reportGiven': false, 'uk.order.reportDeferred': true },
    REPORT,
    'COBS 9A.3.2R(3): by distance communication the report may follow.',
  ),
  written(
    'UK11',
    { ...ADVISED, 'uk.product.targetMarket': 'outside' },
    ['refer', 'UK-PROD-3.3.1'],
    'PROD 3.3.1R(2): the needs of the client and the target market do not agree.',
  ),
  written(
    'UK12',
    { ...ADVISED, 'uk.product.targetMarket': 'outside', 'order.effect': 'reduce' },
    REPORT,
    'Selling is not distributing.',
  ),
  written(
    'UK13',
    {
      ...ALONE,
      'uk.client.category': 'eligible-counterparty',
      'uk.product.targetMarket': 'outside',
    },
    ['allow'],
    'PROD 1.3.3R: not for eligible counterparty business.',
  ),
];

const CONSUMER_DUTY: readonly GoldenCase[] = [
  written(
    'UK20',
    { ...ADVISED, 'uk.order.foreseeableHarm': true },
    ['refer', 'UK-PRIN-2A.2.8'],
    'Foreseeable harm must be avoided.',
    '2023-07-31',
  ),
  written(
    'UK21',
    { ...ADVISED, 'uk.order.foreseeableHarm': true },
    REPORT,
    'The day before the duty began for open products.',
    '2023-07-30',
  ),
  written(
    'UK22',
    { ...ADVISED, 'uk.order.foreseeableHarm': true, 'uk.product.closed': true },
    REPORT,
    'The day before the duty began for closed products.',
    '2024-07-30',
  ),
  written(
    'UK23',
    { ...ADVISED, 'uk.order.foreseeableHarm': true, 'uk.product.closed': true },
    ['refer', 'UK-PRIN-2A.2.8'],
    'The first day of the duty for closed products.',
    '2024-07-31',
  ),
  written(
    'UK24',
    { ...ADVISED, 'uk.order.foreseeableHarm': true, 'uk.client.category': 'professional' },
    ['allow'],
    'The duty protects retail customers.',
  ),
];

const WITHOUT_ADVICE: readonly GoldenCase[] = [
  written('UK30', ALONE, ['allow'], 'Appropriate: no warning is due.'),
  written(
    'UK31',
    { ...ALONE, 'uk.order.appropriate': false, 'uk.order.warnedNotAppropriate': false },
    ['require', 'UK-COBS-10A.3.1'],
    'COBS 10.3.1R: the client must be warned.',
  ),
  written(
    'UK32',
    { ...ALONE, 'uk.order.appropriate': false, 'uk.order.warnedNotAppropriate': true },
    ['allow-with-evidence', 'UK-COBS-10A.3.1'],
    'Warned; COBS 10.3.3G leaves it to the firm to go ahead.',
  ),
  written(
    'UK33',
    { ...ALONE, 'uk.order.appropriate': null, 'uk.order.warnedNotAssessed': false },
    ['require', 'UK-COBS-10A.3.2'],
    'COBS 10.3.2R: too little information, so another warning.',
  ),
  written(
    'UK34',
    { ...ALONE, 'uk.order.appropriate': null, 'uk.order.warnedNotAssessed': true },
    ['allow-with-evidence', 'UK-COBS-10A.3.2'],
    'Warned that nothing can be assessed.',
  ),
  written(
    'UK35',
    without(ALONE, 'uk.order.appropriate'),
    ['undetermined', 'UK-COBS-10A.3.1', 'UK-COBS-10A.3.2'],
    'Nobody assessed anything.',
  ),
  written(
    'UK36',
    { ...ALONE, 'uk.product.complex': false, 'uk.order.appropriate': false },
    ['allow'],
    'Execution only: not complex and on the client’s initiative.',
  ),
  written(
    'UK37',
    {
      ...ALONE,
      'uk.product.complex': false,
      'order.solicited': true,
      'uk.order.appropriate': false,
      'uk.order.warnedNotAppropriate': false,
    },
    ['require', 'UK-COBS-10A.3.1'],
    'Not on the client’s initiative: the check is due for simple products too.',
  ),
  written(
    'UK38',
    { ...ALONE, 'uk.order.appropriate': false, 'order.effect': 'reduce' },
    ['allow'],
    'A sale needs no check of knowledge.',
  ),
  written(
    'UK39',
    { ...ALONE, 'uk.client.category': 'professional', 'uk.order.appropriate': false },
    ['allow'],
    'COBS 10A.2.3: of professional clients the knowledge may be assumed.',
  ),
  written(
    'UK80',
    { ...ALONE, 'uk.client.category': 'professional', 'uk.order.appropriate': null },
    ['allow'],
    'Nor is a warning due that nothing was assessed.',
  ),
  written(
    'UK81',
    { ...ALONE, 'uk.order.appropriate': null, 'order.effect': 'reduce' },
    ['allow'],
    'A sale needs no assessment.',
  ),
  written(
    'UK82',
    { ...ALONE, 'uk.product.complex': false, 'uk.order.appropriate': null },
    ['allow'],
    'Execution only needs no assessment.',
  ),
  written(
    'UK83',
    {
      ...ALONE,
      'uk.product.complex': false,
      'order.solicited': true,
      'uk.order.appropriate': null,
      'uk.order.warnedNotAssessed': false,
    },
    ['require', 'UK-COBS-10A.3.2'],
    'Not on the client’s initiative: the warning is due.',
  ),
];

/** Cases with and without advice, worked out by hand from the articles. */
export const UK_SERVICE_CASES: readonly GoldenCase[] = [
  ...WITH_ADVICE,
  ...CONSUMER_DUTY,
  ...WITHOUT_ADVICE,
];
