import type { Rule } from '../../../rules/index.js';
import { cfr17, finra } from './citations.js';
import { US_IN_FORCE } from './parameters.js';

/** What must be known of the client, and who needs protection or may not buy at all. */
export const US_CLIENT_RULES: readonly Rule[] = [
  {
    id: 'US-FINRA-2090',
    citations: [finra('2090')],
    inForce: US_IN_FORCE,
    when: { not: { holds: 'us.client.essentialFactsKnown' } },
    outcome: 'require',
  },
  {
    id: 'US-FINRA-2165',
    citations: [finra('2165')],
    // Holds on transactions, beside those on disbursements, came with the amendment.
    inForce: { from: '2022-03-17' },
    when: {
      all: [{ holds: 'us.client.specifiedAdult' }, { holds: 'us.client.exploitationSuspected' }],
    },
    outcome: 'refer',
  },
  {
    id: 'US-FINRA-4512',
    citations: [finra('4512(a)(1)(F)')],
    inForce: US_IN_FORCE,
    scope: { holds: 'us.client.retail' },
    when: { not: { holds: 'us.client.trustedContactAsked' } },
    outcome: 'warn',
    whenUnknown: 'bite',
  },
  // Persons only: for companies and trusts other figures hold.
  {
    id: 'US-REG-D-501',
    citations: [cfr17('230.501(a)(5)'), cfr17('230.501(a)(6)')],
    inForce: US_IN_FORCE,
    scope: {
      all: [
        { holds: 'us.product.accreditedOnly' },
        { holds: 'us.client.retail' },
        { left: { fact: 'order.effect' }, is: '=', right: 'increase' },
      ],
    },
    when: { not: { holds: 'us.client.accredited' } },
    outcome: 'block',
  },
];
