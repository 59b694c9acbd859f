import type { Rule, RuleCondition } from '../../../../rules/index.js';
import { nfra } from '../citations.js';
import { BEARS_MORE, done, is, listsAll } from '../conduct-conditions.js';
import { NFRA_IN_FORCE } from '../nfra/nfra-rules-scope.js';
import {
  INSURANCE_SALE,
  RISKIER_INSURANCE_SALE,
  SHORT_OR_PROPERTY,
} from './nfra-insurance-facts.js';
import { PROTECTION_RULES } from './nfra-insurance-protection-rules.js';

/** The article asks this of every sale of insurance. */
const ALWAYS: RuleCondition = is('product.regime', 'nfra-insurance');

/** Who sells what: grading of products and of sellers. */
const GRADING_RULES: readonly Rule[] = [
  {
    id: 'CN-NFRA-32',
    citations: [nfra('32')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: ALWAYS,
    outcome: 'require',
    satisfiedBy: listsAll('insurance.gradingFactors', 'type', 'cover', 'benefit-certainty'),
  },
  {
    id: 'CN-NFRA-33',
    citations: [nfra('33')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: {
      not: {
        left: { fact: 'seller.insuranceClasses' },
        is: 'includes',
        right: { fact: 'insurance.class' },
      },
    },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-33-tiers',
    citations: [nfra('33')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: ALWAYS,
    outcome: 'require',
    satisfiedBy: listsAll('seller.tierCriteria', 'knowledge', 'compliance', 'sales-history'),
  },
];

/** What must be known and assessed before, and for which insurance it need not be (article 40). */
const ASSESSMENT_RULES: readonly Rule[] = [
  {
    id: 'CN-NFRA-34',
    citations: [nfra('34')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: ALWAYS,
    outcome: 'require',
    satisfiedBy: done(
      'information.identity',
      'information.coverNeeds',
      'information.similarCover',
      'information.finances',
      'information.riskPreference',
      'information.required',
    ),
  },
  {
    id: 'CN-NFRA-35',
    citations: [nfra('35')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: ALWAYS,
    outcome: 'require',
    satisfiedBy: done('insurance.needsAnalysed', 'insurance.affordabilityAssessed'),
  },
  {
    id: 'CN-NFRA-35-opinion',
    citations: [nfra('35')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: ALWAYS,
    outcome: 'require',
    satisfiedBy: done('insurance.opinionGiven'),
  },
  {
    id: 'CN-NFRA-40(1)',
    citations: [nfra('40(1)'), nfra('46')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: SHORT_OR_PROPERTY,
    outcome: 'info',
    exceptionTo: ['CN-NFRA-34', 'CN-NFRA-35'],
  },
  {
    id: 'CN-NFRA-40(2)',
    citations: [nfra('40(2)')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: { holds: 'insurance.group' },
    outcome: 'info',
    exceptionTo: ['CN-NFRA-35'],
  },
  {
    id: 'CN-NFRA-40(2)-payers',
    citations: [nfra('40(2)')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: done('insurance.group', 'product.principalAtRisk'),
    outcome: 'require',
    satisfiedBy: done('insurance.payersAssessed'),
  },
];

/** Insurance that may lose principal, for an applicant who is assessed as an investor is. */
const INVESTMENT: RuleCondition = {
  all: [{ holds: 'product.principalAtRisk' }, { not: { holds: 'insurance.group' } }],
};

/** No level stands against bearing less. */
const ABOVE_LEVEL: RuleCondition = {
  all: [INVESTMENT, BEARS_MORE, { holds: 'order.aboveLevel' }],
};

const JUDGED_UNSUITABLE: RuleCondition = is('insurance.opinion', 'unsuitable');

/** Article 36 brings in product rating and risk tolerance; where they do not match, article 38 is the only way. */
const MATCH_RULES: readonly Rule[] = [
  {
    id: 'CN-NFRA-36',
    citations: [nfra('36'), nfra('22'), nfra('28'), nfra('29(2)')],
    inForce: NFRA_IN_FORCE,
    scope: RISKIER_INSURANCE_SALE,
    when: INVESTMENT,
    outcome: 'require',
    // Whatever the levels are: that they are known shows that product and applicant were rated.
    satisfiedBy: {
      all: [
        { left: { fact: 'product.risk' }, is: '>=', right: 1 },
        { left: { fact: 'client.riskLevel' }, is: '>=', right: 1 },
        { left: { fact: 'client.assessedOn' }, is: '<=', right: { fact: 'asOf' } },
        {
          left: { fact: 'asOf' },
          is: '<=',
          right: { addMonths: [{ fact: 'client.assessedOn' }, { parameter: 'validMonths' }] },
        },
        { not: { holds: 'client.changeReported' } },
      ],
    },
  },
  {
    id: 'CN-NFRA-36-reconfirm',
    citations: [nfra('36'), nfra('29(1)')],
    inForce: NFRA_IN_FORCE,
    scope: RISKIER_INSURANCE_SALE,
    when: { all: [INVESTMENT, { holds: 'client.levelChanged' }] },
    outcome: 'require',
    satisfiedBy: { holds: 'client.levelChangeReconfirmed' },
  },
  {
    id: 'CN-NFRA-12(1)-insurance',
    citations: [nfra('12(1)'), nfra('36')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: ABOVE_LEVEL,
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-12(3)-insurance',
    citations: [nfra('12(3)'), nfra('38')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: JUDGED_UNSUITABLE,
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-13(3)-insurance',
    citations: [nfra('13(3)'), nfra('36')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: { all: [ABOVE_LEVEL, { holds: 'order.solicited' }] },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-38-opinion',
    citations: [nfra('38'), nfra('12')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: { all: [{ any: [ABOVE_LEVEL, JUDGED_UNSUITABLE] }, { holds: 'order.clientInsists' }] },
    outcome: 'require',
    satisfiedBy: done('order.stopAdvised', 'order.risksExplained', 'order.ownChoiceConfirmed'),
    exceptionTo: ['CN-NFRA-12(1)-insurance', 'CN-NFRA-12(3)-insurance'],
  },
];

/** What the applicant must be told, and what a declaration must say. */
const NOTICE_RULES: readonly Rule[] = [
  {
    id: 'CN-NFRA-37',
    citations: [nfra('37')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: ALWAYS,
    outcome: 'require',
    satisfiedBy: done(
      'notice.policy',
      'notice.uncertainBenefit',
      'notice.coolingOff',
      'notice.surrenderLoss',
      'notice.charges',
      'disclosure.matchOpinion',
      'disclosure.other',
      'disclosure.comprehensible',
    ),
  },
  {
    id: 'CN-NFRA-39-declaration',
    citations: [nfra('39')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: done('product.uncertainBenefit', 'order.declarationSigned'),
    outcome: 'require',
    satisfiedBy: done('order.declarationStatesRisk'),
  },
];

/** How insurance is sold. */
export const INSURANCE_CONDUCT_RULES: readonly Rule[] = [
  ...GRADING_RULES,
  ...ASSESSMENT_RULES,
  ...MATCH_RULES,
  ...PROTECTION_RULES,
  ...NOTICE_RULES,
];
