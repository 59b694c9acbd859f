import { describe, expect, it } from 'vitest';
import { type AllocationProblem, allocate } from '../../src/allocation/index.js';
import { infeasible, optimal } from './support.js';

const BASE: AllocationProblem = {
  assets: ['A', 'B', 'C'],
  expectedReturn: [0.02, 0.04, 0.07],
  covariance: [
    [0.01, 0, 0],
    [0, 0.02, 0],
    [0, 0, 0.05],
  ],
  objective: { kind: 'utility', riskAversion: 3 },
};

describe('what is frozen', () => {
  it('conflicts with its own bounds where they leave no room for it', () => {
    const trading = { current: { A: 0.5, B: 0.5 }, frozen: ['A'] };
    const capped = infeasible(allocate({ ...BASE, trading, bounds: { A: { max: 0.05 } } }));
    expect(capped.conflicting).toEqual(['frozen:A', 'max:A']);
    const floored = infeasible(allocate({ ...BASE, trading, bounds: { A: { min: 0.6 } } }));
    expect(floored.conflicting).toEqual(['frozen:A', 'min:A']);
    const short = { current: { A: -0.1, B: 1.1 }, frozen: ['A'] };
    expect(infeasible(allocate({ ...BASE, trading: short })).conflicting).toEqual([
      'frozen:A',
      'min:A',
    ]);
  });

  it('stays where its bounds have room, and their names stay known', () => {
    const trading = { current: { A: 0.5, B: 0.5 }, frozen: ['A'] };
    const bounds = { A: { min: 0.1, max: 0.5 } };
    const priorities = { 'max:A': 'hard' } as const;
    const result = optimal(allocate({ ...BASE, trading, bounds, priorities }));
    expect(result.weights.A).toBe(0.5);
    const short = { current: { A: -0.1, B: 1.1 }, frozen: ['A'] };
    const allowed = optimal(allocate({ ...BASE, trading: short, bounds: { A: { min: -0.2 } } }));
    expect(allowed.weights.A).toBe(-0.1);
  });
});
