import type { InForce, Rule, RuleCondition } from '../../../rules/index.js';
import { handbook } from './citations.js';

/** COBS 9A in the wording that also covers insurance-based investment products. */
export const UK_IN_FORCE: InForce = { from: '2018-10-01' };

/** A client with all protections. */
export const RETAIL: RuleCondition = {
  left: { fact: 'uk.client.category' },
  is: '=',
  right: 'retail',
};

/** Rules on products and on knowledge stop purchases only. */
export const INCREASE: RuleCondition = {
  left: { fact: 'order.effect' },
  is: '=',
  right: 'increase',
};

/** Advice and portfolio management, on selling as well as on buying (COBS 9A.2.2G). */
const ADVISED: RuleCondition = {
  left: { fact: 'uk.order.service' },
  is: 'in',
  right: ['advice', 'portfolio-management'],
};

/**
 * What must be checked without advice. Orders in other than complex products that come from the client alone need no check;
 * of professional clients the knowledge may be assumed.
 */
const CHECKED_WITHOUT_ADVICE: RuleCondition = {
  all: [
    { left: { fact: 'uk.order.service' }, is: '=', right: 'non-advised' },
    RETAIL,
    INCREASE,
    { any: [{ holds: 'uk.product.complex' }, { holds: 'order.solicited' }] },
  ],
};

/** Which service asks for what: suitability with advice, appropriateness without. */
export const UK_SERVICE_RULES: readonly Rule[] = [
  {
    id: 'UK-COBS-9A.2.1(1)',
    citations: [handbook('COBS 9A.2.1R'), handbook('COBS 9.2.6R')],
    inForce: UK_IN_FORCE,
    scope: ADVISED,
    when: {
      any: [
        { all: [RETAIL, { not: { holds: 'uk.client.knowledgeKnown' } }] },
        { not: { holds: 'uk.client.situationKnown' } },
        { not: { holds: 'uk.client.objectivesKnown' } },
      ],
    },
    outcome: 'block',
  },
  {
    id: 'UK-COBS-9A.2.1(2)',
    citations: [handbook('COBS 9A.2.1R')],
    inForce: UK_IN_FORCE,
    scope: ADVISED,
    when: { not: { holds: 'uk.order.suitable' } },
    outcome: 'block',
  },
  {
    id: 'UK-COBS-9A.3.2',
    citations: [handbook('COBS 9A.3.2R')],
    inForce: UK_IN_FORCE,
    scope: { left: { fact: 'uk.order.service' }, is: '=', right: 'advice' },
    when: RETAIL,
    outcome: 'require',
    satisfiedBy: {
      any: [{ holds: 'uk.order.reportGiven' }, { holds: 'uk.order.reportDeferred' }],
    },
  },
  {
    id: 'UK-COBS-10A.3.1',
    citations: [handbook('COBS 10A.2.1R'), handbook('COBS 10A.3.1R'), handbook('COBS 10.3.1R')],
    inForce: UK_IN_FORCE,
    scope: CHECKED_WITHOUT_ADVICE,
    // What could not be assessed is the other rule's; what nobody assessed stays open.
    when: {
      all: [{ not: { none: 'uk.order.appropriate' } }, { not: { holds: 'uk.order.appropriate' } }],
    },
    outcome: 'require',
    satisfiedBy: { holds: 'uk.order.warnedNotAppropriate' },
  },
  {
    id: 'UK-COBS-10A.3.2',
    citations: [handbook('COBS 10A.2.1R'), handbook('COBS 10A.3.2R'), handbook('COBS 10.3.2R')],
    inForce: UK_IN_FORCE,
    scope: CHECKED_WITHOUT_ADVICE,
    when: { none: 'uk.order.appropriate' },
    outcome: 'require',
    satisfiedBy: { holds: 'uk.order.warnedNotAssessed' },
  },
  {
    id: 'UK-PROD-3.3.1',
    citations: [handbook('PROD 3.3.1R'), handbook('PROD 1.3.3R')],
    inForce: UK_IN_FORCE,
    // PROD 1.3.3R: not for eligible counterparty business.
    scope: {
      all: [
        INCREASE,
        { left: { fact: 'uk.client.category' }, is: '!=', right: 'eligible-counterparty' },
      ],
    },
    when: { left: { fact: 'uk.product.targetMarket' }, is: '=', right: 'outside' },
    outcome: 'refer',
  },
  {
    id: 'UK-PRIN-2A.2.8',
    citations: [handbook('PRIN 2A.2.8R')],
    inForce: { from: '2023-07-31' },
    // Products closed to new customers came a year later.
    scope: {
      all: [
        RETAIL,
        {
          any: [
            { not: { holds: 'uk.product.closed' } },
            { left: { fact: 'asOf' }, is: '>=', right: '2024-07-31' },
          ],
        },
      ],
    },
    when: { holds: 'uk.order.foreseeableHarm' },
    outcome: 'refer',
  },
];
