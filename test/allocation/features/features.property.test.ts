import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AllocationProblem, allocate } from '../../../src/allocation/index.js';
import { expectNear, optimal } from '../support.js';
import { type FeatureCase, optimalCases } from './cases.js';
import { gainOf, loosened, withBounds } from './loosen.js';

const anyCase = fc.constantFrom(...optimalCases);
const dense = (problem: AllocationProblem) => problem.covariance as readonly (readonly number[])[];
const isDense = ({ problem }: FeatureCase): boolean => Array.isArray(problem.covariance);
const weightsOf = (problem: AllocationProblem): number[] =>
  Object.values(optimal(allocate(problem)).weights);

describe('whatever the rules', () => {
  it('loosening any of those that bind never makes the objective worse', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), fc.double({ min: 0, max: 0.3, noNaN: true }), (one, k, by) => {
        const stated = withBounds(one.problem);
        const { binding, objectiveValue } = optimal(allocate(stated));
        if (binding.length === 0) return;
        const looser = loosened(stated, binding[k % binding.length]!, by);
        const better = optimal(allocate(looser)).objectiveValue;
        expect(gainOf(stated, better, objectiveValue)).toBeGreaterThan(-1e-13);
      }),
    );
  });

  it('tightening what binds loses at least what its price says', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.nat(),
        fc.double({ min: 1e-4, max: 0.05, noNaN: true }),
        (one, k, by) => {
          // For a fixed objective the best value is concave in every bound but a multiple.
          const { kind } = one.problem.objective;
          if (kind === 'maximum-sharpe') return;
          const stated = withBounds(one.problem);
          const { binding, objectiveValue } = optimal(allocate(stated));
          const rules = binding.filter(
            (rule) => rule.kind !== 'frozen' && !rule.kind.startsWith('relative'),
          );
          if (rules.length === 0) return;
          const rule = rules[k % rules.length]!;
          const { min, max } = stated.bounds?.[rule.subject] ?? {};
          if (min !== undefined && max !== undefined && max - min < by) return;
          if (rule.bound < by && !/^(min|rule|group)/.test(rule.kind)) return;
          const ranges = [...(stated.groups ?? []), ...(stated.rules ?? [])];
          const own = ranges.find(({ id }) => id === rule.subject);
          if ((own?.max ?? 9) - (own?.min ?? -9) < by) return;
          if (rule.kind.startsWith('budget')) return;
          const result = allocate(loosened(stated, rule, -by));
          if (result.status !== 'optimal') return;
          const loss = gainOf(stated, objectiveValue, result.objectiveValue);
          expect(loss).toBeGreaterThanOrEqual(rule.shadowPrice * by - 1e-12);
        },
      ),
    );
  });

  it('the order of assets has no influence', () => {
    fc.assert(
      fc.property(anyCase.filter(isDense), ({ problem }) => {
        const turned: AllocationProblem = {
          ...problem,
          assets: [...problem.assets].reverse(),
          expectedReturn: [...problem.expectedReturn].reverse(),
          covariance: [...dense(problem)].reverse().map((row) => [...row].reverse()),
          groups: [...(problem.groups ?? [])].reverse(),
        };
        expectNear(weightsOf(turned).reverse(), weightsOf(problem), 1e-11);
      }),
    );
  });

  it('half the risk aversion for twice the variance is the same', () => {
    const utilities = optimalCases.filter(
      (one) => isDense(one) && one.problem.objective.kind === 'utility',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...utilities),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        ({ problem }, times) => {
          const { objective, maxTrackingError } = problem;
          if (objective.kind !== 'utility') return;
          const scaled: AllocationProblem = {
            ...problem,
            covariance: dense(problem).map((row) => row.map((entry) => entry * times)),
            objective: { kind: 'utility', riskAversion: objective.riskAversion / times },
            ...(maxTrackingError === undefined
              ? {}
              : { maxTrackingError: maxTrackingError * Math.sqrt(times) }),
          };
          const one = optimal(allocate(problem));
          const other = optimal(allocate(scaled));
          expectNear(Object.values(other.weights), Object.values(one.weights), 1e-10);
          expectNear([other.objectiveValue], [one.objectiveValue], 1e-13);
        },
      ),
    );
  });

  it('trading terms without costs or limits change nothing but what they report', () => {
    fc.assert(
      fc.property(anyCase, fc.boolean(), ({ problem, expected }, stated) => {
        const { trading: _, ...rest } = problem;
        const current = Object.fromEntries(problem.assets.map((a, i) => [a, expected.weights[i]!]));
        const costs = stated ? { buyCost: 0, sellCost: 0 } : {};
        const { trading, ...free } = optimal(allocate({ ...rest, trading: { current, ...costs } }));
        expect(free).toEqual(allocate(rest));
        expect(trading?.cost).toBe(0);
      }),
    );
  });

  it('a turnover of 0 leaves a portfolio that keeps the rules as it is', () => {
    fc.assert(
      fc.property(anyCase, ({ problem }) => {
        const { maxTrackingError: _, trading: __, ...rest } = problem;
        const { weights } = optimal(allocate({ ...rest, objective: { kind: 'minimum-variance' } }));
        const trading = { current: weights, maxTurnover: 0, buyCost: 0.01 };
        const objective = { kind: 'utility', riskAversion: 3 } as const;
        const result = allocate({ ...rest, objective, trading });
        expectNear(Object.values(optimal(result).weights), Object.values(weights), 1e-12);
      }),
    );
  });

  it('the arguments stay as they are', () => {
    fc.assert(
      fc.property(anyCase, ({ problem }) => {
        const copy = structuredClone(problem);
        allocate(problem);
        expect(problem).toEqual(copy);
      }),
    );
  });
});
