import type { Rule, RuleCondition } from '../../../../rules/index.js';
import { civilCode, nfra } from '../citations.js';
import { is } from '../conduct-conditions.js';
import { NFRA_IN_FORCE } from '../nfra/nfra-rules-scope.js';
import { INSURANCE_SALE } from './nfra-insurance-facts.js';

const PERSON: RuleCondition = is('client.kind', 'natural');

/** Only insurance that may lose principal is rated (article 36); the order calls no other one risky. */
const HIGH_RISK: RuleCondition = {
  all: [
    { holds: 'product.principalAtRisk' },
    { left: { fact: 'product.risk' }, is: '>=', right: { parameter: 'highRisk' } },
  ],
};

const LOW_RISK: RuleCondition = {
  any: [
    { not: { holds: 'product.principalAtRisk' } },
    { left: { fact: 'product.risk' }, is: '<=', right: { parameter: 'lowRisk' } },
  ],
};

const ELDERLY: RuleCondition = {
  all: [
    PERSON,
    { left: { fact: 'client.ageYears' }, is: '>=', right: { parameter: 'elderlyFromAge' } },
    HIGH_RISK,
  ],
};

/** Chapter 2 speaks of all products (article 3), so that its articles 18 and 19 protect applicants too. */
export const PROTECTION_RULES: readonly Rule[] = [
  {
    id: 'CN-NFRA-18-insurance',
    citations: [nfra('18'), nfra('46')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: ELDERLY,
    outcome: 'require',
    satisfiedBy: { holds: 'order.specialCare' },
  },
  {
    id: 'CN-NFRA-18-online-insurance',
    citations: [nfra('18'), nfra('46')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: { all: [is('order.channel', 'online'), ELDERLY] },
    outcome: 'require',
    satisfiedBy: { holds: 'online.ageFriendly' },
  },
  {
    id: 'CN-NFRA-19-insurance',
    citations: [nfra('19'), ...['17', '18', '19', '20', '21', '22'].map(civilCode)],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: {
      all: [
        PERSON,
        {
          any: [
            { holds: 'client.withoutCapacity' },
            {
              all: [
                { holds: 'client.withLimitedCapacity' },
                { not: { all: [{ holds: 'order.guardianConsent' }, LOW_RISK] } },
              ],
            },
          ],
        },
      ],
    },
    outcome: 'block',
  },
];
