import { describe, expect, it } from 'vitest';
import { type ShortfallProblem, shortfallFrontier } from '../../../src/allocation/index.js';
import { expectRefusal } from '../../refusal.js';
import { expectNear, isDeeplyFrozen, wrong } from '../support.js';
import { pointsOf, solved } from './cases.js';

const FOUR: ShortfallProblem = {
  assets: ['BOND', 'EQUITY'],
  scenarios: [
    [0.02, -0.1],
    [-0.02, 0.06],
    [0.01, 0.08],
    [0.01, 0.04],
  ],
};

describe('shortfallFrontier', () => {
  it('runs from the least shortfall to the highest return, by hand', () => {
    // With e in equity the return is 0.005 + 0.015e, the loss 0.12e − 0.02 from e = 0.2 on.
    const points = pointsOf(FOUR, { count: 5, confidence: 0.75 });
    const equity = [0.2, 0.4, 0.6, 0.8, 1];
    expectNear(
      points.map(({ weights }) => weights.EQUITY as number),
      equity,
      1e-14,
    );
    expectNear(
      points.map(({ expectedReturn }) => expectedReturn),
      equity.map((e) => 0.005 + 0.015 * e),
      1e-15,
    );
    expectNear(
      points.map(({ expectedShortfall }) => expectedShortfall),
      equity.map((e) => 0.12 * e - 0.02),
      1e-15,
    );
    expect(isDeeplyFrozen(points)).toBe(true);
  });

  it('begins with the highest return among portfolios of equal shortfall', () => {
    // A and B share their worst scenario, C has a worse one. From B on, each unit of C adds 0.1 of loss.
    const problem = {
      assets: ['A', 'B', 'C'],
      scenarios: [
        [-0.1, -0.1, -0.2],
        [0.05, 0.1, 0.3],
        [0.05, 0.1, 0.3],
        [0.05, 0.1, 0.3],
      ],
    };
    const points = pointsOf(problem, { count: 3, confidence: 0.75 });
    expect(points[0]?.weights).toEqual({ A: 0, B: 1, C: 0 });
    expectNear(
      points.map(({ expectedShortfall }) => expectedShortfall),
      [0.1, 0.15, 0.2],
      1e-15,
    );
    expectNear(
      points.map(({ expectedReturn }) => expectedReturn),
      [0.05, 0.1125, 0.175],
      1e-15,
    );
  });

  it('is one point where the least shortfall already has the highest return', () => {
    const problem = {
      assets: ['A', 'B'],
      scenarios: [
        [-0.1, -0.2],
        [0.1, 0.1],
      ],
    };
    const points = pointsOf(problem, { count: 10 });
    expect(points.map(({ weights }) => weights)).toEqual([{ A: 1, B: 0 }]);
  });

  it('begins at a least return that is stated', () => {
    const points = pointsOf({ ...FOUR, minExpectedReturn: 0.011 }, { count: 2, confidence: 0.75 });
    expectNear(
      points.map(({ expectedReturn }) => expectedReturn),
      [0.011, 0.02],
      1e-15,
    );
  });

  it('meets minimiseExpectedShortfall at both ends', () => {
    const points = pointsOf(FOUR, { count: 4 });
    const least = solved(FOUR);
    expectNear([points[0]?.expectedShortfall as number], [least.expectedShortfall], 1e-15);
    const target = points[2]?.expectedReturn as number;
    const inside = solved({ ...FOUR, minExpectedReturn: target });
    expectNear([points[2]?.expectedShortfall as number], [inside.expectedShortfall], 1e-14);
  });

  it('says which rules conflict', () => {
    const bounds = { BOND: { max: 0.3 }, EQUITY: { max: 0.3 } };
    const result = shortfallFrontier({ ...FOUR, bounds }, { count: 5 });
    expect(result).toMatchObject({
      status: 'infeasible',
      conflicting: ['max:BOND', 'max:EQUITY', 'budget'],
    });
  });

  it.each<[string, unknown, Parameters<typeof expectRefusal>[1], string]>([
    ['no options', undefined, 'missing-value', 'options'],
    ['no count', {}, 'missing-value', 'options.count'],
    ['a count of 1', { count: 1 }, 'out-of-range', 'options.count'],
    ['a count above 1,000', { count: 1001 }, 'out-of-range', 'options.count'],
    ['half a point', { count: 2.5 }, 'invalid-type', 'options.count'],
    ['a confidence of 95', { count: 5, confidence: 95 }, 'out-of-range', 'options.confidence'],
  ])('refuses %s', (_, options, code, path) => {
    expectRefusal(() => shortfallFrontier(FOUR, wrong(options)), code, path);
  });
});
