import type { DatedParameter, Term } from 'aptfolio/rules';
import { all, any, CITATION, compared, fact, holds, IN_FORCE, label, parameter } from './words.js';

/** The numbers of the rules, as they are on the day. */
export const LIMITS = {
  lowRisk: 1,
  highRisk: 4,
  validMonths: 12,
  assessmentsADay: 2,
  assessmentsAYear: 8,
  specialCareAge: 65,
  nearRetirement: 60,
  experienceYears: 2,
  netAssets: 3_000_000,
  assets: 5_000_000,
  income: 400_000,
  leastFixed: 300_000,
  leastMixed: 400_000,
  leastEquity: 1_000_000,
  large: 1_000_000,
  singlePremium: 4,
  annualPremium: 0.2,
  premiumAge: 75,
  premiumBudget: 1.5,
} as const;

/** The same as parameters of a pack. */
export const PARAMETERS: Readonly<Record<string, DatedParameter>> = Object.fromEntries(
  Object.entries(LIMITS).map(([name, value]) => {
    return [name, { label: label(name), history: [{ ...IN_FORCE, value, citation: CITATION }] }];
  }),
);

/** Values with a name that are worked out from facts. */
export const TERMS: Readonly<Record<string, Term>> = {
  'case.risk': {
    label: label('higher rating'),
    type: 'number',
    value: { max: [fact('product.issuerRisk'), fact('product.sellerRisk')] },
  },
  'case.age': {
    label: label('completed years'),
    type: 'number',
    value: { years: [fact('client.birthDate'), fact('asOf')] },
  },
  'case.assessedUntil': {
    label: label('last day of the assessment'),
    type: 'date',
    value: { addMonths: [fact('client.assessedOn'), parameter('validMonths')] },
  },
  'case.singlePremiumLimit': {
    label: label('single premium from which a declaration is needed'),
    type: 'amount',
    value: { times: [parameter('singlePremium'), fact('client.householdIncome')] },
  },
  'case.annualPremiumLimit': {
    label: label('annual premium from which a declaration is needed'),
    type: 'amount',
    value: { times: [parameter('annualPremium'), fact('client.householdIncome')] },
  },
  'case.premiumLimit': {
    label: label('premium from which a declaration is needed'),
    type: 'amount',
    value: { times: [parameter('premiumBudget'), fact('client.premiumBudget')] },
  },
  'case.ageAfterPremiums': {
    label: label('age after the last premium'),
    type: 'number',
    value: { plus: [fact('order.payYears'), fact('case.age')] },
  },
  'case.aboveLevel': {
    label: label('risk above the level'),
    when: compared(fact('case.risk'), '>', fact('client.riskLevel')),
  },
  'case.assessmentDue': {
    label: label('assessment is due'),
    when: any(
      holds('client.changeReported'),
      compared(fact('case.assessedUntil'), '<', fact('asOf')),
    ),
  },
  'case.qualified': {
    label: label('qualified investor'),
    when: all(
      compared(fact('client.experienceYears'), '>=', parameter('experienceYears')),
      any(
        compared(fact('household.netFinancialAssets'), '>=', parameter('netAssets')),
        compared(fact('household.financialAssets'), '>=', parameter('assets')),
        compared(fact('client.avgIncome3y'), '>=', parameter('income')),
      ),
    ),
  },
};
