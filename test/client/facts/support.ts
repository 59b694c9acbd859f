import type { Fact, FactPolicy } from '../../../src/client/index.js';

export const AS_OF = '2026-03-02';

export const rules: FactPolicy = {
  sources: ['register', ['adviser', 'custodian'], 'client', 'imported'],
  minConfidence: 0.3,
  paths: {
    'client.birthDate': { kind: 'date' },
    income: { maxAge: { months: 12 } },
    address: { maxAge: { days: 30 } },
  },
};

/** A fact of the client's about the path `x`, with what differs. */
export function fact(change: Partial<Fact> = {}): Fact {
  return {
    path: 'x',
    value: 'a',
    asOf: '2026-01-05',
    source: 'client',
    confidence: 0.8,
    ...change,
  };
}
