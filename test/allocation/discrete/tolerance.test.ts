import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateDiscrete, type InfeasibleDiscrete } from '../../../src/allocation/index.js';
import { allocated } from './discrete-cases.js';

const hkd = (amount: string) => ({ currency: 'HKD', amount }) as const;
const leastVariance = { kind: 'minimum-variance' } as const;

describe('a tolerance that lets a weight cross its bound', () => {
  it('does not keep the search from ending where turnover is limited', () => {
    // The most that may be bought is 0.46 · 2 of 225: 44 lots of 4.70 are 206.80, 43 are 202.10. The least is 0 lots, but one is held.
    const found = allocated(
      allocateDiscrete(
        {
          assets: ['B'],
          expectedReturn: [0.001],
          covariance: [[0.01]],
          objective: leastVariance,
          budget: { min: 0, max: 0.9 },
          trading: { current: { B: 0 }, maxTurnover: 0.46 },
        },
        {
          minHoldings: 1,
          lots: {
            portfolioValue: hkd('225.00'),
            assets: { B: { price: '4.70' } },
            tolerance: 0.05,
          },
        },
      ),
    );
    expect(found.lots!.held).toEqual({ B: 1 });
    expect(found.certificate).toMatchObject({ provenOptimal: true, ended: 'complete' });
    expect(found.certificate.nodes).toBeLessThan(10);
  });

  it('is the same as bounds that are wider by so much', () => {
    const share = fc.integer({ min: 0, max: 40 });
    const drawn = fc.record({
      held: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
      floors: fc.array(share, { minLength: 3, maxLength: 3 }),
      widths: fc.array(share, { minLength: 3, maxLength: 3 }),
      prices: fc.array(fc.integer({ min: 5, max: 25 }), { minLength: 3, maxLength: 3 }),
      turnover: fc.integer({ min: 10, max: 60 }),
      tolerance: fc.integer({ min: 1, max: 10 }),
    });
    const names = ['A', 'B', 'C'];
    const byName = <T>(read: (i: number) => T) =>
      Object.fromEntries(names.map((name, i) => [name, read(i)]));
    fc.assert(
      fc.property(drawn, ({ held, floors, widths, prices, turnover, tolerance }) => {
        const loose = tolerance / 100;
        const run = (by: number, given: Record<string, number>) =>
          allocateDiscrete(
            {
              assets: names,
              expectedReturn: [0, 0, 0],
              covariance: [
                [0.01, 0.002, 0],
                [0.002, 0.02, 0],
                [0, 0, 0.04],
              ],
              objective: leastVariance,
              budget: { min: 0.5, max: 1 },
              bounds: byName((i) => ({
                min: floors[i]! / 100 - by,
                max: (floors[i]! + widths[i]!) / 100 + by,
              })),
              trading: {
                current: byName((i) => (held[i]! * prices[i]!) / 100),
                maxTurnover: turnover / 100,
              },
            },
            {
              lots: {
                portfolioValue: hkd('100.00'),
                assets: byName((i) => ({ price: prices[i]!, held: held[i]! })),
                tolerance: given,
              },
            },
          );
        const sum = prices.reduce((total, price, i) => total + price * held[i]!, 0);
        fc.pre(sum <= 100);
        const tolerances = Object.fromEntries(
          names.flatMap((name) => [
            [`min:${name}`, loose],
            [`max:${name}`, loose],
          ]),
        );
        const [one, other] = [run(0, tolerances), run(loose, {})];
        expect(one.status).toBe(other.status);
        if (one.status === 'infeasible' || one.status === 'no-convergence') return;
        expect(one.objectiveValue).toBeCloseTo(allocated(other).objectiveValue, 12);
      }),
    );
  });
});

describe('one tolerance for all rules', () => {
  const problem = {
    assets: ['A', 'B'],
    expectedReturn: [0.1, 0],
    covariance: [
      [0.01, 0],
      [0, 0.01],
    ],
    objective: { kind: 'utility', riskAversion: 0.5 },
  } as const;
  const lots = { portfolioValue: hkd('100.00'), tolerance: 0.05 };

  it('sells nothing short', () => {
    const assets = { A: { price: '10.4' }, B: { price: '1' } };
    // Nine lots of A are 93.60 and leave six of B, for 99.60; ten would cost more than there is.
    const found = allocated(allocateDiscrete(problem, { lots: { ...lots, assets } }));
    expect(found.lots!.held).toEqual({ A: 9, B: 6 });
  });

  it('does not hold what must not be held', () => {
    const assets = { A: { price: '1' }, B: { price: '1' } };
    const bounds = { A: { max: 0 } };
    const found = allocated(
      allocateDiscrete({ ...problem, bounds }, { lots: { ...lots, assets } }),
    );
    expect(found.lots!.held).toEqual({ A: 0, B: 100 });
    const groups = [{ id: 'none', members: ['A'], max: 0 }];
    const other = allocated(
      allocateDiscrete({ ...problem, groups }, { lots: { ...lots, assets } }),
    );
    expect(other.lots!.held).toEqual({ A: 0, B: 100 });
  });
});

describe('rules that conflict', () => {
  it('are named without one that does not matter', () => {
    // Whether D is frozen or not: B cannot be sold (0.02 < 0.11) and so is one of the two holdings, and to hold 0.8 of it and
    // one other asset turns over more than 0.44.
    const result = allocateDiscrete(
      {
        assets: ['A', 'B', 'C', 'D'],
        expectedReturn: [0, 0, 0, 0],
        covariance: [0.01, 0.02, 0.03, 0.04].map((variance, i) =>
          [0, 1, 2, 3].map((j) => (i === j ? variance : 0)),
        ),
        objective: leastVariance,
        budget: 0.8,
        trading: {
          current: { A: 0.4, B: 0.02, C: 0.28, D: 0.28 },
          maxTurnover: 0.44,
          frozen: ['D'],
        },
      },
      { maxHoldings: 2, minTrade: { B: 0.11 } },
    ) as InfeasibleDiscrete;
    expect(result.status).toBe('infeasible');
    expect(result.conflicting).not.toContain('frozen:D');
    expect(result.conflicting).toContain('max-holdings');
    expect(result.conflicting).toContain('turnover');
  });
});
