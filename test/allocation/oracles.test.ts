import { describe, expect, it } from 'vitest';
import { type AllocationProblem, allocate } from '../../src/allocation/index.js';
import enumerated from '../fixtures/allocation/enumerated.json' with { type: 'json' };
import larger from '../fixtures/allocation/larger.json' with { type: 'json' };
import { expectNear, optimal, problemOf, ruleOf, wrong } from './support.js';

/** Numbers stand in the fixture as decimal texts, which the script read exactly. */
interface ExactCase {
  readonly name: string;
  readonly assets: readonly string[];
  readonly expectedReturn: readonly string[];
  readonly covariance: readonly (readonly string[])[];
  readonly objective: Readonly<Record<string, string>>;
  readonly bounds: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly groups: readonly Readonly<Record<string, string | readonly string[]>>[];
  readonly expected:
    | { readonly status: 'infeasible' }
    | {
        readonly status: 'optimal';
        readonly weights: Readonly<Record<string, number>>;
        readonly expectedReturn: number;
        readonly variance: number;
        readonly objectiveValue: number;
        readonly binding: readonly {
          readonly rule: string;
          readonly shadowPrice: number;
          readonly unique: boolean;
        }[];
      };
}

const exact: readonly ExactCase[] = wrong(enumerated.cases);

function problemFrom({ assets, ...texts }: ExactCase): AllocationProblem {
  const numbers = (value: unknown): unknown => {
    if (typeof value === 'string') return Number.isNaN(Number(value)) ? value : Number(value);
    if (Array.isArray(value)) return value.map(numbers);
    return Object.fromEntries(
      Object.entries(value as object).map(([key, entry]) => [key, numbers(entry)]),
    );
  };
  const { expectedReturn, covariance, objective, bounds, groups } = texts;
  const rest = numbers({ expectedReturn, covariance, objective, bounds, groups }) as object;
  return wrong({ assets, ...rest });
}

describe('exact optima in rational arithmetic', () => {
  it.each(exact)('$name', (one) => {
    const result = allocate(problemFrom(one));
    expect(result.status).toBe(one.expected.status);
    if (one.expected.status === 'infeasible' || result.status !== 'optimal') return;
    const { weights, expectedReturn, variance, objectiveValue, binding } = one.expected;
    expectNear(Object.values(result.weights), Object.values(weights), 1e-11);
    expectNear(
      [result.expectedReturn, result.volatility],
      [expectedReturn, Math.sqrt(variance)],
      1e-12,
    );
    expectNear([result.objectiveValue], [objectiveValue], 1e-13);
    expect(result.binding.map(({ rule, unique }) => ({ rule, unique }))).toEqual(
      binding.map(({ rule, unique }) => ({ rule, unique })),
    );
    // The script's prices are quotients of differences: exact to about 1e-11.
    expectNear(
      result.binding.map(({ shadowPrice }) => shadowPrice),
      binding.map(({ shadowPrice }) => shadowPrice),
      1e-9,
    );
  });

  it('hold both kinds of outcome and rules of every kind', () => {
    const outcomes = new Set(exact.map(({ expected }) => expected.status));
    expect(outcomes).toEqual(new Set(['optimal', 'infeasible']));
    const kinds = exact.flatMap(({ expected }) =>
      expected.status === 'optimal' ? expected.binding.map(({ rule }) => rule.split(':')[0]) : [],
    );
    expect(new Set(kinds)).toEqual(
      new Set(['min', 'max', 'group-min', 'group-max', 'target-return']),
    );
  });
});

describe('larger problems, as cvxpy and mpmath solve them', () => {
  it.each(larger.cases)('$seed: weights and shadow prices', (one) => {
    const objective = { kind: 'utility', riskAversion: one.riskAversion } as const;
    const { covariance, expectedReturn, lower, upper } = one;
    const problem = problemOf({ covariance, expectedReturn, lower, upper, objective });
    const groups = one.groups.map(({ members, ...limits }, id) => ({
      id: String(id),
      members: members.map((i) => `a${i}`),
      ...(limits as { min?: number; max?: number }),
    }));
    const result = optimal(allocate({ ...problem, groups }));
    expectNear(Object.values(result.weights), one.weights, 1e-11);
    const scale = Math.max(...expectedReturn.map(Math.abs), ...covariance.flat().map(Math.abs));
    for (const [name, price] of Object.entries(one.shadowPrices)) {
      const found = ruleOf(result, name.replace(/^(m..):/, '$1:a'));
      expectNear([found.shadowPrice / scale], [price / scale], 1e-11);
      expect(found.unique).toBe(true);
    }
    expect(result.binding).toHaveLength(Object.keys(one.shadowPrices).length);
  });
});
