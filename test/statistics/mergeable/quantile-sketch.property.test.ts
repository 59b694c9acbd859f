import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kaplanMeier,
  type QuantileSketchDraft,
  type QuantileSketchOptions,
  quantile,
  quantileSketch,
  survivalQuantile,
} from '../../../src/statistics/index.js';
import { bytesOf, mergeAll, partsOf, sharded } from './support.js';

interface Case {
  readonly time: number;
  readonly open: boolean;
}

const time = fc.oneof(
  fc.double({ min: 2 ** -64, max: 2 ** 64, noNaN: true }),
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 1, max: 999 }).map((hundredths) => hundredths / 100),
  fc.constantFrom(0, -0, 2 ** -64, 2 ** 64, 1 + 2 ** -52, 1 - 2 ** -53, 2, 3.0078125),
);
const anyCase: fc.Arbitrary<Case> = fc.record({
  time,
  open: fc.integer({ min: 0, max: 3 }).map((i) => i === 0),
});
const options: fc.Arbitrary<QuantileSketchOptions> = fc.record({
  exactUpTo: fc.constantFrom(0, 5, 15, 500),
  relativeError: fc.constantFrom(0.005, 0.05, 0.001),
});
const probability = fc.double({ min: 0, max: 1, noNaN: true });

function add(draft: QuantileSketchDraft, { time: lasted, open }: Case): void {
  if (open) quantileSketch.addOpen(draft, lasted);
  else quantileSketch.add(draft, lasted);
}

function sketchOf(cases: readonly Case[], chosen: QuantileSketchOptions): QuantileSketchDraft {
  const draft = quantileSketch.init(chosen);
  for (const one of cases) add(draft, one);
  return draft;
}

describe('quantileSketch', () => {
  it('is the same to the byte in any order and grouping, with empty parts, across the limit', () => {
    fc.assert(
      fc.property(sharded(anyCase, 40), options, probability, (cases, chosen, p) => {
        const whole = sketchOf(
          cases.rows.map(([one]) => one),
          chosen,
        );
        const parts = partsOf(cases, () => quantileSketch.init(chosen), add);
        const before = parts.map((part) => bytesOf(quantileSketch, part));
        const merged = mergeAll(quantileSketch, parts, cases.keys);
        expect(bytesOf(quantileSketch, merged)).toBe(bytesOf(quantileSketch, whole));
        expect(quantileSketch.quantile(merged, p)).toStrictEqual(quantileSketch.quantile(whole, p));
        expect(quantileSketch.mean(merged)).toStrictEqual(quantileSketch.mean(whole));
        expect(parts.map((part) => bytesOf(quantileSketch, part))).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('merges drafts in place like their states, also with itself', () => {
    const cases = fc.array(anyCase, { maxLength: 20 });
    fc.assert(
      fc.property(cases, cases, options, (first, second, chosen) => {
        const draft = sketchOf(first, chosen);
        const other = sketchOf(second, chosen);
        const before = bytesOf(quantileSketch, other);
        quantileSketch.merge(draft, other);
        expect(bytesOf(quantileSketch, other)).toBe(before);
        expect(bytesOf(quantileSketch, draft)).toBe(
          bytesOf(quantileSketch, sketchOf([...first, ...second], chosen)),
        );
        quantileSketch.merge(other, other);
        expect(bytesOf(quantileSketch, other)).toBe(
          bytesOf(quantileSketch, sketchOf([...second, ...second], chosen)),
        );
      }),
    );
  });

  it('is exact up to its limit and within its bound beyond', () => {
    const closed = fc.array(time, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(closed, options, probability, (times, chosen, p) => {
        const draft = sketchOf(
          times.map((lasted) => ({ time: lasted, open: false })),
          chosen,
        );
        const expected = quantile(times, p);
        const outcome = quantileSketch.quantile(draft, p);
        if (outcome.status !== 'found') throw new Error(outcome.status);
        const { exact } = quantileSketch.size(draft);
        if (exact) expect(outcome.value).toBe(expected);
        expect(outcome.error).toBeLessThanOrEqual(exact ? 0 : chosen.relativeError!);
        expect(outcome.value).toBeGreaterThanOrEqual(expected * (1 - 1e-15));
        expect(outcome.value).toBeLessThanOrEqual(expected * (1 + outcome.error) * (1 + 1e-15));
      }),
      { numRuns: 300 },
    );
  });

  it('has the quantile of the survival curve between its bounds where cases are open', () => {
    const cases = fc.array(anyCase, { minLength: 1, maxLength: 25 });
    const share = fc.constantFrom(0.1, 0.25, 0.5, 0.75, 0.9);
    fc.assert(
      fc.property(cases, share, (list, p) => {
        fc.pre(list.some(({ open }) => open));
        const exact = sketchOf(list, {});
        const truth = survivalQuantile(kaplanMeier(quantileSketch.toCounts(exact)), p);
        const single = quantileSketch.quantile(exact, p);
        const binned = quantileSketch.quantile(sketchOf(list, { exactUpTo: 0 }), p);
        if (single.status === 'empty' || binned.status === 'empty') throw new Error('empty');
        if (truth.status === 'not-reached') {
          expect(single.status).toBe('not-reached');
          // Where only the order within a bin would tell, the bins may not say that it is reached.
          expect(binned.status).toBe('not-reached');
          return;
        }
        expect(single).toMatchObject({ status: 'found', value: truth.time, error: 0 });
        if (binned.status === 'not-reached') {
          expect(binned.atLeast).toBeLessThanOrEqual(truth.time);
        } else {
          expect(binned.value).toBeGreaterThanOrEqual(truth.time * (1 - 1e-15));
          expect(binned.value).toBeLessThanOrEqual(truth.time * (1 + binned.error) * (1 + 1e-15));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts cases up to a limit within its range', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 30 }), time, options, (cases, limit, chosen) => {
        const draft = sketchOf(cases, chosen);
        const counted = quantileSketch.countAtMost(draft, limit);
        const done = cases.filter((one) => !one.open && one.time <= limit).length;
        const undecided = cases.filter((one) => one.open && one.time < limit).length;
        for (const [range, expected] of [
          [counted.closed, done],
          [counted.undecided, undecided],
        ] as const) {
          expect(range.atLeast).toBeLessThanOrEqual(expected);
          expect(range.atMost).toBeGreaterThanOrEqual(expected);
          if (counted.exact) expect(range.atLeast).toBe(range.atMost);
        }
        if (quantileSketch.size(draft).exact) expect(counted.exact).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never gives a number that is not finite', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 20 }), options, probability, (list, chosen, p) => {
        const draft = sketchOf(list, chosen);
        const share = Math.min(0.999, Math.max(0.001, p));
        const results = [
          quantileSketch.encode(draft),
          quantileSketch.quantile(draft, p),
          quantileSketch.quantileInterval(draft, share, { confidence: 0.6 }),
          quantileSketch.mean(draft),
          quantileSketch.toCounts(draft),
        ];
        expect(JSON.stringify(results)).not.toMatch(/null|-0[,}\]]/);
      }),
    );
  });
});
