import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocate,
  type EfficientFrontier,
  type FrontierAnswer,
  maximumSharpe,
  nearestEfficient,
  portfolioAtReturn,
  portfolioAtRiskAversion,
  portfolioAtVolatility,
} from '../../../src/allocation/index.js';
import { inner, varianceOf } from '../arrays/arrays.js';
import { anyProblem, type Drawn, share } from '../arrays/drawn.js';
import { expectNear, optimal } from '../support.js';
import { frontierOf, listOf, namedProblem, weightsAt } from './named.js';

const RUNS = { numRuns: 150 };

function found(answer: FrontierAnswer) {
  if (answer.status !== 'found') throw new Error(answer.status);
  return answer.portfolio;
}

/** Points of the frontier, so many between two corners. */
function gridOf(frontier: EfficientFrontier, steps: number): number[][] {
  const { corners } = frontier;
  return corners.flatMap(({ riskTolerance: from }, k) => {
    const to = corners[k + 1]?.riskTolerance ?? from;
    return Array.from({ length: steps }, (_, i) =>
      weightsAt(frontier, from + ((to - from) * i) / steps),
    );
  });
}

const riskOf = ({ covariance }: Drawn, weights: readonly number[]) =>
  Math.sqrt(Math.max(0, varianceOf(covariance, weights)));

/** A value between the ends of the frontier. */
const between = (low: number, high: number, part: number) =>
  part === 1 ? high : low + part * (high - low);

describe('portfolioAtReturn', () => {
  it('has the return, and the variance of the portfolio that allocate finds', () => {
    fc.assert(
      fc.property(anyProblem, share, (drawn, part) => {
        const problem = namedProblem(drawn);
        const frontier = frontierOf(problem);
        const [first, last] = [frontier.corners[0]!, frontier.corners.at(-1)!];
        const wanted = between(last.expectedReturn, first.expectedReturn, part);
        const portfolio = found(portfolioAtReturn(frontier, wanted));
        const weights = listOf(frontier, portfolio.weights);
        expectNear([portfolio.expectedReturn, inner(drawn.mean, weights)], [wanted, wanted], 1e-13);
        expectNear([portfolio.volatility], [riskOf(drawn, weights)], 1e-8);
        expectNear([portfolio.volatility ** 2], [varianceOf(drawn.covariance, weights)], 1e-14);
        // A hair less, for rounding may put the highest return beyond reach.
        const objective = { kind: 'target-return', expectedReturn: wanted - 1e-13 } as const;
        const direct = optimal(allocate({ ...problem, objective }));
        expectNear([portfolio.volatility ** 2], [direct.volatility ** 2], 1e-11);
      }),
      RUNS,
    );
  });
});

describe('portfolioAtVolatility', () => {
  it('has the highest return of all portfolios that are no riskier', () => {
    fc.assert(
      fc.property(anyProblem, share, (drawn, part) => {
        const frontier = frontierOf(namedProblem(drawn));
        const [first, last] = [frontier.corners[0]!, frontier.corners.at(-1)!];
        const wanted = between(last.volatility, first.volatility, part);
        const portfolio = found(portfolioAtVolatility(frontier, wanted));
        expectNear([portfolio.volatility ** 2], [wanted ** 2], 1e-14);
        for (const weights of gridOf(frontier, 20)) {
          if (riskOf(drawn, weights) > wanted) continue;
          expect(inner(drawn.mean, weights)).toBeLessThan(portfolio.expectedReturn + 1e-9);
        }
        fc.pre(wanted > 1e-4);
        const objective = { kind: 'target-volatility', volatility: wanted } as const;
        const direct = allocate({ ...namedProblem(drawn), objective });
        if (direct.status !== 'optimal') return;
        expectNear([portfolio.expectedReturn], [direct.expectedReturn], 1e-9);
      }),
      RUNS,
    );
  });
});

describe('portfolioAtRiskAversion', () => {
  it('has the utility of the portfolio that allocate finds', () => {
    const aversions = fc.constantFrom(0.05, 0.5, 2, 7, 40, 1000);
    fc.assert(
      fc.property(anyProblem, aversions, (drawn, riskAversion) => {
        const problem = namedProblem(drawn);
        const frontier = frontierOf(problem);
        const portfolio = portfolioAtRiskAversion(frontier, riskAversion);
        const weights = listOf(frontier, portfolio.weights);
        const utility = (values: readonly number[]) =>
          inner(drawn.mean, values) - (riskAversion / 2) * varianceOf(drawn.covariance, values);
        const objective = { kind: 'utility', riskAversion } as const;
        const direct = optimal(allocate({ ...problem, objective }));
        expectNear([utility(weights)], [direct.objectiveValue], 1e-13 * (1 + riskAversion));
        if (drawn.definite) expectNear(weights, listOf(frontier, direct.weights), 1e-9);
        for (const other of gridOf(frontier, 10)) {
          expect(utility(other)).toBeLessThan(utility(weights) + 1e-13 * (1 + riskAversion));
        }
      }),
      RUNS,
    );
  });
});

describe('maximumSharpe', () => {
  const rates = fc.constantFrom(-0.05, 0, 0.01, 0.04);

  it('has the highest ratio of all, and that of the portfolio that allocate finds', () => {
    fc.assert(
      fc.property(anyProblem, rates, (drawn, riskless) => {
        const problem = namedProblem(drawn);
        const frontier = frontierOf(problem);
        const answer = maximumSharpe(frontier, riskless);
        const highest = frontier.corners[0]!.expectedReturn;
        const end = frontier.corners.at(-1)!;
        const isEndless = end.volatility === 0 && end.expectedReturn > riskless;
        expect(answer.status).toBe(highest > riskless && !isEndless ? 'found' : 'unreachable');
        if (answer.status !== 'found') {
          expect(answer.highest).toBe(highest);
          return;
        }
        const { portfolio } = answer;
        // Without risk any excess return is beyond all measure.
        fc.pre(portfolio.volatility > 1e-6);
        const ratio = (portfolio.expectedReturn - riskless) / portfolio.volatility;
        for (const weights of gridOf(frontier, 20)) {
          const risk = riskOf(drawn, weights);
          if (risk < 1e-6) continue;
          const other = (inner(drawn.mean, weights) - riskless) / risk;
          expect(other).toBeLessThan(ratio * (1 + 1e-9));
        }
        const objective = { kind: 'maximum-sharpe', risklessReturn: riskless } as const;
        const direct = optimal(allocate({ ...problem, objective }));
        expectNear([ratio], [direct.objectiveValue], 1e-9 * ratio);
      }),
      RUNS,
    );
  });
});

describe('nearestEfficient', () => {
  it('has the least tracking error of all efficient portfolios', () => {
    const held = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(anyProblem, held, (drawn, parts) => {
        const frontier = frontierOf(namedProblem(drawn));
        const own = frontier.assets.map((_, i) => parts[i]! / 20);
        const weights = Object.fromEntries(frontier.assets.map((asset, i) => [asset, own[i]!]));
        const nearest = nearestEfficient(frontier, weights, drawn.covariance);
        const distance = (other: readonly number[]) =>
          varianceOf(
            drawn.covariance,
            other.map((w, i) => w - own[i]!),
          );
        const least = nearest.trackingError ** 2;
        expectNear([distance(listOf(frontier, nearest.portfolio.weights))], [least], 1e-14);
        for (const other of gridOf(frontier, 25)) {
          expect(distance(other)).toBeGreaterThan(least - 1e-14);
        }
        // What is efficient is its own nearest.
        const efficient = frontier.corners[Math.floor(frontier.corners.length / 2)]!;
        const itself = nearestEfficient(frontier, efficient.weights, drawn.covariance);
        expect(itself.trackingError ** 2).toBeLessThan(1e-15);
      }),
      RUNS,
    );
  });
});
