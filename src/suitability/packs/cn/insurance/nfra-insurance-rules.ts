import type { DatedParameter, Rule, Term } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import { nfra } from '../citations.js';
import { done } from '../conduct-conditions.js';
import { NFRA_IN_FORCE } from '../nfra/nfra-rules-scope.js';
import {
  INSURANCE_SALE,
  RISKIER_INSURANCE_SALE,
  SHORT_OR_PROPERTY,
  SHORT_TERM_MONTHS,
} from './nfra-insurance-facts.js';

/** The four marks of article 39: the first two must be exceeded (超过), the others reached. */
export const INSURANCE_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  singlePremiumTimes: {
    label: label(
      '趸交保费与家庭年收入的倍数',
      '躉交保費與家庭年收入的倍數',
      'single premium as a multiple of annual household income',
    ),
    unit: 'times',
    stricter: 'lower',
    history: [{ ...NFRA_IN_FORCE, value: 4, citation: nfra('39(1)') }],
  },
  annualPremiumShare: {
    label: label(
      '年期交保费占家庭年收入的比例',
      '年期交保費佔家庭年收入的比例',
      'annual premium as a share of annual household income',
    ),
    unit: 'fraction',
    stricter: 'lower',
    history: [{ ...NFRA_IN_FORCE, value: 0.2, citation: nfra('39(2)') }],
  },
  payYearsPlusAge: {
    label: label(
      '保费交费年限与年龄之和',
      '保費交費年限與年齡之和',
      'premium-paying years and age together',
    ),
    unit: 'years',
    stricter: 'lower',
    history: [{ ...NFRA_IN_FORCE, value: 75, citation: nfra('39(3)') }],
  },
  shortTermMonths: SHORT_TERM_MONTHS,
  budgetShare: {
    label: label(
      '保费与保费预算之比',
      '保費與保費預算之比',
      'premium as a share of the premium budget',
    ),
    unit: 'fraction',
    stricter: 'lower',
    history: [{ ...NFRA_IN_FORCE, value: 1.5, citation: nfra('39(4)') }],
  },
};

/**
 * Article 40 waives the assessment of the ability to pay, not article 12: what is known binds, and where the assessment is waived
 * nobody has to know.
 */
export const MEANS_MISMATCH: Term = {
  label: label(
    '所需资金与财务支付水平明显不匹配（免于评估的，以已知为限）',
    '所需資金與財務支付水平明顯不匹配（免於評估的，以已知為限）',
    'funds needed are manifestly out of line with the ability to pay, as far as it must be known',
  ),
  when: {
    any: [
      { left: { first: [{ fact: 'client.paymentMismatch' }, false] }, is: '=', right: true },
      {
        all: [
          { not: { any: [SHORT_OR_PROPERTY, { holds: 'insurance.group' }] } },
          { holds: 'client.paymentMismatch' },
        ],
      },
    ],
  },
};

/** Insurance must fit what the applicant can pay, and heavy burdens under uncertain benefits need a signature. */
export const INSURANCE_RULES: readonly Rule[] = [
  {
    id: 'CN-NFRA-12-insurance',
    citations: [nfra('12(2)'), nfra('40')],
    inForce: NFRA_IN_FORCE,
    scope: RISKIER_INSURANCE_SALE,
    when: { holds: 'order.meansMismatch' },
    outcome: 'block',
  },
  {
    id: 'CN-NFRA-38',
    citations: [nfra('38'), nfra('12')],
    inForce: NFRA_IN_FORCE,
    scope: RISKIER_INSURANCE_SALE,
    when: done('order.meansMismatch', 'order.clientInsists'),
    outcome: 'require',
    satisfiedBy: done('order.stopAdvised', 'order.risksExplained', 'order.ownChoiceConfirmed'),
    exceptionTo: ['CN-NFRA-12-insurance'],
  },
  {
    id: 'CN-NFRA-39',
    citations: [nfra('39')],
    inForce: NFRA_IN_FORCE,
    scope: { all: [INSURANCE_SALE, { holds: 'product.uncertainBenefit' }] },
    when: {
      any: [
        {
          left: { fact: 'order.singlePremium' },
          is: '>',
          right: {
            times: [{ parameter: 'singlePremiumTimes' }, { fact: 'client.householdIncome' }],
          },
        },
        {
          left: { fact: 'order.annualPremium' },
          is: '>',
          right: {
            times: [{ parameter: 'annualPremiumShare' }, { fact: 'client.householdIncome' }],
          },
        },
        {
          left: { plus: [{ fact: 'order.payYears' }, { fact: 'client.ageYears' }] },
          is: '>=',
          right: { parameter: 'payYearsPlusAge' },
        },
        {
          left: { fact: 'order.premium' },
          is: '>=',
          right: { times: [{ parameter: 'budgetShare' }, { fact: 'client.premiumBudget' }] },
        },
      ],
    },
    outcome: 'require',
    satisfiedBy: { holds: 'order.declarationSigned' },
  },
  {
    id: 'CN-NFRA-47',
    citations: [nfra('47')],
    inForce: NFRA_IN_FORCE,
    scope: INSURANCE_SALE,
    when: {
      left: { fact: 'institution.kind' },
      is: 'in',
      right: ['insurance-agency', 'insurance-broker'],
    },
    outcome: 'info',
  },
];
