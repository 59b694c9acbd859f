import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateDiscrete, type DiscreteProblem } from '../../../src/allocation/index.js';
import { allocated, namesOf } from './discrete-cases.js';

const hkd = (amount: string) => ({ currency: 'HKD', amount }) as const;

/** Independent risks of 0.01 each, no expected returns. */
function independent(size: number): DiscreteProblem {
  const assets = namesOf(Array.from({ length: size }));
  return {
    assets,
    expectedReturn: assets.map(() => 0),
    covariance: assets.map((_, i) => assets.map((__, j) => (i === j ? 0.01 : 0))),
    objective: { kind: 'minimum-variance' },
  };
}

const priced = (size: number, price: string) =>
  Object.fromEntries(namesOf(Array.from({ length: size })).map((name) => [name, { price }]));

describe('what is left of the budget is held to maxCash to the smallest unit', () => {
  it('by less than a cent', () => {
    // Nine lots of 10 leave 10.00, and 0.0999 of the value is 9.99.
    const lots = { portfolioValue: hkd('100.00'), assets: priced(1, '10'), maxCash: 0.0999 };
    const { lots: plan } = allocated(allocateDiscrete(independent(1), { lots }));
    expect(plan).toMatchObject({ held: { a0: 10 }, cash: hkd('0.00') });
  });

  it('in a currency whose smallest unit is a large part of the value', () => {
    // Ten lots of 10 use up 100; each fee, 0.0001 of 10, is 0.
    const lots = {
      portfolioValue: { currency: 'JPY', amount: '100' },
      assets: priced(6, '10'),
      fees: { buyRate: 0.0001 },
      maxCash: 0,
    } as const;
    const { lots: plan } = allocated(allocateDiscrete(independent(6), { lots }));
    expect(plan!.cash).toEqual({ currency: 'JPY', amount: '0' });
  });

  it('where the budget is a part of the value, on both sides', () => {
    const cents = fc.integer({ min: 300, max: 2500 });
    const drawn = fc.record({
      prices: fc.array(cents, { minLength: 1, maxLength: 4 }),
      value: fc.integer({ min: 10_000, max: 40_000 }),
      rate: fc.integer({ min: 0, max: 20 }),
      part: fc.integer({ min: 5, max: 10 }),
    });
    fc.assert(
      fc.property(drawn, ({ prices, value, rate, part }) => {
        const text = (units: number): string => (units / 100).toFixed(2);
        const assets = Object.fromEntries(prices.map((p, i) => [`a${i}`, { price: text(p) }]));
        const fees = { buyRate: rate / 1000 };
        const rules = { lots: { portfolioValue: hkd(text(value)), assets, fees } };
        const problem = { ...independent(prices.length), budget: part / 10 };
        const result = allocateDiscrete(problem, rules, { maxNodes: 300 });
        if (result.status !== 'optimal' && result.status !== 'feasible') return;
        // In tenths of a cent: what is spent on lots and fees is at most the budget, and misses it by less than a lot.
        const { held, fees: paid } = result.lots!;
        const spent = prices.reduce((sum, p, i) => sum + p * held[`a${i}`]!, 0);
        const left = part * value - 10 * (spent + Math.round(Number(paid.amount) * 100));
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThan(10 * Math.min(...prices));
      }),
    );
  });
});

describe('without a maxCash', () => {
  it('there is not enough left for one more lot', () => {
    const lots = { portfolioValue: hkd('100.00'), assets: priced(1, '10') };
    const { lots: plan } = allocated(allocateDiscrete(independent(1), { lots }));
    expect(plan).toMatchObject({ held: { a0: 10 }, cash: hkd('0.00') });
  });
});

describe('the weight of lots', () => {
  it('is the number nearest to what they come to by what there is', () => {
    // 90 of 100: steps of 0.3 added up come to 0.8999999999999999.
    const lots = { portfolioValue: hkd('100.00'), assets: priced(1, '30') };
    expect(allocated(allocateDiscrete(independent(1), { lots })).weights).toEqual({ a0: 0.9 });
  });
});
