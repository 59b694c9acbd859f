import type { Term } from '../../rules/index.js';
import { label } from './declare.js';

/** Values that several packs work out in the same way. */
export const CASE_TERMS: Readonly<Record<string, Term>> = {
  /** The higher of the issuer's and the seller's rating. */
  'product.risk': {
    label: label(
      '产品风险等级（孰高）',
      '產品風險等級（孰高）',
      'product risk rating (the higher one)',
    ),
    type: 'number',
    value: { max: [{ fact: 'product.issuerRisk' }, { fact: 'product.sellerRisk' }] },
    change: { direction: 'lower', step: 1, from: 1, to: 5 },
  },
  /** The age from the date of birth, or else as stated: a stated age goes stale on the next birthday. */
  'client.ageYears': {
    label: label('周岁', '周歲', 'age in completed years'),
    type: 'number',
    value: {
      first: [{ years: [{ fact: 'client.birthDate' }, { fact: 'asOf' }] }, { fact: 'client.age' }],
    },
  },
};
