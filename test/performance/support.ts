import { expect } from 'vitest';
import type { PlainDate } from '../../src/dates/index.js';
import { type Money, money } from '../../src/money/index.js';
import type { Flow } from '../../src/performance/index.js';

export { expectRefusal } from '../refusal.js';

export const cny = (amount: string): Money<'CNY'> => money('CNY', amount);

// A JSON import types dates as plain strings.
export const day = (text: string | undefined): PlainDate => text as PlainDate;

/** Flows from a fixture's rows of date and amount. */
export const flowsOf = (rows: readonly (readonly unknown[])[]): readonly Flow[] =>
  rows.map(([date, amount]) => ({ date: date as PlainDate, amount: amount as number }));

/** Expects equality to a relative precision. */
export function expectClose(actual: number, expected: number, relative = 1e-12): void {
  const tolerance = Math.max(Math.abs(expected) * relative, 1e-15);
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    tolerance,
  );
}

/** A value that the types forbid. */
export const wrong = (value: unknown): never => value as never;

export function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}
