import type { Rule } from '../../../../rules/index.js';
import { nfra } from '../citations.js';
import {
  NFRA_IN_FORCE,
  PURCHASE,
  PURCHASE_BY_ASSESSED,
  RISKIER_PURCHASE,
} from './nfra-rules-scope.js';

/** The product must fit the client. No insisting helps: article 12 knows no exception but that for insurance. */
export const NFRA_MATCH_RULES: readonly Rule[] = [
  {
    id: 'CN-NFRA-12',
    citations: [nfra('12(1)')],
    inForce: NFRA_IN_FORCE,
    scope: PURCHASE_BY_ASSESSED,
    when: { holds: 'order.aboveLevel' },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-12(2)',
    citations: [nfra('12(2)')],
    inForce: NFRA_IN_FORCE,
    scope: RISKIER_PURCHASE,
    when: { holds: 'client.paymentMismatch' },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-22',
    citations: [nfra('22'), nfra('12(1)')],
    inForce: NFRA_IN_FORCE,
    scope: PURCHASE_BY_ASSESSED,
    when: {
      all: [
        { left: { fact: 'product.issuerRisk' }, is: '!=', right: { fact: 'product.sellerRisk' } },
        { holds: 'order.aboveLevel' },
      ],
    },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-22-disclose',
    citations: [nfra('22')],
    inForce: NFRA_IN_FORCE,
    scope: PURCHASE,
    when: {
      left: { fact: 'product.issuerRisk' },
      is: '!=',
      right: { fact: 'product.sellerRisk' },
    },
    outcome: 'info',
  },
];
