import { describe, expect, it } from 'vitest';
import {
  diversificationFigures,
  equalWeight,
  hierarchicalRiskParity,
  inverseVariance,
  inverseVolatility,
  minimiseExpectedShortfall,
  resampledFrontier,
  riskParity,
  shortfallFrontier,
} from '../../../src/allocation/index.js';
import { expectRefusal, wrong } from '../support.js';

const RISKS = {
  assets: ['A', 'B'],
  covariance: [
    [0.04, 0.01],
    [0.01, 0.09],
  ],
};

/** Fields of a problem of `allocate` that no method of risk alone heeds. */
const FOREIGN = {
  expectedReturn: [0.01, 0.02],
  objective: { kind: 'minimum-variance' },
  groups: [{ id: 'both', members: ['A', 'B'], max: 0.9 }],
  rules: [{ id: 'score', coefficients: { A: 1 }, max: 0.5 }],
  relative: [{ id: 'half', members: ['A'], of: ['B'], max: 0.5 }],
  maxShort: 0,
  maxLeverage: 1,
  trading: { current: { A: 1 } },
  benchmark: { A: 1 },
  maxTrackingError: 0.1,
  risk: 'total',
  priorities: { budget: 'hard' },
};

describe('rules that a method does not keep', () => {
  it.each([
    ['riskParity', riskParity],
    ['hierarchicalRiskParity', hierarchicalRiskParity],
    ['equalWeight', equalWeight],
    ['inverseVolatility', inverseVolatility],
    ['inverseVariance', inverseVariance],
  ] as const)('are refused by %s', (_, method) => {
    for (const [field, value] of Object.entries(FOREIGN)) {
      const problem = wrong({ ...RISKS, [field]: value });
      expectRefusal(() => method(problem), 'inconsistent', `problem.${field}`);
      expect(() => method(wrong({ ...RISKS, [field]: undefined }))).not.toThrow();
    }
  });

  it.each([
    ['hierarchicalRiskParity', hierarchicalRiskParity],
    ['equalWeight', equalWeight],
    ['inverseVolatility', inverseVolatility],
    ['inverseVariance', inverseVariance],
  ] as const)('include bounds and budgets for %s', (_, method) => {
    const fields = { bounds: { A: { max: 0.1 } }, budgets: { A: 0.5, B: 0.5 }, budget: 0.5 };
    for (const [field, value] of Object.entries(fields)) {
      const problem = wrong({ ...RISKS, [field]: value });
      expectRefusal(() => method(problem), 'inconsistent', `problem.${field}`);
    }
  });

  it('do not matter to figures of given weights', () => {
    const weights = { A: 0.5, B: 0.5 };
    const plain = diversificationFigures(weights, RISKS);
    expect(diversificationFigures(weights, wrong({ ...RISKS, ...FOREIGN }))).toEqual(plain);
  });

  it('include an objective for a resampled frontier, which serves all of them', () => {
    const problem = wrong({ ...RISKS, expectedReturn: [0.01, 0.02], objective: FOREIGN.objective });
    const options = { observations: 30, draws: 2, count: 2, seed: 1 };
    expectRefusal(() => resampledFrontier(problem, options), 'inconsistent', 'problem.objective');
  });

  it('include what is measured by a covariance where scenarios count', () => {
    const scenarios = [
      [0.01, -0.02],
      [0.01, 0.05],
    ];
    const { objective, benchmark, maxTrackingError, risk, priorities } = FOREIGN;
    const { covariance } = RISKS;
    const fields = { objective, benchmark, maxTrackingError, risk, priorities, covariance };
    for (const [field, value] of Object.entries(fields)) {
      const problem = wrong({ assets: ['A', 'B'], scenarios, [field]: value });
      const path = `problem.${field}`;
      expectRefusal(() => minimiseExpectedShortfall(problem), 'inconsistent', path);
      expectRefusal(() => shortfallFrontier(problem, { count: 2 }), 'inconsistent', path);
    }
  });
});
