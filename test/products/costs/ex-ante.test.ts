import { describe, expect, it } from 'vitest';
import { equalsMoney, type Money, sumMoney } from '../../../src/money/index.js';
import { compileProducts, type ExAnteCosts, exAnteCosts } from '../../../src/products/index.js';
import oracle from '../../fixtures/products/costs.json' with { type: 'json' };
import expected from '../../fixtures/scenario/expected.json' with { type: 'json' };
import { bondFund, expectRefusal, isDeeplyFrozen, universe, wrong } from '../support.js';

const cny = (amount: string): Money<'CNY'> => ({ currency: 'CNY', amount });
const amounts = (costs: ExAnteCosts): Readonly<Record<string, string>> => ({
  entryFees: costs.entryFees.amount,
  firstYear: costs.firstYear.amount,
  ongoing: costs.ongoing.amount,
});

describe('the sample client’s costs before the fact', () => {
  // The fixture's weights have eight digits; as they sum to 1, the money is exact all the same.
  const amount = cny('341262.00');
  const expectedReturn = expected['allocation.C3'].mu;
  const costs = exAnteCosts(expected['products.weights'], universe, { amount, expectedReturn });
  const figures = expected['costs.exAnte'];

  it('are the published ones to the cent', () => {
    expect(amounts(costs)).toEqual({
      entryFees: figures.entryFeesCNY.toFixed(2),
      firstYear: figures.firstYearCNY.toFixed(2),
      ongoing: figures.ongoingCNY.toFixed(2),
    });
  });

  it('are the published rates', () => {
    expect(Math.abs(costs.annualFeeRate - figures.weightedTER)).toBeLessThan(5e-9);
    expect(Math.abs(costs.reductionInYield - figures.reductionInYield5y)).toBeLessThan(5e-9);
    expect(costs.years).toBe(5);
  });

  it('are shown product by product, and the parts add up', () => {
    expect(costs.lines.map(({ product }) => product)).toEqual(['P01', 'P03', 'P06', 'P07', 'P08']);
    const entry = sumMoney(
      'CNY',
      costs.lines.map(({ entryFee }) => entryFee),
    );
    const ongoing = sumMoney(
      'CNY',
      costs.lines.map((line) => line.ongoing),
    );
    expect(equalsMoney(entry, costs.entryFees)).toBe(true);
    expect(equalsMoney(ongoing, costs.ongoing)).toBe(true);
    // 341,262 · 0.26612202 · 0.001 / 1.001.
    expect(costs.lines[2]?.entryFee.amount).toBe('90.73');
  });

  it('are frozen and survive a round trip through JSON', () => {
    expect(isDeeplyFrozen(costs)).toBe(true);
    expect(JSON.parse(JSON.stringify(costs))).toEqual(costs);
  });
});

describe('costs that rational arithmetic gives', () => {
  it.each(oracle.cases.map((one) => [one.name, one] as const))('come out exactly: %s', (_, one) => {
    const rows = one.products.map(({ id, annualFee, entryFee }) =>
      bondFund({ id, annualFee, entryFee }),
    );
    const weights = Object.fromEntries(one.products.map(({ id, weight }) => [id, weight]));
    const { amount: text, currency, expectedReturn, years } = one;
    const amount = { currency, amount: text } as Money;
    const options = { amount, expectedReturn, years };
    const costs = exAnteCosts(weights, compileProducts(rows, ['BOND']), options);
    const { lines, annualFeeRate, reductionInYield, ...money } = one.expected;
    expect(amounts(costs)).toEqual(money);
    const found = costs.lines.map(({ product, entryFee }) => [product, entryFee.amount]);
    expect(Object.fromEntries(found)).toEqual(lines);
    expect(Math.abs(costs.annualFeeRate - annualFeeRate)).toBeLessThan(1e-16);
    expect(Math.abs(costs.reductionInYield - reductionInYield)).toBeLessThan(1e-14);
    const ongoing = sumMoney(
      amount.currency,
      costs.lines.map((line) => line.ongoing),
    );
    expect(ongoing).toEqual(costs.ongoing);
  });
});

describe('costs', () => {
  const options = { amount: cny('1000.00'), expectedReturn: 0.05 };

  it('leave out products without a weight', () => {
    const costs = exAnteCosts({ P03: 1, P07: 0 }, universe, options);
    expect(costs.lines.map(({ product }) => product)).toEqual(['P03']);
  });

  it('do not depend on the order of the weights', () => {
    const one = exAnteCosts({ P03: 0.25, P07: 0.75 }, universe, options);
    expect(exAnteCosts({ P07: 0.75, P03: 0.25 }, universe, options)).toStrictEqual(one);
  });

  it('lower the yield by the annual fee alone where there is no entry fee, whatever the period', () => {
    // (1 + 0.05) · 0.0033, as 1 − (1 − f) = f.
    for (const years of [0.01, 1, 5, 100]) {
      const costs = exAnteCosts({ P01: 1 }, universe, { ...options, years });
      expect(costs.reductionInYield).toBeCloseTo(0.003465, 15);
    }
  });

  it.each([
    ['no options', undefined, 'missing-value', 'options'],
    ['no amount', { ...options, amount: undefined }, 'missing-value', 'options.amount'],
    [
      'an amount of 0',
      { ...options, amount: cny('0.00') },
      'out-of-range',
      'options.amount.amount',
    ],
    ['a debt', { ...options, amount: cny('-1.00') }, 'out-of-range', 'options.amount.amount'],
    ['a number as amount', { ...options, amount: 1000 }, 'invalid-type', 'options.amount'],
    [
      'an amount finer than the currency',
      { ...options, amount: cny('0.001') },
      'out-of-range',
      'options.amount.amount',
    ],
    [
      'an unknown currency',
      { ...options, amount: { currency: 'XXY', amount: '1' } },
      'unknown-currency',
      'options.amount.currency',
    ],
    ['no return', { ...options, expectedReturn: null }, 'missing-value', 'options.expectedReturn'],
    [
      'a return of NaN',
      { ...options, expectedReturn: Number.NaN },
      'not-finite',
      'options.expectedReturn',
    ],
    [
      'a return of −1',
      { ...options, expectedReturn: -1 },
      'out-of-range',
      'options.expectedReturn',
    ],
    [
      'a return beyond 1,000 % a year',
      { ...options, expectedReturn: 10.01 },
      'out-of-range',
      'options.expectedReturn',
    ],
    [
      'a return without bounds',
      { ...options, expectedReturn: 1e300, years: 100 },
      'out-of-range',
      'options.expectedReturn',
    ],
    // 1,000 × 11^100 has 108 digits; money has 30.
    [
      'a return that no money can show',
      { ...options, expectedReturn: 10, years: 100 },
      'out-of-range',
      'options.expectedReturn',
    ],
    [
      'a product’s return beyond 1,000 % a year',
      { ...options, expectedReturns: { P01: 11 } },
      'out-of-range',
      'options.expectedReturns.P01',
    ],
    ['no period', { ...options, years: 0 }, 'out-of-range', 'options.years'],
    ['null years', { ...options, years: null }, 'missing-value', 'options.years'],
    ['endless years', { ...options, years: 1 / 0 }, 'not-finite', 'options.years'],
    ['too many years', { ...options, years: 101 }, 'out-of-range', 'options.years'],
  ] as const)('refuse %s', (_, given, code, path) => {
    expectRefusal(() => exAnteCosts({ P01: 1 }, universe, wrong(given)), code, path);
  });

  it.each([
    ['that miss 1', { P01: 0.5, P02: 0.4 }, 'inconsistent', 'weights'],
    ['in percent', { P01: 100 }, 'inconsistent', 'weights'],
    ['of nothing', {}, 'inconsistent', 'weights'],
    ['of an unknown product', { P01: 0.5, X: 0.5 }, 'unknown-id', 'weights.X'],
    ['below 0', { P01: 1.5, P02: -0.5 }, 'out-of-range', 'weights.P02'],
  ] as const)('refuse weights %s', (_, given, code, path) => {
    expectRefusal(() => exAnteCosts(wrong(given), universe, options), code, path);
  });

  it('stand a return of 1,000 % a year over as long as money can show it', () => {
    // 1,000 × 11^20 = 6.7 × 10^23.
    const costs = exAnteCosts({ P01: 1 }, universe, { ...options, expectedReturn: 10, years: 20 });
    expect(costs.illustration.at(-1)?.withoutCosts.amount).toMatch(/^67274999493/);
  });

  it('refuse products that were not compiled', () => {
    expectRefusal(() => exAnteCosts({}, wrong({}), options), 'missing-value', 'universe.byId');
    const each = { ...options, expectedReturns: { P01: 0.1 } };
    expectRefusal(
      () => exAnteCosts({ P01: 1 }, wrong(undefined), each),
      'missing-value',
      'universe',
    );
  });
});
