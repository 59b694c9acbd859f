import { describe, expectTypeOf, it } from 'vitest';
import {
  type AllocationProblem,
  allocateDiscrete,
  type DiscreteProblem,
  type DiscreteResult,
  type InfeasibleDiscrete,
  type UncertifiedDiscrete,
} from '../../../src/allocation/index.js';

declare const problem: DiscreteProblem;
declare const plain: AllocationProblem;
declare const result: DiscreteResult;

describe('types of allocateDiscrete', () => {
  it('make the reader look at the status before the weights', () => {
    // @ts-expect-error there may be no weights
    result.weights;
    if (result.status === 'optimal' || result.status === 'feasible') {
      expectTypeOf(result.weights).toEqualTypeOf<Readonly<Record<string, number>>>();
      return;
    }
    expectTypeOf(result).toEqualTypeOf<InfeasibleDiscrete | UncertifiedDiscrete>();
  });

  it('refuse what cannot be combined with discrete rules', () => {
    // @ts-expect-error no ratio of return and risk
    allocateDiscrete({ ...problem, objective: { kind: 'maximum-sharpe', risklessReturn: 0 } }, {});
    // @ts-expect-error no limit on the volatility
    allocateDiscrete({ ...problem, objective: { kind: 'target-volatility', volatility: 0.1 } }, {});
    // @ts-expect-error no limit on the tracking error
    allocateDiscrete({ ...problem, maxTrackingError: 0.1 }, {});
    // @ts-expect-error may have any of them
    allocateDiscrete(plain, {});
  });
});
