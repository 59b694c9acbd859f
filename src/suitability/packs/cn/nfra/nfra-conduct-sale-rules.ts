import type { Rule, RuleCondition } from '../../../../rules/index.js';
import { nfra } from '../citations.js';
import { done, during, is, SALE } from '../conduct-conditions.js';
import { NFRA_IN_FORCE } from './nfra-rules-scope.js';

/** Investment products and insurance: what chapter 2 speaks of. */
export const NFRA_PRODUCT: RuleCondition = {
  left: { fact: 'product.regime' },
  is: 'in',
  right: ['nfra-investment', 'nfra-insurance'],
};

/** Investment products, for which chapter 3 begins. */
export const NFRA_INVESTMENT: RuleCondition = is('product.regime', 'nfra-investment');

/** A sale, or the assessment before it. */
export const SALE_OR_ASSESSMENT: RuleCondition = { any: [SALE, during('assessment')] };

/** A sale in which a person sells. */
const SALE_BY_PERSON: RuleCondition = {
  all: [SALE, { left: { fact: 'order.channel' }, is: 'in', right: ['branch', 'remote'] }],
};

/** What must be known and reviewed before anything can be matched. */
const BEFORE_THE_MATCH: readonly Rule[] = [
  {
    id: 'CN-NFRA-10',
    citations: [nfra('10(2)')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_ASSESSMENT,
    when: { all: [NFRA_PRODUCT, { holds: 'client.refusesInformation' }] },
    // 可以拒绝: the institution may refuse, so that a person decides.
    outcome: 'refer',
  },
  {
    id: 'CN-NFRA-11',
    citations: [nfra('11')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_ASSESSMENT,
    when: { all: [NFRA_PRODUCT, { holds: 'product.accessRequired' }] },
    outcome: 'require',
    satisfiedBy: done('client.accessReviewed'),
  },
  {
    id: 'CN-NFRA-11-unmet',
    citations: [nfra('11')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_ASSESSMENT,
    when: {
      all: [NFRA_PRODUCT, { holds: 'product.accessRequired' }, is('client.meetsAccess', false)],
    },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-25',
    citations: [nfra('25')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_ASSESSMENT,
    when: NFRA_INVESTMENT,
    outcome: 'require',
    satisfiedBy: done(
      'information.identity',
      'information.finances',
      'information.experience',
      'information.objectives',
      'information.riskPreference',
      'information.required',
    ),
  },
  {
    id: 'CN-NFRA-25-professional',
    citations: [nfra('25'), nfra('27')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_ASSESSMENT,
    when: { all: [NFRA_INVESTMENT, { holds: 'client.professionalInvestor' }] },
    outcome: 'info',
    exceptionTo: ['CN-NFRA-25'],
  },
  {
    id: 'CN-NFRA-30',
    citations: [nfra('30')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_OR_ASSESSMENT,
    when: { all: [NFRA_INVESTMENT, { holds: 'product.private' }] },
    outcome: 'require',
    satisfiedBy: done('private.standardSet', 'private.investorReviewed'),
  },
];

/** What is due in every sale. */
const IN_THE_SALE: readonly Rule[] = [
  {
    id: 'CN-NFRA-5',
    citations: [nfra('5(2)')],
    inForce: NFRA_IN_FORCE,
    scope: SALE,
    when: { all: [NFRA_PRODUCT, is('opinion.saysNoGuarantee', false)] },
    // The article says what an opinion means; it orders nobody to write it down.
    outcome: 'warn',
  },
  {
    id: 'CN-NFRA-9-range',
    citations: [nfra('9'), nfra('4')],
    inForce: NFRA_IN_FORCE,
    scope: SALE,
    when: { all: [NFRA_PRODUCT, is('client.inTargetClients', false)] },
    // Whether this is one of the other cases of unsuitability (article 12(3)) a person must judge.
    outcome: 'refer',
  },
  {
    id: 'CN-NFRA-14',
    citations: [nfra('14')],
    inForce: NFRA_IN_FORCE,
    scope: SALE,
    when: { all: [NFRA_PRODUCT, is('order.channel', 'online')] },
    outcome: 'require',
    satisfiedBy: done('online.suitabilityEmbedded', 'online.rightsKept'),
  },
  {
    id: 'CN-NFRA-18-online',
    citations: [nfra('18'), nfra('46')],
    inForce: NFRA_IN_FORCE,
    scope: SALE,
    when: {
      all: [
        NFRA_INVESTMENT,
        is('client.kind', 'natural'),
        is('order.channel', 'online'),
        { left: { fact: 'client.ageYears' }, is: '>=', right: { parameter: 'elderlyFromAge' } },
        { left: { fact: 'product.risk' }, is: '>=', right: { parameter: 'highRisk' } },
      ],
    },
    outcome: 'require',
    satisfiedBy: done('online.ageFriendly'),
  },
  {
    id: 'CN-NFRA-16(1)',
    citations: [nfra('16(1)')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_BY_PERSON,
    when: { all: [NFRA_PRODUCT, { not: { holds: 'seller.qualified' } }] },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-16(2)',
    citations: [nfra('16(2)')],
    inForce: NFRA_IN_FORCE,
    scope: SALE_BY_PERSON,
    when: NFRA_PRODUCT,
    outcome: 'require',
    satisfiedBy: done('seller.trained'),
  },
  {
    id: 'CN-NFRA-17',
    citations: [nfra('17')],
    inForce: NFRA_IN_FORCE,
    scope: SALE,
    when: NFRA_PRODUCT,
    outcome: 'require',
    satisfiedBy: done('record.rating', 'record.assessment', 'record.notices', 'record.recordings'),
  },
  {
    id: 'CN-NFRA-27-records',
    citations: [nfra('27')],
    inForce: NFRA_IN_FORCE,
    scope: SALE,
    when: { all: [NFRA_INVESTMENT, { holds: 'client.professionalInvestor' }] },
    outcome: 'info',
    exceptionTo: ['CN-NFRA-17'],
  },
  {
    id: 'CN-NFRA-21(1)-agent',
    citations: [nfra('21(1)')],
    inForce: NFRA_IN_FORCE,
    scope: SALE,
    when: { all: [NFRA_PRODUCT, { holds: 'sale.throughAgent' }] },
    outcome: 'require',
    satisfiedBy: done('agent.assessed', 'agent.matched'),
  },
  {
    id: 'CN-NFRA-21(2)',
    citations: [nfra('21(2)')],
    inForce: NFRA_IN_FORCE,
    scope: { any: [SALE, during('agency')] },
    when: { all: [NFRA_PRODUCT, { holds: 'sale.throughAgent' }] },
    outcome: 'require',
    satisfiedBy: done('agency.dutiesInContract'),
  },
  {
    id: 'CN-NFRA-31',
    citations: [nfra('31(1)')],
    inForce: NFRA_IN_FORCE,
    scope: SALE,
    when: { all: [NFRA_INVESTMENT, { not: { holds: 'client.professionalInvestor' } }] },
    outcome: 'require',
    satisfiedBy: done(
      'disclosure.basics',
      'disclosure.riskLevel',
      'disclosure.risks',
      'disclosure.fees',
      'disclosure.matchOpinion',
      'disclosure.other',
      'disclosure.comprehensible',
    ),
  },
];

/** What articles 5 to 31 ask for in a sale and in the assessment before it. */
export const NFRA_SALE_RULES: readonly Rule[] = [...BEFORE_THE_MATCH, ...IN_THE_SALE];
