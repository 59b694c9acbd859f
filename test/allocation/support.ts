import { expect } from 'vitest';
import scenario from '../../examples/data/scenario/capital-market-assumptions.json' with {
  type: 'json',
};
import {
  type AllocationPolicy,
  type AllocationProblem,
  type AllocationResult,
  allocate,
  type BindingRule,
  type InfeasibleAllocation,
  type OptimalAllocation,
  problemForLevel,
} from '../../src/allocation/index.js';
import { type CompiledAssumptions, compileAssumptions } from '../../src/market/index.js';
import type { RiskLevel } from '../../src/questionnaire/index.js';

export { expectRefusal } from '../refusal.js';

// A JSON import types dates and levels as plain strings.
export const assumptions: CompiledAssumptions = compileAssumptions(wrong(scenario));
export const policy: AllocationPolicy = scenario.policy;

/** The sample client's allocation at a risk level. */
export function atLevel(level: RiskLevel): OptimalAllocation {
  return optimal(allocate(problemForLevel(assumptions, policy, level)));
}

export function optimal(result: AllocationResult): OptimalAllocation {
  if (result.status !== 'optimal') throw new Error(`not optimal: ${JSON.stringify(result)}`);
  return result;
}

export function infeasible(result: AllocationResult): InfeasibleAllocation {
  if (result.status !== 'infeasible') throw new Error(`not infeasible: ${result.status}`);
  return result;
}

/** The binding rule of a name. */
export function ruleOf(result: OptimalAllocation, name: string): BindingRule {
  const found = result.binding.find(({ rule }) => rule === name);
  if (found === undefined) throw new Error(`${name} does not bind`);
  return found;
}

/** A problem of assets named a0, a1, … from vectors of bounds. */
export function problemOf(parts: {
  readonly expectedReturn?: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly objective: AllocationProblem['objective'];
  readonly lower?: readonly number[];
  readonly upper?: readonly number[];
}): AllocationProblem {
  const { covariance, objective, lower, upper } = parts;
  const assets = covariance.map((_, i) => `a${i}`);
  return {
    assets,
    expectedReturn: parts.expectedReturn ?? assets.map(() => 0),
    covariance,
    objective,
    bounds: Object.fromEntries(
      assets.map((asset, i) => [asset, { min: lower?.[i] ?? 0, max: upper?.[i] ?? 1 }]),
    ),
  };
}

/** Expects a list of numbers, each within `distance` of the expected one. */
export function expectNear(
  actual: readonly number[],
  expected: readonly number[],
  distance: number,
): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    const off = Math.abs((actual[i] as number) - value);
    expect(off, `${actual[i]} against ${value}, place ${i}`).toBeLessThanOrEqual(distance);
  });
}

export function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}

export function hasNegativeZero(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return Object.is(value, -0);
  return Object.values(value).some(hasNegativeZero);
}

/** Values of a type that the compiler would refuse. */
export function wrong(value: unknown): never {
  return value as never;
}
