import { describe, expect, it } from 'vitest';
import { allocateDiscrete } from '../../../src/allocation/index.js';
import port1 from '../../fixtures/allocation/or-library-port1.json' with { type: 'json' };
import { expectNear } from '../support.js';
import {
  allocated,
  enumeratedCases,
  lotCases,
  mosek,
  namesOf,
  orLibrary,
} from './discrete-cases.js';

describe('allocateDiscrete finds what trying every choice finds', () => {
  it.each(enumeratedCases)('$name', ({ problem, rules, expected }) => {
    const result = allocateDiscrete(problem, rules);
    expect(result.status).toBe(expected.status);
    if (expected.status === 'infeasible') return;
    const found = allocated(result);
    // Clarabel's values are good to about a millionth of a millionth; its weights are not.
    expect(Math.abs(found.objectiveValue - expected.objective)).toBeLessThan(
      1e-8 * Math.abs(expected.objective),
    );
    expectNear(Object.values(found.weights), expected.weights!, 1e-5);
    expect(found.certificate).toMatchObject({ provenOptimal: true, gap: 0, ended: 'complete' });
    expect(found.certificate.primal).toBeLessThan(1e-9);
  });
});

describe('allocateDiscrete finds what trying all whole lots finds, to the cent', () => {
  it.each(lotCases)('$name', ({ problem, rules, expected }) => {
    const result = allocateDiscrete(problem, rules);
    expect(result.status).toBe(expected.status);
    if (expected.status === 'infeasible') return;
    const { lots, objectiveValue, certificate } = allocated(result);
    expect(Object.values(lots!.held)).toEqual(expected.lots);
    expect(lots!.cash).toEqual({ currency: 'HKD', amount: expected.cash });
    expect(lots!.fees.amount).toBe(expected.fees);
    expect(Math.abs(objectiveValue - expected.objective)).toBeLessThan(1e-12);
    expect(certificate).toMatchObject({ provenOptimal: true, gap: 0, primal: 0 });
  });
});

describe('allocateDiscrete agrees with SCIP on the Hang Seng shares of OR-Library', () => {
  const { mean, standardDeviation: deviation, correlation } = port1;
  const assets = namesOf(mean);
  const covariance = correlation.map((row, i) =>
    row.map((rho, j) => rho * deviation[i]! * deviation[j]!),
  );
  it.each(orLibrary)(
    'at most $maxHoldings of at least $minTicket: $objective',
    ({ maxHoldings, minTicket, objective, expected }) => {
      const problem = { assets, expectedReturn: mean, covariance, objective };
      const result = allocateDiscrete(problem as never, { maxHoldings, minTicket });
      const found = allocated(result);
      expect(found.status).toBe('optimal');
      expect(Math.abs(found.objectiveValue / expected.objective - 1)).toBeLessThan(1e-8);
      expectNear(Object.values(found.weights), expected.weights, 1e-5);
      expect(found.holdings.length).toBeLessThanOrEqual(maxHoldings);
    },
  );
});

describe('allocateDiscrete agrees with the figures printed for an example of MOSEK', () => {
  const { root } = mosek;
  const assets = namesOf(mosek.mean);
  const covariance = assets.map((_, i) =>
    assets.map((__, j) => root.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
  it.each(mosek.bounds)('at most $maxHoldings assets', (one) => {
    const { maxHoldings, return: expectedReturn, weights } = one;
    const objective = { kind: 'target-return', expectedReturn } as const;
    const problem = { assets, expectedReturn: mosek.mean, covariance, objective };
    const found = allocated(allocateDiscrete(problem, { maxHoldings }));
    expect(found.status).toBe('optimal');
    // The return is printed with five digits: half of the last one moves weights by some thousandths.
    expect(found.volatility).toBeCloseTo(mosek.volatility, 4);
    expectNear(Object.values(found.weights), weights, 5e-3);
  });
});
