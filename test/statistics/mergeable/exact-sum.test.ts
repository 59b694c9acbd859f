import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXACT_SUM_LIMIT, type ExactSumDraft, exactSum } from '../../../src/statistics/index.js';
import oracle from '../../fixtures/statistics/mergeable.json' with { type: 'json' };
import { bytesOf, expectRefusal, mergeAll, partsOf, sharded, wrong } from './support.js';

function sumOf(values: readonly number[]): ExactSumDraft {
  const draft = exactSum.init();
  for (const value of values) exactSum.add(draft, value);
  return draft;
}

/** Of every size that is taken, with either sign; often such that sums cancel. */
const number = fc.oneof(
  fc.double({ min: -EXACT_SUM_LIMIT, max: EXACT_SUM_LIMIT, noNaN: true }),
  fc.integer({ min: -9, max: 9 }).map((digit) => digit * 1e16),
  fc.integer({ min: -99, max: 99 }).map((cents) => cents / 100),
  fc.constantFrom(5e-324, -5e-324, 1e270, -1e270, 2 ** 53, 2 ** -53, 0, -0),
);

describe('exactSum', () => {
  it('is rounded once, as the fractions and math.fsum of Python', () => {
    for (const { values, fsum, components } of oracle.sums) {
      expect(exactSum.value(sumOf(values))).toBe(fsum);
      expect(exactSum.encode(sumOf(values))).toEqual(components);
    }
  });

  it('of nothing is 0, and -0 never comes out', () => {
    expect(exactSum.value(exactSum.init())).toBe(0);
    expect(exactSum.encode(exactSum.init())).toEqual([]);
    expect(exactSum.value(sumOf([-0, -0]))).toBe(0);
    expect(exactSum.encode(sumOf([1e200, -1e200, -0]))).toEqual([]);
  });

  it('is the same to the byte in any order and grouping, with empty parts', () => {
    fc.assert(
      fc.property(sharded(number, 30), (cases) => {
        const whole = sumOf(cases.rows.map(([value]) => value));
        const parts = partsOf(cases, exactSum.init, exactSum.add);
        const merged = mergeAll(exactSum, parts, cases.keys);
        expect(bytesOf(exactSum, merged)).toBe(bytesOf(exactSum, whole));
        expect(exactSum.value(merged)).toBe(exactSum.value(whole));
      }),
      { numRuns: 500 },
    );
  });

  it('is 0 again when everything is taken away', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 30 }), (values) => {
        expect(exactSum.encode(sumOf([...values, ...values.map((v) => -v)]))).toEqual([]);
      }),
    );
  });

  it('goes on where its state ended, and encodes to few numbers', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 30 }), number, (values, more) => {
        const draft = exactSum.decode(JSON.parse(bytesOf(exactSum, sumOf(values))));
        exactSum.add(draft, more);
        expect(bytesOf(exactSum, draft)).toBe(bytesOf(exactSum, sumOf([...values, more])));
        expect(exactSum.encode(draft).length).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('stays short over doubles of every size', () => {
    const draft = exactSum.init();
    let longest = 0;
    for (let exponent = -1074; exponent < 897; exponent++) {
      exactSum.add(draft, (exponent % 3 === 0 ? -1 : 1) * 2 ** exponent);
      longest = Math.max(longest, draft.rest.length);
    }
    expect(longest).toBeLessThanOrEqual(40);
    expect(exactSum.encode(draft).length).toBeLessThanOrEqual(40);
  });

  it('leaves what is merged as it is, and can be merged into itself', () => {
    const other = sumOf([1, 1e-20, 1e-40]);
    const before = bytesOf(exactSum, other);
    exactSum.merge(sumOf([1e20]), other);
    expect(bytesOf(exactSum, other)).toBe(before);
    exactSum.merge(other, other);
    expect(bytesOf(exactSum, other)).toBe(bytesOf(exactSum, sumOf([2, 2e-20, 2e-40])));
  });

  it('has a frozen state', () => {
    expect(Object.isFrozen(exactSum.encode(sumOf([1, 1e-30])))).toBe(true);
  });

  it('refuses what it cannot add up', () => {
    const draft = exactSum.init();
    const add = (value: unknown) => () => exactSum.add(draft, wrong(value));
    expectRefusal(add(Number.NaN), 'not-finite', 'value');
    expectRefusal(add(Number.POSITIVE_INFINITY), 'not-finite', 'value');
    expectRefusal(add(1.1e270), 'out-of-range', 'value');
    expectRefusal(add(-1.1e270), 'out-of-range', 'value');
    expectRefusal(add('1'), 'invalid-type', 'value');
    expectRefusal(add(1n), 'invalid-type', 'value');
    expectRefusal(add(undefined), 'missing-value', 'value');
    expectRefusal(add(null), 'missing-value', 'value');
    expect(exactSum.encode(draft)).toEqual([]);
  });

  it('name the path that they are given', () => {
    const draft = exactSum.init();
    expectRefusal(
      () => exactSum.add(draft, Number.NaN, 'events[2].fee'),
      'not-finite',
      'events[2].fee',
    );
  });

  it('refuses what is no state', () => {
    const decode = (state: unknown) => () => exactSum.decode(state);
    expectRefusal(decode(undefined), 'missing-value', 'state');
    expectRefusal(decode({}), 'invalid-type', 'state');
    expectRefusal(decode([1, '2']), 'invalid-type', 'state[1]');
    expectRefusal(decode([null]), 'missing-value', 'state[0]');
    expectRefusal(decode([Number.NaN]), 'not-finite', 'state[0]');
    expectRefusal(decode([1e300]), 'out-of-range', 'state[0]');
    expectRefusal(decode(new Array(41).fill(1)), 'too-long', 'state');
    expectRefusal(() => exactSum.decode([null], 'data.sum'), 'missing-value', 'data.sum[0]');
  });
});
