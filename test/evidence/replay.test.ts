import { describe, expect, it } from 'vitest';
import { AptfolioError } from '../../src/errors/index.js';
import { type Replayer, recordDecision, replay, sha256 } from '../../src/evidence/index.js';
import { decision, expectRefusal, isDeeplyFrozen, stored, wrong } from './support.js';

const limit = ({ income }: { income: number }) => ({ limit: income * 0.3, steps: [1, 2, 3] });
const record = recordDecision(decision);
const again = (outcome: unknown) => replay(record, { 'app.limit': () => outcome });

describe('replay', () => {
  it('finds the same outcome when the same function decides, also on a stored record', () => {
    expect(replay(record, { 'app.limit': limit })).toEqual({ status: 'same' });
    expect(replay(stored(record), { 'app.limit': limit })).toEqual({ status: 'same' });
  });

  it('takes the order of keys for no difference', () => {
    expect(again({ steps: [1, 2, 3], limit: 9000 }).status).toBe('same');
  });

  it('takes minus zero for zero', () => {
    const zero = recordDecision({ ...decision, outcome: { x: 0 } });
    expect(replay(zero, { 'app.limit': () => ({ x: -0 }) }).status).toBe('same');
  });

  it.each([
    [{ limit: 9001, steps: [1, 2, 3] }, ['outcome.limit']],
    [{ limit: '9000', steps: [1, 2, 3] }, ['outcome.limit']],
    [{ limit: null, steps: [1, 2, 3] }, ['outcome.limit']],
    [{ limit: 9000, steps: [1, 5, 4] }, ['outcome.steps[1]', 'outcome.steps[2]']],
    [{ limit: 9000, steps: [1, 2] }, ['outcome.steps[2]']],
    [{ limit: 9000, steps: [1, 2, 3, 4] }, ['outcome.steps[3]']],
    [{ limit: 9000, steps: { 0: 1, 1: 2, 2: 3 } }, ['outcome.steps']],
    [{ limit: 9000 }, ['outcome.steps']],
    [{ limit: 9000, steps: [1, 2, 3], 'a b': 1 }, ['outcome["a b"]']],
    [{ limit: 9000 * (1 + 2 ** -52), steps: [1, 2, 3] }, ['outcome.limit']],
    [9000, ['outcome']],
    [null, ['outcome']],
    [[], ['outcome']],
  ])('names where %o differs', (outcome, differences) => {
    const result = again(outcome);
    expect(result).toEqual({ status: 'different', differences, outcome });
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('does not take what every object has for a field', () => {
    expect(again({ limit: 9000, steps: [1, 2, 3], toString: 'x' })).toMatchObject({
      differences: ['outcome.toString'],
    });
  });

  it('hands over frozen copies of inputs and versions, and the day', () => {
    const seen: unknown[] = [];
    const decide: Replayer = (...given: readonly unknown[]) => {
      seen.push(...given);
      return decision.outcome;
    };
    replay(stored(record), { 'app.limit': decide });
    expect(seen).toEqual([decision.inputs, { asOf: '2026-03-02', versions: decision.versions }]);
    expect(isDeeplyFrozen(seen)).toBe(false);
    expect(seen.every(isDeeplyFrozen)).toBe(true);
  });

  it('does not make an altered record again', () => {
    const altered = { ...record, inputs: { income: 1 } };
    const fail = () => {
      throw new Error('must not be called');
    };
    expect(replay(altered, { 'app.limit': fail }).status).toBe('altered');
  });

  it('knows no kind but those it is given', () => {
    expect(replay(record, {})).toEqual({ status: 'unknown-kind', kind: 'app.limit' });
    const inherited = recordDecision({ ...decision, kind: 'toString' });
    expect(replay(inherited, {}).status).toBe('unknown-kind');
  });

  it('says so when the inputs are not accepted any more', () => {
    const refuse = () => {
      throw new AptfolioError('out-of-range', 'inputs.income', 'a number below 20000', 30000);
    };
    const result = replay(record, { 'app.limit': refuse });
    expect(result).toMatchObject({
      status: 'refused',
      issues: [{ code: 'out-of-range', path: 'inputs.income' }],
    });
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('lets a fault in the program through', () => {
    const broken = () => {
      throw new RangeError('broken');
    };
    expect(() => replay(record, { 'app.limit': broken })).toThrow(RangeError);
  });

  it('refuses functions that are none and outcomes that are no plain data', () => {
    const act = (functions: unknown) => () => replay(record, wrong(functions));
    expectRefusal(act(null), 'missing-value', 'functions');
    expectRefusal(act([limit]), 'invalid-type', 'functions');
    expectRefusal(act({ 'app.limit': 5 }), 'invalid-type', 'functions["app.limit"]');
    expectRefusal(act({ 'app.limit': () => undefined }), 'missing-value', 'outcome');
    expectRefusal(act({ 'app.limit': () => ({ x: [Number.NaN] }) }), 'not-finite', 'outcome.x[0]');
    const later = async () => decision.outcome;
    expectRefusal(act({ 'app.limit': later }), 'invalid-type', 'outcome');
  });

  it.each([
    ['format', 'other/1', 'unknown-value'],
    ['kind', 7, 'invalid-type'],
    ['asOf', '2026-02-30', 'invalid-date'],
    ['inputs', undefined, 'missing-value'],
    ['outcome', undefined, 'missing-value'],
    ['versions', undefined, 'missing-value'],
  ] as const)('refuses a record whose hash is right and whose %s is %j', (field, value, code) => {
    const { hash: _, ...content } = { ...record, [field]: value };
    const plain = stored(content);
    const forged = wrong({ ...plain, hash: sha256(plain) });
    expectRefusal(() => replay(forged, { 'app.limit': limit }), code, `record.${field}`);
  });

  it('refuses what is no record', () => {
    expectRefusal(() => replay(wrong(null), {}), 'missing-value', 'record');
    expectRefusal(() => replay(wrong({}), {}), 'missing-value', 'record.hash');
  });
});
