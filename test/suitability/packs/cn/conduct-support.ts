import { expect } from 'vitest';
import { type CompiledPack, decide, type GoldenCase } from '../../../../src/rules/index.js';

/** Runs one hand-worked case: the status, and the rules that decide where the case names them. */
export function expectCase(pack: CompiledPack, { asOf, facts, expect: wanted }: GoldenCase): void {
  const { status, deciding } = decide([pack], facts, { asOf });
  expect({ status, ...(wanted.deciding === undefined ? {} : { deciding }) }).toEqual(wanted);
}
