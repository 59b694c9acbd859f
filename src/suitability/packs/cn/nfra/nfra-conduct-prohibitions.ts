import type { Rule, RuleCondition } from '../../../../rules/index.js';
import { nfra } from '../citations.js';
import { BEARS_MORE, during, found, SALE } from '../conduct-conditions.js';
import { NFRA_INVESTMENT, NFRA_PRODUCT, SALE_OR_ASSESSMENT } from './nfra-conduct-sale-rules.js';
import { NFRA_IN_FORCE } from './nfra-rules-scope.js';

/** 推介、销售或者交易: promotion and sale. */
const SALE_OR_MARKETING: RuleCondition = { any: [SALE, during('marketing')] };

/** The same, without a sale after which the client bears less risk: no level stands against that. */
const RISKIER_OR_MARKETING: RuleCondition = {
  any: [{ all: [SALE, BEARS_MORE] }, during('marketing')],
};

const PRIVATE: RuleCondition = { all: [NFRA_INVESTMENT, { holds: 'product.private' }] };

/** What articles 13 and 30 forbid. No consent and no insisting of the client makes any of it right. */
export const NFRA_PROHIBITIONS: readonly Rule[] = [
  {
    id: 'CN-NFRA-13(1)',
    citations: [nfra('13(1)')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_ASSESSMENT,
    when: {
      all: [
        NFRA_PRODUCT,
        found(
          'assessment.faults',
          'done-for-client',
          'improper-prompting',
          'sold-first',
          'otherwise-influenced',
        ),
      ],
    },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-13(2)',
    citations: [nfra('13(2)')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_MARKETING,
    when: {
      all: [
        NFRA_PRODUCT,
        found(
          'notice.faults',
          'false',
          'misleading',
          'material-omission',
          'products-confused',
          'principal-guaranteed',
          'return-guaranteed',
          'overstated',
        ),
      ],
    },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-13(3)',
    citations: [nfra('13(3)')],
    inForce: NFRA_IN_FORCE,
    scope: RISKIER_OR_MARKETING,
    when: {
      all: [
        NFRA_INVESTMENT,
        { holds: 'order.solicited' },
        { not: { holds: 'client.assessmentWaived' } },
        { holds: 'order.aboveLevel' },
      ],
    },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-13(3)-deceit',
    citations: [nfra('13(3)')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_MARKETING,
    when: { all: [NFRA_PRODUCT, found('sale.faults', 'deceived', 'misled')] },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-13(4)',
    citations: [nfra('13(4)')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_MARKETING,
    when: {
      all: [NFRA_PRODUCT, found('promotion.faults', 'manipulated-performance', 'improper-display')],
    },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-13(5)',
    citations: [nfra('13(5)')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_MARKETING,
    when: { all: [NFRA_PRODUCT, found('sale.faults', 'other-harm')] },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-30-public',
    citations: [nfra('30')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_MARKETING,
    when: { all: [PRIVATE, found('private.faults', 'public-sale', 'public-promotion')] },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-30-split',
    citations: [nfra('30')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_MARKETING,
    when: { all: [PRIVATE, found('private.faults', 'split-units', 'split-rights')] },
    outcome: 'block',
  },
];
