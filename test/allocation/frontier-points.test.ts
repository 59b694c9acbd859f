import { describe, expect, it } from 'vitest';
import { allocate, type FrontierPoint, frontierPoints } from '../../src/allocation/index.js';
import published from '../fixtures/allocation/published.json' with { type: 'json' };
import {
  expectNear,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  optimal,
  wrong,
} from './support.js';

const kwan = published.cases.find(({ id }) => id === 'kwan_spreadsheet');
const MARKETS = {
  assets: ['A', 'B', 'C'],
  expectedReturn: kwan?.input.mu as readonly number[],
  covariance: kwan?.input.cov as readonly (readonly number[])[],
};

function pointsOf(
  problem: Parameters<typeof frontierPoints>[0],
  count: number,
): readonly FrontierPoint[] {
  const result = frontierPoints(problem, { count });
  if (result.status !== 'points') throw new Error(result.status);
  return result.points;
}

describe('frontierPoints', () => {
  it('goes from the least variance to the highest return in even steps of return', () => {
    const points = pointsOf(MARKETS, 11);
    const corners = kwan?.expected.corners ?? [];
    expectNear(Object.values(points[0]?.weights ?? {}), corners.at(-1)?.weights ?? [], 1e-12);
    expectNear(Object.values(points.at(-1)?.weights ?? {}), corners[0]?.weights ?? [], 1e-12);
    // Kwan's portfolio of least variance: 0.98 · 0.05 + 0.02 · 0.12 = 0.0514.
    const steps = points.map((_, k) => 0.0514 + (k * (0.12 - 0.0514)) / 10);
    expectNear(
      points.map(({ expectedReturn }) => expectedReturn),
      steps,
      1e-14,
    );
  });

  it('lies between Kwan’s corners on straight lines of weights', () => {
    const corners = kwan?.expected.corners ?? [];
    const { expectedReturn: mu } = MARKETS;
    const returnOf = (weights: readonly number[]) =>
      weights.reduce((sum, w, i) => sum + w * (mu[i] as number), 0);
    for (const { expectedReturn, weights } of pointsOf(MARKETS, 40)) {
      const upper =
        corners.filter((one) => returnOf(one.weights) >= expectedReturn - 1e-12).length - 1;
      const [from, to] = [corners[upper], corners[upper + 1] ?? corners[upper]];
      const [high, low] = [returnOf(from?.weights ?? []), returnOf(to?.weights ?? [])];
      const part = high === low ? 0 : (high - expectedReturn) / (high - low);
      const between = (from?.weights ?? []).map((w, i) => w + part * ((to?.weights[i] ?? 0) - w));
      expectNear(Object.values(weights), between, 1e-9);
    }
  });

  it('is where allocate puts the portfolio of that return', () => {
    for (const { expectedReturn, volatility } of pointsOf(MARKETS, 7)) {
      const objective = { kind: 'target-return', expectedReturn } as const;
      expectNear([optimal(allocate({ ...MARKETS, objective })).volatility], [volatility], 1e-14);
    }
  });

  it('rises in return and risk, under rules as well', () => {
    const groups = [{ id: 'g', members: ['B', 'C'], max: 0.4 }];
    const points = pointsOf({ ...MARKETS, groups, bounds: { A: { max: 0.9 } } }, 20);
    expect(points).toHaveLength(20);
    points.slice(1).forEach((point, k) => {
      expect(point.expectedReturn).toBeGreaterThan(points[k]?.expectedReturn as number);
      expect(point.volatility).toBeGreaterThan(points[k]?.volatility as number);
      expect((point.weights.B as number) + (point.weights.C as number)).toBeLessThanOrEqual(
        0.4 + 1e-12,
      );
    });
    expectNear(Object.values(points.at(-1)?.weights ?? {}), [0.6, 0, 0.4], 1e-14);
  });

  it('starts at the better of two assets without risk', () => {
    const riskless = {
      assets: ['DEPOSIT', 'BILL', 'EQUITY'],
      expectedReturn: [0.01, 0.02, 0.06],
      covariance: [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0.04],
      ],
    };
    for (const order of [
      [0, 1, 2],
      [1, 0, 2],
      [2, 1, 0],
    ]) {
      const points = pointsOf(
        {
          assets: order.map((i) => riskless.assets[i] as string),
          expectedReturn: order.map((i) => riskless.expectedReturn[i] as number),
          covariance: order.map((i) => order.map((j) => riskless.covariance[i]?.[j] as number)),
        },
        3,
      );
      expect(points[0]).toEqual({
        expectedReturn: 0.02,
        volatility: 0,
        weights: { DEPOSIT: 0, BILL: 1, EQUITY: 0 },
      });
      expectNear(
        points.map(({ volatility }) => volatility),
        [0, 0.1, 0.2],
        1e-14,
      );
    }
  });

  it('starts at the best of several hedges', () => {
    // B and C move as one; half A and half of them cancels out, and C pays more than B.
    const hedged = {
      assets: ['A', 'B', 'C'],
      expectedReturn: [0.03, 0.02, 0.05],
      covariance: [
        [0.04, -0.04, -0.04],
        [-0.04, 0.04, 0.04],
        [-0.04, 0.04, 0.04],
      ],
    };
    const [first] = pointsOf(hedged, 3);
    expectNear(Object.values(first?.weights ?? {}), [0.5, 0, 0.5], 1e-12);
    expect(first?.volatility).toBe(0);
  });

  it('is one point where the safest portfolio already has the highest return', () => {
    const alike = { ...MARKETS, expectedReturn: [0.03, 0.03, 0.03] };
    expect(pointsOf(alike, 5)).toHaveLength(1);
    const bounds = { A: { min: 1 } };
    expect(pointsOf({ ...MARKETS, bounds }, 5).map(({ weights }) => weights)).toEqual([
      { A: 1, B: 0, C: 0 },
    ]);
  });

  it('is no frontier where the rules contradict each other', () => {
    const bounds = { A: { max: 0.1 }, B: { max: 0.1 }, C: { max: 0.1 } };
    expect(frontierPoints({ ...MARKETS, bounds }, { count: 3 })).toMatchObject({
      status: 'infeasible',
      conflicting: ['max:A', 'max:B', 'max:C', 'budget'],
    });
  });

  it('is frozen, free of −0 and survives JSON', () => {
    const result = frontierPoints(MARKETS, { count: 4 });
    expect(isDeeplyFrozen(result)).toBe(true);
    expect(hasNegativeZero(result)).toBe(false);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('asks for a problem and a number of points', () => {
    const act = (count: unknown) => () => frontierPoints(MARKETS, { count: wrong(count) });
    expectRefusal(act(1), 'out-of-range', 'options.count');
    expectRefusal(act(1001), 'out-of-range', 'options.count');
    expectRefusal(act(2.5), 'invalid-type', 'options.count');
    expectRefusal(act(undefined), 'missing-value', 'options.count');
    expectRefusal(() => frontierPoints(MARKETS, wrong(undefined)), 'missing-value', 'options');
    expectRefusal(() => frontierPoints(wrong(null), { count: 3 }), 'missing-value', 'problem');
    const nan = { ...MARKETS, expectedReturn: [0, 0, Number.NaN] };
    expectRefusal(
      () => frontierPoints(nan, { count: 3 }),
      'not-finite',
      'problem.expectedReturn[2]',
    );
  });
});
