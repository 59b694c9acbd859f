import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contributionForProbability,
  type GoalPlan,
  projectGoal,
  simulate,
} from '../../src/projection/index.js';
import { expectClose } from './support.js';

const range = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Amounts to the cent. */
const amount = (max: number) => fc.integer({ min: 0, max: 100 * max }).map((cents) => cents / 100);

const plans: fc.Arbitrary<GoalPlan> = fc.record({
  initial: amount(1e6),
  monthlyContribution: amount(1e4),
  months: fc.integer({ min: -3, max: 240 }),
  expectedReturn: range(-0.05, 0.12),
  volatility: range(0, 0.4),
  target: amount(3e6),
  contributionTiming: fc.constantFrom('month-end', 'month-start'),
});

/**
 * Mean and variance of Σ aₖ·Gₖ₊₁⋯Gₙ term by term: E = Σ aₖ·g^(n−k) and
 * Var = ΣΣ aₖ·aₗ·g^(2n−k−l)·(e^(v·min(n−k, n−l)) − 1), with g the mean growth of a month and
 * v the variance of its logarithm.
 */
function momentsTermByTerm(plan: GoalPlan): { mean: number; variance: number } {
  const n = Math.max(0, plan.months);
  const v = Math.log1p((plan.volatility / (1 + plan.expectedReturn)) ** 2) / 12;
  const g = (1 + plan.expectedReturn) ** (1 / 12);
  const amounts = Array<number>(n + 1).fill(0);
  for (let month = 1; month <= n; month++) {
    const paidAt = plan.contributionTiming === 'month-start' ? month - 1 : month;
    amounts[paidAt]! += plan.monthlyContribution;
  }
  amounts[0]! += plan.initial;
  let mean = 0;
  let variance = 0;
  amounts.forEach((a, k) => {
    mean += a * g ** (n - k);
    amounts.forEach((b, l) => {
      variance += a * b * g ** (2 * n - k - l) * Math.expm1(v * Math.min(n - k, n - l));
    });
  });
  return { mean, variance };
}

describe('A projection', () => {
  it('carries the moments that the terms of the sum have', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { mean, standardDeviation } = projectGoal(plan).closedForm;
        const terms = momentsTermByTerm(plan);
        expectClose(mean, terms.mean, 1e-10);
        expectClose(standardDeviation, Math.sqrt(terms.variance), 1e-7);
      }),
      { numRuns: 60 },
    );
  });

  it('never becomes less likely through a higher contribution, nor by a lower target', () => {
    fc.assert(
      fc.property(plans, range(1, 1e4), range(0, 1), (plan, more, part) => {
        const before = projectGoal(plan);
        const higher = { ...plan, monthlyContribution: plan.monthlyContribution + more };
        // Below one in ten thousand the matched lognormal is too rough for this; see the README.
        const bound = before.probability < 1e-3 ? 0 : before.probability - 1e-12;
        expect(projectGoal(higher).probability).toBeGreaterThanOrEqual(bound);
        const lower = projectGoal({ ...plan, target: plan.target * part });
        expect(lower.probability).toBeGreaterThanOrEqual(before.probability);
      }),
    );
  });

  it('never becomes less likely through a higher contribution on any simulated path', () => {
    fc.assert(
      fc.property(plans, range(0, 1e4), fc.nat(), (plan, more, seed) => {
        const options = { paths: 20, seed };
        const higher = { ...plan, monthlyContribution: plan.monthlyContribution + more };
        const before = simulate(plan, options);
        const after = simulate(higher, options);
        expect(after.probability).toBeGreaterThanOrEqual(before.probability);
        expect(after.mean).toBeGreaterThanOrEqual(before.mean);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the probability back for which a contribution was found', () => {
    fc.assert(
      fc.property(plans, range(0.01, 0.99), (plan, probability) => {
        const result = contributionForProbability({ ...plan, probability });
        if (result.status !== 'found' || plan.volatility < 0.01) return;
        const { monthlyContribution } = result;
        const again = projectGoal({ ...plan, monthlyContribution });
        // One payment at the end of the only month is certain money: reached or not.
        if (again.closedForm.standardDeviation <= 1e-6 * again.closedForm.mean) return;
        expectClose(again.closedForm.probability, probability, 1e-6);
      }),
    );
  });

  it('does not depend on the unit of money', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: -4, max: 8 }), (plan, exponent) => {
        // A power of two changes no digit.
        const unit = 2 ** exponent;
        const scaled = {
          ...plan,
          initial: plan.initial * unit,
          monthlyContribution: plan.monthlyContribution * unit,
          target: plan.target * unit,
        };
        expectClose(projectGoal(scaled).probability, projectGoal(plan).probability, 1e-9);
        const options = { paths: 10, seed: 3 };
        expectClose(simulate(scaled, options).mean, unit * simulate(plan, options).mean, 1e-12);
      }),
      { numRuns: 30 },
    );
  });

  it('is between 0 and 1, and its quantiles rise with their level', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { probability, closedForm } = projectGoal(plan);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        const values = closedForm.quantiles.map(({ value }) => value);
        expect(values).toEqual([...values].sort((a, b) => a - b));
        expect(closedForm.expectedGap).toBeLessThanOrEqual(plan.target);
      }),
    );
  });

  it('is frozen, survives JSON, and leaves its arguments alone', () => {
    fc.assert(
      fc.property(plans, fc.nat(), (plan, seed) => {
        const before = JSON.stringify(plan);
        const results = [
          projectGoal(Object.freeze(plan)),
          simulate(plan, { paths: 3, seed }),
          contributionForProbability({ ...plan, probability: 0.6 }),
        ];
        for (const result of results) {
          expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
          expectFrozen(result);
        }
        expect(JSON.stringify(plan)).toBe(before);
      }),
      { numRuns: 30 },
    );
  });
});

function expectFrozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  expect(Object.isFrozen(value)).toBe(true);
  for (const part of Object.values(value)) expectFrozen(part);
}
