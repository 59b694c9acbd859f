import type { Rule } from '../../../../rules/index.js';
import { nfra } from '../citations.js';
import { done, during, is, listsAll } from '../conduct-conditions.js';
import { NFRA_PRODUCT } from './nfra-conduct-sale-rules.js';
import { NFRA_IN_FORCE } from './nfra-rules-scope.js';

/** The institution's own house: systems, incentives, third parties, complaints. */
export const NFRA_INSTITUTION_RULES: readonly Rule[] = [
  {
    id: 'CN-NFRA-7',
    citations: [nfra('7')],
    inForce: NFRA_IN_FORCE,
    when: during('governance'),
    outcome: 'require',
    satisfiedBy: done('system.identifies', 'system.prompts', 'system.restricts'),
  },
  {
    id: 'CN-NFRA-10(3)',
    citations: [nfra('10(3)')],
    inForce: NFRA_IN_FORCE,
    when: during('governance'),
    outcome: 'require',
    satisfiedBy: done('system.clientDataProtected'),
  },
  {
    id: 'CN-NFRA-16(3)',
    citations: [nfra('16(3)')],
    inForce: NFRA_IN_FORCE,
    when: during('governance'),
    outcome: 'require',
    satisfiedBy: listsAll('incentives.measures', 'compliance', 'complaints'),
  },
  {
    id: 'CN-NFRA-16(3)-sole',
    citations: [nfra('16(3)')],
    inForce: NFRA_IN_FORCE,
    scope: during('governance'),
    when: {
      all: [
        { left: { fact: 'incentives.measures' }, is: 'includes', right: 'sales' },
        {
          not: {
            left: { fact: 'incentives.measures' },
            is: 'overlaps',
            right: ['compliance', 'complaints', 'other'],
          },
        },
      ],
    },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-15',
    citations: [nfra('15')],
    inForce: NFRA_IN_FORCE,
    scope: during('marketing'),
    when: { all: [NFRA_PRODUCT, { holds: 'marketing.thirdParty' }] },
    outcome: 'require',
    satisfiedBy: done('marketing.thirdPartySupervised', 'marketing.contentReviewed'),
  },
  {
    id: 'CN-NFRA-20',
    citations: [nfra('20')],
    inForce: NFRA_IN_FORCE,
    scope: during('complaint'),
    when: NFRA_PRODUCT,
    outcome: 'require',
    satisfiedBy: done('complaint.handled', 'complaint.negotiated'),
  },
  {
    id: 'CN-NFRA-20-route',
    citations: [nfra('20')],
    inForce: NFRA_IN_FORCE,
    scope: during('complaint'),
    when: { all: [NFRA_PRODUCT, is('complaint.negotiationFailed', true)] },
    outcome: 'require',
    satisfiedBy: {
      left: { fact: 'complaint.route' },
      is: 'in',
      right: ['mediation', 'arbitration', 'litigation'],
    },
  },
];
