import type {
  DatedParameter,
  FactDeclaration,
  InForce,
  Rule,
  RuleCondition,
} from '../../../../rules/index.js';
import { label, yesNo } from '../../../facts/declare.js';
import { csrc, leftOpenBy } from '../citations.js';
import { ACQUIRES, BEARS_MORE, is, ORDINARY } from '../conduct-conditions.js';

/** From when the order applies. */
export const CSRC_IN_FORCE: InForce = { from: '2017-07-01' };

/** The purchase of a product that a securities, fund or futures firm issued, also in a switch. */
const PURCHASE: RuleCondition = { all: [is('product.regime', 'csrc'), ACQUIRES] };

const PURCHASE_BY_ORDINARY: RuleCondition = { all: [PURCHASE, ORDINARY] };

/** Only ordinary investors are graded by risk tolerance and protected by it; it never stands against bearing less. */
const RISKIER_PURCHASE_BY_ORDINARY: RuleCondition = { all: [PURCHASE_BY_ORDINARY, BEARS_MORE] };

export const CSRC_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'client.meetsAccess': yesNo(
    label(
      '符合产品的准入要求',
      '符合產品的准入要求',
      'client meets the access requirements of the product',
    ),
  ),
};

export const CSRC_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  /** The order does not say where high risk begins; a bank makes the choice its own. */
  highRisk: {
    label: label('高风险产品的最低等级', '高風險產品的最低等級', 'lowest rating that is high risk'),
    unit: 'level',
    stricter: 'lower',
    history: [{ ...CSRC_IN_FORCE, value: 4, citation: leftOpenBy(csrc('20')) }],
  },
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
    when: { all: [{ holds: 'order.aboveLevel' }, { holds: 'client.lowestCategory' }] },
    outcome: 'block',
    exceptionTo: ['CN-CSRC-18', 'CN-CSRC-19'],
  },
];

export const CSRC_RULES: readonly Rule[] = [
  ...ABOVE_LEVEL_RULES,
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
    when: { none: 'client.riskLevel' },
    outcome: 'block',
  },
];
