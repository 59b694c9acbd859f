import { describe, expect, it } from 'vitest';
import { addFacts, type FactLedger, joinLedgers, openLedger } from '../../../src/client/index.js';
import { expectRefusal, frozenCopy, isDeeplyFrozen, wrong } from '../support.js';
import { fact } from './support.js';

const ledgerOf = (...facts: Parameters<typeof addFacts>[1]) =>
  addFacts(openLedger('cli_lin'), facts).ledger;

describe('a ledger', () => {
  it('writes facts out in full, in the order of their days, none twice', () => {
    const early = fact({ asOf: '2024-01-05', value: [] });
    const { ledger, failures } = addFacts(openLedger('cli_lin'), [
      fact(),
      early,
      fact({ recordedAt: '2026-01-05', validUntil: null, retracted: false }),
    ]);
    const gaps = { validUntil: null, retracted: false };
    expect(ledger).toEqual({
      client: 'cli_lin',
      facts: [
        { ...early, ...gaps, recordedAt: '2024-01-05' },
        { ...fact(), ...gaps, recordedAt: '2026-01-05' },
      ],
    });
    expect(failures).toEqual([]);
  });

  it('keeps a fact beside its retraction', () => {
    const retraction = fact({ value: null, retracted: true });
    expect(ledgerOf(fact(), retraction).facts).toHaveLength(2);
  });

  it('names a bad row and takes the others', () => {
    const rows = [fact(), wrong(null), fact({ confidence: -1 }), fact({ path: 'y' })];
    const { ledger, failures } = addFacts(openLedger('cli_lin'), rows);
    expect(ledger.facts).toHaveLength(2);
    expect(failures.map(({ issues }) => issues[0]?.path)).toEqual([
      'facts[1]',
      'facts[2].confidence',
    ]);
  });

  it('takes facts of sources that no policy knows yet', () => {
    expect(ledgerOf(fact({ source: 'registry-2030' })).facts).toHaveLength(1);
  });

  it('is frozen, survives JSON and leaves the old one alone', () => {
    const before = frozenCopy(ledgerOf(fact()));
    const { ledger } = addFacts(before, frozenCopy([fact({ path: 'y' })]));
    expect(before.facts).toHaveLength(1);
    expect(isDeeplyFrozen(ledger)).toBe(true);
    const stored: FactLedger = JSON.parse(JSON.stringify(ledger));
    expect(addFacts(stored, []).ledger).toEqual(ledger);
  });

  it.each([
    ['null', null, 'missing-value', 'ledger'],
    ['no client', { facts: [] }, 'missing-value', 'ledger.client'],
    ['no facts', { client: 'cli_lin' }, 'missing-value', 'ledger.facts'],
    [
      'a bad fact',
      { client: 'cli_lin', facts: [fact(), fact({ asOf: '2026-02-30' })] },
      'invalid-date',
      'ledger.facts[1].asOf',
    ],
    ['a client by name', { client: '林伟', facts: [] }, 'invalid-format', 'ledger.client'],
  ] as const)('is refused with %s', (_, ledger, code, path) => {
    expectRefusal(() => addFacts(wrong(ledger), []), code, path);
  });

  it('is not added to by what is no list', () => {
    expectRefusal(() => addFacts(openLedger('a'), wrong(null)), 'missing-value', 'facts');
  });
});

describe('joinLedgers', () => {
  it('takes each fact once', () => {
    const joined = joinLedgers(ledgerOf(fact(), fact({ path: 'y' })), ledgerOf(fact()));
    expect(joined).toEqual(ledgerOf(fact(), fact({ path: 'y' })));
  });

  it('refuses to mix two clients', () => {
    const other = openLedger('cli_chen');
    expectRefusal(() => joinLedgers(ledgerOf(), other), 'inconsistent', 'second.client');
    expectRefusal(
      () => joinLedgers(ledgerOf(), wrong({ client: 'a' })),
      'missing-value',
      'second.facts',
    );
    expectRefusal(() => joinLedgers(wrong(1), other), 'invalid-type', 'first');
  });
});
