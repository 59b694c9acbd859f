import type { Rule } from '../../../../rules/index.js';
import { nfra } from '../citations.js';
import { done, during, is, listsAll, SALE } from '../conduct-conditions.js';
import { NFRA_INVESTMENT, NFRA_PRODUCT } from './nfra-conduct-sale-rules.js';
import { NFRA_IN_FORCE } from './nfra-rules-scope.js';

/** Design, risk rating and the agency contract: what must be right before a product is sold. */
const BEFORE_SALES: readonly Rule[] = [
  {
    id: 'CN-NFRA-8',
    citations: [nfra('8')],
    inForce: NFRA_IN_FORCE,
    scope: during('design'),
    when: NFRA_PRODUCT,
    outcome: 'require',
    satisfiedBy: done('product.clientNeedsConsidered', 'product.consumerReviewed'),
  },
  {
    id: 'CN-NFRA-9',
    citations: [nfra('9')],
    inForce: NFRA_IN_FORCE,
    scope: { any: [SALE, during('design')] },
    when: NFRA_PRODUCT,
    outcome: 'require',
    satisfiedBy: done('product.featuresDefined', 'product.targetClientsDefined'),
  },
  {
    id: 'CN-NFRA-23',
    citations: [nfra('23')],
    inForce: NFRA_IN_FORCE,
    scope: during('rating'),
    when: NFRA_INVESTMENT,
    outcome: 'require',
    satisfiedBy: listsAll(
      'rating.factors',
      'investments',
      'terms',
      'leverage',
      'complexity',
      'offering',
      'credit',
      'track-record',
    ),
  },
  {
    id: 'CN-NFRA-24',
    citations: [nfra('24')],
    inForce: NFRA_IN_FORCE,
    scope: during('rating'),
    when: NFRA_INVESTMENT,
    outcome: 'require',
    // The institution answers for the rating, whoever served it; its signing off is how that shows.
    satisfiedBy: done('rating.byTeam', 'rating.signedOff'),
  },
  {
    id: 'CN-NFRA-24-provider',
    citations: [nfra('24')],
    inForce: NFRA_IN_FORCE,
    scope: during('rating'),
    when: {
      all: [NFRA_INVESTMENT, { holds: 'rating.outsourced' }, is('rating.providerQualified', false)],
    },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-21(1)',
    citations: [nfra('21(1)')],
    inForce: NFRA_IN_FORCE,
    scope: during('agency'),
    when: NFRA_PRODUCT,
    outcome: 'require',
    satisfiedBy: done('agency.agentQualified', 'agency.agentEquipped', 'agency.standardsProvided'),
  },
];

/** While clients hold the product. */
const WHILE_HELD: readonly Rule[] = [
  {
    id: 'CN-NFRA-22(2)-issuer',
    citations: [nfra('22(2)')],
    inForce: NFRA_IN_FORCE,
    scope: during('holding'),
    when: {
      all: [
        NFRA_INVESTMENT,
        { holds: 'product.ratingChanged' },
        { left: { fact: 'institution.role' }, is: 'in', right: ['issuer', 'both'] },
      ],
    },
    outcome: 'require',
    satisfiedBy: done('change.sellerTold'),
  },
  {
    id: 'CN-NFRA-22(2)-disclose',
    citations: [nfra('22(2)')],
    inForce: NFRA_IN_FORCE,
    scope: during('holding'),
    when: {
      all: [
        NFRA_INVESTMENT,
        { holds: 'product.ratingChanged' },
        { left: { fact: 'institution.role' }, is: 'in', right: ['seller', 'both'] },
      ],
    },
    outcome: 'require',
    satisfiedBy: done('change.disclosed'),
  },
  {
    id: 'CN-NFRA-22(2)-opinion',
    citations: [nfra('22(2)')],
    inForce: NFRA_IN_FORCE,
    scope: during('holding'),
    when: {
      all: [
        NFRA_INVESTMENT,
        { left: { fact: 'institution.role' }, is: 'in', right: ['seller', 'both'] },
        { any: [{ holds: 'product.ratingChanged' }, { holds: 'client.informationChanged' }] },
      ],
    },
    outcome: 'require',
    satisfiedBy: done('change.opinionAdjusted', 'change.clientTold'),
  },
  {
    id: 'CN-NFRA-22(2)-keep',
    citations: [nfra('22(2)')],
    inForce: NFRA_IN_FORCE,
    scope: during('holding'),
    when: { all: [NFRA_INVESTMENT, { holds: 'product.ratingChanged' }] },
    outcome: 'info',
  },
  {
    id: 'CN-NFRA-31(2)',
    citations: [nfra('31(2)')],
    inForce: NFRA_IN_FORCE,
    scope: during('holding'),
    when: NFRA_INVESTMENT,
    outcome: 'require',
    satisfiedBy: done('report.operation', 'report.leverage', 'report.risk', 'report.events'),
  },
];

/** What articles 8, 9 and 21 to 31 ask for over a product's life. */
export const NFRA_PRODUCT_RULES: readonly Rule[] = [...BEFORE_SALES, ...WHILE_HELD];
