import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFacts,
  type Fact,
  joinLedgers,
  mergeFacts,
  openLedger,
} from '../../../src/client/index.js';
import { addDays } from '../../../src/dates/index.js';
import { canonicalJson } from '../../../src/evidence/index.js';
import { frozenCopy, isDeeplyFrozen } from '../support.js';
import { AS_OF, rules } from './support.js';

const day = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => addDays('2026-01-01', days));

/** Few values for each field, so that facts often contradict each other. */
const fact: fc.Arbitrary<Fact> = fc
  .record({
    path: fc.constantFrom('x', 'income', 'address'),
    value: fc.constantFrom<unknown>('a', 'b', null, { k: [1, '元'] }),
    asOf: day(0, 80),
    source: fc.constantFrom('register', 'adviser', 'custodian', 'client', 'imported'),
    confidence: fc.constantFrom(0.2, 0.8, 1),
    recorded: fc.constantFrom(null, 0, 3),
    valid: fc.constantFrom(null, null, 10, 100),
    retracted: fc.boolean(),
  })
  .map(({ recorded, valid, retracted, ...rest }) => ({
    ...rest,
    recordedAt: recorded === null ? null : addDays(rest.asOf, recorded),
    validUntil: valid === null ? null : addDays(rest.asOf, valid),
    retracted: rest.value === null && retracted,
  }));
const facts = fc.array(fact, { maxLength: 12 });

const again = <T>(rows: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc
    .subarray([...rows])
    .chain((twice) =>
      fc.shuffledSubarray([...rows, ...twice], { minLength: rows.length + twice.length }),
    );
const merge = (given: readonly Fact[]) => mergeFacts(given, rules, { asOf: AS_OF });

describe('merged facts', () => {
  it('do not depend on order or repetition, to the byte', () => {
    const lists = facts.chain((list) => fc.tuple(fc.constant(list), again(list)));
    fc.assert(
      fc.property(lists, ([list, shuffled]) => {
        expect(JSON.stringify(merge(shuffled))).toBe(JSON.stringify(merge(list)));
      }),
    );
  });

  it('survive JSON, are frozen, and leave their arguments alone', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const merged = mergeFacts(frozenCopy(list), frozenCopy(rules), { asOf: AS_OF });
        expect(JSON.parse(canonicalJson(merged))).toEqual(merged);
        expect(isDeeplyFrozen(merged)).toBe(true);
      }),
    );
  });

  it('of one path do not depend on those of another', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const { fields, conflicts } = merge(list);
        const alone = merge(list.filter(({ path }) => path === 'x'));
        expect(alone.fields.x).toEqual(fields.x);
        expect(alone.conflicts).toEqual(conflicts.filter(({ path }) => path === 'x'));
      }),
    );
  });

  it('that are decided stay so but for a contradiction of equal standing or their own source', () => {
    fc.assert(
      fc.property(facts, fact, (list, added) => {
        const before = merge(list).fields;
        const { fields: after, conflicts } = merge([...list, added]);
        for (const [path, field] of Object.entries(before)) {
          if (field.status !== 'fresh' || after[path]?.status === 'fresh') continue;
          expect(path).toBe(added.path);
          const tied = conflicts
            .filter((conflict) => conflict.path === path && conflict.status === 'unresolved')
            .flatMap(({ evidence }) => evidence.filter(({ verdict }) => verdict === 'tied'));
          const contradicts = tied.some(({ source }) => source === added.source);
          expect(added.source === field.source || contradicts).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are always decided by a new fact of the highest rank', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const word = {
          path: 'x',
          value: 'w',
          asOf: AS_OF,
          source: 'register',
          confidence: 1,
        } as const;
        const { fields } = merge([
          ...list.filter(({ asOf }) => asOf < AS_OF).map((row) => ({ ...row, path: 'x' })),
          word,
        ]);
        expect(fields.x).toMatchObject({ status: 'fresh', value: 'w', source: 'register' });
      }),
    );
  });

  it('have a conflict exactly where equally fresh values differ, the winner first', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const { fields, conflicts } = merge(list);
        for (const { path, status, evidence } of conflicts) {
          expect(new Set(evidence.map(({ value }) => canonicalJson(value))).size).toBeGreaterThan(
            1,
          );
          const field = fields[path];
          expect(field?.status === 'unresolved').toBe(status === 'unresolved');
          const won = evidence.filter(({ verdict }) => verdict === 'won');
          expect(won).toHaveLength(status === 'resolved' ? 1 : 0);
          if (status === 'resolved')
            expect(evidence[0]).toMatchObject({ verdict: 'won', value: field?.value });
          else expect(field?.value).toBeNull();
        }
      }),
    );
  });
});

describe('a ledger', () => {
  const opened = openLedger('cli_lin');
  const batch = (list: readonly Fact[]) => addFacts(opened, list).ledger;

  it('folded in any order and in any parts is the batch, to the byte', () => {
    const lists = facts.chain((list) =>
      fc.tuple(fc.constant(list), again(list), fc.integer({ min: 1, max: 5 })),
    );
    fc.assert(
      fc.property(lists, ([list, shuffled, size]) => {
        let ledger = opened;
        for (let i = 0; i < shuffled.length; i += size) {
          ({ ledger } = addFacts(ledger, shuffled.slice(i, i + size)));
        }
        expect(JSON.stringify(ledger)).toBe(JSON.stringify(batch(list)));
      }),
    );
  });

  it('joins associatively, commutatively and idempotently, to the byte', () => {
    fc.assert(
      fc.property(facts, facts, facts, (first, second, third) => {
        const [a, b, c] = [batch(first), batch(second), batch(third)];
        const whole = JSON.stringify(batch([...first, ...second, ...third]));
        expect(JSON.stringify(joinLedgers(joinLedgers(a, b), c))).toBe(whole);
        expect(JSON.stringify(joinLedgers(c, joinLedgers(b, a)))).toBe(whole);
        expect(JSON.stringify(joinLedgers(a, a))).toBe(JSON.stringify(a));
      }),
    );
  });

  it('merges like the facts that went in', () => {
    fc.assert(
      fc.property(facts, (list) => {
        expect(merge(batch(list).facts)).toEqual(merge(list));
      }),
    );
  });

  it('that has grown tells a past day as it was known then', () => {
    fc.assert(
      fc.property(facts, day(0, 80), (list, then) => {
        const known = list.filter(({ asOf, recordedAt }) => (recordedAt ?? asOf) <= then);
        expect(mergeFacts(list, rules, { asOf: then })).toEqual(
          mergeFacts(known, rules, { asOf: then }),
        );
      }),
    );
  });
});
