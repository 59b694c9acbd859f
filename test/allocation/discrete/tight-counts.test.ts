import { describe, expect, it } from 'vitest';
import {
  allocateDiscrete,
  type DiscreteProblem,
  type InfeasibleDiscrete,
} from '../../../src/allocation/index.js';
import { allocated, namesOf } from './discrete-cases.js';

/** Independent risks of 0.01, 0.02, 0.03, …, none above a cap. */
function capped(size: number, max: number): DiscreteProblem {
  const assets = namesOf(Array.from({ length: size }));
  return {
    assets,
    expectedReturn: assets.map(() => 0),
    covariance: assets.map((_, i) => assets.map((__, j) => (i === j ? (i + 1) / 100 : 0))),
    objective: { kind: 'minimum-variance' },
    bounds: Object.fromEntries(assets.map((name) => [name, { max }])),
  };
}

describe('a number of holdings that cannot make up the budget', () => {
  it('is named at once with the caps', () => {
    // Ten of 0.05 are 0.5.
    const problem = capped(30, 0.05);
    const result = allocateDiscrete(problem, { maxHoldings: 10 }) as InfeasibleDiscrete;
    expect(result.status).toBe('infeasible');
    const caps = problem.assets.map((name) => `max:${name}`);
    expect(result.conflicting).toEqual([...caps, 'max-holdings', 'budget']);
  });

  it('is named at once with the tickets', () => {
    // Eleven of 0.095 are 1.045.
    const problem = capped(20, 1);
    const rules = { minHoldings: 11, minTicket: 0.095 };
    const result = allocateDiscrete(problem, rules) as InfeasibleDiscrete;
    expect(result.status).toBe('infeasible');
    // Without any one of the tickets it would be one asset of next to nothing, and ten of 0.095.
    const tickets = problem.assets.map((name) => `min-ticket:${name}`);
    expect(result.conflicting).toEqual([...tickets, 'min-holdings', 'budget']);
  });

  it('is not refused where it makes it up exactly', () => {
    // Five of 0.2 are 1: the five of the least risk, 0.04·(0.01 + … + 0.05).
    const found = allocated(allocateDiscrete(capped(20, 0.2), { maxHoldings: 5 }));
    expect(found.objectiveValue).toBeCloseTo(0.04 * 0.15, 12);
    expect(found.status).toBe('optimal');
    expect(found.holdings).toEqual(namesOf(Array.from({ length: 5 })));
  });
});
