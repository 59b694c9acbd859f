import { describe, expect, it } from 'vitest';
import {
  type EfficientFrontier,
  type FrontierAnswer,
  type FrontierProblem,
  maximumSharpe,
  nearestEfficient,
  portfolioAtReturn,
  portfolioAtRiskAversion,
  portfolioAtVolatility,
} from '../../../src/allocation/index.js';
import { expectNear, expectRefusal, hasNegativeZero, isDeeplyFrozen, wrong } from '../support.js';
import { frontierOf, listOf } from './named.js';

function found(answer: FrontierAnswer) {
  if (answer.status !== 'found') throw new Error(answer.status);
  return answer.portfolio;
}

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
    expect(maximumSharpe(cash, 0.005)).toEqual({
      status: 'unreachable',
      lowest: 0.01,
      highest: 0.06,
    });
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
        'empty',
        'frontier.corners',
      );
      expectRefusal(
        () => query(wrong({ status: 'corners', assets: ['A'], corners: [{}] }), 0.1),
        'missing-value',
        'frontier.corners[0].riskTolerance',
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
