import { describe, expect, it } from 'vitest';
import { quantileSketch } from '../../../src/statistics/index.js';
import { bytesOf, expectRefusal, share, wrong } from './support.js';

function sketchOf(times: readonly number[], exactUpTo: number) {
  const draft = quantileSketch.init({ exactUpTo });
  for (const time of times) quantileSketch.add(draft, time);
  return draft;
}

describe('the state of a sketch', () => {
  it('has one form for few cases and one for many, keys in a fixed order', () => {
    const few = sketchOf([2, 1, 2], 10);
    quantileSketch.addOpen(few, 0.5);
    expect(bytesOf(quantileSketch, few)).toBe(
      '{"kind":"exact","bits":8,"exactUpTo":10,"closed":{"times":[1,2],"counts":[1,2]},"open":{"times":[0.5],"counts":[1]}}',
    );
    // 1 ends bin 64 · 256 + 1, as it is 64 octaves above 2^−64, which ends bin 1; 1.5 is 128 bins further, 2 another 128.
    const many = sketchOf([2, 1, 2, 0, 1.5], 4);
    expect(bytesOf(quantileSketch, many)).toBe(
      '{"kind":"binned","bits":8,"exactUpTo":4,"closed":{"bins":[0,16385,16513,16641],"counts":[1,1,1,2]},"open":{"bins":[],"counts":[]},"sum":[6.5],"min":0,"max":2}',
    );
  });

  it('is frozen through and through', () => {
    for (const exactUpTo of [0, 9]) {
      const state = quantileSketch.encode(sketchOf([1, 2], exactUpTo));
      const lists = [...Object.values(state.closed), ...Object.values(state.open)];
      expect([state, state.closed, state.open, ...lists].every(Object.isFrozen)).toBe(true);
    }
  });

  it('stays small, however many cases there are', () => {
    // The smallest and the largest of times over three decades: ten octaves of 256 bins.
    const draft = quantileSketch.init();
    for (let i = 0; i < 200_000; i++) quantileSketch.add(draft, 1 + 999 * share(i));
    const { closed } = quantileSketch.encode(draft);
    expect(closed.counts.length).toBeLessThanOrEqual(2560);
    expect(draft.binned!.closed.counts.length).toBeLessThanOrEqual(11 * 256);
  });

  it('is at most every bin there is', () => {
    const draft = quantileSketch.init({ exactUpTo: 0, relativeError: 0.0625 });
    for (let octave = -64; octave < 64; octave++) {
      for (let i = 0; i < 64; i++) quantileSketch.add(draft, 2 ** octave * (1 + i / 64));
    }
    quantileSketch.add(draft, 2 ** 64);
    // 128 octaves of 2^4 bins, and the one that 2^−64 ends.
    expect(quantileSketch.encode(draft).closed.counts.length).toBe(128 * 16 + 1);
  });

  it('is refused where it is none', () => {
    const decode = (state: unknown) => () => quantileSketch.decode(state);
    const exact = quantileSketch.encode(sketchOf([1, 2], 3));
    expectRefusal(decode(undefined), 'missing-value', 'state');
    expectRefusal(decode([]), 'invalid-type', 'state');
    expectRefusal(decode({}), 'missing-value', 'state.kind');
    expectRefusal(decode({ ...exact, kind: 'rough' }), 'unknown-value', 'state.kind');
    expectRefusal(decode({ ...exact, bits: 3 }), 'out-of-range', 'state.bits');
    expectRefusal(decode({ ...exact, bits: 13 }), 'out-of-range', 'state.bits');
    expectRefusal(decode({ ...exact, exactUpTo: 10_001 }), 'out-of-range', 'state.exactUpTo');
    expectRefusal(decode({ ...exact, open: null }), 'missing-value', 'state.open');
    const closed = (times: unknown, counts: unknown) =>
      decode({ ...exact, closed: { times, counts } });
    expectRefusal(closed(1, []), 'invalid-type', 'state.closed.times');
    expectRefusal(closed([1], []), 'length-mismatch', 'state.closed.counts');
    expectRefusal(closed([-1], [1]), 'out-of-range', 'state.closed.times[0]');
    expectRefusal(closed([1, 1], [1, 1]), 'inconsistent', 'state.closed.times[1]');
    expectRefusal(closed([1, Number.NaN], [1, 1]), 'not-finite', 'state.closed.times[1]');
    expectRefusal(closed([1], [0]), 'out-of-range', 'state.closed.counts[0]');
    expectRefusal(closed([1], [1.5]), 'invalid-type', 'state.closed.counts[0]');
    expectRefusal(closed([1], [4]), 'inconsistent', 'state');
    expectRefusal(() => quantileSketch.decode({}, 'data'), 'missing-value', 'data.kind');
  });

  it('is refused where what is binned contradicts itself', () => {
    const binned = quantileSketch.encode(sketchOf([1, 2, 4, 8], 3));
    const decode = (change: object) => () => quantileSketch.decode({ ...binned, ...change });
    const closed = (bins: unknown, counts: unknown) => decode({ closed: { bins, counts } });
    expect(bytesOf(quantileSketch, decode({})())).toBe(JSON.stringify(binned));
    expectRefusal(closed([-1], [9]), 'out-of-range', 'state.closed.bins[0]');
    expectRefusal(closed([128 * 256 + 2], [9]), 'out-of-range', 'state.closed.bins[0]');
    expectRefusal(closed([5, 4], [9, 9]), 'inconsistent', 'state.closed.bins[1]');
    expectRefusal(closed([16385], [2]), 'inconsistent', 'state');
    const most = 2 ** 53 - 1;
    expectRefusal(closed([16385, 16386], [most, most]), 'invalid-type', 'state');
    expectRefusal(decode({ sum: ['15'] }), 'invalid-type', 'state.sum[0]');
    expectRefusal(decode({ min: 0.9 }), 'inconsistent', 'state.min');
    expectRefusal(decode({ max: 8.1 }), 'inconsistent', 'state.max');
    expectRefusal(decode({ max: null }), 'missing-value', 'state.max');
    // 1, 2, 4 and 8 end their bins, which reach down by 1/512 of them: the times sum to 15 − 15/512 at least.
    for (const sum of [[], [14.9], [15.1], [-15]]) {
      expectRefusal(decode({ sum }), 'inconsistent', 'state.sum');
    }
    decode({ sum: [14.98] })();
    const none = { closed: { bins: [], counts: [] }, open: { bins: [16385], counts: [9] } };
    expectRefusal(decode({ ...none, sum: [1], min: 1, max: 1 }), 'inconsistent', 'state.sum');
    const narrow = { closed: { bins: [16386], counts: [9] }, min: 1.002, max: 1.001 };
    expectRefusal(decode(narrow), 'inconsistent', 'state.max');
  });
});

describe('a sketch', () => {
  it('refuses times that have no bin', () => {
    const draft = quantileSketch.init();
    for (const add of [quantileSketch.add, quantileSketch.addOpen]) {
      const adding = (time: unknown) => () => add(draft, wrong(time));
      expectRefusal(adding(-1), 'out-of-range', 'time');
      expectRefusal(adding(5e-20), 'out-of-range', 'time');
      expectRefusal(adding(1.9e19), 'out-of-range', 'time');
      expectRefusal(adding(Number.NaN), 'not-finite', 'time');
      expectRefusal(adding(Number.POSITIVE_INFINITY), 'not-finite', 'time');
      expectRefusal(adding('1'), 'invalid-type', 'time');
      expectRefusal(adding(undefined), 'missing-value', 'time');
      expectRefusal(adding(null), 'missing-value', 'time');
    }
    expectRefusal(() => quantileSketch.add(draft, -1, 'row[1]'), 'out-of-range', 'row[1]');
    expect(quantileSketch.size(draft)).toMatchObject({ closed: 0, open: 0 });
  });

  it('refuses options out of range, and to merge with one of other options', () => {
    const init = (options: unknown) => () => quantileSketch.init(wrong(options));
    expectRefusal(init(null), 'missing-value', 'options');
    expectRefusal(init({ exactUpTo: -1 }), 'out-of-range', 'options.exactUpTo');
    expectRefusal(init({ exactUpTo: 0.5 }), 'invalid-type', 'options.exactUpTo');
    expectRefusal(init({ exactUpTo: 10_001 }), 'out-of-range', 'options.exactUpTo');
    expectRefusal(init({ relativeError: 0.0002 }), 'out-of-range', 'options.relativeError');
    expectRefusal(init({ relativeError: 0.2 }), 'out-of-range', 'options.relativeError');
    const merge = (options: object) => () => {
      quantileSketch.merge(quantileSketch.init(), quantileSketch.init(options));
    };
    expectRefusal(merge({ exactUpTo: 3 }), 'inconsistent', 'other.exactUpTo');
    expectRefusal(merge({ relativeError: 0.05 }), 'inconsistent', 'other.bits');
    // Both are 1/256.
    merge({ relativeError: 0.0039062500001 })();
  });

  it('refuses questions that have no answer', () => {
    const draft = sketchOf([1, 2], 5);
    expectRefusal(() => quantileSketch.quantile(draft, 1.1), 'out-of-range', 'probability');
    expectRefusal(() => quantileSketch.quantile(draft, Number.NaN), 'not-finite', 'probability');
    expectRefusal(() => quantileSketch.quantileInterval(draft, 0), 'out-of-range', 'probability');
    expectRefusal(
      () => quantileSketch.quantileInterval(draft, 0.5, { confidence: 1 }),
      'out-of-range',
      'options.confidence',
    );
    expectRefusal(() => quantileSketch.countAtMost(draft, -1), 'out-of-range', 'limit');
    expectRefusal(() => quantileSketch.countAtMost(draft, wrong('4')), 'invalid-type', 'limit');
  });

  it('refuses more cases than a count can hold', () => {
    const most = 2 ** 53 - 1;
    const binned = quantileSketch.encode(sketchOf([1], 0));
    const closed = { bins: [16385], counts: [most] };
    const full = quantileSketch.decode({ ...binned, closed, sum: [most] });
    const before = bytesOf(quantileSketch, full);
    expectRefusal(() => quantileSketch.merge(full, full), 'out-of-range', 'other');
    expect(bytesOf(quantileSketch, full)).toBe(before);
    // Two cases kept one by one stay so, and are not counted on top of what is full.
    const plenty = (cases: number) =>
      quantileSketch.decode({
        ...quantileSketch.encode(sketchOf([1, 1, 1], 2)),
        closed: { bins: [16385], counts: [cases] },
        sum: [cases],
      });
    const few = sketchOf([2, 3], 2);
    const own = bytesOf(quantileSketch, few);
    expectRefusal(() => quantileSketch.merge(few, plenty(most)), 'out-of-range', 'other');
    expect(bytesOf(quantileSketch, few)).toBe(own);
    const filled = plenty(most - 1);
    const filledBytes = bytesOf(quantileSketch, filled);
    expectRefusal(() => quantileSketch.merge(filled, few), 'out-of-range', 'other');
    expect(bytesOf(quantileSketch, filled)).toBe(filledBytes);
  });
});
