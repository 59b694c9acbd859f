import { describe, expect, it } from 'vitest';
import { assessCompleteness } from '../../src/client/index.js';
import { expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const policy = { fieldWeights: { a: 3, b: 1, c: 1 }, threshold: 0.8 };

describe('completeness', () => {
  it('is reached exactly at the threshold', () => {
    expect(assessCompleteness(['a', 'b'], policy)).toMatchObject({
      status: 'complete',
      score: 0.8,
    });
    expect(assessCompleteness(['a'], policy)).toMatchObject({ status: 'incomplete', score: 0.6 });
  });

  it('counts an empty list, a no and a zero as answers, and nothing else that is empty', () => {
    expect(assessCompleteness({ a: [], b: false, c: 0 }, policy).missing).toEqual([]);
    expect(assessCompleteness({ a: null, b: undefined, c: '' }, policy).missing).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('pays no heed to fields that the policy does not name, nor to a name given twice', () => {
    const result = assessCompleteness(new Set(['x', 'b', 'b']), policy);
    expect(result).toMatchObject({ weightPresent: 1, missing: ['a', 'c'] });
  });

  it('asks equally heavy questions in the order of the policy', () => {
    expect(assessCompleteness([], policy).nextQuestions).toEqual(['a', 'b', 'c']);
    expect(isDeeplyFrozen(assessCompleteness([], policy))).toBe(true);
  });

  it.each([
    ['no policy', undefined, 'missing-value', 'policy'],
    ['no weights', { ...policy, fieldWeights: {} }, 'empty', 'policy.fieldWeights'],
    [
      'a weight of 0',
      { ...policy, fieldWeights: { a: 0 } },
      'out-of-range',
      'policy.fieldWeights.a',
    ],
    ['NaN', { ...policy, fieldWeights: { a: Number.NaN } }, 'not-finite', 'policy.fieldWeights.a'],
    ['a threshold of 0', { ...policy, threshold: 0 }, 'out-of-range', 'policy.threshold'],
    ['a threshold above 1', { ...policy, threshold: 1.1 }, 'out-of-range', 'policy.threshold'],
    ['a text', { ...policy, threshold: '0.9' }, 'invalid-type', 'policy.threshold'],
  ] as const)('refuses %s', (_, given, code, path) => {
    expectRefusal(() => assessCompleteness([], wrong(given)), code, path);
  });

  it.each([
    ['null', null, 'missing-value', 'present'],
    ['a number', 3, 'invalid-type', 'present'],
    ['a field that is no text', ['a', 3], 'invalid-type', 'present[1]'],
  ] as const)('refuses facts that are %s', (_, given, code, path) => {
    expectRefusal(() => assessCompleteness(wrong(given), policy), code, path);
  });
});
