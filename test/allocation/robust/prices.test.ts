import { describe, expect, it } from 'vitest';
import { allocateRobustly, type RobustProblem } from '../../../src/allocation/index.js';
import { expectNear } from '../support.js';
import { nameOf, problemOf, type RobustCase, robustCases, solved } from './cases.js';

const STEP = 1e-7;

/** What one more unit of room at a bound of an asset adds: on its outer side only, where terms may be others than within. */
function gainOf(one: RobustCase, asset: number, side: 'lower' | 'upper'): number {
  const here = solved(problemOf(one)).objectiveValue;
  const gain = (step: number): number => {
    const moved = one[side].map((bound, i) => {
      return i === asset ? bound + (side === 'lower' ? -step : step) : bound;
    });
    return (solved(problemOf({ ...one, [side]: moved })).objectiveValue - here) / step;
  };
  // The first order of the step's own error falls out.
  return 2 * gain(STEP / 2) - gain(STEP);
}

describe('shadow prices of bounds', () => {
  const priced = robustCases.filter(({ smallestError }) => smallestError === undefined);
  it.each(priced)('are what loosening them adds to the worst utility: $name', (one) => {
    for (const { kind, subject, shadowPrice } of solved(problemOf(one)).binding) {
      if (kind !== 'min' && kind !== 'max') continue;
      const asset = one.mean.findIndex((_, i) => nameOf(i) === subject);
      const gain = gainOf(one, asset, kind === 'min' ? 'lower' : 'upper');
      expect(Math.abs(shadowPrice - gain), `${kind}:${subject}`).toBeLessThan(1e-6);
    }
  });

  it('count that beyond 0 lies a short position, which costs its own error', () => {
    // Under utility μw − ½·4·w'Σw, equity is worth holding short only from a mean below that of cash by more than its error.
    const problem = (mean: number, min: number): RobustProblem => ({
      assets: ['CASH', 'EQUITY'],
      expectedReturn: [0.02, mean],
      covariance: [
        [0, 0],
        [0, 0.04],
      ],
      objective: { kind: 'utility', riskAversion: 4 },
      bounds: { CASH: { max: 2 }, EQUITY: { min } },
      uncertainty: { kind: 'box', halfWidth: { CASH: 0, EQUITY: 0.03 } },
    });
    const priceAt = (mean: number): number => {
      const { binding } = solved(problem(mean, 0));
      return binding.find(({ rule }) => rule === 'min:EQUITY')?.shadowPrice ?? Number.NaN;
    };
    expect(priceAt(0)).toBe(0);
    expectNear([priceAt(-0.02)], [0.01], 1e-14);
    // −0.01 of excess after the error of 0.03, over 4 · 0.04.
    expectNear([solved(problem(-0.02, -1)).weights.EQUITY as number], [-0.0625], 1e-14);
    expect(solved(problem(0, -1)).weights.EQUITY).toBe(0);
  });
});

describe('a target for the worst return', () => {
  const problem: RobustProblem = {
    assets: ['BOND', 'EQUITY'],
    expectedReturn: [0.03, 0.07],
    covariance: [
      [0.0025, 0],
      [0, 0.04],
    ],
    objective: { kind: 'target-return', expectedReturn: 0.06 },
    bounds: { BOND: { min: -0.5 }, EQUITY: { max: 1.5 } },
    maxShort: 0.5,
    trading: { current: { BOND: 0.5, EQUITY: 0.5 }, buyCost: 0.01, sellCost: 0.005 },
    uncertainty: { kind: 'box', halfWidth: { BOND: 0.01, EQUITY: 0.02 } },
  };

  it('counts errors of shorts and costs of trading', () => {
    const target = { kind: 'target-return', expectedReturn: 0.04 } as const;
    const { weights, worstReturn, expectedReturn } = solved({ ...problem, objective: target });
    // With e = 1 − b: 0.02(1 − e) + 0.05e − 0.01(e − 0.5) − 0.005(e − 0.5) = 0.0275 + 0.015e, which is 0.04 at e = 5/6.
    expectNear(Object.values(weights), [1 / 6, 5 / 6], 1e-12);
    expectNear([worstReturn], [0.04], 1e-14);
    // The errors left out: 0.04 + 0.01/6 + 0.02·5/6.
    expectNear([expectedReturn], [0.04 + 0.11 / 6], 1e-14);
  });

  it('is named where it cannot be met', () => {
    // At e = 1 the worst return is 0.0425. A unit beyond earns 0.05 and costs 0.04 of a short bond and 0.015 of trading.
    const reached = { kind: 'target-return', expectedReturn: 0.0425 } as const;
    expect(solved({ ...problem, objective: reached }).weights.EQUITY).toBeCloseTo(1, 10);
    const result = allocateRobustly(problem);
    expect(result.status).toBe('infeasible');
    if (result.status !== 'infeasible') return;
    expect(result.conflicting).toContain('target-return');
    expect(result.conflicting).toContain('budget');
  });
});
