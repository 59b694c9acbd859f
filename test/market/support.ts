import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

export { expectRefusal } from '../refusal.js';

/** Expects a list of numbers, or rows of them, each within `tolerance` of the expected one in proportion. */
export function expectAllClose(actual: unknown, expected: unknown, tolerance = 1e-13): void {
  const found = [actual].flat(3) as number[];
  const wanted = [expected].flat(3) as number[];
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((value, i) => {
    const distance = Math.abs((found[i] as number) - value);
    expect(distance, `${found[i]} against ${value}, place ${i}`).toBeLessThanOrEqual(
      tolerance * Math.max(Math.abs(value), 1e-2),
    );
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

/** The sample history: the series' names, the years, and a row of returns per year. */
export function annualReturns(): {
  readonly assets: readonly string[];
  readonly periods: readonly number[];
  readonly returns: readonly (readonly number[])[];
} {
  const text = readFileSync('examples/data/markets/annual-returns-1928-2025.csv', 'utf8');
  const [header = '', ...lines] = text.trim().split('\n');
  const names = header.trim().split(',');
  const rows = lines.map((line) => line.split(',').map(Number));
  return {
    assets: names.slice(1).map((name) => name.replaceAll('"', '')),
    periods: rows.map((row) => row[0] as number),
    returns: rows.map((row) => row.slice(1)),
  };
}
