import { describe, expect, it } from 'vitest';
import { type Fact, type FactPolicy, mergeFacts } from '../../../src/client/index.js';
import fixture from '../../fixtures/client/facts/merged.json' with { type: 'json' };
import { expectRefusal, isDeeplyFrozen, wrong } from '../support.js';
import { AS_OF, fact, rules } from './support.js';

/** What becomes of the path `x`. */
const merge = (facts: readonly Fact[], policy: FactPolicy = rules) => {
  const { fields, conflicts } = mergeFacts(facts, policy, { asOf: AS_OF });
  return { field: fields.x, conflict: conflicts.find(({ path }) => path === 'x') };
};

describe('mergeFacts', () => {
  it('agrees with the written rule as pandas and dateutil work it out', () => {
    const { policy, columns, cases } = fixture;
    for (const { facts, fields } of cases) {
      const rows = facts.map((row) =>
        Object.fromEntries(row.map((entry, index) => [columns[index], entry])),
      );
      const merged = mergeFacts(wrong(rows), wrong(policy), { asOf: '2026-03-31' });
      const conflicts = new Map(merged.conflicts.map(({ path, status }) => [path, status]));
      const found = Object.entries(merged.fields).map(([path, { status, value, asOf }]) => [
        path,
        {
          status,
          ...(status === 'fresh' || status === 'stale' ? { value, asOf } : {}),
          ...(conflicts.has(path) ? { conflict: conflicts.get(path) } : {}),
        },
      ]);
      expect(Object.fromEntries(found)).toEqual(fields);
    }
  });

  it('takes the source of higher rank, however old', () => {
    const { field, conflict } = merge([
      fact({ source: 'register', value: 'r', asOf: '2001-05-01', confidence: 0.4 }),
      fact({ value: 'c' }),
      fact({ source: 'imported', value: 'r' }),
    ]);
    expect(field).toEqual({
      status: 'fresh',
      value: 'r',
      asOf: '2001-05-01',
      source: 'register',
      confidence: 0.4,
      validUntil: null,
      recordedAt: '2001-05-01',
      freshUntil: null,
      confirmedBy: ['imported'],
    });
    expect(conflict).toMatchObject({ status: 'resolved', decidedBy: 'source' });
    expect(conflict?.evidence.map((e) => [e.source, e.verdict, e.lostBy])).toEqual([
      ['register', 'won', null],
      ['client', 'lost', 'source'],
      ['imported', 'confirmed', null],
    ]);
    expect(conflict?.reason).toMatchObject({
      code: 'client.fact-conflict-by-source',
      severity: 'warn',
      parameters: { field: 'x', source: 'register', others: ['client'] },
    });
  });

  it('takes the later of two sources of one rank, and the surer of two of one day', () => {
    const adviser = fact({ source: 'adviser', value: 'a' });
    const later = fact({ source: 'custodian', value: 'b', asOf: '2026-01-06' });
    expect(merge([adviser, later])).toMatchObject({
      field: { value: 'b' },
      conflict: { decidedBy: 'date' },
    });
    const surer = fact({ source: 'custodian', value: 'b', confidence: 0.9 });
    expect(merge([adviser, surer])).toMatchObject({
      field: { value: 'b' },
      conflict: { decidedBy: 'confidence' },
    });
  });

  it('picks no value where sources of equal standing contradict each other', () => {
    const { field, conflict } = merge([
      fact({ source: 'adviser', value: 'a' }),
      fact({ source: 'custodian', value: 'b' }),
      fact({ source: 'client', value: 'b' }),
    ]);
    expect(field).toEqual({
      status: 'unresolved',
      value: null,
      asOf: '2026-01-05',
      sources: ['adviser', 'custodian'],
    });
    expect(conflict).toMatchObject({ status: 'unresolved', decidedBy: null });
    expect(conflict?.evidence.map((e) => [e.source, e.value, e.verdict])).toEqual([
      ['adviser', 'a', 'tied'],
      ['custodian', 'b', 'tied'],
      ['client', 'b', 'lost'],
    ]);
    expect(conflict?.reason.severity).toBe('require');
  });

  it('picks no value where one source says two things on one day', () => {
    const { field } = merge([fact({ value: 1 }), fact({ value: 2 })]);
    expect(field).toMatchObject({ status: 'unresolved', sources: ['client'] });
  });

  it('lets a source of higher rank settle what others leave unresolved', () => {
    const tied = [
      fact({ source: 'adviser', value: 'a' }),
      fact({ source: 'custodian', value: 'b' }),
    ];
    const { field } = merge([
      ...tied,
      fact({ source: 'register', value: 'b', asOf: '2020-01-01' }),
    ]);
    expect(field).toMatchObject({ status: 'fresh', value: 'b', confirmedBy: ['custodian'] });
  });

  it('takes a source’s later word for the earlier one, without a conflict', () => {
    const facts = [fact({ value: 'old', asOf: '2024-01-05' }), fact({ value: 'new' })];
    expect(merge(facts)).toMatchObject({ field: { value: 'new' } });
    expect(merge(facts).conflict).toBeUndefined();
  });

  it('takes what was recorded later about the same day for a correction', () => {
    const corrected = fact({ value: 'b', recordedAt: '2026-02-01' });
    expect(merge([fact(), corrected]).field).toMatchObject({ value: 'b' });
    expect(merge([fact(), corrected]).conflict).toBeUndefined();
  });

  it('counts equal values as one, whatever the order of their keys', () => {
    const facts = [
      fact({ source: 'adviser', value: { currency: 'CNY', amount: '1.00' } }),
      fact({ source: 'custodian', value: { amount: '1.00', currency: 'CNY' } }),
    ];
    expect(merge(facts).field).toMatchObject({ status: 'fresh', confirmedBy: ['custodian'] });
    expect(merge(facts).conflict).toBeUndefined();
  });

  it('takes a source’s last word, also where it is that there is no answer', () => {
    const none = fact({ value: null, asOf: '2026-02-01' });
    expect(merge([fact(), none]).field).toEqual({
      status: 'empty',
      value: null,
      asOf: '2026-02-01',
      sources: ['client'],
    });
    expect(merge([fact(), none, fact({ source: 'imported' })]).field).toMatchObject({
      status: 'fresh',
      source: 'imported',
    });
  });

  it('silences a source that retracts, and brings back nothing older', () => {
    const older = fact({ asOf: '2025-01-05' });
    const retraction = fact({ value: null, retracted: true });
    expect(merge([older, fact(), retraction]).field).toMatchObject({ status: 'retracted' });
    const again = fact({ value: 'b', asOf: '2026-02-01' });
    expect(merge([older, fact(), retraction, again]).field).toMatchObject({ value: 'b' });
  });

  it('does not count what is not sure enough', () => {
    expect(merge([fact({ confidence: 0.3 })]).field).toMatchObject({ status: 'fresh' });
    const weak = fact({ source: 'register', value: 'w', confidence: 0.29 });
    expect(merge([weak]).field).toEqual({
      status: 'weak',
      value: null,
      asOf: '2026-01-05',
      sources: ['register'],
    });
    expect(merge([weak, fact()])).toMatchObject({ field: { value: 'a', source: 'client' } });
  });
});

describe('freshness', () => {
  // Civil Code of China, articles 201 and 202: 12 months from 29 February end on 28 February.
  it.each([
    ['income', '2025-03-02', '2026-03-02', 'fresh'],
    ['income', '2025-03-01', '2026-03-01', 'stale'],
    ['income', '2024-02-29', '2025-02-28', 'stale'],
    ['address', '2026-01-31', '2026-03-02', 'fresh'],
    ['address', '2026-01-30', '2026-03-01', 'stale'],
  ] as const)('of %s as of %s lasts until %s: %s', (path, asOf, freshUntil, status) => {
    const { fields } = mergeFacts([fact({ path, asOf })], rules, { asOf: AS_OF });
    expect(fields[path]).toMatchObject({ status, freshUntil, value: 'a' });
  });

  it('ends with validUntil, that day included, or with the greatest age, whichever comes first', () => {
    const until = (path: string, validUntil: `${number}-${number}-${number}`) =>
      mergeFacts([fact({ path, validUntil })], rules, { asOf: AS_OF }).fields[path];
    expect(until('x', '2026-03-02')).toMatchObject({ status: 'fresh', freshUntil: '2026-03-02' });
    expect(until('x', '2026-03-01')).toMatchObject({ status: 'stale' });
    expect(until('income', '2030-01-01')).toMatchObject({ freshUntil: '2027-01-05' });
  });

  it('puts a fresh value before a stale one of higher rank, and sees no conflict in it', () => {
    const stale = fact({ source: 'register', value: 'old', validUntil: '2026-02-01' });
    expect(merge([stale, fact()])).toEqual({
      field: expect.objectContaining({ status: 'fresh', value: 'a' }),
      conflict: undefined,
    });
  });

  it('never ends where the calendar does first', () => {
    for (const maxAge of [{ months: 120_000 }, { days: 4_000_000 }]) {
      const { field } = merge([fact()], { sources: ['client'], maxAge });
      expect(field).toMatchObject({ status: 'fresh', freshUntil: null });
    }
  });
});

describe('the policy', () => {
  const register = fact({ source: 'register', value: 'r', asOf: '2025-01-05' });

  it('may put the date before the source', () => {
    const decideBy = ['date', 'source', 'confidence'] as const;
    expect(merge([register, fact()], { ...rules, decideBy }).field).toMatchObject({ value: 'a' });
    const paths = { x: { decideBy } };
    expect(merge([register, fact()], { ...rules, paths }).field).toMatchObject({ value: 'a' });
  });

  it('leaves unresolved what its criteria do not tell apart', () => {
    const decideBy = ['confidence'] as const;
    const facts = [fact({ value: 'r', source: 'register' }), fact()];
    expect(merge(facts, { ...rules, decideBy }).field).toMatchObject({ status: 'unresolved' });
  });

  it('may put a source first for one path, the others following', () => {
    const paths = { x: { sources: ['client'] } };
    expect(merge([register, fact()], { ...rules, paths }).field).toMatchObject({ value: 'a' });
    const adviser = fact({ source: 'adviser', value: 'v', asOf: '2026-02-01' });
    expect(merge([register, adviser], { ...rules, paths }).field).toMatchObject({ value: 'r' });
  });

  it('may lift the general age for one path', () => {
    const policy = { ...rules, maxAge: { days: 1 }, paths: { x: { maxAge: null } } };
    expect(merge([fact()], policy).field).toMatchObject({ status: 'fresh' });
    expect(merge([fact()], { ...policy, paths: {} }).field).toMatchObject({ status: 'stale' });
  });

  it.each([
    ['no policy', undefined, 'missing-value', 'policy'],
    ['no sources', {}, 'missing-value', 'policy.sources'],
    ['an empty list of sources', { sources: [] }, 'empty', 'policy.sources'],
    ['a source twice', { sources: ['a', ['b', 'a']] }, 'duplicate-id', 'policy.sources[1][1]'],
    ['an empty tier', { sources: ['a', []] }, 'empty', 'policy.sources[1]'],
    ['a number for a source', { sources: [3] }, 'invalid-type', 'policy.sources[0]'],
    [
      'a negative age',
      { ...rules, maxAge: { months: -1 } },
      'out-of-range',
      'policy.maxAge.months',
    ],
    ['half a day', { ...rules, maxAge: { days: 0.5 } }, 'invalid-type', 'policy.maxAge.days'],
    ['an age without unit', { ...rules, maxAge: {} }, 'missing-value', 'policy.maxAge.months'],
    ['two units', { ...rules, maxAge: { days: 1, months: 1 } }, 'inconsistent', 'policy.maxAge'],
    [
      'a confidence above 1',
      { ...rules, minConfidence: 1.1 },
      'out-of-range',
      'policy.minConfidence',
    ],
    ['NaN', { ...rules, minConfidence: Number.NaN }, 'not-finite', 'policy.minConfidence'],
    [
      'an unknown criterion',
      { ...rules, decideBy: ['age'] },
      'unknown-value',
      'policy.decideBy[0]',
    ],
    [
      'a criterion twice',
      { ...rules, decideBy: ['date', 'date'] },
      'duplicate-id',
      'policy.decideBy[1]',
    ],
    [
      'an unknown kind',
      { ...rules, paths: { x: { kind: 'money' } } },
      'unknown-value',
      'policy.paths.x.kind',
    ],
    [
      'an unknown source of a path',
      { ...rules, paths: { x: { sources: ['bank'] } } },
      'unknown-id',
      'policy.paths.x.sources',
    ],
    [
      'a path that is none',
      { ...rules, paths: { 'x..y': {} } },
      'invalid-format',
      'policy.paths["x..y"]',
    ],
  ] as const)('is refused with %s', (_, policy, code, path) => {
    expectRefusal(() => mergeFacts([], wrong(policy), { asOf: AS_OF }), code, path);
  });

  it.each([
    ['null', null, 'missing-value', 'options'],
    ['no date', {}, 'missing-value', 'options.asOf'],
    ['a day that does not exist', { asOf: '2026-02-30' }, 'invalid-date', 'options.asOf'],
    ['a number', { asOf: AS_OF, knownOn: 3 }, 'invalid-type', 'options.knownOn'],
  ] as const)('and options are refused with %s', (_, options, code, path) => {
    expectRefusal(() => mergeFacts([], rules, wrong(options)), code, path);
  });
});

describe('a fact that cannot be used', () => {
  const SECRET = '13800138000';

  it.each([
    ['null', null, 'missing-value', 'facts[1]'],
    ['a text', SECRET, 'invalid-type', 'facts[1]'],
    ['without a path', { ...fact(), path: undefined }, 'missing-value', 'facts[1].path'],
    ['with an empty path', fact({ path: '' }), 'empty', 'facts[1].path'],
    [
      'with a path of the prototype',
      fact({ path: '__proto__.x' }),
      'invalid-format',
      'facts[1].path',
    ],
    ['with a path too long', fact({ path: 'x'.repeat(201) }), 'too-long', 'facts[1].path'],
    ['without a value', { ...fact(), value: undefined }, 'missing-value', 'facts[1].value'],
    ['with NaN', fact({ value: { a: Number.NaN } }), 'not-finite', 'facts[1].value.a'],
    [
      'with half a character',
      fact({ value: `${SECRET}\ud800` }),
      'invalid-format',
      'facts[1].value',
    ],
    ['with a function', fact({ value: () => 1 }), 'invalid-type', 'facts[1].value'],
    ['without a date', { ...fact(), asOf: null }, 'missing-value', 'facts[1].asOf'],
    ['of 30 February', fact({ asOf: '2026-02-30' }), 'invalid-date', 'facts[1].asOf'],
    ['of a phone’s day', fact({ asOf: wrong(SECRET) }), 'invalid-date', 'facts[1].asOf'],
    ['without a source', fact({ source: '' }), 'empty', 'facts[1].source'],
    ['of an unknown source', fact({ source: SECRET }), 'unknown-id', 'facts[1].source'],
    [
      'without confidence',
      fact({ confidence: wrong(undefined) }),
      'missing-value',
      'facts[1].confidence',
    ],
    ['surer than sure', fact({ confidence: 1.01 }), 'out-of-range', 'facts[1].confidence'],
    ['infinitely sure', fact({ confidence: Infinity }), 'not-finite', 'facts[1].confidence'],
    ['that ends before', fact({ validUntil: '2026-01-04' }), 'inconsistent', 'facts[1].validUntil'],
    ['with a bad end', fact({ validUntil: wrong('soon') }), 'invalid-date', 'facts[1].validUntil'],
    ['with a bad record', fact({ recordedAt: wrong(7) }), 'invalid-type', 'facts[1].recordedAt'],
    ['retracted with a value', fact({ retracted: true }), 'inconsistent', 'facts[1].value'],
    ['retracted by a text', fact({ retracted: wrong('no') }), 'invalid-type', 'facts[1].retracted'],
    [
      'with a birthday that does not exist',
      fact({ path: 'client.birthDate', value: '1990-02-30' }),
      'invalid-date',
      'facts[1].value',
    ],
    [
      'with a number for a birthday',
      fact({ path: 'client.birthDate', value: 19900228 }),
      'invalid-type',
      'facts[1].value',
    ],
  ] as const)('is a failure %s, without its value, and the others count', (_, row, code, path) => {
    const good = [fact({ path: 'y' }), fact({ path: 'z' })];
    const merged = mergeFacts([good[0]!, wrong(row), good[1]!], rules, { asOf: AS_OF });
    expect(Object.keys(merged.fields)).toEqual(['y', 'z']);
    expect(merged.failures).toMatchObject([{ row: 1, issues: [{ code, path }] }]);
    expect(merged.failures[0]?.issues).toHaveLength(1);
    expect(JSON.stringify(merged.failures)).not.toContain('received');
    expect(JSON.stringify(merged.failures)).not.toContain(SECRET);
  });

  it('is each kind’s own', () => {
    const kinds = {
      text: 'a',
      number: 1,
      boolean: false,
      date: '2026-01-01',
      list: [],
      object: {},
    };
    for (const kind of Object.keys(kinds)) {
      const policy = { sources: ['client'], paths: { x: { kind: wrong(kind) } } };
      const facts = Object.values(kinds).map((value) => fact({ value }));
      const { failures } = mergeFacts(facts, policy, { asOf: AS_OF });
      // A date is a text, too.
      expect(failures).toHaveLength(kind === 'text' ? 4 : 5);
      expect(mergeFacts([fact({ value: null })], policy, { asOf: AS_OF }).failures).toEqual([]);
    }
  });

  it('shows no key of its value that may be data', () => {
    const id = '11010519491231002X';
    const rows = [{ [id]: undefined }, { owners: [{ [id]: { age: Number.NaN } }] }];
    const { failures } = mergeFacts(
      rows.map((value) => fact({ value })),
      rules,
      { asOf: AS_OF },
    );
    expect(failures.map(({ issues }) => issues[0]?.path)).toEqual([
      'facts[0].value[*]',
      'facts[1].value.owners[0][*].age',
    ]);
  });

  it('is not the whole list', () => {
    expectRefusal(() => mergeFacts(wrong(null), rules, { asOf: AS_OF }), 'missing-value', 'facts');
    expectRefusal(() => mergeFacts(wrong({}), rules, { asOf: AS_OF }), 'invalid-type', 'facts');
    expect(mergeFacts([], rules, { asOf: AS_OF })).toEqual({
      asOf: AS_OF,
      knownOn: AS_OF,
      fields: {},
      conflicts: [],
      failures: [],
    });
  });
});

describe('the two times of a fact', () => {
  const sold = fact({ value: 'sold', asOf: '2026-01-10', recordedAt: '2026-02-20' });
  const at = (asOf: `${number}-${number}-${number}`, knownOn = asOf) =>
    mergeFacts([fact(), sold], rules, { asOf, knownOn }).fields.x;

  it('keep what was known on a day apart from what is known of it now', () => {
    expect(at('2026-01-04')).toBeUndefined();
    expect(at('2026-01-15')).toMatchObject({ value: 'a' });
    expect(at('2026-01-15', '2026-03-02')).toMatchObject({ value: 'sold' });
    expect(at('2026-02-20')).toMatchObject({ value: 'sold' });
  });
});

describe('names of the language’s own', () => {
  it('are paths like any other', () => {
    const { fields } = mergeFacts([fact({ path: 'constructor' })], rules, { asOf: AS_OF });
    expect(fields.constructor).toMatchObject({ value: 'a' });
    expect(Object.keys(fields)).toEqual(['constructor']);
  });

  it('stay data within a value', () => {
    const value = JSON.parse('{"__proto__": {"polluted": true}}');
    const merged = mergeFacts([fact({ value })], rules, { asOf: AS_OF });
    expect(JSON.stringify(merged.fields.x?.value)).toBe('{"__proto__":{"polluted":true}}');
    expect('polluted' in {}).toBe(false);
    expect(isDeeplyFrozen(merged)).toBe(true);
  });
});
