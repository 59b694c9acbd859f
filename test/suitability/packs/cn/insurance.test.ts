import { describe, expect, it } from 'vitest';
import { compilePack, decide, type RuleFacts } from '../../../../src/rules/index.js';
import { cnNfraInsurance } from '../../../../src/suitability/packs/cn/insurance/nfra-insurance.js';
import { cnNfraInsuranceConduct } from '../../../../src/suitability/packs/cn/insurance/nfra-insurance-conduct.js';
import { describePack } from './conduct-support.js';

// Article 40 waives the assessment of the ability to pay, so that nobody has to know.
describePack(cnNfraInsurance, ['property-mismatch-known without client.paymentMismatch']);
describePack(cnNfraInsuranceConduct);

const pack = compilePack(cnNfraInsurance);
const conduct = compilePack(cnNfraInsuranceConduct);

/** What the boundary cases have in common. */
const COMMON: RuleFacts = {
  asOf: '2026-06-15',
  'product.regime': 'nfra-insurance',
  'product.uncertainBenefit': true,
  'client.age': 40,
  'client.householdIncome': 200000,
  'order.declarationSigned': false,
  'client.paymentMismatch': false,
};

function premiums(
  singlePremium: number,
  annualPremium: number,
  payYears: number,
  premium: number,
  premiumBudget: number,
): RuleFacts {
  return {
    'order.singlePremium': singlePremium,
    'order.annualPremium': annualPremium,
    'order.payYears': payYears,
    'order.premium': premium,
    'client.premiumBudget': premiumBudget,
  };
}

/** Worked out by hand from article 39 and checked by a second reader. */
const BOUNDARIES: readonly (readonly [string, RuleFacts, string, readonly string[]])[] = [
  ['= 4x is not over 4x', premiums(800000, 0, 1, 800000, 800000), 'allow', []],
  ['= 20 % is not over 20 %', premiums(0, 40000, 5, 40000, 40000), 'allow', []],
  [
    '65 + 10 reaches 75',
    { ...premiums(0, 0, 10, 10000, 10000), 'client.age': 65 },
    'require',
    ['CN-NFRA-39'],
  ],
  ['150 % of the budget is reached', premiums(0, 0, 5, 30000, 20000), 'require', ['CN-NFRA-39']],
  [
    'over 4x, and the declaration is signed',
    { ...premiums(800001, 0, 1, 800001, 800001), 'order.declarationSigned': true },
    'allow-with-evidence',
    ['CN-NFRA-39'],
  ],
];

describe('the marks of article 39', () => {
  for (const [name, facts, status, deciding] of BOUNDARIES) {
    it(`${name}: ${status}`, () => {
      const decision = decide([pack], { ...COMMON, ...facts }, { asOf: '2026-06-15' });
      expect([decision.status, decision.deciding]).toEqual([status, deciding]);
    });
  }

  it('count in exact decimals: 20 % of 1,000,000.05 is 200,000.01 and not less', () => {
    const income = { currency: 'CNY', amount: '1000000.05' };
    const facts = {
      ...COMMON,
      ...premiums(0, 200000.01, 5, 1, 1000),
      'client.householdIncome': income,
    };
    expect(decide([pack], facts, { asOf: '2026-06-15' }).status).toBe('allow');
    const more = { ...facts, 'order.annualPremium': 200000.02 };
    expect(decide([pack], more, { asOf: '2026-06-15' }).deciding).toEqual(['CN-NFRA-39']);
  });

  it('are asked for by name where they are missing', () => {
    const facts = { ...COMMON, ...premiums(0, 0, 5, 10000, 10000), 'client.householdIncome': null };
    const { status, missing } = decide([pack], facts, { asOf: '2026-06-15' });
    expect(status).toBe('undetermined');
    expect(missing).toMatchObject([{ fact: 'client.householdIncome', gap: 'none' }]);
  });
});

describe('both packs on insurance', () => {
  it('can be asked together', () => {
    const facts = {
      'product.regime': 'nfra-insurance',
      'order.effect': 'reduce',
      'order.acquires': false,
    } as const;
    const { status, packs } = decide([pack, conduct], facts, { asOf: '2026-06-15' });
    expect(status).toBe('allow');
    expect(packs.map(({ id }) => id)).toEqual(['cn-nfra-insurance', 'cn-nfra-insurance-conduct']);
    // Where high and low risk begin is a choice, which article 18 and 19 read.
    expect(packs.map(({ verified }) => verified)).toEqual([true, false]);
  });

  it('keep what was decided for five years after the contract ends', () => {
    const kept = [cnNfraInsurance, cnNfraInsuranceConduct].flatMap(
      ({ retention }) => retention ?? [],
    );
    expect(kept.map(({ years, after }) => [years, after])).toEqual([
      [5, 'relationship-end'],
      [5, 'relationship-end'],
    ]);
  });

  it('say that insurance above the level has only the way of article 38', () => {
    const facts: RuleFacts = {
      'product.regime': 'nfra-insurance',
      'product.principalAtRisk': true,
      'insurance.group': false,
      'product.issuerRisk': 5,
      'product.sellerRisk': 4,
      'client.riskLevel': 4,
      'order.clientInsists': false,
    };
    const { findings } = decide([conduct], facts, { asOf: '2026-06-15' });
    const blocking = findings.find(({ rule }) => rule === 'CN-NFRA-12(1)-insurance');
    expect(blocking).toMatchObject({ standing: 'fired', parameters: { 'product.risk': 5 } });
  });
});
