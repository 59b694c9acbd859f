import { describe, expect, it } from 'vitest';
import {
  type AllocationProblem,
  allocate,
  type CornerPortfolio,
  type EfficientFrontier,
  efficientFrontier,
  type FrontierAnswer,
  maximumSharpe,
  portfolioAtReturn,
  portfolioAtRiskAversion,
  portfolioAtVolatility,
} from '../../../src/allocation/index.js';
import { expectNear, expectRefusal } from '../support.js';
import { optimalCases } from './cases.js';

function frontierOf({ objective: _, ...problem }: AllocationProblem): EfficientFrontier {
  const frontier = efficientFrontier(problem);
  if (frontier.status !== 'corners') throw new Error(`no corners: ${frontier.status}`);
  return frontier;
}

function found(answer: FrontierAnswer): CornerPortfolio {
  if (answer.status !== 'found') throw new Error(`not found: ${JSON.stringify(answer)}`);
  return answer.portfolio;
}

/** The frontier's answer to an objective. */
function read(frontier: EfficientFrontier, objective: AllocationProblem['objective']) {
  const least = frontier.corners[frontier.corners.length - 1]!;
  switch (objective.kind) {
    case 'utility':
      return portfolioAtRiskAversion(frontier, objective.riskAversion);
    case 'minimum-variance':
      return least;
    case 'target-return': {
      const { expectedReturn } = objective;
      return found(portfolioAtReturn(frontier, Math.max(expectedReturn, least.expectedReturn)));
    }
    case 'target-volatility':
      return found(portfolioAtVolatility(frontier, objective.volatility));
    default:
      return found(maximumSharpe(frontier, objective.risklessReturn));
  }
}

const withFrontier = optimalCases.filter(({ problem }) => problem.maxTrackingError === undefined);

describe('the frontier under every kind of rule', () => {
  it.each(withFrontier)('holds what cvxpy finds: $name', ({ problem, expected }) => {
    const frontier = frontierOf(problem);
    const portfolio = read(frontier, problem.objective);
    expectNear(Object.values(portfolio.weights), expected.weights, 1e-9);
    // Where the variance is least it says nothing of costs that do not lower it.
    if (problem.objective.kind !== 'minimum-variance') {
      expectNear([portfolio.expectedReturn], [expected.expectedReturn], 1e-9);
    }
    const counted = problem.risk === 'active' ? expected.trackingError : expected.volatility;
    expectNear([portfolio.volatility], [counted as number], 1e-8);
    const { primal, stationarity, complementarity } = frontier.certificate;
    expect(Math.max(primal, stationarity, complementarity)).toBeLessThan(1e-12);
  });

  it.each(withFrontier)('falls in return and risk from corner to corner: $name', ({ problem }) => {
    const { corners } = frontierOf(problem);
    for (let k = 1; k < corners.length; k++) {
      const [above, below] = [corners[k - 1]!, corners[k]!];
      expect(below.expectedReturn).toBeLessThanOrEqual(above.expectedReturn + 1e-14);
      expect(below.volatility).toBeLessThanOrEqual(above.volatility + 1e-14);
      expect(below.riskTolerance).toBeLessThanOrEqual(above.riskTolerance);
    }
    expect(corners[corners.length - 1]!.riskTolerance).toBe(0);
  });

  it.each(withFrontier)('is what allocate finds between corners: $name', ({ problem }) => {
    const { corners } = frontierOf(problem);
    for (let k = 1; k < corners.length; k++) {
      const [above, below] = [corners[k - 1]!, corners[k]!];
      const tolerance = (above.riskTolerance + below.riskTolerance) / 2;
      if (tolerance < 1e-9 || above.riskTolerance - below.riskTolerance < 1e-9) continue;
      const objective = { kind: 'utility', riskAversion: 1 / tolerance } as const;
      const result = allocate({ ...problem, objective });
      if (result.status !== 'optimal') throw new Error(result.status);
      const middle = problem.assets.map((a) => (above.weights[a]! + below.weights[a]!) / 2);
      expectNear(Object.values(result.weights), middle, 1e-11);
    }
  });

  it('has a kink where nothing is traded', () => {
    // 0.04 − 0.04w/t − ±0.008 = 0: bought while w < 0.8t, sold while w > 1.2t; held at 0.3 from t = 0.375 to 0.25.
    const frontier = frontierOf({
      assets: ['BOND', 'EQUITY'],
      expectedReturn: [0.02, 0.06],
      covariance: [
        [0, 0],
        [0, 0.04],
      ],
      objective: { kind: 'minimum-variance' },
      trading: { current: { BOND: 0.7, EQUITY: 0.3 }, buyCost: 0.004, sellCost: 0.004 },
    });
    const still = frontier.corners.filter(({ weights }) => weights.EQUITY === 0.3);
    const [first, last] = [still[0]!, still[still.length - 1]!];
    expectNear([first.riskTolerance, last.riskTolerance], [0.375, 0.25], 1e-14);
    expect(first.weights).toEqual({ BOND: 0.7, EQUITY: 0.3 });
    const moving = frontier.corners.filter(({ weights }) => weights.EQUITY !== 0.3);
    expectNear(
      moving.flatMap(({ riskTolerance, weights }) => [riskTolerance, weights.EQUITY as number]),
      [1.25, 1, 0, 0],
      1e-14,
    );
  });

  it('refuses a limit on the tracking error, and points to active risk', () => {
    const one = optimalCases.find(({ problem }) => problem.maxTrackingError !== undefined)!;
    expectRefusal(() => frontierOf(one.problem), 'inconsistent', 'problem.maxTrackingError');
  });
});
