import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import lending from '../../examples/data/rules/lending.json';
import { canonicalJson } from '../../src/evidence/index.js';
import { compilePack, type RulePack } from '../../src/rules/index.js';
import {
  applyOverride,
  assessSuitability,
  recordDecision,
  replay,
  retentionOf,
} from '../../src/suitability/index.js';
import { expectRefusal } from '../refusal.js';
import { AS_OF, changed, SALE_PACKS, SUITABLE } from './support.js';

const options = { packs: SALE_PACKS, asOf: AS_OF } as const;
const assessment = assessSuitability({ facts: SUITABLE }, options);
const salt = 'a secret of the bank';

describe('recordDecision', () => {
  it('keeps facts, packs and where every rule stood, under a hash that anybody can make', () => {
    const record = recordDecision(assessment);
    const { hash, ...content } = record;
    expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(hash);
    expect(record.inputs.facts['client.riskLevel']).toBe(3);
    expect(record.inputs.packs.map(({ id, hash: own }) => [id, own.length])).toEqual([
      ['cn-csrc', 64],
      ['cn-nfra', 64],
    ]);
    expect(record.outcome.considered[0]?.standings['CN-NFRA-12']).toBe('not-met');
    expect(recordDecision(assessment)).toEqual(record);
  });

  it('keeps salted digests of what is personal if asked to', () => {
    const record = recordDecision(assessment, { personal: 'digest', packs: SALE_PACKS, salt });
    expect(JSON.stringify(record)).not.toContain('1985-01-01');
    const fact = { fact: 'client.birthDate', salt, value: '1985-01-01' };
    const digest = createHash('sha256').update(canonicalJson(fact)).digest('hex');
    expect(record.inputs.facts['client.birthDate']).toEqual({ digest });
    expect(record.inputs.facts['client.riskLevel']).toBe(3);
  });

  it('refuses digests without a salt, with a short one, and without packs', () => {
    const digest = (more: object) => () =>
      recordDecision(assessment, { personal: 'digest', ...more });
    expectRefusal(digest({ packs: SALE_PACKS }), 'missing-value', 'options.salt');
    expectRefusal(digest({ packs: SALE_PACKS, salt: 'short' }), 'out-of-range', 'options.salt');
    expectRefusal(digest({ salt }), 'missing-value', 'options.packs');
  });
});

describe('replay', () => {
  it('makes the record again, to the byte', () => {
    expect(replay(recordDecision(assessment), options)).toEqual({ status: 'same' });
    const unknown = assessSuitability(
      { facts: changed({ product: { issuerKind: undefined } }) },
      options,
    );
    expect(replay(recordDecision(unknown), options)).toEqual({ status: 'same' });
  });

  it('needs the personal facts of which only digests were kept, and the right ones', () => {
    const record = recordDecision(assessment, { personal: 'digest', packs: SALE_PACKS, salt });
    const personal = { 'client.birthDate': '1985-01-01', 'client.civilCapacity': 'full' } as const;
    expect(replay(record, { packs: SALE_PACKS, personal, salt })).toEqual({ status: 'same' });
    const paths = (result: ReturnType<typeof replay>) =>
      result.status === 'refused' ? result.issues.map(({ path }) => path) : [result.status];
    expect(paths(replay(record, { packs: SALE_PACKS }))).toEqual(['personal["client.birthDate"]']);
    const wrong = { ...personal, 'client.birthDate': '1986-01-01' };
    expect(paths(replay(record, { packs: SALE_PACKS, personal: wrong, salt }))).toEqual([
      'personal["client.birthDate"]',
    ]);
  });

  it('finds the version of its day among later ones, and names a pack that is not there', () => {
    const later = SALE_PACKS.map(({ pack }) => compilePack({ ...pack, version: 'later' }));
    const record = recordDecision(assessment);
    expect(replay(record, { packs: [...later, ...SALE_PACKS] })).toEqual({ status: 'same' });
    const result = replay(record, { packs: later });
    expect(result.status === 'refused' && result.issues[0]?.path).toBe('record.inputs.packs[0]');
  });

  it('tells an altered record, and one that would come out otherwise', () => {
    const record = recordDecision(assessment);
    expect(replay({ ...record, asOf: '2026-06-16' }, options).status).toBe('altered');
  });

  it('repeats what was set aside', () => {
    const packs = [compilePack(lending as unknown as RulePack)];
    const facts = { client: { age: 30, income: 100000 }, loan: { amount: 50000 } };
    const officer = (id: string) => ({ id, role: 'credit-officer' });
    const result = applyOverride(
      assessSuitability({ facts }, { packs, asOf: '2026-03-02' }),
      {
        rule: 'LEND-INCOME',
        decision: 'set-aside',
        by: officer('A'),
        second: officer('B'),
        on: '2026-03-02',
        reason: 'r',
        evidence: { 'income-proof': 'D' },
      },
      { packs },
    );
    if (result.status === 'refused') throw new Error('refused');
    const record = recordDecision(result.assessment);
    expect(record.outcome.status).toBe('allow-with-evidence');
    expect(record.inputs.overrides).toHaveLength(1);
    expect(replay(record, { packs })).toEqual({ status: 'same' });
  });
});

describe('retentionOf', () => {
  const keep = (id: string, years: number, after: string, more: object = {}) => ({
    id,
    years,
    after,
    inForce: { from: '2020-01-01' },
    citations: [],
    ...more,
  });
  const retained = (...retention: readonly object[]) => {
    const packs = [compilePack({ ...lending, retention } as unknown as RulePack)];
    const facts = { client: { age: 30 }, loan: { amount: 1 } };
    const kept = assessSuitability({ facts }, { packs, asOf: '2024-02-29' });
    return (relationshipEndedOn?: '2030-05-01' | '2023-01-01') =>
      retentionOf(kept, {
        packs,
        ...(relationshipEndedOn === undefined ? {} : { relationshipEndedOn }),
      });
  };

  it('is the longest of the rules that apply', () => {
    const until = retained(keep('FIVE', 5, 'decision'), keep('TWENTY', 20, 'decision'));
    expect(until()).toMatchObject({ status: 'dated', until: '2044-02-29' });
    const odd = retained(keep('ONE', 1, 'decision'));
    expect(odd()).toMatchObject({ status: 'dated', until: '2025-02-28' });
  });

  it('is open while the relationship goes on, and dated when it has ended', () => {
    const until = retained(keep('TWENTY', 20, 'decision'), keep('END', 5, 'relationship-end'));
    expect(until()).toMatchObject({ status: 'open', atLeast: '2044-02-29', yearsAfterEnd: 5 });
    expect(until('2030-05-01')).toMatchObject({ status: 'dated', until: '2044-02-29' });
    const short = retained(keep('TWO', 2, 'decision'), keep('END', 5, 'relationship-end'));
    expect(short('2030-05-01')).toMatchObject({ status: 'dated', until: '2035-05-01' });
    expectRefusal(() => until('2023-01-01'), 'inconsistent', 'options.relationshipEndedOn');
  });

  it('counts a rule of which it is unknown whether it applies, and says when there is none', () => {
    const scope = { left: { fact: 'client.income' }, is: '>', right: 0 };
    expect(retained(keep('MAYBE', 9, 'decision', { scope }))()).toMatchObject({
      until: '2033-02-28',
    });
    expect(retained()()).toEqual({ status: 'none', rules: [] });
  });
});
