import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocate,
  type EfficientFrontier,
  type FrontierAnswer,
  type FrontierProblem,
  maximumSharpe,
  nearestEfficient,
  portfolioAtReturn,
  portfolioAtRiskAversion,
  portfolioAtVolatility,
} from '../../../src/allocation/index.js';
import { inner, varianceOf } from '../arrays/arrays.js';
import { anyProblem, type Drawn, share } from '../arrays/drawn.js';
import {
  expectNear,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  optimal,
  wrong,
} from '../support.js';
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
        expect(answer.status).toBe(highest > riskless ? 'found' : 'unreachable');
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

describe('queries of a frontier', () => {
  // Two uncorrelated assets: λ = 1 at all of B (the gradients 0 − 0.02λ and 0.04 − 0.06λ meet), least variance at 0.8 and 0.2.
  const MARKET: FrontierProblem = {
    assets: ['A', 'B'],
    expectedReturn: [0.02, 0.06],
    covariance: [
      [0.01, 0],
      [0, 0.04],
    ],
  };
  const frontier = frontierOf(MARKET);
  const [first, last] = [frontier.corners[0]!, frontier.corners.at(-1)!];

  it('give the ends themselves at the ends of the range', () => {
    expect(portfolioAtReturn(frontier, first.expectedReturn)).toEqual({
      status: 'found',
      portfolio: first,
    });
    expect(portfolioAtReturn(frontier, last.expectedReturn)).toEqual({
      status: 'found',
      portfolio: last,
    });
    expect(found(portfolioAtVolatility(frontier, first.volatility))).toEqual(first);
    expect(found(portfolioAtVolatility(frontier, 1000))).toEqual(first);
    expectNear(
      listOf(frontier, found(portfolioAtVolatility(frontier, last.volatility)).weights),
      [0.8, 0.2],
      1e-7,
    );
    expect(portfolioAtRiskAversion(frontier, 1e-300)).toEqual(first);
    expectNear(
      listOf(frontier, portfolioAtRiskAversion(frontier, 1e300).weights),
      [0.8, 0.2],
      1e-15,
    );
  });

  it('say what range there is beyond the ends', () => {
    // By hand: 0.8 · 0.02 + 0.2 · 0.06 = 0.028; variance 0.64 · 0.01 + 0.04 · 0.04 = 0.008.
    const range = { status: 'unreachable', lowest: last.expectedReturn, highest: 0.06 };
    expectNear([last.expectedReturn, last.volatility ** 2], [0.028, 0.008], 1e-16);
    expect(portfolioAtReturn(frontier, 0.0279)).toEqual(range);
    expect(portfolioAtReturn(frontier, 0.0601)).toEqual(range);
    expect(portfolioAtVolatility(frontier, 0.08)).toEqual({
      status: 'unreachable',
      lowest: last.volatility,
      highest: 0.2,
    });
    expect(maximumSharpe(frontier, 0.06)).toEqual(range);
    expect(maximumSharpe(frontier, 1)).toEqual(range);
  });

  it('find the tangent of a negative riskless return', () => {
    // In proportion to excess return over variance: 0.03/0.01 to 0.07/0.04.
    const { weights } = found(maximumSharpe(frontier, -0.01));
    expectNear(listOf(frontier, weights), [3 / 4.75, 1.75 / 4.75], 1e-15);
  });

  it('find the tangent beside a riskless asset', () => {
    const cash = frontierOf({
      assets: ['CASH', 'A', 'B'],
      expectedReturn: [0.01, 0.02, 0.06],
      covariance: [
        [0, 0, 0],
        [0, 0.01, 0],
        [0, 0, 0.04],
      ],
    });
    const end = cash.corners.at(-1)!;
    expect(end).toEqual({
      riskTolerance: 0,
      expectedReturn: 0.01,
      volatility: 0,
      weights: { CASH: 1, A: 0, B: 0 },
    });
    // On the straight line from cash to the tangent portfolio (0.01/0.01 to 0.05/0.04) the ratio is the same.
    const ratio = Math.sqrt(0.01 ** 2 / 0.01 + 0.05 ** 2 / 0.04);
    const { expectedReturn, volatility } = found(maximumSharpe(cash, 0.01));
    expectNear([(expectedReturn - 0.01) / volatility], [ratio], 1e-12);
    // Below what cash earns, cash alone is beyond all measure.
    expect(found(maximumSharpe(cash, 0.005))).toEqual(end);
    const half = found(portfolioAtVolatility(cash, 0.05));
    expectNear([half.expectedReturn], [0.01 + ratio * 0.05], 1e-15);
    expect(found(portfolioAtVolatility(cash, 0))).toEqual(end);
  });

  it('answer on a frontier of one corner', () => {
    const one = frontierOf({ assets: ['A'], expectedReturn: [0.05], covariance: [[0.04]] });
    const only = one.corners[0]!;
    expect(found(portfolioAtReturn(one, 0.05))).toEqual(only);
    expect(portfolioAtReturn(one, 0.04).status).toBe('unreachable');
    expect(found(portfolioAtVolatility(one, 0.3))).toEqual(only);
    expect(portfolioAtRiskAversion(one, 3)).toEqual(only);
    expect(found(maximumSharpe(one, 0))).toEqual(only);
    expect(nearestEfficient(one, { A: 0.5 }, [[0.04]])).toEqual({
      portfolio: only,
      trackingError: 0.1,
    });
  });

  it('are frozen, free of −0, and take a frontier that went through JSON', () => {
    const again: EfficientFrontier = JSON.parse(JSON.stringify(frontier));
    const ask = (one: EfficientFrontier) => [
      portfolioAtReturn(one, 0.05),
      portfolioAtReturn(one, 0.5),
      portfolioAtVolatility(one, 0.12),
      portfolioAtRiskAversion(one, 3),
      maximumSharpe(one, 0),
      nearestEfficient(one, { A: 1 }, MARKET.covariance as number[][]),
    ];
    expect(ask(again)).toEqual(ask(frontier));
    for (const answer of ask(frontier)) expect(isDeeplyFrozen(answer)).toBe(true);
    expect(hasNegativeZero(ask(frontier))).toBe(false);
  });

  it('refuse what is no frontier and no number, by path', () => {
    const bad = { ...frontier, status: 'infeasible' };
    const queries = [portfolioAtReturn, portfolioAtVolatility, portfolioAtRiskAversion];
    for (const query of [...queries, maximumSharpe]) {
      expectRefusal(() => query(wrong(null), 0.1), 'missing-value', 'frontier');
      expectRefusal(() => query(wrong(bad), 0.1), 'inconsistent', 'frontier.status');
      expectRefusal(
        () => query(wrong({ ...frontier, corners: [] }), 0.1),
        'inconsistent',
        'frontier.status',
      );
    }
    const act = (query: (one: EfficientFrontier, value: number) => unknown, value: unknown) => () =>
      query(frontier, wrong(value));
    expectRefusal(act(portfolioAtReturn, null), 'missing-value', 'expectedReturn');
    expectRefusal(act(portfolioAtReturn, '0.05'), 'invalid-type', 'expectedReturn');
    expectRefusal(act(portfolioAtReturn, Number.NaN), 'not-finite', 'expectedReturn');
    expectRefusal(act(portfolioAtVolatility, Number.POSITIVE_INFINITY), 'not-finite', 'volatility');
    expectRefusal(act(portfolioAtVolatility, -0.1), 'out-of-range', 'volatility');
    expectRefusal(act(portfolioAtRiskAversion, 0), 'out-of-range', 'riskAversion');
    expectRefusal(act(portfolioAtRiskAversion, -1), 'out-of-range', 'riskAversion');
    expectRefusal(act(portfolioAtRiskAversion, undefined), 'missing-value', 'riskAversion');
    expectRefusal(act(maximumSharpe, Number.NaN), 'not-finite', 'risklessReturn');
  });

  it('refuse weights and covariances that do not belong to the frontier', () => {
    const covariance = MARKET.covariance as number[][];
    const act =
      (weights: unknown, matrix: unknown = covariance) =>
      () =>
        nearestEfficient(frontier, wrong(weights), wrong(matrix));
    expectRefusal(act(null), 'missing-value', 'weights');
    expectRefusal(act({ A: Number.NaN }), 'not-finite', 'weights.A');
    expectRefusal(act({ A: '1' }), 'invalid-type', 'weights.A');
    expectRefusal(act({ C: 1 }), 'unknown-id', 'weights.C');
    expectRefusal(act({ A: 1 }, null), 'missing-value', 'covariance');
    expectRefusal(act({ A: 1 }, [[0.01]]), 'length-mismatch', 'covariance');
    expectRefusal(
      act({ A: 1 }, [
        [0.01, 0.001],
        [0, 0.04],
      ]),
      'not-symmetric',
      'covariance[1][0]',
    );
  });
});
