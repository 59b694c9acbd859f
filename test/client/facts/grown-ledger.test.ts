import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFacts,
  type Fact,
  type FactLedger,
  mergeFacts,
  openLedger,
  profileAt,
} from '../../../src/client/index.js';
import { addDays, type PlainDate } from '../../../src/dates/index.js';
import { canonicalJson } from '../../../src/evidence/index.js';
import { frozenCopy, policy, wrong } from '../support.js';

const facts = {
  sources: ['register', 'client'],
  paths: { 'client.birthDate': { kind: 'date' } },
} as const;
const given = { baseCurrency: 'CNY', fx: {}, holdings: [], liabilities: [], goals: [] } as const;
const say = (
  path: string,
  value: unknown,
  asOf: PlainDate,
  recordedAt: PlainDate = asOf,
): Fact => ({ path, value, asOf, recordedAt, source: 'client', confidence: 1 });

const DAY = '2025-06-01';
const known = [
  say('client.birthDate', '1988-02-29', '2024-01-05'),
  say('client.birthDate', '1988-02-30', '2025-01-05'),
  { ...say('client.retired', true, '2025-02-05'), source: 'rumour' },
];
const ledgerOf = (...rows: readonly Fact[]): FactLedger =>
  addFacts(openLedger('cli_lin'), rows).ledger;
const rebuilt = (ledger: FactLedger) =>
  profileAt(ledger, { facts, profile: policy }, { asOf: DAY, given });

describe('a ledger that has grown', () => {
  it.each([
    [
      'a birthday that does not exist',
      say('client.birthDate', '1988-02-31', '2025-03-01', '2026-01-01'),
    ],
    [
      'an unknown source',
      { ...say('client.retired', true, '2025-03-01', '2026-01-01'), source: 'hearsay' },
    ],
    [
      'an older day, which comes before the others',
      say('client.occupation', 'x', '2020-01-01', '2026-01-01'),
    ],
    [
      'an older day, and cannot be used',
      { ...say('a', 1, '2020-01-01', '2026-01-01'), source: 'hearsay' },
    ],
    ['a later day', { ...say('a', 1, '2026-01-01'), source: 'hearsay' }],
  ] as const)('by a fact of %s gives the same bytes', (_, later) => {
    const before = rebuilt(ledgerOf(...known));
    expect(before.merged.failures.map(({ row, issues }) => [row, issues[0]?.path])).toEqual([
      [1, 'facts[1].value'],
      [2, 'facts[2].source'],
    ]);
    expect(canonicalJson(rebuilt(ledgerOf(...known, later)))).toBe(canonicalJson(before));
  });

  it('names rows by the facts known then, in the ledger’s order', () => {
    const ledger = ledgerOf(...known, say('a', 1, '2020-01-01', '2026-01-01'));
    const [first] = rebuilt(ledger).merged.failures;
    const then = ledger.facts.filter(({ recordedAt }) => recordedAt <= DAY);
    expect(then[first!.row]).toMatchObject({ value: '1988-02-30' });
  });

  it('gives the same bytes whatever was added, and however a store ordered it', () => {
    const later = fc.array(
      fc
        .record({
          path: fc.constantFrom('client.birthDate', 'client.retired', 'holdings', 'a'),
          value: fc.constantFrom<unknown>('1988-02-30', true, [], null),
          days: fc.integer({ min: -2000, max: 500 }),
          delay: fc.integer({ min: 1, max: 500 }),
          source: fc.constantFrom('register', 'client', 'hearsay'),
        })
        .map(({ path, value, days, delay, source }): Fact => {
          const asOf = addDays(DAY, days);
          const recordedAt = addDays(DAY, delay);
          return { path, value, asOf, recordedAt, source, confidence: 1 };
        }),
      { maxLength: 8 },
    );
    const before = canonicalJson(rebuilt(ledgerOf(...known)));
    fc.assert(
      fc.property(later, fc.boolean(), (added, reversed) => {
        const ledger = ledgerOf(...known, ...added);
        const rows = reversed ? [...ledger.facts].reverse() : ledger.facts;
        expect(canonicalJson(rebuilt(frozenCopy({ ...ledger, facts: rows })))).toBe(before);
      }),
    );
  });
});

describe('facts that cannot be used', () => {
  it('count only from the day on which they are known, as far as their days can be read', () => {
    const bad = { ...say('a', 1, '2026-01-01'), confidence: 2 };
    const rows = [bad, { ...bad, asOf: '2025-02-30', recordedAt: '2026-01-01' }] as const;
    const failed = (asOf: PlainDate, given: readonly unknown[] = rows) =>
      mergeFacts(wrong(given), facts, { asOf }).failures.map(({ row }) => row);
    expect(failed('2025-12-31')).toEqual([]);
    expect(failed('2026-01-01')).toEqual([0, 1]);
    expect(failed('2025-12-31', [null, 7, { ...bad, asOf: 'soon', recordedAt: null }])).toEqual([
      0, 1, 2,
    ]);
    expect(failed('2025-12-31', [{ ...bad, asOf: '2025-01-01', recordedAt: 7 }])).toEqual([0]);
  });
});
