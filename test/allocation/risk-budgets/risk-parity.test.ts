import { describe, expect, it } from 'vitest';
import {
  allocationMessages,
  type RiskBudgetProblem,
  riskParity,
} from '../../../src/allocation/index.js';
import { formatReason, type Reason } from '../../../src/evidence/index.js';
import fixture from '../../fixtures/allocation/risk-budgets.json' with { type: 'json' };
import { expectNear } from '../support.js';
import { nameOf, problemOf, solved } from './cases.js';

interface Published {
  readonly name: string;
  readonly digits: number;
  readonly covariance: readonly (readonly number[])[];
  readonly budgets?: readonly number[];
  readonly bounds?: readonly (readonly number[])[];
  readonly weights?: readonly number[];
  readonly second?: { readonly weight: number; readonly contribution: number };
}
const published: readonly Published[] = fixture.published;

describe('riskParity against published portfolios', () => {
  it.each(published.filter(({ weights }) => weights !== undefined))(
    'has the weights of $name',
    ({ digits, weights, ...parts }) => {
      const found = Object.values(solved(problemOf(parts)).weights);
      expectNear(found, weights as readonly number[], 0.5 * 10 ** -digits + 1e-12);
    },
  );

  it.each(published.filter(({ second }) => second !== undefined))(
    'has the second asset of the problem with $name',
    ({ digits, second, ...parts }) => {
      const { weights, riskContributions, binding } = solved(problemOf(parts));
      const names = binding.map(({ rule }) => rule);
      expect(weights[nameOf(1)]).toBe(second?.weight);
      const off = Math.abs((riskContributions[nameOf(1)] as number) - (second?.contribution ?? 0));
      expect(off).toBeLessThanOrEqual(0.5 * 10 ** -digits);
      expect(names).toContain(`min:${nameOf(1)}`);
    },
  );
});

describe('riskParity against solutions to 40 digits', () => {
  it.each(fixture.free.map((draw, i) => ({ ...draw, i, size: draw.budgets.length })))(
    'has every digit without bounds, case $i with $size assets',
    ({ weights, budgets, covariance }) => {
      const result = solved(problemOf({ covariance, budgets }));
      expectNear(Object.values(result.weights), weights, 1e-13);
      expectNear(Object.values(result.riskContributions), budgets, 1e-13);
      expect(result.budgetDeviation).toBeLessThan(1e-13);
      expect(result.binding).toEqual([]);
    },
  );

  it.each(fixture.bounded.map((draw, i) => ({ ...draw, i })))(
    'has every digit within bounds, case $i, $active',
    ({ active, weights, ...parts }) => {
      const result = solved(problemOf(parts));
      expectNear(Object.values(result.weights), weights, 1e-12);
      const held = [...active].flatMap((state, i) => {
        const isFloor = state === 'L' && (parts.bounds[i]?.[0] as number) > 0;
        if (state === 'U') return [`max:${nameOf(i)}`];
        return isFloor ? [`min:${nameOf(i)}`] : [];
      });
      expect(result.binding.map(({ rule }) => rule)).toEqual(held);
    },
  );
});

describe('riskParity where two portfolios meet the conditions', () => {
  it.each(fixture.twofold)('finds one of them', ({ solutions, ...parts }) => {
    const weights = Object.values(solved(problemOf(parts)).weights);
    const distances = solutions.map((solution) =>
      Math.max(...solution.map((weight, i) => Math.abs(weight - (weights[i] ?? 0)))),
    );
    expect(Math.min(...distances)).toBeLessThan(1e-12);
  });
});

const THREE: RiskBudgetProblem = {
  assets: ['CASH', 'BOND', 'EQUITY'],
  covariance: [
    [0, 0, 0],
    [0, 0.0025, 0],
    [0, 0, 0.0225],
  ],
};

describe('assets without risk', () => {
  it('have no parity: a budget of risk without risk is unattainable', () => {
    const result = riskParity(THREE);
    expect(result).toMatchObject({ status: 'unattainable', assets: ['CASH'] });
    expect(result.reasons.map(({ code }) => code)).toEqual(['allocation.assets-without-risk']);
  });

  it('are left out without a budget, and a reason says so', () => {
    const result = solved({ ...THREE, budgets: { BOND: 0.5, EQUITY: 0.5 } });
    // 1/0.05 : 1/0.15 = 3 : 1.
    expectNear(Object.values(result.weights), [0, 0.75, 0.25], 1e-15);
    expect(result.reasons).toMatchObject([
      { code: 'allocation.no-risk-budget', parameters: { subject: 'CASH', bound: 0 } },
    ]);
  });

  it('are held at their floor, and the rest is divided as budgeted', () => {
    const result = solved({
      ...THREE,
      budgets: { BOND: 0.5, EQUITY: 0.5 },
      bounds: { CASH: { min: 0.2 } },
    });
    expectNear(Object.values(result.weights), [0.2, 0.6, 0.2], 1e-14);
    expect(result.binding).toEqual([
      { rule: 'min:CASH', kind: 'min', subject: 'CASH', bound: 0.2 },
    ]);
    expect(result.budgetDeviation).toBeLessThan(1e-14);
  });

  it('with a budget fill what their ceiling allows', () => {
    const result = solved({ ...THREE, bounds: { CASH: { max: 0.2 } } });
    expectNear(Object.values(result.weights), [0.2, 0.6, 0.2], 1e-14);
    expect(result.binding).toEqual([
      { rule: 'max:CASH', kind: 'max', subject: 'CASH', bound: 0.2 },
    ]);
    expect(result.riskContributions.CASH).toBe(0);
  });

  it('are unattainable too where their ceilings leave no room', () => {
    const bounds = { CASH: { max: 0.8 }, BOND: { min: 0.3 } };
    expect(riskParity({ ...THREE, bounds })).toMatchObject({ status: 'unattainable' });
  });

  it('leave the one portfolio that floors and their ceiling allow', () => {
    const bounds = { CASH: { max: 0.2 }, BOND: { min: 0.5 }, EQUITY: { min: 0.3 } };
    expect(solved({ ...THREE, bounds }).weights).toEqual({ CASH: 0.2, BOND: 0.5, EQUITY: 0.3 });
  });

  it('alone are a portfolio without risk', () => {
    const cash = {
      assets: ['A', 'B'],
      covariance: [
        [0, 0],
        [0, 0],
      ],
    };
    expect(riskParity(cash)).toMatchObject({ status: 'unattainable', assets: ['A', 'B'] });
    const bounds = { A: { max: 0.5 }, B: { max: 0.5 } };
    expect(riskParity({ ...cash, bounds })).toMatchObject({ status: 'unattainable' });
  });
});

describe('risks that cancel out', () => {
  const HEDGE: RiskBudgetProblem = {
    assets: ['LONG', 'SHORT', 'GOLD'],
    covariance: [
      [0.04, -0.02, 0],
      [-0.02, 0.01, 0],
      [0, 0, 0.0225],
    ],
  };

  it('are named: nothing is left to divide', () => {
    const result = riskParity(HEDGE);
    expect(result).toMatchObject({ status: 'unattainable', assets: ['LONG', 'SHORT'] });
    expect(result.reasons.map(({ code }) => code)).toEqual(['allocation.risks-cancel']);
  });

  it('are solved as far as doubles carry, and never answered beyond', () => {
    for (const gap of [1e-1, 1e-3, 1e-5, 1e-7, 1e-9, 1e-11]) {
      const cross = -0.02 * (1 - gap);
      const covariance = [
        [0.04, cross, 0],
        [cross, 0.01, 0],
        [0, 0, 0.0225],
      ];
      const result = riskParity({ ...HEDGE, covariance });
      if (gap >= 1e-5) expect(result.status).toBe('optimal');
      if (result.status === 'optimal') expect(result.budgetDeviation).toBeLessThan(1e-9);
    }
  });

  it('are no obstacle to an asset whose covariance is singular without cancelling', () => {
    // One factor: σ = 0.1, 0.2, 0.4 and all correlations 1, so that parity is 1/σ.
    const sigma = [0.1, 0.2, 0.4];
    const covariance = sigma.map((a) => sigma.map((b) => a * b));
    const { weights } = solved(problemOf({ covariance }));
    expectNear(Object.values(weights), [4 / 7, 2 / 7, 1 / 7], 1e-12);
  });
});

describe('bounds', () => {
  const TWO = {
    assets: ['BOND', 'EQUITY'],
    covariance: [
      [0.0025, 0],
      [0, 0.0225],
    ],
  };

  it('that leave no room are named, none of them superfluous', () => {
    const floors = { BOND: { min: 0.7 }, EQUITY: { min: 0.4 } };
    expect(riskParity({ ...TWO, bounds: floors })).toMatchObject({
      status: 'infeasible',
      conflicting: ['min:BOND', 'min:EQUITY', 'budget'],
    });
    const one = { BOND: { min: 1.1 }, EQUITY: { min: 0.4 } };
    expect(riskParity({ ...TWO, bounds: one })).toMatchObject({
      conflicting: ['min:BOND', 'budget'],
    });
    const ceilings = { BOND: { max: 0.5 }, EQUITY: { max: 0.4 } };
    expect(riskParity({ ...TWO, bounds: ceilings })).toMatchObject({
      conflicting: ['max:BOND', 'max:EQUITY', 'budget'],
    });
    const budgets = { BOND: 1, EQUITY: 0 };
    expect(riskParity({ ...TWO, budgets, bounds: { BOND: { max: 0.5 } } })).toMatchObject({
      conflicting: ['max:BOND', 'risk-budget:EQUITY', 'budget'],
    });
  });

  it('that allow one portfolio give that portfolio', () => {
    const ceilings = { BOND: { max: 0.3 }, EQUITY: { max: 0.7 } };
    const result = solved({ ...TWO, bounds: ceilings });
    expect(result.weights).toEqual({ BOND: 0.3, EQUITY: 0.7 });
    expect(result.binding).toMatchObject([{ rule: 'max:BOND' }]);
    const floors = { BOND: { min: 0.3 }, EQUITY: { min: 0.7 } };
    expect(solved({ ...TWO, bounds: floors }).binding).toMatchObject([{ rule: 'min:EQUITY' }]);
  });

  it('leave an asset out with a ceiling of 0', () => {
    const result = solved({ ...TWO, bounds: { EQUITY: { max: 0 } } });
    expect(result.weights).toEqual({ BOND: 1, EQUITY: 0 });
    expect(result.binding).toMatchObject([{ rule: 'max:EQUITY' }]);
  });

  it('that hedge against each other may have no answer, and then none is given', () => {
    // EQUITY is held at 0.6 at least; the rest, BOND, hedges it and so contributes less than nothing.
    const covariance = [
      [0.01, -0.02],
      [-0.02, 0.09],
    ];
    const result = riskParity({ ...TWO, covariance, bounds: { EQUITY: { min: 0.6 } } });
    expect(result).toMatchObject({
      status: 'no-convergence',
      reasons: [{ code: 'allocation.risk-budgets-out-of-reach' }],
    });
    const text = formatReason(allocationMessages, result.reasons[0] as Reason, 'en');
    expect(text).toContain('the assets hedge each other');
  });

  it('are told with the risk that they bring about', () => {
    const { reasons } = solved({ ...TWO, bounds: { BOND: { max: 0.6 } } });
    // 0.6²·0.0025 : 0.4²·0.0225 = 0.0009 : 0.0036 = 20 : 80.
    expect(reasons).toMatchObject([
      {
        code: 'allocation.risk-held-down',
        parameters: { subject: 'BOND', bound: 0.6, budget: 0.5 },
      },
    ]);
    expect(reasons[0]?.parameters.share).toBeCloseTo(0.2, 12);
  });
});

describe('a budget other than 1', () => {
  it('scales the weights and the volatility', () => {
    const problem = problemOf(published[2] as Published);
    const one = solved(problem);
    const two = solved({ ...problem, budget: 2 });
    expectNear(
      Object.values(two.weights),
      Object.values(one.weights).map((weight) => 2 * weight),
      1e-15,
    );
    expectNear([two.volatility], [2 * one.volatility], 1e-15);
  });
});
