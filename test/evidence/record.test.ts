import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  checkMessages,
  type DecisionRecord,
  evidenceMessages,
  formatReason,
  recordDecision,
  verifyChain,
  verifyRecord,
} from '../../src/evidence/index.js';
import { chainOf, decision, expectRefusal, isDeeplyFrozen, stored, wrong } from './support.js';

describe('recordDecision', () => {
  it('holds the decision, its versions and no link', () => {
    const { hash, ...content } = recordDecision(decision);
    expect(content).toEqual({ format: 'aptfolio-record/1', ...decision, previousHash: null });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has the hash of its canonical JSON, written by hand and hashed by another implementation', () => {
    const text =
      '{"asOf":"2026-03-02","format":"aptfolio-record/1","inputs":{"income":30000},' +
      '"kind":"app.limit","outcome":{"limit":9000,"steps":[1,2,3]},"previousHash":null,' +
      '"versions":{"app":"7","method":"2"}}';
    const hash = createHash('sha256').update(text, 'utf8').digest('hex');
    expect(recordDecision(decision).hash).toBe(hash);
  });

  it('is frozen all the way down and leaves what it is given unfrozen', () => {
    const inputs = { list: [{ a: 1 }] };
    const record = recordDecision({ ...decision, inputs });
    expect(isDeeplyFrozen(record)).toBe(true);
    expect(Object.isFrozen(inputs.list[0])).toBe(false);
    inputs.list.push({ a: 2 });
    expect(record.inputs).toEqual({ list: [{ a: 1 }] });
  });

  it('links to the record before it', () => {
    const first = recordDecision(decision);
    expect(recordDecision({ ...decision, previous: first }).previousHash).toBe(first.hash);
    expect(recordDecision({ ...decision, previous: stored(first) }).previousHash).toBe(first.hash);
  });

  it('refuses to link to a record that was altered', () => {
    const previous = wrong({ ...recordDecision(decision), asOf: '2026-03-03' });
    const act = () => recordDecision({ ...decision, previous });
    expectRefusal(act, 'invalid-record', 'decision.previous');
  });

  it('takes null, texts, numbers and lists as inputs and outcome', () => {
    const record = recordDecision({ ...decision, inputs: null, outcome: [1, 'x'] });
    expect([record.inputs, record.outcome]).toEqual([null, [1, 'x']]);
  });

  it.each([
    ['kind', undefined, 'missing-value', 'decision.kind'],
    ['kind', '', 'empty', 'decision.kind'],
    ['kind', 1, 'invalid-type', 'decision.kind'],
    ['asOf', undefined, 'missing-value', 'decision.asOf'],
    ['asOf', '2026-02-30', 'invalid-date', 'decision.asOf'],
    ['asOf', new Date(0), 'invalid-type', 'decision.asOf'],
    ['inputs', undefined, 'missing-value', 'decision.inputs'],
    ['inputs', { w: [0, Number.NaN] }, 'not-finite', 'decision.inputs.w[1]'],
    ['outcome', undefined, 'missing-value', 'decision.outcome'],
    ['outcome', { at: new Date(0) }, 'invalid-type', 'decision.outcome.at'],
    ['versions', undefined, 'missing-value', 'decision.versions'],
    ['versions', '7', 'invalid-type', 'decision.versions'],
    ['versions', {}, 'empty', 'decision.versions'],
    ['versions', { app: 7 }, 'invalid-type', 'decision.versions.app'],
    ['versions', { app: '' }, 'empty', 'decision.versions.app'],
    ['previous', null, 'missing-value', 'decision.previous'],
    ['previous', 'abc', 'invalid-type', 'decision.previous'],
    ['previous', {}, 'missing-value', 'decision.previous.hash'],
  ] as const)('refuses %s %o', (field, value, code, path) => {
    expectRefusal(() => recordDecision(wrong({ ...decision, [field]: value })), code, path);
  });

  it('refuses what is no decision', () => {
    expectRefusal(() => recordDecision(wrong(undefined)), 'missing-value', 'decision');
    expectRefusal(() => recordDecision(wrong([])), 'invalid-type', 'decision');
  });
});

describe('verifyRecord', () => {
  const record = recordDecision(decision);

  it('verifies a record as it was made, also after a store gave it back with its keys moved', () => {
    expect(verifyRecord(record)).toEqual({ status: 'verified' });
    const moved = Object.fromEntries(Object.entries(stored(record)).reverse());
    expect(verifyRecord(wrong(moved))).toEqual({ status: 'verified' });
  });

  it.each([
    ['kind', 'app.other'],
    ['asOf', '2026-03-03'],
    ['inputs', { income: 30001 }],
    ['outcome', { limit: 9000, steps: [1, 2] }],
    ['versions', { app: '8', method: '2' }],
    ['previousHash', 'a'.repeat(64)],
    ['format', 'aptfolio-record/2'],
    ['note', 'added'],
  ])('sees that %s was changed', (field, value) => {
    const result = verifyRecord(wrong({ ...record, [field]: value }));
    expect(result.status).toBe('altered');
    expect(result).toMatchObject({ expected: record.hash });
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('sees that a field was taken out', () => {
    const { outcome: _, ...rest } = record;
    expect(verifyRecord(wrong(rest)).status).toBe('altered');
  });

  it('sees that the hash was changed, and gives the right one', () => {
    const result = verifyRecord({ ...record, hash: 'a'.repeat(64) });
    expect(result).toEqual({ status: 'altered', expected: 'a'.repeat(64), found: record.hash });
  });

  it('refuses what cannot be a record', () => {
    expectRefusal(() => verifyRecord(wrong(null)), 'missing-value', 'record');
    expectRefusal(() => verifyRecord(wrong('{}')), 'invalid-type', 'record');
    expectRefusal(() => verifyRecord(wrong({ kind: 'x' })), 'missing-value', 'record.hash');
    expectRefusal(() => verifyRecord(wrong({ hash: 5 })), 'invalid-type', 'record.hash');
    const faulty = wrong({ ...record, inputs: { income: Number.NaN } });
    expectRefusal(() => verifyRecord(faulty), 'not-finite', 'record.inputs.income');
  });
});

describe('verifyChain', () => {
  const chain = chainOf(['a', 'b', 'c', 'd']);
  const verdict = (records: readonly DecisionRecord[]) => {
    const result = verifyChain(records);
    return result.status === 'broken' ? [result.index, result.reason.code] : result.status;
  };

  it('verifies a chain and gives its last hash', () => {
    const result = verifyChain(stored(chain));
    expect(result).toEqual({ status: 'verified', head: chain[3]?.hash });
  });

  it('verifies the chain without records', () => {
    expect(verifyChain([])).toEqual({ status: 'verified', head: null });
    expect(verifyChain([], { after: 'abc' })).toEqual({ status: 'verified', head: 'abc' });
  });

  it('sees at which record content was changed', () => {
    const changed = chain.map((record, i) => (i === 2 ? { ...record, outcome: 'x' } : record));
    expect(verdict(changed)).toEqual([2, 'evidence.record-altered']);
  });

  it('sees at which record one was made anew', () => {
    const anew = recordDecision({ ...decision, outcome: 'x', ...previousOf(1) });
    const changed = chain.map((record, i) => (i === 1 ? anew : record));
    expect(verdict(changed)).toEqual([2, 'evidence.record-not-linked']);
  });

  it('sees that a record was left out, added, repeated or moved', () => {
    const [a, b, c, d] = chain as [DecisionRecord, DecisionRecord, DecisionRecord, DecisionRecord];
    const added = recordDecision({ ...decision, outcome: 'x', previous: a });
    expect(verdict([b, c, d])).toEqual([0, 'evidence.record-not-linked']);
    expect(verdict([a, c, d])).toEqual([1, 'evidence.record-not-linked']);
    expect(verdict([a, added, b, c, d])).toEqual([2, 'evidence.record-not-linked']);
    expect(verdict([a, b, b, c, d])).toEqual([2, 'evidence.record-not-linked']);
    expect(verdict([a, c, b, d])).toEqual([1, 'evidence.record-not-linked']);
  });

  it('shows an end cut off only by its last hash', () => {
    expect(verifyChain(chain.slice(0, 3))).toEqual({ status: 'verified', head: chain[2]?.hash });
  });

  it('goes on from a record whose hash is given', () => {
    const after = chain[1]?.hash as string;
    expect(verifyChain(chain.slice(2), { after }).status).toBe('verified');
    expect(verifyChain(chain.slice(1), { after }).status).toBe('broken');
  });

  it('says what is wrong in three languages', () => {
    const result = verifyChain(chain.slice(1));
    if (result.status !== 'broken') throw new Error('the chain holds');
    expect(isDeeplyFrozen(result)).toBe(true);
    expect(result.reason.severity).toBe('block');
    expect(formatReason(evidenceMessages, result.reason, 'en')).toContain(
      'Record 1 does not follow',
    );
    expect(formatReason(evidenceMessages, result.reason, 'zh-Hans')).toContain('第1条记录');
    expect(formatReason(evidenceMessages, result.reason, 'zh-Hant')).toContain('第1項紀錄');
    expect(checkMessages(evidenceMessages)).toEqual([]);
  });

  it('refuses what is no list of records', () => {
    expectRefusal(() => verifyChain(wrong(null)), 'missing-value', 'records');
    expectRefusal(() => verifyChain(wrong({})), 'invalid-type', 'records');
    expectRefusal(() => verifyChain(wrong([chain[0], null])), 'missing-value', 'records[1]');
    expectRefusal(() => verifyChain(wrong([{}])), 'missing-value', 'records[0].hash');
    expectRefusal(() => verifyChain(chain, wrong(null)), 'missing-value', 'options');
    expectRefusal(() => verifyChain(chain, wrong({ after: 1 })), 'invalid-type', 'options.after');
    expectRefusal(() => verifyChain(chain, { after: '' }), 'empty', 'options.after');
  });

  function previousOf(index: number): { previous: DecisionRecord } {
    return { previous: chain[index - 1] as DecisionRecord };
  }
});
