import { expect } from 'vitest';
import type { ErrorCode } from '../../src/errors/index.js';
import type { GoalPlan } from '../../src/projection/index.js';
import fixture from '../fixtures/projection/scenario.json' with { type: 'json' };
import expected from '../fixtures/scenario/expected.json' with { type: 'json' };

/** Step 9 of the scenario: CNY 341,262 now, 5,500 a month for eleven years, towards the education goal. */
export const EDUCATION: GoalPlan = {
  initial: expected.investable,
  monthlyContribution: 5500,
  months: 132,
  expectedReturn: Number(fixture.expectedReturn),
  volatility: Number(fixture.volatility),
  target: expected.goals.educationFV,
};

export { expectRefusal } from '../refusal.js';

/** Expects equality to a relative precision; by default the tenth digit. */
export function expectClose(actual: number, expectedValue: number, relative = 1e-10): void {
  const tolerance = Math.max(Math.abs(expectedValue) * relative, 1e-14);
  expect(
    Math.abs(actual - expectedValue),
    `${actual} against ${expectedValue}`,
  ).toBeLessThanOrEqual(tolerance);
}

export function codes(result: { readonly reasons: readonly { readonly code: string }[] }) {
  return result.reasons.map(({ code }) => code);
}

/** Values of a type that the compiler would refuse. */
export function wrong(value: unknown): never {
  return value as never;
}

/** What every function that takes a plan must refuse, field by field. */
export const BAD_PLANS: readonly (readonly [change: object, code: ErrorCode, path: string])[] = [
  [{ initial: undefined }, 'missing-value', 'initial'],
  [{ initial: null }, 'missing-value', 'initial'],
  [{ initial: '341262' }, 'invalid-type', 'initial'],
  [{ initial: Number.NaN }, 'not-finite', 'initial'],
  [{ initial: Number.POSITIVE_INFINITY }, 'not-finite', 'initial'],
  [{ initial: -0.01 }, 'out-of-range', 'initial'],
  [{ initial: 2e15 }, 'out-of-range', 'initial'],
  [{ months: 131.5 }, 'invalid-type', 'months'],
  [{ months: 1201 }, 'out-of-range', 'months'],
  [{ months: null }, 'missing-value', 'months'],
  [{ expectedReturn: -1 }, 'out-of-range', 'expectedReturn'],
  [{ expectedReturn: Number.NaN }, 'not-finite', 'expectedReturn'],
  [{ volatility: -0.1 }, 'out-of-range', 'volatility'],
  [{ volatility: Number.POSITIVE_INFINITY }, 'not-finite', 'volatility'],
  [{ target: -1 }, 'out-of-range', 'target'],
  [{ target: [] }, 'invalid-type', 'target'],
  [{ contributionTiming: 'yearly' }, 'unknown-value', 'contributionTiming'],
];
