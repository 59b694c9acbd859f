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
  },
  /** The age as stated, or else from the date of birth. */
  'client.ageYears': {
    label: label('周岁', '周歲', 'age in completed years'),
    type: 'number',
    value: {
      first: [{ fact: 'client.age' }, { years: [{ fact: 'client.birthDate' }, { fact: 'asOf' }] }],
    },
  },
};
