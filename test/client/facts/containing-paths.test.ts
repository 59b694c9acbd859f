import { describe, expect, it } from 'vitest';
import { clientViewOf, type Fact, type FactPolicy, mergeFacts } from '../../../src/client/index.js';
import { AS_OF } from './support.js';

const policy: FactPolicy = { sources: ['register', ['adviser', 'client']] };
const say = (path: string, value: unknown, day: Fact['asOf'], source = 'client'): Fact => ({
  path,
  value,
  source,
  asOf: day,
  confidence: 1,
});
const [FIRST, SECOND] = ['2026-02-01', '2026-02-15'] as const;
const given = { baseCurrency: 'CNY', fx: {}, holdings: [], liabilities: [], goals: [] } as const;
const birthday = say('client.birthDate', '1988-02-29', FIRST);

/** Consents of the view, and the conflicts. */
function consentsOf(facts: readonly Fact[], rules = policy) {
  const merged = mergeFacts([birthday, ...facts], rules, { asOf: AS_OF });
  const read = clientViewOf(merged, { client: 'cli_lin', given });
  if (read.status !== 'complete') throw new Error('no view');
  const conflicts = merged.conflicts.map(({ path, status }) => [path, status]);
  return { profiling: read.view.client.consents?.profiling, conflicts };
}

const yes = (day: Fact['asOf'], source?: string) =>
  say('client.consents.profiling', true, day, source);
const no = (day: Fact['asOf'], source?: string) =>
  say('client.consents', { profiling: false, marketing: false }, day, source);
const LISTED = 'client.consents.profiling';

describe('facts whose paths contain one another', () => {
  it('are one question: a source’s newest word counts, whichever path it has', () => {
    expect(consentsOf([yes(FIRST), no(SECOND)])).toEqual({ profiling: false, conflicts: [] });
    expect(consentsOf([no(FIRST), yes(SECOND)])).toEqual({ profiling: true, conflicts: [] });
  });

  it('contradict each other, by the policy’s order, and it is listed', () => {
    const listed = (status: string) => [[LISTED, status]];
    expect(consentsOf([yes(FIRST), no(SECOND, 'adviser')])).toEqual({
      profiling: false,
      conflicts: listed('resolved'),
    });
    expect(consentsOf([yes(SECOND), no(FIRST, 'register')])).toEqual({
      profiling: false,
      conflicts: listed('resolved'),
    });
    expect(consentsOf([yes(SECOND), no(SECOND, 'adviser')])).toEqual({
      profiling: undefined,
      conflicts: listed('unresolved'),
    });
    expect(consentsOf([yes(SECOND), no(SECOND)])).toEqual({
      profiling: undefined,
      conflicts: listed('unresolved'),
    });
  });

  it('leave no consent where the newer word on all of them does not give it', () => {
    for (const value of [{}, { marketing: true }, null, false]) {
      const facts = [yes(FIRST), say('client.consents', value, SECOND)];
      expect(consentsOf(facts).profiling).toBeUndefined();
    }
    const back = { ...say('client.consents', null, SECOND), retracted: true };
    expect(consentsOf([yes(FIRST), back]).profiling).toBeUndefined();
    expect(
      consentsOf([yes(FIRST), say('client', { consents: { profiling: false } }, SECOND)]),
    ).toEqual({ profiling: false, conflicts: [] });
  });

  it('are no fresher and no surer than the rule of the path that was spoken of', () => {
    const all = (day: Fact['asOf']) => say('client.consents', { profiling: true }, day);
    const weak = { ...yes(FIRST, 'adviser'), confidence: 0.1 };
    const rules = { ...policy, minConfidence: 0.5 };
    const aged = { ...rules, paths: { 'client.consents': { maxAge: { days: 10 } } } };
    expect(consentsOf([all(FIRST), weak], rules).profiling).toBe(true);
    expect(consentsOf([all(FIRST), weak], aged).profiling).toBeUndefined();
  });

  it('are so below any path, field by field, and an object says nothing of what it does not hold', () => {
    const merged = mergeFacts(
      [
        say('statements.acceptedLoss', 0, FIRST, 'adviser'),
        say('statements.age', 37, FIRST),
        say('statements', { acceptedLoss: 0.2 }, FIRST),
      ],
      policy,
      { asOf: AS_OF },
    );
    expect(merged.fields['statements.acceptedLoss']).toMatchObject({ status: 'unresolved' });
    expect(merged.fields['statements.age']).toMatchObject({ status: 'fresh', value: 37 });
    expect(merged.conflicts.map(({ path }) => path)).toEqual(['statements.acceptedLoss']);
  });
});
