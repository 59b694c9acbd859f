import type { Rule, RuleCondition, RulePack } from 'aptfolio/rules';
import { CLIENT_FACTS } from '../../src/suitability/facts/client-facts.js';
import { ORDER_FACTS } from '../../src/suitability/facts/order-facts.js';
import { PRODUCT_FACTS } from '../../src/suitability/facts/product-facts.js';
import { PARAMETERS, TERMS } from './terms.js';
import {
  all,
  any,
  CITATION,
  compared,
  fact,
  holds,
  IN_FORCE,
  label,
  not,
  parameter,
} from './words.js';

/** The day on which everything here is decided. */
export const AS_OF = '2026-03-02';

const increase = compared(fact('order.effect'), '=', 'increase');
const investment = all(increase, compared(fact('product.regime'), '=', 'nfra-investment'));
const insurance = all(increase, compared(fact('product.regime'), '=', 'nfra-insurance'));
const banking = all(
  increase,
  compared(fact('product.regime'), 'in', ['nfra-investment', 'nfra-insurance']),
);
const securities = all(
  increase,
  compared(fact('product.regime'), '=', 'csrc'),
  not(holds('client.professional')),
);
const privately = all(increase, holds('product.private'));
const participating = all(insurance, holds('product.uncertainBenefit'));

const aboveLevel = holds('case.aboveLevel');
const highRisk = compared(fact('case.risk'), '>=', parameter('highRisk'));
const limitedCapacity = compared(fact('client.civilCapacity'), '=', 'limited');

/** A rule without what all of them share, and its text. */
type Line = Omit<Rule, 'citations' | 'inForce'> & { readonly text: string };

const LINES: readonly Line[] = [
  block('level', investment, aboveLevel, 'The risk {case.risk} is above level {client.riskLevel}.'),
  block('payment', banking, holds('client.paymentMismatch'), 'The client cannot pay for it.'),
  {
    ...require('payment-insists', insurance, [
      all(holds('client.paymentMismatch'), holds('order.clientInsists')),
      all(holds('order.toldUnsuitable'), holds('order.writtenWarning')),
    ]),
    exceptionTo: ['payment'],
    text: 'The client insists, and must be told and warned.',
  },
  block(
    'recommended',
    investment,
    all(holds('order.solicited'), aboveLevel),
    'A product of risk {case.risk} must not be recommended to level {client.riskLevel}.',
  ),
  block(
    'no-capacity',
    increase,
    compared(fact('client.civilCapacity'), '=', 'none'),
    'No sale to whom the law gives no capacity.',
  ),
  block(
    'limited-capacity',
    increase,
    all(limitedCapacity, compared(fact('case.risk'), '>', parameter('lowRisk'))),
    'The risk {case.risk} is too high for limited capacity.',
  ),
  require('guardian', increase, [
    all(limitedCapacity, compared(fact('case.risk'), '<=', parameter('lowRisk'))),
    holds('order.guardianConsent'),
  ]),
  require('special-care', banking, [
    all(compared(fact('case.age'), '>=', parameter('specialCareAge')), highRisk),
    holds('order.specialCare'),
  ]),
  require('assess-again', banking, [holds('case.assessmentDue')]),
  {
    ...block(
      'assessment-limit',
      banking,
      all(
        holds('case.assessmentDue'),
        any(
          compared(fact('history.assessmentsToday'), '>=', parameter('assessmentsADay')),
          compared(fact('history.assessments12m'), '>=', parameter('assessmentsAYear')),
        ),
      ),
      'The client must be assessed again, and may not be before another day.',
    ),
    exceptionTo: ['assess-again'],
  },
  require('level-changed', banking, [
    holds('client.levelChanged'),
    holds('client.levelChangeReconfirmed'),
  ]),
  block('qualified', privately, not(holds('case.qualified')), 'Only for qualified investors.'),
  block(
    'least-amount',
    privately,
    any(
      below('fixed', 'leastFixed'),
      below('mixed', 'leastMixed'),
      below('equity', 'leastEquity'),
      below('derivative', 'leastEquity'),
    ),
    'The amount {order.amount:number} is too small.',
  ),
  declared('single-premium', 'order.singlePremium', '>', 'case.singlePremiumLimit'),
  declared('annual-premium', 'order.annualPremium', '>', 'case.annualPremiumLimit'),
  declared('premium-age', 'case.ageAfterPremiums', '>=', 'premiumAge'),
  declared('premium-budget', 'order.premium', '>=', 'case.premiumLimit'),
  block(
    'securities-level',
    securities,
    aboveLevel,
    'The risk {case.risk} is above level {client.riskLevel}.',
  ),
  {
    ...require('securities-insists', securities, [
      all(aboveLevel, holds('order.clientInsists'), not(holds('client.lowestCategory'))),
      all(
        holds('order.toldUnsuitable'),
        holds('order.writtenWarning'),
        holds('order.insistsAfterWarning'),
      ),
    ]),
    exceptionTo: ['securities-level'],
  },
  {
    ...block(
      'securities-recommended',
      securities,
      all(holds('order.solicited'), aboveLevel),
      'A product of risk {case.risk} must not be recommended to level {client.riskLevel}.',
    ),
    exceptionTo: ['securities-insists'],
  },
  block(
    'securities-lowest',
    securities,
    all(holds('client.lowestCategory'), aboveLevel),
    'Nothing above the own level is sold to the lowest category.',
  ),
  require('securities-care', securities, [highRisk, holds('order.specialCare')]),
  {
    id: 'large-remote',
    scope: increase,
    when: all(
      compared(fact('order.channel'), 'in', ['online', 'remote']),
      compared(fact('order.amount'), '>=', parameter('large')),
    ),
    outcome: 'refer',
    text: 'The amount {order.amount:number} is large.',
  },
  {
    id: 'at-the-limit',
    scope: increase,
    when: all(
      compared(fact('case.risk'), '=', fact('client.riskLevel')),
      compared(fact('case.age'), '>=', parameter('nearRetirement')),
    ),
    outcome: 'warn',
    text: 'The product takes all the risk that the client can bear, at {case.age} years.',
  },
];

/** Rules in the spirit of the Chinese ones, made up for measuring. No law, and no rule to go by. */
export const PACK: RulePack = {
  id: 'bench',
  version: '1',
  title: label('Rules to be measured'),
  kind: 'policy',
  inForce: IN_FORCE,
  facts: { ...CLIENT_FACTS, ...PRODUCT_FACTS, ...ORDER_FACTS },
  terms: TERMS,
  parameters: PARAMETERS,
  rules: LINES.map(({ text: _, ...line }) => ({
    ...line,
    citations: [CITATION],
    inForce: IN_FORCE,
  })),
  messages: Object.fromEntries(LINES.map(({ id, text }) => [id, label(text)])),
};

function block(id: string, scope: RuleCondition, when: RuleCondition, text: string): Line {
  return { id, scope, when, outcome: 'block', text };
}

/** A duty: when it applies, and what fulfils it. */
function require(
  id: string,
  scope: RuleCondition,
  [when, satisfiedBy]: readonly [RuleCondition, RuleCondition?],
): Line {
  const duty = { id, scope, when, outcome: 'require', text: `The duty ${id} is open.` } as const;
  return satisfiedBy === undefined ? duty : { ...duty, satisfiedBy };
}

/** A declaration has to be signed where a premium is high. */
function declared(id: string, left: string, is: '>' | '>=', right: string): Line {
  const limit = right in TERMS ? fact(right) : parameter(right);
  const when = compared(fact(left), is, limit);
  return require(id, participating, [when, holds('order.declarationSigned')]);
}

function below(type: string, least: string): RuleCondition {
  return all(
    compared(fact('product.type'), '=', type),
    compared(fact('order.amount'), '<', parameter(least)),
  );
}
