import { describe, expect, it } from 'vitest';
import { exactMoments, exactSum, quantileSketch } from '../../../src/statistics/index.js';
import { expectRefusal, wrong } from './support.js';

describe.each([
  ['exactSum', exactSum, 'value'],
  ['exactMoments', exactMoments, 'summary'],
  ['quantileSketch', quantileSketch, 'size'],
] as const)('%s', (_, machine, read) => {
  const { init, add, merge, encode } = machine as typeof exactSum;
  const result = (machine as unknown as Record<string, (draft: never) => unknown>)[read]!;
  const other = machine === exactSum ? exactMoments.init() : exactSum.init();

  it.each([
    ['nothing', null, 'missing-value'],
    ['an empty object', {}, 'invalid-type'],
    ['a list', [1], 'invalid-type'],
    ['a draft of something else', other, 'invalid-type'],
    ['a stored state', encode(init()), 'invalid-type'],
  ] as const)('takes %s for no draft', (_, value, code) => {
    const draft = init();
    for (const call of [add, merge, encode, result] as ((draft: never, more: never) => unknown)[]) {
      expectRefusal(() => call(wrong(value), wrong(call === add ? 1 : draft)), code, 'draft');
    }
    expectRefusal(() => merge(draft, wrong(value)), code, 'other');
    expect(encode(draft)).toEqual(encode(init()));
  });

  it('says what to do with a stored state', () => {
    const state = wrong(encode(init()));
    expect(() => add(state, 1)).toThrow('decode a stored state');
  });
});
