import { describe, expectTypeOf, it } from 'vitest';
import {
  equalWeight,
  hierarchicalRiskParity,
  inverseVolatility,
  type RiskBudgetProblem,
  riskParity,
} from '../../../src/allocation/index.js';

declare const problem: RiskBudgetProblem;

describe('risk budgeting types', () => {
  it('make the reader look at the status before the weights', () => {
    const result = riskParity(problem);
    // @ts-expect-error there may be no weights
    result.weights;
    expectTypeOf(result.status).toEqualTypeOf<
      'optimal' | 'infeasible' | 'unattainable' | 'no-convergence'
    >();
    if (result.status === 'unattainable') {
      expectTypeOf(result.assets).toEqualTypeOf<readonly string[]>();
    }
    // @ts-expect-error an asset may have no risk
    inverseVolatility(problem).weights;
    expectTypeOf(equalWeight(problem).status).toEqualTypeOf<'allocated'>();
  });

  it('know the linkages', () => {
    // @ts-expect-error no such linkage
    hierarchicalRiskParity(problem, { linkage: 'centroid' });
  });
});
