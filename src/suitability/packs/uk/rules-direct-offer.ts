import type { InForce, Rule, RuleCondition, RuleOperand } from '../../../rules/index.js';
import { handbook, promotionOrder } from './citations.js';
import { DIRECT_OFFER_FROM } from './parameters.js';
import { INCREASE, RETAIL } from './rules-service.js';

const IN_FORCE: InForce = { from: DIRECT_OFFER_FROM };

/** A direct offer of a restricted mass market investment to a retail client. */
const DIRECT_OFFER: RuleCondition = {
  all: [
    { left: { fact: 'uk.product.promotionClass' }, is: '=', right: 'restricted-mass-market' },
    RETAIL,
    INCREASE,
    { holds: 'uk.order.directOffer' },
  ],
};

/** A client with a statement of this kind; without any statement there are no figures to compare. */
function withStatement(kind: string): RuleCondition {
  return {
    all: [
      DIRECT_OFFER,
      { not: { none: 'uk.client.investorStatement' } },
      { left: { fact: 'uk.client.investorStatement' }, is: '=', right: kind },
    ],
  };
}

const INVESTED_AFTERWARDS: RuleOperand = {
  plus: [{ fact: 'uk.client.restrictedInvested12m' }, { fact: 'uk.order.amount' }],
};

/** What must have happened before a retail client may answer such an offer (COBS 4.12A). */
export const UK_DIRECT_OFFER_RULES: readonly Rule[] = [
  {
    id: 'UK-COBS-4.12A.18',
    citations: [handbook('COBS 4.12A.18R')],
    inForce: IN_FORCE,
    scope: DIRECT_OFFER,
    when: { holds: 'uk.order.firstWithFirm' },
    outcome: 'require',
    satisfiedBy: {
      left: { fact: 'uk.order.hoursSinceRequest' },
      is: '>=',
      right: { parameter: 'coolingOffHours' },
    },
  },
  {
    id: 'UK-COBS-4.12A-warning',
    citations: [handbook('COBS 4.12A (personalised risk warning)')],
    inForce: IN_FORCE,
    scope: DIRECT_OFFER,
    when: { holds: 'uk.order.firstWithFirm' },
    outcome: 'require',
    satisfiedBy: { holds: 'uk.order.personalRiskWarning' },
  },
  {
    id: 'UK-COBS-4.12A.22',
    citations: [handbook('COBS 4.12A.22R')],
    inForce: IN_FORCE,
    scope: DIRECT_OFFER,
    when: { holds: 'uk.order.directOffer' },
    outcome: 'require',
    // The period ends on the day before the anniversary, which is the stricter reading.
    satisfiedBy: {
      all: [
        {
          left: { fact: 'uk.client.investorStatement' },
          is: 'in',
          right: [
            'restricted',
            'high-net-worth',
            'certified-sophisticated',
            'self-certified-sophisticated',
          ],
        },
        { left: { fact: 'uk.client.statementOn' }, is: '<=', right: { fact: 'asOf' } },
        {
          left: {
            addMonths: [{ fact: 'uk.client.statementOn' }, { parameter: 'statementMonths' }],
          },
          is: '>',
          right: { fact: 'asOf' },
        },
      ],
    },
  },
  {
    id: 'UK-COBS-4.12A-limit',
    citations: [handbook('COBS 4 Annex 5R')],
    inForce: IN_FORCE,
    scope: withStatement('restricted'),
    // The statement speaks of more than a tenth, so that a tenth is still in line with it.
    when: {
      left: INVESTED_AFTERWARDS,
      is: '>',
      right: { times: [{ parameter: 'restrictedShare' }, { fact: 'uk.client.netAssets' }] },
    },
    outcome: 'refer',
  },
  {
    id: 'UK-FPO-48',
    citations: [
      promotionOrder(
        '48',
        'https://complyport.com/financial-promotions-hnwi-and-sophisticated-investors-certificates-update/',
      ),
    ],
    inForce: IN_FORCE,
    scope: withStatement('high-net-worth'),
    when: {
      all: [
        {
          left: { fact: 'uk.client.annualIncome' },
          is: '<',
          right: { parameter: 'highNetWorthIncome' },
        },
        {
          left: { fact: 'uk.client.netAssets' },
          is: '<',
          right: { parameter: 'highNetWorthAssets' },
        },
      ],
    },
    outcome: 'refer',
  },
  {
    id: 'UK-COBS-4.12A-appropriateness',
    citations: [handbook('COBS 4.12A (appropriateness)'), handbook('COBS 10.1.2R')],
    inForce: IN_FORCE,
    scope: DIRECT_OFFER,
    when: { holds: 'uk.order.directOffer' },
    outcome: 'require',
    satisfiedBy: { holds: 'uk.order.appropriate' },
  },
];
