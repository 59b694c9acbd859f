import type { InForce, Rule, RuleCondition } from '../../../rules/index.js';
import {
  codeOfConduct,
  HK_FROM,
  monetaryAuthority,
  platformGuidelines,
  rulesUnderOrdinance,
} from './citations.js';

/** The rules as they stand since complex products have rules of their own. */
export const HK_IN_FORCE: InForce = { from: HK_FROM };

const INCREASE: RuleCondition = { left: { fact: 'order.effect' }, is: '=', right: 'increase' };
const PROTECTED: RuleCondition = { holds: 'hk.client.protected' };
const SOLICITED: RuleCondition = { holds: 'order.solicited' };

function derivative(kind: string): RuleCondition {
  return { left: { fact: 'hk.product.derivative' }, is: '=', right: kind };
}

/** Derivatives on an exchange that the client asks for have paragraph 5.1A instead. */
const COMPLEX_SALE: RuleCondition = {
  all: [
    { holds: 'hk.product.complex' },
    INCREASE,
    PROTECTED,
    { any: [SOLICITED, { not: derivative('exchange-traded') }] },
  ],
};

const WITHOUT_KNOWLEDGE: RuleCondition = { not: { holds: 'hk.client.derivativeKnowledge' } };

/** Suitability, complex and derivative products, professional investors and vulnerable clients. */
export const HK_RULES: readonly Rule[] = [
  {
    id: 'HK-SFC-5.1',
    citations: [codeOfConduct('5.1')],
    inForce: HK_IN_FORCE,
    scope: { all: [PROTECTED, INCREASE] },
    when: PROTECTED,
    outcome: 'require',
    satisfiedBy: { holds: 'hk.client.profileKnown' },
  },
  {
    id: 'HK-SFC-5.2',
    citations: [codeOfConduct('5.2')],
    inForce: HK_IN_FORCE,
    scope: { all: [SOLICITED, PROTECTED] },
    when: { not: { holds: 'hk.order.suitable' } },
    outcome: 'block',
  },
  {
    id: 'HK-SFC-5.5',
    citations: [codeOfConduct('5.5'), platformGuidelines('6.3')],
    inForce: HK_IN_FORCE,
    scope: COMPLEX_SALE,
    when: { not: { holds: 'hk.order.suitable' } },
    outcome: 'block',
  },
  {
    id: 'HK-SFC-5.5-information',
    citations: [codeOfConduct('5.5'), platformGuidelines('6.7'), platformGuidelines('6.8')],
    inForce: HK_IN_FORCE,
    scope: COMPLEX_SALE,
    when: { holds: 'hk.product.complex' },
    outcome: 'require',
    satisfiedBy: {
      all: [{ holds: 'hk.order.minimumInformation' }, { holds: 'hk.order.warningStatements' }],
    },
  },
  {
    id: 'HK-SFC-5.1A-exchange',
    citations: [codeOfConduct('5.1A')],
    inForce: HK_IN_FORCE,
    scope: {
      all: [derivative('exchange-traded'), INCREASE, PROTECTED, { not: SOLICITED }],
    },
    when: WITHOUT_KNOWLEDGE,
    outcome: 'require',
    satisfiedBy: { holds: 'hk.order.derivativeRisksExplained' },
  },
  {
    id: 'HK-SFC-5.1A-unlisted',
    citations: [codeOfConduct('5.1A')],
    inForce: HK_IN_FORCE,
    scope: { all: [derivative('unlisted'), INCREASE, PROTECTED] },
    when: WITHOUT_KNOWLEDGE,
    outcome: 'require',
    satisfiedBy: { holds: 'hk.order.derivativeWarned' },
  },
  {
    id: 'HK-571D-professional',
    citations: [
      rulesUnderOrdinance(
        'Securities and Futures (Professional Investor) Rules (Cap. 571D)',
        'professional investors',
        'https://support.ex.io/2024/06/21/what-is-an-individual-or-corporate-professional-investor',
      ),
    ],
    inForce: HK_IN_FORCE,
    scope: { all: [{ holds: 'hk.product.professionalOnly' }, INCREASE] },
    when: { not: { holds: 'hk.client.professional' } },
    outcome: 'block',
  },
  {
    id: 'HK-HKMA-vulnerable',
    citations: [monetaryAuthority('vulnerable customers')],
    inForce: HK_IN_FORCE,
    scope: { all: [PROTECTED, INCREASE] },
    when: {
      all: [{ holds: 'hk.client.vulnerable' }, { not: { holds: 'hk.order.extraCare' } }],
    },
    outcome: 'warn',
    whenUnknown: 'bite',
  },
];
