import { type Money, money, sumMoney } from 'aptfolio/money';
import { compileProducts, type ExAnteCosts, exAnteCosts, type Product } from 'aptfolio/products';
import { describe, expect, it } from 'vitest';
import oracle from '../../fixtures/products/costs/detailed.json' with { type: 'json' };
import { bondFund, expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

type Case = (typeof oracle.cases)[number];

/** The fixture's rates are decimal texts, for exact arithmetic. */
function numbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(numbers);
  if (typeof value !== 'object' || value === null) return value;
  const texts = ['from', 'flat'];
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === 'string' && !texts.includes(key) ? Number(one) : numbers(one),
    ]),
  );
}

function costsOf(one: Case): ExAnteCosts<'CNY'> {
  const rows = one.products.map(({ id, weight: _, annualFee, entryFee, fees }) =>
    bondFund({
      id,
      annualFee: Number(annualFee),
      entryFee: Number(entryFee),
      fees: numbers(fees) as NonNullable<Product['fees']>,
    }),
  );
  const weights = Object.fromEntries(one.products.map(({ id, weight }) => [id, Number(weight)]));
  return exAnteCosts(weights, compileProducts(rows, ['BOND']), {
    amount: money('CNY', one.amount),
    expectedReturn: Number(one.expectedReturn),
    expectedReturns: numbers(one.expectedReturns) as Record<string, number>,
    years: one.years,
  });
}

const texts = (amounts: Readonly<Record<string, Money>>): unknown =>
  Object.fromEntries(Object.entries(amounts).map(([kind, { amount }]) => [kind, amount]));

describe('costs with every kind of fee', () => {
  it.each(oracle.cases.map((one) => [one.name, one] as const))(
    'are those of following the money product by product: %s',
    (_, one) => {
      const { expected } = one;
      const costs = costsOf(one);
      expect(costs.lines.map(({ entryFee }) => entryFee.amount)).toEqual(expected.entryFees);
      const figures = [costs.entrySpread, costs.ongoing, costs.performance, costs.firstYear];
      const { entrySpread, ongoing, performance, firstYear } = expected;
      expect(figures.map(({ amount }) => amount)).toEqual([
        entrySpread,
        ongoing,
        performance,
        firstYear,
      ]);
      expect(texts(costs.overHolding)).toEqual(expected.overHolding);
      expect(costs.illustration).toHaveLength(one.years);
      costs.illustration.forEach((year, index) => {
        const { reductionInYield, ...row } = expected.illustration[index]!;
        expect({
          years: year.years,
          withoutCosts: year.withoutCosts.amount,
          withCosts: year.withCosts.amount,
          ongoing: year.paid.ongoing.amount,
          performance: year.paid.performance.amount,
          leaving: year.leaving.amount,
          costsSoFar: year.costsSoFar.amount,
        }).toEqual(row);
        // A flat fee counts as a share of a payment that is rounded to the cent.
        expect(Math.abs(year.reductionInYield - reductionInYield)).toBeLessThan(5e-11);
      });
      expect(costs.reductionInYield).toBe(costs.illustration.at(-1)?.reductionInYield);
    },
  );

  it('add up exactly, by product, by kind and by name', () => {
    for (const costs of oracle.cases.map(costsOf)) {
      for (const kind of ['entry', 'spread', 'ongoing', 'performance', 'exit', 'total'] as const) {
        const parts = costs.lines.map(({ overHolding }) => overHolding[kind]);
        expect(sumMoney('CNY', parts)).toEqual(costs.overHolding[kind]);
      }
      for (const { overHolding } of [costs, ...costs.lines]) {
        const { total, ...kinds } = overHolding;
        expect(sumMoney('CNY', Object.values(kinds))).toEqual(total);
      }
      expect(sumMoney('CNY', Object.values(costs.annualParts))).toEqual(costs.ongoing);
      expect(costs.illustration.at(-1)?.costsSoFar).toEqual(costs.overHolding.total);
      expect(isDeeplyFrozen(costs)).toBe(true);
      expect(JSON.parse(JSON.stringify(costs))).toEqual(costs);
    }
  });

  it('lower the value by at least what is paid where the return is not below 0', () => {
    for (const one of oracle.cases.filter(({ expectedReturn }) => Number(expectedReturn) >= 0)) {
      for (const { effect, costsSoFar } of costsOf(one).illustration) {
        // Half a unit for each rounded figure.
        expect(Number(effect.amount)).toBeGreaterThanOrEqual(Number(costsSoFar.amount) - 0.2);
      }
    }
  });
});

describe('one product’s costs', () => {
  const amount = money('CNY', '10000');
  const costsWith = (change: Partial<Product>, years = 1, expectedReturn = 0.05): ExAnteCosts => {
    const product = bondFund({ entryFee: 0, annualFee: 0, ...change });
    const universe = compileProducts([product], ['BOND']);
    return exAnteCosts({ A: 1 }, universe, { amount, years, expectedReturn });
  };

  it('of entry alone are the fee of its tier', () => {
    const fees = {
      entry: [
        { from: '0', rate: 0.015 },
        { from: '10000', flat: '100' },
      ],
    };
    const costs = costsWith({ fees });
    expect(costs.entryFees.amount).toBe('100.00');
    expect(costs.overHoldingShares.entry).toBe(0.01);
    // 9,900 × 1.05 = 10,395 in place of 10,500: 5 % − 3.95 %.
    expect(costs.reductionInYield).toBeCloseTo(0.0105, 14);
  });

  it('of leaving go by the days of the holding period', () => {
    const fees = {
      exit: [
        { fromDays: 0, rate: 0.015 },
        { fromDays: 365, rate: 0.005 },
      ],
    };
    // 10,000 × 1.05 × 0.005; after half a year of 182 days 10,000 × √1.05 × 0.015 = 153.70.
    expect(costsWith({ fees }).overHolding.exit.amount).toBe('52.50');
    expect(costsWith({ fees }, 0.5).overHolding.exit.amount).toBe('153.70');
    const week = {
      exit: [
        { fromDays: 0, rate: 0.015 },
        { fromDays: 7, rate: 0 },
      ],
    };
    expect(costsWith({ fees: week }, 7 / 365).overHolding.exit.amount).toBe('0.00');
    expect(costsWith({ fees: week }, 6 / 365, 0).overHolding.exit.amount).toBe('150.00');
  });

  it('of performance are a share of the return above the hurdle, after the annual fee', () => {
    const fees = { performance: { rate: 0.2, hurdle: 0.02 } };
    // 1.05 × 0.99 − 1 − 0.02 = 0.0195; × 0.2 × 10,000 = 39.
    expect(costsWith({ annualFee: 0.01, fees }).performance.amount).toBe('39.00');
    expect(costsWith({ annualFee: 0.01, fees }, 1, 0.02).performance.amount).toBe('0.00');
  });

  it('of the spread fall on buying and on selling', () => {
    const costs = costsWith({ fees: { halfSpread: 0.001 } });
    // 10,000 × 0.001 = 10; 9,990 × 1.05 × 0.001 = 10.4895.
    expect(costs.entrySpread.amount).toBe('10.00');
    expect(costs.overHolding.spread.amount).toBe('20.49');
    expect(costs.firstYear.amount).toBe('10.00');
  });

  it('are named by their parts, and what nobody names is unspecified', () => {
    const annualParts = { management: 0.006, custody: 0.001, service: 0.003 };
    const named = costsWith({ annualFee: 0.01, fees: { annualParts } });
    expect(texts(named.annualParts)).toEqual({
      custody: '10.00',
      management: '60.00',
      service: '30.00',
    });
    expect(Object.keys(named.annualParts)).toEqual(['custody', 'management', 'service']);
    expect(texts(costsWith({ annualFee: 0.01 }).annualParts)).toEqual({ unspecified: '100.00' });
    expect(texts(costsWith({ fees: { annualParts: {} } }).annualParts)).toEqual({});
  });

  it('show what the distributor is paid as a part of them', () => {
    const fees = { rebate: 0.004, entryCommission: 0.02 };
    const costs = costsWith({ annualFee: 0.01, entryFee: 0.025, fees }, 2, 0);
    const without = costsWith({ annualFee: 0.01, entryFee: 0.025 }, 2, 0);
    // 10,000 / 1.025 = 9,756.0976 invested, × 0.02 = 195.12; 100 × 0.4 = 40 a year;
    // over two years 97.56 + 96.58 = 194.14 of charges, × 0.4 = 77.656.
    expect(texts(costs.thirdParty as never)).toEqual({
      entryCommission: '195.12',
      rebate: '40.00',
      overHolding: '272.78',
    });
    expect(costs.overHolding).toEqual(without.overHolding);
    expect(costs.firstYear).toEqual(without.firstYear);
  });

  it('end with a part of a year where the holding does', () => {
    const { illustration } = costsWith({ annualFee: 0.01 }, 2.5);
    expect(illustration.map(({ years }) => years)).toEqual([1, 2, 2.5]);
    // 10,000 × 1.0395² = 10,805.6025 at the start; the half year takes it × (√1.05 − √1.0395).
    expect(illustration[2]?.paid.ongoing.amount).toBe('55.50');
  });

  it('go by tiers in the product’s own currency', () => {
    const fees = {
      entry: [
        { from: '0', rate: 0.02 },
        { from: '1400', flat: '10' },
      ],
    };
    const universe = compileProducts([bondFund({ currency: 'USD', fees })], ['BOND']);
    const fx = { base: 'CNY', rates: { USD: '7.0000' } } as const;
    const options = { amount, expectedReturn: 0.04 };
    // CNY 10,000 are USD 1,428.57, of which 10 are charged: 0.7 % or CNY 70.00.
    const costs = exAnteCosts({ A: 1 }, universe, { ...options, fx });
    expect(costs.entryFees.amount).toBe('70.00');
    expectRefusal(() => exAnteCosts({ A: 1 }, universe, options), 'missing-rate', 'options.fx');
  });

  it('are refused for returns that are none or of no product', () => {
    const universe = compileProducts([bondFund()], ['BOND']);
    const ask = (expectedReturns: unknown) => () =>
      exAnteCosts({ A: 1 }, universe, wrong({ amount, expectedReturn: 0, expectedReturns }));
    expectRefusal(ask({ B: 0.1 }), 'unknown-id', 'options.expectedReturns.B');
    expectRefusal(ask({ A: -1 }), 'out-of-range', 'options.expectedReturns.A');
    expectRefusal(ask(null), 'missing-value', 'options.expectedReturns');
    const fees = { performance: { rate: 0.2, hurdle: 0 } };
    const costly = compileProducts([bondFund({ fees })], ['BOND']);
    const absurd = { amount, expectedReturn: -0.9, expectedReturns: { A: 3 } };
    const path = 'options.expectedReturns';
    expectRefusal(() => exAnteCosts({ A: 1 }, costly, absurd), 'inconsistent', path);
  });
});
