import { describe, expect, it } from 'vitest';
import { type AllocationProblem, allocate } from '../../src/allocation/index.js';
import { optimal } from './support.js';

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
  it('stays outside its own bounds, and that is said', () => {
    const trading = { current: { A: 0.5, B: 0.5 }, frozen: ['A'] };
    const capped = optimal(allocate({ ...BASE, trading, bounds: { A: { max: 0.05 } } }));
    expect(capped.weights.A).toBe(0.5);
    expect(capped.reasons).toContainEqual({
      code: 'allocation.frozen-outside-bounds',
      severity: 'warn',
      parameters: { subject: 'A', held: 0.5, min: 0, max: 0.05 },
      citations: [],
    });
    const short = { current: { A: -0.1, B: 1.1 }, frozen: ['A'] };
    const held = optimal(allocate({ ...BASE, trading: short }));
    expect(held.weights.A).toBe(-0.1);
    expect(held.reasons.map(({ code }) => code)).toContain('allocation.frozen-outside-bounds');
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
