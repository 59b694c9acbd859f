import { describe, expect, it } from 'vitest';
import { allocate } from '../../../src/allocation/index.js';
import { expectNear, optimal } from '../support.js';
import { featureCases, optimalCases } from './cases.js';

describe('problems with every kind of rule, as cvxpy solves them', () => {
  it.each(featureCases)('$name: status', ({ problem, expected }) => {
    expect(allocate(problem).status).toBe(expected.status);
  });

  it.each(optimalCases)('$name: weights and figures', ({ problem, expected }) => {
    const result = optimal(allocate(problem));
    const { weights, expectedReturn, volatility, objectiveValue } = expected;
    // Clarabel's weights are polished to about 1e-11; the objective is flat there.
    expectNear(Object.values(result.weights), weights, 1e-9);
    expectNear(
      [result.expectedReturn, result.volatility, result.objectiveValue],
      [expectedReturn, volatility, objectiveValue],
      1e-9,
    );
    if (expected.trackingError !== undefined) {
      expectNear([result.trackingError as number], [expected.trackingError], 1e-9);
    }
    if (expected.turnover !== undefined && expected.cost !== undefined) {
      const { turnover, cost } = result.trading as { turnover: number; cost: number };
      expectNear([turnover, cost], [expected.turnover, expected.cost], 1e-9);
    }
  });

  it.each(optimalCases)('$name: binding rules and shadow prices', ({ problem, expected }) => {
    const { binding } = optimal(allocate(problem));
    const names = binding.map(({ rule }) => rule);
    expect([...names].sort()).toEqual(Object.keys(expected.prices).sort());
    for (const { rule, kind, shadowPrice, unique } of binding) {
      const known = expected.prices[rule]!;
      expectNear([shadowPrice], [known.price], 1e-7 * Math.max(1, known.price));
      // What is frozen cannot be tightened.
      if (kind !== 'frozen') expect([rule, unique]).toEqual([rule, known.unique]);
    }
  });

  it('bind rules of every kind, with and without a price', () => {
    const priced = new Set<string>();
    for (const { expected } of optimalCases) {
      for (const [rule, { price }] of Object.entries(expected.prices)) {
        if (price > 1e-6) priced.add(rule.split(':')[0]!);
      }
    }
    expect([...priced].sort()).toEqual([
      'budget-max',
      'budget-min',
      'frozen',
      'group-max',
      'group-min',
      'leverage',
      'max',
      'min',
      'relative-max',
      'relative-min',
      'rule-max',
      'rule-min',
      'short',
      'target-return',
      'target-volatility',
      'tracking-error',
      'turnover',
    ]);
  });
});
