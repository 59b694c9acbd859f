import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ExactMomentsDraft,
  exactMoments,
  mean,
  meanInterval,
  variance,
} from '../../../src/statistics/index.js';
import oracle from '../../fixtures/statistics/mergeable.json' with { type: 'json' };
import published from '../../fixtures/statistics/published.json' with { type: 'json' };
import {
  bytesOf,
  expectClose,
  expectRefusal,
  mergeAll,
  partsOf,
  sharded,
  wrong,
} from './support.js';

function momentsOf(values: readonly number[]): ExactMomentsDraft {
  const draft = exactMoments.init();
  for (const value of values) exactMoments.add(draft, value);
  return draft;
}

function found(values: readonly number[]) {
  const summary = exactMoments.summary(momentsOf(values));
  if (summary.status !== 'found') throw new Error(`status ${summary.status}`);
  return summary;
}

function alternating(first: number, low: number, high: number): number[] {
  return [first, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? low : high))];
}

const nist = {
  NumAcc1: [10000001, 10000003, 10000002],
  NumAcc2: alternating(1.2, 1.1, 1.3),
  NumAcc3: alternating(1000000.2, 1000000.1, 1000000.3),
  NumAcc4: alternating(10000000.2, 10000000.1, 10000000.3),
};

const number = fc.oneof(
  fc.integer({ min: -99999, max: 99999 }).map((cents) => cents / 100),
  fc
    .tuple(
      fc.double({ min: 1, max: 9, noNaN: true }),
      fc.integer({ min: -99, max: 99 }),
      fc.boolean(),
    )
    .map(([x, power, negative]) => (negative ? -x : x) * Number(`1e${power}`)),
  fc.constantFrom(0, -0, 1e100, -1e100, 1e-100, -1e-100),
);

describe('exactMoments', () => {
  it('are rounded once, as the fractions of Python', () => {
    for (const { values, ...expected } of oracle.moments) {
      expect(found(values)).toMatchObject(expected);
    }
  });

  it('give every digit of the NIST data that the input holds', () => {
    for (const name of ['NumAcc1', 'NumAcc2', 'NumAcc3', 'NumAcc4'] as const) {
      const values = nist[name];
      const { mean: centre, variance: spread, standardDeviation } = found(values);
      // To the last bit what fractions make of the doubles that stand for the data.
      expect({ mean: centre, variance: spread }).toEqual(oracle.nist[name]);
      // The certified values are those of the decimal data; each double is up to half a unit beside its decimal.
      const certified = published.strd[name];
      const unit = Math.max(...values) * 2 ** -52;
      expect(Math.abs(centre - certified.mean)).toBeLessThanOrEqual(unit);
      expect(Math.abs(standardDeviation - certified.sd)).toBeLessThanOrEqual(unit);
    }
  });

  it('give the certified values themselves where the data are whole numbers of tenths', () => {
    for (const name of ['NumAcc2', 'NumAcc3', 'NumAcc4'] as const) {
      const tenths = found(nist[name].map((value) => Math.round(value * 10)));
      const certified = published.strd[name];
      expect(tenths.mean).toBe(Math.round(certified.mean * 10));
      expect(tenths.standardDeviation).toBe(certified.sd * 10);
    }
  });

  it('say what a few values cannot tell', () => {
    expect(exactMoments.summary(exactMoments.init())).toEqual({ status: 'empty', n: 0 });
    expect(exactMoments.summary(momentsOf([-0]))).toEqual({
      status: 'single',
      n: 1,
      sum: 0,
      mean: 0,
      min: 0,
      max: 0,
    });
    expect(found([0.1, 0.1, 0.1])).toMatchObject({ mean: 0.1, variance: 0, standardDeviation: 0 });
  });

  it('are the same to the byte in any order and grouping, with empty parts', () => {
    fc.assert(
      fc.property(sharded(number, 25), (cases) => {
        const whole = momentsOf(cases.rows.map(([value]) => value));
        const parts = partsOf(cases, exactMoments.init, exactMoments.add);
        const merged = mergeAll(exactMoments, parts, cases.keys);
        expect(bytesOf(exactMoments, merged)).toBe(bytesOf(exactMoments, whole));
        expect(exactMoments.summary(merged)).toStrictEqual(exactMoments.summary(whole));
      }),
      { numRuns: 300 },
    );
  });

  it('agree with mean and variance of the list', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        values.map((list) => list.map((value) => Math.round(value * 1e4) / 1e4)),
        (list) => {
          const summary = found(list);
          const size = Math.max(...list.map(Math.abs));
          expect(Math.abs(summary.mean - mean(list))).toBeLessThanOrEqual(1e-13 * size);
          expect(Math.abs(summary.variance - variance(list))).toBeLessThanOrEqual(
            1e-12 * Math.max(variance(list), size * 1e-10),
          );
          expect(summary.mean).toBeGreaterThanOrEqual(summary.min);
          expect(summary.mean).toBeLessThanOrEqual(summary.max);
        },
      ),
    );
  });

  it('serve as the summary of a sample', () => {
    const values = [2.5, 4, 7, 1.5, 26, 3];
    expectClose(meanInterval(found(values)).high, meanInterval(values).high);
  });

  it('never change what is merged, and have a frozen state', () => {
    const other = momentsOf([1, 2.5]);
    const before = bytesOf(exactMoments, other);
    exactMoments.merge(momentsOf([7]), other);
    expect(bytesOf(exactMoments, other)).toBe(before);
    const state = exactMoments.encode(other);
    expect(before).toBe('{"n":2,"min":1,"max":2.5,"sum":[3.5],"squares":[7.25]}');
    expect([state, state.sum, state.squares].every(Object.isFrozen)).toBe(true);
    expect(bytesOf(exactMoments, exactMoments.init())).toBe(
      '{"n":0,"min":null,"max":null,"sum":[],"squares":[]}',
    );
  });

  it('refuse values whose squares are not exact', () => {
    const draft = exactMoments.init();
    const add = (value: unknown) => () => exactMoments.add(draft, wrong(value));
    for (const value of [1.1e100, -1.1e100, 9e-101, 5e-324]) {
      expectRefusal(add(value), 'out-of-range', 'value');
    }
    expectRefusal(add(Number.NaN), 'not-finite', 'value');
    expectRefusal(add(Number.NEGATIVE_INFINITY), 'not-finite', 'value');
    expectRefusal(add('1'), 'invalid-type', 'value');
    expectRefusal(add(undefined), 'missing-value', 'value');
    expect(exactMoments.encode(draft).n).toBe(0);
  });

  it('name the path that they are given', () => {
    const draft = exactMoments.init();
    expectRefusal(
      () => exactMoments.add(draft, Number.NaN, 'events[2].fee'),
      'not-finite',
      'events[2].fee',
    );
  });

  it('refuse what is no state', () => {
    const good = exactMoments.encode(momentsOf([1, 2, 4]));
    const decode = (change: object) => () => exactMoments.decode({ ...good, ...change });
    expectRefusal(() => exactMoments.decode(null), 'missing-value', 'state');
    expectRefusal(() => exactMoments.decode([]), 'invalid-type', 'state');
    expectRefusal(decode({ n: -1 }), 'out-of-range', 'state.n');
    expectRefusal(decode({ n: 1.5 }), 'invalid-type', 'state.n');
    expectRefusal(decode({ n: 0 }), 'inconsistent', 'state.min');
    expectRefusal(decode({ n: 0, min: null, max: null }), 'inconsistent', 'state.sum');
    expectRefusal(decode({ min: null }), 'missing-value', 'state.min');
    expectRefusal(decode({ min: 5 }), 'inconsistent', 'state.max');
    expectRefusal(decode({ max: 1e200 }), 'out-of-range', 'state.max');
    expectRefusal(decode({ sum: 7 }), 'invalid-type', 'state.sum');
    expectRefusal(decode({ squares: [Number.NaN] }), 'not-finite', 'state.squares[0]');
    // Of 1, 2 and 4: three numbers from 1 to 4 sum to 3 to 12.
    expectRefusal(decode({ sum: [2.9] }), 'inconsistent', 'state.sum');
    expectRefusal(decode({ sum: [12.1] }), 'inconsistent', 'state.sum');
    // No three numbers have sum 7 and squares that sum to 1, or to more than 3 · 16.
    expectRefusal(decode({ squares: [1] }), 'inconsistent', 'state.squares');
    expectRefusal(decode({ squares: [48.1] }), 'inconsistent', 'state.squares');
    // 49/3 is the least; the double next to it lies below, and is found where it is exactly reckoned with.
    const impossible = decode({ squares: [49 / 3] })();
    expectRefusal(() => exactMoments.summary(impossible), 'inconsistent', 'draft');
  });

  it('take every state that they made', () => {
    const size = fc.double({ min: 1e-100, max: 1e100, noNaN: true });
    const value = fc.oneof(
      size,
      size.map((x) => -x),
      fc.constantFrom(0, 1e-100, 1e100, -1e100, 0.1, 1 / 3),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (list, n) => {
        const values = list.flatMap((x) => new Array<number>(n).fill(x));
        const state = exactMoments.encode(momentsOf(values));
        const again = exactMoments.decode(JSON.parse(JSON.stringify(state)));
        expect(exactMoments.encode(again)).toEqual(state);
      }),
    );
  });
});
