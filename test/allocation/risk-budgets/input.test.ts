import { describe, it } from 'vitest';
import {
  diversificationFigures,
  equalWeight,
  groupRiskBudgets,
  hierarchicalRiskParity,
  inverseVariance,
  inverseVolatility,
  riskParity,
} from '../../../src/allocation/index.js';
import { expectRefusal, wrong } from '../support.js';

const RISKS = {
  assets: ['A', 'B'],
  covariance: [
    [0.04, 0.01],
    [0.01, 0.09],
  ],
};

describe.each([
  ['riskParity', riskParity],
  ['hierarchicalRiskParity', hierarchicalRiskParity],
  ['equalWeight', equalWeight],
  ['inverseVolatility', inverseVolatility],
  ['inverseVariance', inverseVariance],
] as const)('%s names the fault in', (_, method) => {
  const act = (change: unknown) => () => method(wrong({ ...RISKS, ...(change as object) }));
  it('the problem', () => {
    expectRefusal(() => method(wrong(null)), 'missing-value', 'problem');
    expectRefusal(() => method(wrong([])), 'invalid-type', 'problem');
  });
  it('the assets', () => {
    expectRefusal(act({ assets: undefined }), 'missing-value', 'problem.assets');
    expectRefusal(act({ assets: 'AB' }), 'invalid-type', 'problem.assets');
    expectRefusal(act({ assets: [] }), 'empty', 'problem.assets');
    expectRefusal(act({ assets: ['A', ''] }), 'empty', 'problem.assets[1]');
    expectRefusal(act({ assets: ['A', 'A'] }), 'duplicate-id', 'problem.assets[1]');
    expectRefusal(act({ assets: ['A', 'x'.repeat(1001)] }), 'too-long', 'problem.assets[1]');
  });
  it('the covariance', () => {
    const path = 'problem.covariance';
    const flawed = (covariance: unknown) => act({ covariance });
    expectRefusal(flawed(null), 'missing-value', path);
    expectRefusal(flawed([[1]]), 'length-mismatch', path);
    expectRefusal(
      flawed([
        [1, Number.NaN],
        [0, 1],
      ]),
      'not-finite',
      `${path}[0][1]`,
    );
    expectRefusal(
      flawed([
        [1, 0],
        [0, Number.POSITIVE_INFINITY],
      ]),
      'not-finite',
      `${path}[1][1]`,
    );
    expectRefusal(
      flawed([
        [1, 0.5],
        [0.4, 1],
      ]),
      'not-symmetric',
      `${path}[1][0]`,
    );
    expectRefusal(
      flawed([
        [1, 2],
        [2, 1],
      ]),
      'not-positive-definite',
      path,
    );
    expectRefusal(
      flawed([
        [1, 0],
        [0, -1],
      ]),
      'out-of-range',
      `${path}[1][1]`,
    );
    expectRefusal(
      flawed([
        [1, 0],
        [0, 1e13],
      ]),
      'out-of-range',
      `${path}[1][1]`,
    );
  });
});

describe('riskParity names the fault in', () => {
  const act = (change: object) => () => riskParity(wrong({ ...RISKS, ...change }));
  it('the budgets', () => {
    const budgets = (value: unknown) => act({ budgets: value });
    expectRefusal(budgets(null), 'missing-value', 'problem.budgets');
    expectRefusal(budgets([0.5, 0.5]), 'invalid-type', 'problem.budgets');
    expectRefusal(budgets({ A: 0.5, C: 0.5 }), 'unknown-id', 'problem.budgets.C');
    expectRefusal(budgets({ A: -0.5, B: 1.5 }), 'out-of-range', 'problem.budgets.A');
    expectRefusal(budgets({ A: '0.5', B: 0.5 }), 'invalid-type', 'problem.budgets.A');
    expectRefusal(budgets({ A: 0.5, B: Number.NaN }), 'not-finite', 'problem.budgets.B');
    expectRefusal(budgets({ A: 0.5, B: 0.4 }), 'inconsistent', 'problem.budgets');
    expectRefusal(budgets({}), 'inconsistent', 'problem.budgets');
  });
  it('the bounds', () => {
    const bounds = (value: unknown) => act({ bounds: value });
    expectRefusal(bounds('none'), 'invalid-type', 'problem.bounds');
    expectRefusal(bounds({ C: {} }), 'unknown-id', 'problem.bounds.C');
    expectRefusal(bounds({ A: null }), 'missing-value', 'problem.bounds.A');
    expectRefusal(bounds({ A: { min: -0.1 } }), 'out-of-range', 'problem.bounds.A.min');
    expectRefusal(bounds({ A: { max: Number.NaN } }), 'not-finite', 'problem.bounds.A.max');
    expectRefusal(bounds({ A: { min: 0.5, max: 0.4 } }), 'inconsistent', 'problem.bounds.A');
    expectRefusal(bounds({ A: { max: -0.1 } }), 'inconsistent', 'problem.bounds.A');
  });
  it('the budget', () => {
    expectRefusal(act({ budget: 0 }), 'out-of-range', 'problem.budget');
    expectRefusal(act({ budget: '1' }), 'invalid-type', 'problem.budget');
    expectRefusal(act({ budget: Number.POSITIVE_INFINITY }), 'not-finite', 'problem.budget');
  });
});

describe('hierarchicalRiskParity names the fault in its options', () => {
  const act = (options: unknown) => () => hierarchicalRiskParity(RISKS, wrong(options));
  it('by path', () => {
    expectRefusal(act(null), 'missing-value', 'options');
    expectRefusal(act({ linkage: 'centroid' }), 'unknown-value', 'options.linkage');
    expectRefusal(act({ linkage: 1 }), 'invalid-type', 'options.linkage');
    expectRefusal(act({ distance: 'angular' }), 'unknown-value', 'options.distance');
  });
});

describe('diversificationFigures names the fault in', () => {
  const act =
    (weights: unknown, risks: unknown = RISKS) =>
    () =>
      diversificationFigures(wrong(weights), wrong(risks));
  it('weights and risks', () => {
    expectRefusal(act(null), 'missing-value', 'weights');
    expectRefusal(act({ A: 1 }), 'missing-value', 'weights.B');
    expectRefusal(act({ A: 1, B: 0, C: 0 }), 'unknown-id', 'weights.C');
    expectRefusal(act({ A: 1.5, B: -0.5 }), 'out-of-range', 'weights.B');
    expectRefusal(act({ A: Number.NaN, B: 1 }), 'not-finite', 'weights.A');
    expectRefusal(act({ A: 0, B: 0 }), 'out-of-range', 'weights');
    expectRefusal(act({ A: 1, B: 0 }, null), 'missing-value', 'risks');
  });
});

describe('groupRiskBudgets names the fault in', () => {
  const group = { id: 'g', budget: 1, members: ['A', 'B'] };
  const act =
    (...groups: readonly unknown[]) =>
    () =>
      groupRiskBudgets(wrong(groups));
  it('groups', () => {
    expectRefusal(() => groupRiskBudgets(wrong(undefined)), 'missing-value', 'groups');
    expectRefusal(act(), 'empty', 'groups');
    expectRefusal(act(group, group), 'duplicate-id', 'groups[1].id');
    expectRefusal(act({ ...group, budget: 0.9 }), 'inconsistent', 'groups');
    expectRefusal(act({ ...group, budget: -1 }), 'out-of-range', 'groups[0].budget');
    expectRefusal(act({ ...group, members: [] }), 'empty', 'groups[0].members');
    expectRefusal(act({ ...group, members: ['A', 'A'] }), 'duplicate-id', 'groups[0].members[1]');
    const two = [
      { ...group, budget: 0.5 },
      { id: 'h', budget: 0.5, members: ['A'] },
    ];
    expectRefusal(act(...two), 'duplicate-id', 'groups[1].members[0]');
    expectRefusal(act({ ...group, shares: { A: 1 } }), 'missing-value', 'groups[0].shares.B');
    expectRefusal(
      act({ ...group, shares: { A: 0.5, B: 0.4 } }),
      'inconsistent',
      'groups[0].shares',
    );
    expectRefusal(
      act({ ...group, shares: { A: 1, B: 0, C: 0 } }),
      'unknown-id',
      'groups[0].shares.C',
    );
  });
});
