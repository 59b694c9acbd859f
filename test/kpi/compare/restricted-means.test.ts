import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareLikeWithLike,
  compareWithControl,
  defineKpi,
  summarise,
  targetStatus,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectClose } from '../support.js';

const UNTIL = 8;
const tenure = defineKpi({
  ...DESCRIPTION,
  kind: 'survival',
  timeUnit: 'month',
  longest: 60,
  causes: ['left'],
  measure: { name: 'restricted-mean', until: UNTIL },
});
/** The same as a mean of times that are all known and cut at the horizon. */
const cut = defineKpi({
  ...DESCRIPTION,
  kind: 'measurements',
  measure: 'mean',
  range: { lowest: 0, highest: UNTIL },
});

type Client = { readonly time: number; readonly cause?: string };
const stateOf = (clients: readonly Client[]) => accumulateAll(tenure, clients).state;
const left = (...times: readonly number[]) => times.map((time) => ({ time, cause: 'left' }));
const times = (count: number, time: number) => Array<number>(count).fill(time);
const there = (count: number) => times(count, 20).map((time) => ({ time }));

function likeWithLike(first: readonly Client[], second: readonly Client[]) {
  const found = compareLikeWithLike(tenure, [
    { id: 'N', strata: { all: stateOf(first) } },
    { id: 'S', strata: { all: stateOf(second) } },
  ]);
  if (found.status !== 'compared') throw new Error(found.status);
  return found;
}

describe('a restricted mean of clients who are all alike', () => {
  it('has no interval, and meets no target beyond chance', () => {
    for (const clients of [there(1), there(9), left(...times(5, 3))]) {
      const result = summarise(tenure, stateOf(clients));
      if (result.status !== 'ok') throw new Error(result.status);
      expect(result).not.toHaveProperty('interval');
      expect(result.reasons.map(({ code }) => code)).toEqual(['kpi.interval-unknown']);
      const target = { green: 2.9, direction: 'higher-is-better' } as const;
      expect(targetStatus(result, target).status).toBe('not-shown');
    }
  });

  it('of one client is not held against others', () => {
    const { groups, differences } = likeWithLike(there(1), [...there(54), ...left(...times(6, 2))]);
    expect(groups[0]).not.toHaveProperty('interval');
    expect(differences[0]).toMatchObject({ reasons: [{ code: 'kpi.interval-unknown' }] });
    expect(differences[0]).not.toHaveProperty('verdict');
    const one = { before: stateOf(there(1)), after: stateOf(there(1)) };
    const many = { before: stateOf(there(9)), after: stateOf([...there(5), ...left(1, 2)]) };
    const effect = compareWithControl(tenure, { treated: one, control: many });
    expect(effect).toMatchObject({ status: 'described' });
    expect(effect).not.toHaveProperty('verdict');
  });

  it('of several reaches as far as Wilson’s share of others could draw it', () => {
    // Five of five: at least 5/(5 + z²) of all come out so; the others may stay for none of the eight months, or for all.
    const z2 = 1.959963984540054 * 1.959963984540054;
    const others = z2 / (5 + z2);
    const { groups, differences } = likeWithLike(left(...times(5, 3)), left(...times(5, 4)));
    const [three, four] = groups as unknown as readonly [
      { interval: { low: number; high: number } },
      { interval: { low: number; high: number } },
    ];
    expectClose(three.interval.low, 3 - others * 3, 1e-9);
    expectClose(three.interval.high, 3 + others * 5, 1e-9);
    const above = Math.hypot(others * 5, others * 4);
    expectClose(differences[0]!.interval!.high, -1 + above, 1e-9);
    expect(differences[0]).toMatchObject({ difference: -1, verdict: 'not-shown' });
    expectClose(four.interval.high, 4 + others * 4, 1e-9);
    const stay = likeWithLike(there(5), [...there(54), ...left(...times(6, 2))]);
    expect(stay.groups[0]).toMatchObject({ value: 8, interval: { high: 8 } });
    expect(stay.differences[0]).toMatchObject({ verdict: 'not-shown' });
  });

  it('leaves the difference of two periods without an interval', () => {
    const change = compareBeforeAfter(tenure, stateOf(left(0)), stateOf(left(4)));
    expect(change).toMatchObject({ difference: 4, verdict: 'not-shown' });
    expect(change).not.toHaveProperty('interval');
    expect(change.reasons.map(({ code }) => code)).not.toContain('kpi.test-and-figure-differ');
  });
});

describe('restricted means of groups', () => {
  const group = fc
    .array(fc.integer({ min: 0, max: 14 }), { minLength: 3, maxLength: 40 })
    .filter((list) => new Set(list.map((time) => Math.min(time, UNTIL))).size > 1);

  it('are compared as means are where nobody was last seen before the horizon', () => {
    const cutState = (list: readonly number[]) =>
      accumulateAll(
        cut,
        list.map((time) => ({ value: Math.min(time, UNTIL) })),
      ).state;
    const numbers = (found: object, keys: readonly string[]) =>
      keys.map((key) => Number((found as Readonly<Record<string, unknown>>)[key]));
    fc.assert(
      fc.property(fc.tuple(group, group, group, group), ([a, b, c, d]) => {
        const own = likeWithLike(left(...a), left(...b)).differences[0]!;
        const means = compareLikeWithLike(cut, [
          { id: 'N', strata: { all: cutState(a) } },
          { id: 'S', strata: { all: cutState(b) } },
        ]);
        if (means.status !== 'compared') throw new Error(means.status);
        const [mean] = means.differences;
        expect(own.interval!.low).toBeCloseTo(mean!.interval!.low, 9);
        expect(own.interval!.high).toBeCloseTo(mean!.interval!.high, 9);
        const effect = compareWithControl(tenure, {
          treated: { before: stateOf(left(...a)), after: stateOf(left(...b)) },
          control: { before: stateOf(left(...c)), after: stateOf(left(...d)) },
        });
        const ofMeans = compareWithControl(cut, {
          treated: { before: cutState(a), after: cutState(b) },
          control: { before: cutState(c), after: cutState(d) },
        });
        if (effect.status !== 'estimated' || ofMeans.status !== 'estimated') {
          throw new Error(effect.status);
        }
        const keys = ['estimate', 'standardError', 'pValue'];
        const expected = numbers(ofMeans, keys);
        numbers(effect, keys).forEach((value, i) => {
          expect(value).toBeCloseTo(expected[i]!, 9);
        });
        expect(effect.interval.low).toBeCloseTo(ofMeans.interval.low, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('of one law are called better or worse about as seldom as was asked for, also five against sixty', () => {
    let seed = 20261127;
    const random = () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return (seed + 0.5) / 4294967296;
    };
    const draw = (n: number, usual: number) =>
      Array.from({ length: n }, () => {
        const time = Math.min(60, Math.round(-Math.log(random()) * usual));
        return random() < 0.3 ? { time } : { time, cause: 'left' };
      });
    const studies = 250;
    for (const usual of [18, 48]) {
      for (const few of [5, 10]) {
        let shown = 0;
        for (let i = 0; i < studies; i++) {
          const [found] = likeWithLike(draw(few, usual), draw(60, usual)).differences;
          if (found?.verdict !== undefined && found.verdict !== 'not-shown') shown += 1;
        }
        // 5 % of 250 is 12.5, with three standard errors 23; normal intervals of Greenwood's errors show 13 to 44 %.
        expect(shown, `${few} of ${usual}`).toBeLessThanOrEqual(23);
      }
    }
  });
});
