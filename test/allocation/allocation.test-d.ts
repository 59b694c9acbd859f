import { describe, expectTypeOf, it } from 'vitest';
import {
  type AllocationProblem,
  type AllocationResult,
  allocate,
  frontierPoints,
  problemForLevel,
  type RiskFigures,
  riskFigures,
} from '../../src/allocation/index.js';
import type { Reason } from '../../src/evidence/index.js';
import type { CapitalMarketAssumptions } from '../../src/market/index.js';
import { policy } from './support.js';

declare const problem: AllocationProblem;
declare const result: AllocationResult;
declare const view: CapitalMarketAssumptions;

describe('allocation types', () => {
  it('make the reader look at the status before the weights', () => {
    // @ts-expect-error there may be no weights
    result.weights;
    if (result.status === 'optimal') {
      expectTypeOf(result.weights).toEqualTypeOf<Readonly<Record<string, number>>>();
    }
    if (result.status === 'infeasible') {
      expectTypeOf(result.conflicting).toEqualTypeOf<readonly string[]>();
    }
    expectTypeOf(result.reasons).toEqualTypeOf<readonly Reason[]>();
    expectTypeOf(result.status).toEqualTypeOf<'optimal' | 'infeasible' | 'no-convergence'>();
  });

  it('ask each objective for its own number', () => {
    // @ts-expect-error a utility needs a risk aversion
    allocate({ ...problem, objective: { kind: 'utility' } });
    // @ts-expect-error a target return is a return
    allocate({ ...problem, objective: { kind: 'target-return', riskAversion: 2 } });
    // @ts-expect-error no such objective
    allocate({ ...problem, objective: { kind: 'sharpe' } });
  });

  it('ask a policy’s problem for compiled assumptions and a level that exists', () => {
    // @ts-expect-error not compiled: there is no covariance
    problemForLevel(view, policy, 'C3');
    // @ts-expect-error no such level
    problemForLevel({ ...view, covariance: [] }, policy, 'C6');
    expectTypeOf(
      problemForLevel({ ...view, covariance: [] }, policy, 'C3'),
    ).toEqualTypeOf<AllocationProblem>();
  });

  it('take a portfolio for risk figures, and a problem without objective for a frontier', () => {
    if (result.status === 'optimal') expectTypeOf(riskFigures(result)).toEqualTypeOf<RiskFigures>();
    // @ts-expect-error a portfolio has a volatility
    riskFigures({ expectedReturn: 0.05 });
    const { objective: _, ...markets } = problem;
    const frontier = frontierPoints(markets, { count: 3 });
    // @ts-expect-error there may be no points
    frontier.points;
  });
});
