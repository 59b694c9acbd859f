import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completenessByPurpose,
  type Fact,
  mergeFacts,
  type PurposeNeeds,
} from '../../../src/client/index.js';
import { expectRefusal, isDeeplyFrozen, wrong } from '../support.js';
import { AS_OF, fact, rules } from './support.js';

const facts: readonly Fact[] = [
  fact({ path: 'known' }),
  fact({ path: 'list', value: [] }),
  fact({ path: 'no', value: false }),
  fact({ path: 'blank', value: '' }),
  fact({ path: 'none', value: null }),
  fact({ path: 'withdrawn', value: null, retracted: true }),
  fact({ path: 'income', asOf: '2024-01-05' }),
  fact({ path: 'rumour', confidence: 0.1 }),
  fact({ path: 'disputed', value: 1 }),
  fact({ path: 'disputed', value: 2 }),
];
const merged = mergeFacts(facts, rules, { asOf: AS_OF });
const weights = {
  known: 3,
  list: 1,
  no: 1,
  blank: 1,
  none: 1,
  withdrawn: 1,
  income: 2,
  rumour: 1,
  disputed: 4,
  never: 1,
};
const assess = (needs: PurposeNeeds, given = merged) =>
  completenessByPurpose(given, { purposes: { advice: needs } }).advice;

describe('completenessByPurpose', () => {
  it('says of each missing field why it does not count', () => {
    // 3 + 1 + 1 of 16.
    const result = assess({ fieldWeights: weights, threshold: 0.9 });
    expect(result).toMatchObject({
      status: 'incomplete',
      score: 0.3125,
      weightPresent: 5,
      weightTotal: 16,
    });
    expect(result.gaps.map(({ path, state }) => [path, state])).toEqual([
      ['blank', 'empty'],
      ['none', 'empty'],
      ['withdrawn', 'retracted'],
      ['income', 'stale'],
      ['rumour', 'weak'],
      ['disputed', 'unresolved'],
      ['never', 'absent'],
    ]);
    expect(result.gaps.map(({ reason }) => reason.code)).toContain('client.field-unresolved');
    expect(result.nextQuestions.slice(0, 3)).toEqual(['disputed', 'income', 'blank']);
    expect(result.reasons.map(({ code }) => code)).toEqual(['client.incomplete']);
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('is incomplete without a required field, whatever the score', () => {
    const result = assess({
      fieldWeights: { known: 1 },
      threshold: 1,
      required: ['never', 'known'],
    });
    expect(result).toMatchObject({ status: 'incomplete', score: 1, missing: ['never'] });
    expect(result.gaps).toMatchObject([
      { weight: 0, required: true, reason: { severity: 'require' } },
    ]);
    expect(result.reasons).toMatchObject([
      {
        code: 'client.required-fields-missing',
        severity: 'block',
        parameters: { fields: ['never'] },
      },
    ]);
  });

  it('asks for what is required first', () => {
    const needs = { fieldWeights: weights, threshold: 0.1, required: ['never', 'income'] };
    expect(assess(needs).nextQuestions.slice(0, 3)).toEqual(['income', 'never', 'disputed']);
  });

  it('may ask for more recent and surer facts than they were merged with', () => {
    const known = { fieldWeights: { known: 1 }, threshold: 1 };
    // 56 days from 5 January 2026 end on 2 March.
    expect(assess({ ...known, maxAge: { known: { days: 56 } } }).status).toBe('complete');
    expect(assess({ ...known, maxAge: { known: { days: 55 } } }).gaps).toMatchObject([
      { state: 'stale' },
    ]);
    expect(assess({ ...known, minConfidence: 0.8 }).status).toBe('complete');
    expect(assess({ ...known, minConfidence: 0.81 }).gaps).toMatchObject([{ state: 'weak' }]);
    const older = { fieldWeights: { income: 1 }, threshold: 1, maxAge: { income: { months: 99 } } };
    expect(assess(older).gaps).toMatchObject([{ state: 'stale' }]);
  });

  it('keeps the purposes apart, as the policy names them', () => {
    const result = completenessByPurpose(merged, {
      purposes: {
        profile: { fieldWeights: { known: 1 }, threshold: 1 },
        'high-risk-advice': { fieldWeights: { known: 1, disputed: 1 }, threshold: 0.6 },
      },
    });
    expect(Object.entries(result).map(([name, { status }]) => [name, status])).toEqual([
      ['profile', 'complete'],
      ['high-risk-advice', 'incomplete'],
    ]);
    expect(completenessByPurpose(merged, { purposes: {} })).toEqual({});
  });

  it('never loses by a fact about a path of which nothing was said', () => {
    const needs = { fieldWeights: weights, threshold: 0.5, required: ['known'] };
    const paths = Object.keys(weights);
    fc.assert(
      fc.property(fc.subarray(paths), fc.constantFrom(...paths), (told, next) => {
        const some = told.map((path) => fact({ path }));
        const before = assess(needs, mergeFacts(some, rules, { asOf: AS_OF }));
        const more = [...some, fact({ path: next })];
        const after = assess(needs, mergeFacts(more, rules, { asOf: AS_OF }));
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        if (before.status === 'complete') expect(after.status).toBe('complete');
      }),
    );
  });

  const good = { fieldWeights: { a: 1 }, threshold: 1 };
  it.each([
    ['no needs', null, 'missing-value', 'policy.purposes.advice'],
    ['no weights', { threshold: 1 }, 'missing-value', 'policy.purposes.advice.fieldWeights'],
    [
      'empty weights',
      { ...good, fieldWeights: {} },
      'empty',
      'policy.purposes.advice.fieldWeights',
    ],
    [
      'a weight of NaN',
      { ...good, fieldWeights: { a: Number.NaN } },
      'not-finite',
      'policy.purposes.advice.fieldWeights.a',
    ],
    [
      'no threshold',
      { fieldWeights: { a: 1 } },
      'missing-value',
      'policy.purposes.advice.threshold',
    ],
    [
      'required texts',
      { ...good, required: 'a' },
      'invalid-type',
      'policy.purposes.advice.required',
    ],
    [
      'no path',
      { ...good, required: ['a..b'] },
      'invalid-format',
      'policy.purposes.advice.required[0]',
    ],
    [
      'a negative age',
      { ...good, maxAge: { a: { days: -1 } } },
      'out-of-range',
      'policy.purposes.advice.maxAge.a.days',
    ],
    [
      'a sure text',
      { ...good, minConfidence: '1' },
      'invalid-type',
      'policy.purposes.advice.minConfidence',
    ],
  ] as const)('refuses %s', (_, needs, code, path) => {
    expectRefusal(() => assess(wrong(needs)), code, path);
  });

  it('refuses what is no merged file and no policy', () => {
    const policy = { purposes: { advice: good } };
    expectRefusal(() => completenessByPurpose(wrong(null), policy), 'missing-value', 'merged');
    expectRefusal(() => completenessByPurpose(wrong({}), policy), 'missing-value', 'merged.fields');
    const undated = wrong({ fields: {} });
    expectRefusal(() => completenessByPurpose(undated, policy), 'missing-value', 'merged.asOf');
    expectRefusal(
      () => completenessByPurpose(merged, wrong({})),
      'missing-value',
      'policy.purposes',
    );
  });
});
