import type { GoldenCase } from '../../../rules/index.js';
import { BEFORE_REVISION, MET, NOTHING_DONE, OPTED_IN, RETAIL, written } from './case.js';

const RECOMMENDATIONS: readonly GoldenCase[] = [
  written('SG01', RETAIL, MET, 'Disclosed, with a basis, client known.'),
  written(
    'SG02',
    { ...RETAIL, 'sg.order.informationDisclosed': false },
    ['require', 'SG-FAA-34'],
    'Section 34: material information first.',
  ),
  written(
    'SG03',
    { ...RETAIL, 'sg.order.reasonableBasis': false },
    ['block', 'SG-FAA-36'],
    'Section 36: no recommendation without a reasonable basis.',
  ),
  written(
    'SG04',
    { ...RETAIL, 'sg.order.reasonableBasis': null },
    ['undetermined', 'SG-FAA-36'],
    'Nobody came to a view: not a yes.',
  ),
  written(
    'SG05',
    { ...RETAIL, 'sg.client.factFindComplete': false },
    ['require', 'SG-FAA-N16'],
    'The client is not known, and nothing is on record about it.',
  ),
  written(
    'SG06',
    { ...RETAIL, 'sg.client.factFindComplete': false, 'sg.client.factFindDeclined': true },
    MET,
    'The client declined, on record.',
  ),
  written(
    'SG07',
    {
      ...OPTED_IN,
      'sg.product.accreditedOnly': false,
      'sg.order.recommended': true,
      'sg.order.reasonableBasis': false,
    },
    ['allow'],
    'Accredited investors go without these protections.',
  ),
  written(
    'SG08',
    { ...RETAIL, ...NOTHING_DONE, 'sg.order.recommended': false },
    ['allow'],
    'Nothing was recommended.',
  ),
  written(
    'SG09',
    { ...RETAIL, ...NOTHING_DONE, 'sg.order.recommended': false },
    ['allow'],
    'Nor before the revision.',
    BEFORE_REVISION,
  ),
];

const SPECIFIED_PRODUCTS: readonly GoldenCase[] = [
  written(
    'SG10',
    { ...RETAIL, 'sg.product.specified': 'unlisted', 'sg.client.knowledgePassed': true },
    MET,
    'The knowledge was assessed and is enough.',
  ),
  written(
    'SG11',
    {
      ...RETAIL,
      'sg.product.specified': 'unlisted',
      'sg.client.knowledgePassed': false,
      'sg.order.adviceGiven': false,
    },
    ['require', 'SG-N12-knowledge'],
    'Without the knowledge advice comes first.',
  ),
  written(
    'SG12',
    {
      ...RETAIL,
      'sg.product.specified': 'unlisted',
      'sg.client.knowledgePassed': false,
      'sg.order.adviceGiven': true,
    },
    ['allow-with-evidence', 'SG-FAA-34', 'SG-FAA-N16', 'SG-N12-knowledge'],
    'Advised.',
  ),
  written(
    'SG13',
    { ...RETAIL, 'sg.product.specified': 'unlisted' },
    ['undetermined', 'SG-N12-knowledge'],
    'Nobody assessed the knowledge.',
  ),
  written(
    'SG14',
    { ...RETAIL, 'sg.product.specified': 'listed', 'sg.client.accountReviewPassed': false },
    ['refer', 'SG-N12-account'],
    'The account review was not passed.',
  ),
  written(
    'SG15',
    { ...RETAIL, 'sg.product.specified': 'listed', 'sg.client.accountReviewPassed': true },
    MET,
    'The account review was passed.',
  ),
  written(
    'SG16',
    {
      ...RETAIL,
      'sg.product.specified': 'listed',
      'sg.client.accountReviewPassed': false,
      'order.effect': 'reduce',
    },
    MET,
    'A client may always get out.',
  ),
  written(
    'SG17',
    {
      ...RETAIL,
      'sg.product.specified': 'unlisted',
      'sg.client.knowledgePassed': false,
      'sg.order.adviceGiven': false,
      'order.effect': 'reduce',
    },
    MET,
    'Out of what is unlisted too.',
  ),
  written(
    'SG18',
    {
      ...OPTED_IN,
      'sg.product.specified': 'unlisted',
      'sg.client.knowledgePassed': false,
      'sg.order.adviceGiven': false,
    },
    ['allow'],
    'Accredited investors are not assessed.',
  ),
  written(
    'SG19',
    { ...OPTED_IN, 'sg.product.specified': 'listed', 'sg.client.accountReviewPassed': false },
    ['allow'],
    'Nor is their account reviewed.',
  ),
];

const SECOND_THOUGHTS: readonly GoldenCase[] = [
  written(
    'SG40',
    { ...RETAIL, 'sg.product.kind': 'life-policy' },
    MET,
    'The client is told of the free-look period; that stops nothing.',
  ),
  written(
    'SG41',
    { ...RETAIL, 'sg.product.kind': 'unit-trust' },
    MET,
    'The client is told of the cancellation period; that stops nothing.',
  ),
];

/** Cases worked out by hand from the rules. */
export const SG_RECOMMENDATION_CASES: readonly GoldenCase[] = [
  ...RECOMMENDATIONS,
  ...SPECIFIED_PRODUCTS,
  ...SECOND_THOUGHTS,
];
