import { describe, expect, it } from 'vitest';
import { type QuantileSketchDraft, quantileSketch } from '../../../src/statistics/index.js';
import { bytesOf, expectRefusal } from './support.js';

/** Whole numbers up to 512 have a bin each, whose upper edge they are. */
type Tally = Readonly<Record<number, number>>;

function sketchOf(tally: Tally): QuantileSketchDraft {
  const draft = quantileSketch.init();
  for (const [time, count] of Object.entries(tally)) {
    for (let i = 0; i < count; i++) quantileSketch.add(draft, Number(time));
  }
  return draft;
}

function tallyOf(draft: QuantileSketchDraft): Tally {
  return Object.fromEntries(
    quantileSketch.toCounts(draft).map(({ time, events }) => [time, events]),
  );
}

/** Above what two bytes hold, also at one time. */
const MANY = 70_000;
const parts: readonly Tally[] = [
  { 0: 3, 1: 400, 2: 1, 300: 200 },
  { 3: MANY, 7: 5 },
  { 3: 40_000, 512: 1 },
  { 3: 40_000, 9: 1, 17: 2, 33: 700 },
  { 100: 600 },
  { 0: 1, 200: 1 },
];

const total = (tallies: readonly Tally[]): Tally => {
  const sum: Record<number, number> = {};
  for (const tally of tallies) {
    for (const [time, count] of Object.entries(tally)) {
      sum[Number(time)] = (sum[Number(time)] ?? 0) + count;
    }
  }
  return sum;
};

describe('the counts of a sketch', () => {
  it('are those of its cases, however many one bin has', () => {
    for (const tally of parts) expect(tallyOf(sketchOf(tally))).toEqual(tally);
  });

  it('add up in any order, few cases to many and many to few', () => {
    const orders = parts.map((_, i) => [...parts.slice(i), ...parts.slice(0, i)]);
    const expected = total(parts);
    for (const order of [...orders, ...orders.map((list) => [...list].reverse())]) {
      const [whole, read] = [quantileSketch.init(), quantileSketch.init()];
      for (const tally of order) {
        const part = sketchOf(tally);
        quantileSketch.merge(whole, part);
        const state = JSON.parse(bytesOf(quantileSketch, part));
        quantileSketch.merge(read, quantileSketch.decode(state));
        expect(tallyOf(part)).toEqual(tally);
      }
      expect(tallyOf(whole)).toEqual(expected);
      expect(bytesOf(quantileSketch, read)).toBe(bytesOf(quantileSketch, whole));
    }
  });

  it('double where a sketch is merged into itself, beyond two bytes too', () => {
    const draft = sketchOf({ 3: 40_000, 5: 600 });
    quantileSketch.merge(draft, draft);
    expect(tallyOf(draft)).toEqual({ 3: 80_000, 5: 1200 });
    quantileSketch.merge(draft, draft);
    expect(tallyOf(draft)).toEqual({ 3: 160_000, 5: 2400 });
  });

  it('go on where a state of very many cases ended', () => {
    const state = JSON.parse(bytesOf(quantileSketch, sketchOf({ 3: 600, 4: 1 })));
    const most = 2 ** 40;
    state.closed.counts[0] = most;
    state.sum = [3 * most + 4];
    const draft = sketchOf({ 3: 600, 100: 1 });
    quantileSketch.merge(draft, quantileSketch.decode(state));
    expect(tallyOf(draft)).toEqual({ 3: most + 600, 4: 1, 100: 1 });
  });
});

describe('the sum of a state', () => {
  /** By the definition: bin b ends with 2^−64·(1 + f/2^bits)·2^o, where b − 1 = o·2^bits + f. */
  const upper = (bin: number, bits: number): number => {
    const place = bin - 1;
    const digits = place % 2 ** bits;
    return 2 ** -64 * (1 + digits / 2 ** bits) * 2 ** ((place - digits) / 2 ** bits);
  };

  it('lies between the edges of its bins, also across octaves', () => {
    for (const bits of [4, 8, 12]) {
      const first = 64 * 2 ** bits + 1;
      for (const bins of [
        [first],
        [first + 1],
        [first - 1, first],
        [
          first - 2 ** bits,
          first - 1,
          first,
          first + 1,
          first + 2 ** bits,
          first + 2 ** (bits + 1),
        ],
        [0, 2, first + 3],
      ]) {
        const counts = bins.map((_, i) => 501 + i);
        const ends = bins.map((bin) => (bin === 0 ? 0 : upper(bin, bits)));
        const starts = bins.map((bin) => (bin === 0 ? 0 : upper(bin - 1, bits)));
        const sumOf = (edges: readonly number[]) =>
          edges.reduce((sum, edge, i) => sum + edge * counts[i]!, 0);
        const empty = { bins: [], counts: [] };
        const state = {
          kind: 'binned',
          bits,
          exactUpTo: 500,
          closed: { bins, counts },
          open: empty,
          min: ends[0],
          max: ends.at(-1),
        };
        const decode = (sum: number) => () => quantileSketch.decode({ ...state, sum: [sum] });
        const [least, most] = [sumOf(starts), sumOf(ends)];
        for (const sum of [least, (least + most) / 2, most]) expect(decode(sum)).not.toThrow();
        for (const sum of [least * (1 - 1e-6), most * (1 + 1e-6)]) {
          expectRefusal(decode(sum), 'inconsistent', 'state.sum');
        }
      }
    }
  });
});
