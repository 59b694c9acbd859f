import type {
  DatedParameter,
  FactDeclaration,
  InForce,
  Rule,
  RuleCondition,
} from '../../../../rules/index.js';
import { label, yesNo } from '../../../facts/declare.js';
import { civilCode, civilCodeUnread, csrc, leftOpenBy } from '../citations.js';
import { CAPACITY_FACTS, CAPACITY_PARAMETERS, CIVIL_CODE } from '../civil-capacity.js';
import { ACQUIRES, BEARS_MORE, is, ORDINARY } from '../conduct-conditions.js';

/** From when the order applies. */
export const CSRC_IN_FORCE: InForce = { from: '2017-07-01' };

/** The purchase of a product that a securities, fund or futures firm issued, also in a switch. */
const PURCHASE: RuleCondition = { all: [is('product.regime', 'csrc'), ACQUIRES] };

/** Institutions have neither age nor capacity. */
const PURCHASE_BY_PERSON: RuleCondition = { all: [PURCHASE, is('client.kind', 'natural')] };

const PURCHASE_BY_ORDINARY: RuleCondition = { all: [PURCHASE, ORDINARY] };

/** Only ordinary investors are graded by risk tolerance and protected by it; it never stands against bearing less. */
const RISKIER_PURCHASE_BY_ORDINARY: RuleCondition = { all: [PURCHASE_BY_ORDINARY, BEARS_MORE] };

export const CSRC_FACTS: Readonly<Record<string, FactDeclaration>> = {
  ...CAPACITY_FACTS,
  'client.meetsAccess': yesNo(
    label(
      '符合产品的准入要求',
      '符合產品的准入要求',
      'client meets the access requirements of the product',
    ),
  ),
};

export const CSRC_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  ...CAPACITY_PARAMETERS,
  /** The order does not say where high risk begins; a bank makes the choice its own. */
  highRisk: {
    label: label('高风险产品的最低等级', '高風險產品的最低等級', 'lowest rating that is high risk'),
    unit: 'level',
    stricter: 'lower',
    history: [{ ...CSRC_IN_FORCE, value: 4, citation: leftOpenBy(csrc('20')) }],
  },
};

/** For the lowest category that is whatever is rated above the lowest level, too, whatever level is on file. */
const ABOVE_LOWEST: RuleCondition = {
  any: [{ holds: 'order.aboveLevel' }, { left: { fact: 'product.risk' }, is: '>', right: 1 }],
};

/**
 * Above the level nothing is sold (18), unless the client insists after a warning (19); and not even then if the firm
 * proposed it (22(3)) or the client is in the lowest category (22(5)).
 */
const ABOVE_LEVEL_RULES: readonly Rule[] = [
  {
    id: 'CN-CSRC-18',
    citations: [csrc('18')],
    inForce: CSRC_IN_FORCE,
    scope: RISKIER_PURCHASE_BY_ORDINARY,
    when: { holds: 'order.aboveLevel' },
    outcome: 'block',
  },
  {
    id: 'CN-CSRC-19',
    citations: [csrc('19')],
    inForce: CSRC_IN_FORCE,
    scope: RISKIER_PURCHASE_BY_ORDINARY,
    when: { all: [{ holds: 'order.aboveLevel' }, { holds: 'order.clientInsists' }] },
    outcome: 'require',
    satisfiedBy: {
      all: [
        { holds: 'order.toldUnsuitable' },
        { holds: 'order.writtenWarning' },
        { holds: 'order.insistsAfterWarning' },
      ],
    },
    exceptionTo: ['CN-CSRC-18'],
  },
  {
    id: 'CN-CSRC-22(3)',
    citations: [csrc('22(3)')],
    inForce: CSRC_IN_FORCE,
    scope: RISKIER_PURCHASE_BY_ORDINARY,
    when: { all: [{ holds: 'order.aboveLevel' }, { holds: 'order.solicited' }] },
    outcome: 'block',
    exceptionTo: ['CN-CSRC-18', 'CN-CSRC-19'],
  },
  {
    id: 'CN-CSRC-22(5)',
    citations: [csrc('22(5)'), csrc('19')],
    inForce: CSRC_IN_FORCE,
    scope: RISKIER_PURCHASE_BY_ORDINARY,
    when: { all: [ABOVE_LOWEST, { holds: 'client.lowestCategory' }] },
    outcome: 'block',
    exceptionTo: ['CN-CSRC-18', 'CN-CSRC-19'],
  },
  {
    id: 'CN-CSRC-22(5)-capacity',
    // As notices of securities firms describe the lowest category: whoever has not full capacity is in it.
    citations: [csrc('22(5)'), csrc('19')],
    inForce: CIVIL_CODE,
    scope: { all: [RISKIER_PURCHASE_BY_ORDINARY, is('client.kind', 'natural')] },
    when: {
      all: [
        ABOVE_LOWEST,
        { any: [{ holds: 'client.withoutCapacity' }, { holds: 'client.withLimitedCapacity' }] },
      ],
    },
    outcome: 'block',
    exceptionTo: ['CN-CSRC-18', 'CN-CSRC-19'],
  },
];

/** The order is silent on capacity; what a person can do in law is for the Civil Code, whoever the investor is. */
const CAPACITY_RULES: readonly Rule[] = [
  {
    id: 'CN-CIVIL-20',
    citations: [civilCode('20'), civilCode('21'), civilCodeUnread('144')],
    inForce: CIVIL_CODE,
    scope: PURCHASE_BY_PERSON,
    when: { holds: 'client.withoutCapacity' },
    outcome: 'block',
  },
  {
    id: 'CN-CIVIL-19',
    citations: ['17', '18', '19', '22'].map(civilCode),
    inForce: CIVIL_CODE,
    scope: PURCHASE_BY_PERSON,
    when: {
      all: [{ holds: 'client.withLimitedCapacity' }, { not: { holds: 'client.withoutCapacity' } }],
    },
    outcome: 'require',
    satisfiedBy: { holds: 'order.guardianConsent' },
  },
];

export const CSRC_RULES: readonly Rule[] = [
  ...ABOVE_LEVEL_RULES,
  ...CAPACITY_RULES,
  {
    id: 'CN-CSRC-20',
    citations: [csrc('20')],
    inForce: CSRC_IN_FORCE,
    scope: PURCHASE_BY_ORDINARY,
    when: { left: { fact: 'product.risk' }, is: '>=', right: { parameter: 'highRisk' } },
    outcome: 'require',
    satisfiedBy: { holds: 'order.specialCare' },
  },
  {
    id: 'CN-CSRC-22(1)',
    citations: [csrc('22(1)')],
    inForce: CSRC_IN_FORCE,
    scope: PURCHASE,
    // A private product always has such requirements; what others there are is for a bank's own pack to say.
    when: { all: [{ holds: 'product.private' }, { not: { holds: 'client.meetsAccess' } }] },
    outcome: 'block',
  },
  {
    id: 'CN-CSRC-33',
    citations: [csrc('33')],
    inForce: CSRC_IN_FORCE,
    scope: RISKIER_PURCHASE_BY_ORDINARY,
    when: {
      any: [
        { none: 'client.riskLevel' },
        // What is learnt of the client after the sale was not known at the sale.
        { left: { fact: 'client.assessedOn' }, is: '>', right: { fact: 'asOf' } },
      ],
    },
    outcome: 'block',
  },
];
