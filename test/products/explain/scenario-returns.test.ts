import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Product, ProductFees, ProductScenarios } from '../../../src/products/index.js';
import oracle from '../../fixtures/products/scenarios.json' with { type: 'json' };
import { codesOf, explain } from './support.js';

const { assetClasses, expectedReturn, covariance } = oracle;
const assumptions = { asOf: '2026-03-01', assetClasses, expectedReturn, covariance } as const;
const million = { currency: 'CNY', amount: '1000000.00' } as const;

/** Fields that only some cases have; each has all of those that stand in the fixture. */
interface Case {
  readonly weights: readonly number[];
  readonly annualFee: number;
  readonly entryFee: number;
  readonly leverage?: number;
  readonly halfSpread?: number;
  readonly performance?: readonly number[];
  readonly exit?: readonly (readonly number[])[];
}

function productOf(one: Case): Partial<Product> {
  const { weights, performance, exit, halfSpread, leverage, annualFee, entryFee } = one;
  const fees: ProductFees = {
    ...(performance && { performance: { rate: performance[0]!, hurdle: performance[1]! } }),
    ...(exit && { exit: exit.map(([days, rate]) => ({ fromDays: days!, rate: rate! })) }),
    ...(halfSpread && { halfSpread }),
  };
  const lookThrough = Object.fromEntries(assetClasses.map((name, i) => [name, weights[i]!]));
  return { lookThrough, annualFee, entryFee, fees, ...(leverage && { leverage }) };
}

describe('scenario returns', () => {
  it.each(oracle.cases.map((one) => [one.name, one] as const))('are SciPy’s: %s', (_, one) => {
    const { years } = one;
    const { scenarios } = explain(productOf(one), { assumptions, years });
    expect(scenarios?.expectedReturn).toBeCloseTo(one.expectedReturn, 14);
    expect(scenarios?.volatility).toBeCloseTo(one.volatility, 14);
    expect(scenarios?.scenarios.map(({ scenario }) => scenario)).toEqual([
      'stress',
      'unfavourable',
      'moderate',
      'favourable',
    ]);
    for (const { scenario, annualReturn } of scenarios!.scenarios) {
      expect(Math.abs(annualReturn - one.scenarios[scenario].annualReturn)).toBeLessThan(1e-12);
    }
  });

  it.each(oracle.cases.map((one) => [one.name, one] as const))('are so in money: %s', (_, one) => {
    const { scenarios } = explain(productOf(one), {
      assumptions,
      years: one.years,
      amount: million,
    });
    for (const { scenario, endValue } of scenarios!.scenarios) {
      // The entry fee is taken to the cent.
      const off = Number(endValue?.amount) - one.scenarios[scenario].endOfMillion;
      expect(Math.abs(off) / one.scenarios[scenario].endOfMillion).toBeLessThan(2e-8);
    }
  });

  it('end with the product', () => {
    // 2026-03-02 to 2027-03-02 is 365 days.
    const dealing = { maturity: '2027-03-02', redemption: 'never' } as const;
    expect(explain({ dealing }, { assumptions }).scenarios?.years).toBe(1);
    expect(explain({ dealing }, { assumptions, years: 0.5 }).scenarios?.years).toBe(0.5);
    expect(explain({}, { assumptions }).scenarios?.years).toBe(5);
    const past = { maturity: '2026-03-02' } as const;
    expect(explain({ dealing: past }, { assumptions }).scenarios).toBeUndefined();
  });

  it('are after the same charges as the costs: with no risk, the return less the reduction in yield', () => {
    const certain = { ...assumptions, covariance: covariance.map((row) => row.map(() => 0)) };
    const rate = fc.double({ min: 0, max: 0.05, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({
          annualFee: rate,
          entryFee: rate,
          halfSpread: rate,
          exitFee: rate,
          share: rate,
        }),
        fc.integer({ min: 1, max: 20 }),
        ({ annualFee, entryFee, halfSpread, exitFee, share }, years) => {
          const fees = {
            halfSpread,
            exit: [{ fromDays: 0, rate: exitFee }],
            performance: { rate: share, hurdle: 0.02 },
          };
          const given = { lookThrough: { EQUITY: 1 }, annualFee, entryFee, fees };
          const options = { assumptions: certain, amount: million, years };
          const { scenarios, costs } = explain(given, options);
          for (const { annualReturn } of scenarios!.scenarios) {
            expect(annualReturn).toBeCloseTo(0.07 - costs!.reductionInYield, 7);
          }
        },
      ),
    );
  });

  const returnsOf = ({ scenarios }: ProductScenarios): readonly number[] =>
    scenarios.map(({ annualReturn }) => annualReturn);

  it('go from bad to good, and charges lower each of them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.05, noNaN: true }),
        fc.double({ min: 0.01, max: 40, noNaN: true }),
        (annualFee, years) => {
          const given = { lookThrough: { BOND: 0.5, EQUITY: 0.5 }, entryFee: 0 };
          const free = explain({ ...given, annualFee: 0 }, { assumptions, years });
          const charged = explain({ ...given, annualFee }, { assumptions, years });
          const found = returnsOf(charged.scenarios!);
          expect([...found].sort((a, b) => a - b)).toEqual(found);
          returnsOf(free.scenarios!).forEach((without, i) => {
            expect(found[i]).toBeLessThanOrEqual(without);
          });
        },
      ),
    );
  });

  it('count the highest entry fee where no amount is given', () => {
    const entry = [
      { from: '0', rate: 0.01 },
      { from: '100', rate: 0.005 },
    ];
    const tiered = explain({ fees: { entry } }, { assumptions }).scenarios!;
    const plain = explain({ entryFee: 0.01 }, { assumptions }).scenarios!;
    expect(returnsOf(tiered)).toEqual(returnsOf(plain));
  });

  it('are not spoken of without assumptions', () => {
    const explanation = explain();
    expect(explanation).not.toHaveProperty('scenarios');
    expect(codesOf(explanation, 'returns')).toEqual([]);
  });

  it('name the classes that the assumptions do not know', () => {
    const few = {
      ...assumptions,
      assetClasses: ['CASH'],
      expectedReturn: [0.01],
      covariance: [[0]],
    };
    const explanation = explain({ lookThrough: { BOND: 0.5, CASH: 0.5 } }, { assumptions: few });
    expect(explanation).not.toHaveProperty('scenarios');
    expect(explanation.sections[2]?.reasons[0]).toMatchObject({
      code: 'products.returns-not-known',
      parameters: { classes: ['BOND'] },
    });
  });

  it.each(['deposit', 'term-deposit', 'insurance', 'annuity', 'structured'] as const)(
    'are not made up for a %s, whose contract settles what is paid',
    (type) => {
      const explanation = explain({ type }, { assumptions });
      expect(explanation).not.toHaveProperty('scenarios');
      expect(codesOf(explanation, 'returns')).toEqual(['returns-by-contract']);
    },
  );

  it('always come with the day of their assumptions and the word that they are no promise', () => {
    expect(codesOf(explain({}, { assumptions }), 'returns')).toEqual([
      'returns-basis',
      'scenario.stress',
      'scenario.unfavourable',
      'scenario.moderate',
      'scenario.favourable',
      'returns-no-promise',
    ]);
  });
});
