import { expect } from 'vitest';
import type { KpiCube, KpiCubeDraft, KpiRecord } from '../../src/kpi/index.js';

export { expectRefusal } from '../refusal.js';

/** Expects equality to a relative precision; by default the tenth digit. */
export function expectClose(actual: number, expected: number, relative = 1e-10): void {
  const tolerance = Math.max(Math.abs(expected) * relative, 1e-14);
  expect(Math.abs(actual - expected), `${actual} against ${expected}`).toBeLessThanOrEqual(
    tolerance,
  );
}

export function shuffled<T>(list: readonly T[], keys: readonly number[]): T[] {
  return list
    .map((value, i) => ({ value, key: keys[i] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

/** The event of each KPI. */
export function eventsByKpi(
  records: readonly KpiRecord[],
): Readonly<Record<string, KpiRecord['event']>> {
  return Object.fromEntries(records.map(({ kpi, event }) => [kpi, event]));
}

/** A draft of a cube with these records. */
export function draftOf(cube: KpiCube, records: readonly KpiRecord[]): KpiCubeDraft {
  const draft = cube.init();
  for (const record of records) cube.add(draft, record);
  return draft;
}

/** Values of a type that the compiler would refuse. */
export function wrong(value: unknown): never {
  return value as never;
}

/** The description that every definition under test shares. */
export const DESCRIPTION = {
  id: 'under-test',
  version: '1',
  family: 'satisfaction',
  formula: 'a over b',
  symbols: 'a / b',
  unit: 'fraction',
  direction: 'higher-is-better',
  numerator: 'a',
  denominator: 'b',
  source: 'test',
  minimumSample: 1,
} as const;
