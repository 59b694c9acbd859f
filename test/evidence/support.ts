import { type Decision, type DecisionRecord, recordDecision } from '../../src/evidence/index.js';

/** A value that the types forbid. */
export const wrong = (value: unknown): never => value as never;

export function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}

export const decision: Decision<{ income: number }, { limit: number; steps: readonly number[] }> = {
  kind: 'app.limit',
  asOf: '2026-03-02',
  inputs: { income: 30000 },
  outcome: { limit: 9000, steps: [1, 2, 3] },
  versions: { app: '7', method: '2' },
};

export { expectRefusal } from '../refusal.js';

/** What a store gives back: the record's JSON, parsed. */
export function stored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** A chain with one record for each outcome. */
export function chainOf(outcomes: readonly unknown[]): readonly DecisionRecord[] {
  const chain: DecisionRecord[] = [];
  for (const outcome of outcomes) {
    const previous = chain.at(-1);
    const link = previous === undefined ? {} : { previous };
    chain.push(recordDecision({ ...decision, outcome, ...link }));
  }
  return chain;
}
