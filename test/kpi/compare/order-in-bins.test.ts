import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareGroups,
  compareLikeWithLike,
  compareWithControl,
  defineKpi,
  type KpiState,
  summarise,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectClose } from '../support.js';

const hours = { ...DESCRIPTION, kind: 'durations', direction: 'lower-is-better' } as const;
const quantileOf = (probability: number) =>
  defineKpi({ ...hours, measure: { name: 'quantile', probability } });
const median = quantileOf(0.5);

type State = KpiState<'durations'>;
type Case = { readonly duration: number; readonly open?: boolean };
const stateOf = (cases: readonly Case[]): State => accumulateAll(median, cases).state;
const closed = (count: number, duration: number): Case[] => new Array(count).fill({ duration });
const open = (count: number, duration: number): Case[] =>
  new Array(count).fill({ duration, open: true });
const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code);
const UNKNOWN = 'kpi.order-in-bins-unknown';

describe('open cases in a bin in which others close', () => {
  // From 64 to 128 hours a bin is a quarter of an hour wide: all of these but 200 stand in that from 72 to 72.25.
  const before = stateOf([...open(300, 72.02), ...closed(300, 72.2), ...closed(100, 200)]);
  const after = stateOf([...open(60, 72.01), ...closed(540, 72.1), ...closed(200, 200)]);

  it('show nothing where one order points one way and another the other', () => {
    // R's survdiff: with the open ones of before first 320 against 300 to be expected (p 0.0076), with those of after first 300 against 408.33 (p 5e-31).
    const change = compareBeforeAfter(median, before, after);
    if (change.status !== 'compared') throw new Error(change.status);
    expect(change).toMatchObject({ method: 'log-rank', statistic: 0, pValue: 1 });
    expect(change.verdict).toBe('not-shown');
    expect(codes(change.reasons)).toContain(UNKNOWN);
    const [gap] = compareGroups(median, [
      { id: 'a', state: before },
      { id: 'b', state: after },
    ]).groups;
    expect(gap).toMatchObject({ pValue: 1, verdict: 'not-shown' });
    if (gap?.status !== 'compared') throw new Error(gap?.status);
    expect(codes(gap.reasons)).toContain(UNKNOWN);
  });

  it('are told with the bound between both orders, as by the figure itself', () => {
    // 300 of 700, or of the 400 that are left: 4/7 or 1/4 stay on, so that half are closed at 200, or in the bin of 72.02.
    const own = summarise(median, before);
    const relativeError = 200 / 72.02 - 1;
    if (own.status !== 'ok') throw new Error(own.status);
    expect(own.value).toBe(200);
    expectClose(own.relativeError!, relativeError);
    const change = compareBeforeAfter(median, before, after);
    if (change.status !== 'compared') throw new Error(change.status);
    expect(change.before).toEqual({ value: 200, relativeError: own.relativeError, n: 700 });
    expect(change.difference).toBe(change.after.value! - 200);
    const mixed = compareLikeWithLike(median, [
      { id: 'a', strata: { x: before } },
      { id: 'b', strata: { x: after } },
    ]);
    if (mixed.status !== 'compared') throw new Error(mixed.status);
    const [first] = mixed.groups;
    if (first?.status !== 'standardised') throw new Error(first?.status);
    expect(first).toMatchObject({ crude: 200, value: 200 });
    expectClose(first.relativeError!, relativeError);
    expect(codes(first.reasons)).toContain(UNKNOWN);
    const effect = compareWithControl(median, {
      treated: { before, after },
      control: { before, after: before },
    });
    if (effect.status !== 'described') throw new Error(effect.status);
    expect(effect.treatedChange).toBe(change.difference);
    expect(codes(effect.reasons)).toContain(UNKNOWN);
  });

  it('are shown where all orders agree, by the one that finds less', () => {
    const slow = stateOf([...open(100, 72.02), ...closed(300, 72.2), ...closed(300, 200)]);
    const quick = stateOf([...closed(600, 72.1), ...closed(200, 200)]);
    const change = compareBeforeAfter(median, slow, quick);
    if (change.status !== 'compared') throw new Error(change.status);
    // R's survdiff with the open ones first; with those last χ² is 160.6. Cox's ratio by R's coxph (Efron): 1.7032 (1.5312 to 1.8945), or with those first 1.4934 (1.3422 to 1.6617).
    expectClose((change as { statistic: number }).statistic, 93.2666666666666, 1e-12);
    expectClose(change.pValue, 4.57024717546527e-22, 1e-9);
    expectClose(change.effect!.value, 1.70321957210638, 1e-9);
    expectClose(change.effect!.interval!.low, 1.34215474949229, 1e-9);
    expectClose(change.effect!.interval!.high, 1.89452824928479, 1e-9);
    expect(change.verdict).toBe('better');
    const back = compareBeforeAfter(median, quick, slow);
    expect(back).toMatchObject({ pValue: change.pValue, verdict: 'worse' });
  });

  it('are tested as they are where they share no bin with others', () => {
    const side = (n: number, step: number, every: number) =>
      stateOf(
        Array.from({ length: n }, (_, i) =>
          i % every === 0
            ? { duration: 0.5 + ((i * 7) % 50), open: true }
            : { duration: 1 + ((i * step) % 50) },
        ),
      );
    // Half and whole hours are edges. R's survdiff of the times as they are:
    const change = compareBeforeAfter(median, side(300, 11, 3), side(700, 13, 4));
    if (change.status !== 'compared') throw new Error(change.status);
    expectClose((change as { statistic: number }).statistic, 1.57921776238427, 1e-12);
    expectClose(change.pValue, 0.208873404488715, 1e-12);
    expect(codes(change.reasons)).not.toContain('kpi.compared-in-bins');
    expect(codes(change.reasons)).not.toContain(UNKNOWN);
  });

  it('count as last where they are kept one by one and lasted to the end of it', () => {
    // Whole hours are edges: whoever of the small side was open at 72 was so as all of the bin closed.
    const small = stateOf([...open(100, 72), ...closed(100, 72), ...closed(100, 200)]);
    const large = stateOf([...closed(400, 72), ...closed(200, 200)]);
    const change = compareBeforeAfter(median, small, large);
    const exact = compareBeforeAfter(
      median,
      small,
      stateOf([...closed(300, 72), ...closed(150, 200)]),
    );
    if (change.status !== 'compared' || exact.status !== 'compared') throw new Error('none');
    expect([change.verdict, exact.verdict]).toEqual(['better', 'better']);
    // By hand: 500 of 900 close at 72, of the small side 300/900 of them to be expected, 100 seen.
    const variance = (300 * 600 * 500 * 400) / (900 * 900 * 899);
    const later = 300 * (100 / 300) - 100;
    expect(later).toBe(0);
    expectClose((change as { statistic: number }).statistic, (500 / 3 - 100) ** 2 / variance, 1e-9);
  });
});

describe('a figure shown in a comparison', () => {
  // 41 of 50 stay on after 10 hours; 16 of these close at 72, which leaves 25 of 50: half have closed at 72, in bins as by themselves.
  const small = (times: number) =>
    stateOf([
      ...closed(9 * times, 10),
      ...open(10 * times, 72),
      ...closed(16 * times, 72),
      ...open(15 * times, 200),
    ]);

  it.each([
    ['both kept one by one', small(1), 500],
    ['the other in bins', small(1), 600],
    ['both in bins', small(12), 600],
  ] as const)('is 72 by hand, %s', (_, state, n) => {
    const other = stateOf(closed(n, 72));
    const change = compareBeforeAfter(median, state, other);
    expect(summarise(median, state)).toMatchObject({ value: 72 });
    expect(change).toMatchObject({ before: { value: 72 }, after: { value: 72 }, difference: 0 });
    expect(
      compareLikeWithLike(median, [
        { id: 'a', strata: { x: state } },
        { id: 'b', strata: { x: other } },
      ]),
    ).toMatchObject({
      groups: [{ crude: 72, value: 72, strata: [{ value: 72 }] }, { value: 72 }],
      differences: [{ difference: 0, crude: 0 }],
    });
  });

  it.each([
    ['closed later', closed(16, 200)],
    ['still open', open(16, 200)],
  ] as const)('is not lost in the bins of the other: the rest %s', (_, rest) => {
    // 42 of 51 after 10 hours, 32 at risk at 72.2, of whom half close: 42/102. In a bin with the ten open ones it would be 26/51, above a half.
    const few = stateOf([...closed(9, 10), ...open(10, 72.01), ...closed(16, 72.2), ...rest]);
    const change = compareBeforeAfter(median, few, stateOf(closed(600, 72.2)));
    expect(change).toMatchObject({
      before: { value: 72.2 },
      after: { value: 72.2 },
      difference: 0,
    });
  });

  it('is that of the side by itself, and its difference and interval hold what the bins leave open', () => {
    const time = fc.constantFrom(10, 72, 72.01, 72.1, 72.2, 73, 200);
    const part = fc.record({ time, open: fc.boolean(), count: fc.integer({ min: 1, max: 300 }) });
    const side = fc
      .array(part, { minLength: 1, maxLength: 5 })
      .map((parts) =>
        stateOf(parts.flatMap((one) => (one.open ? open : closed)(one.count, one.time))),
      );
    fc.assert(
      fc.property(side, side, fc.constantFrom(0.25, 0.5, 0.9), (first, second, probability) => {
        const kpi = quantileOf(probability);
        const change = compareBeforeAfter(kpi, first, second);
        const [from, to] = [first, second].map((state) => {
          const own = summarise(kpi, state);
          const value = own.status === 'ok' ? own.value : null;
          const { relativeError = 0 } = own.status === 'ok' ? own : {};
          return { value, relativeError, least: (value ?? 0) / (1 + relativeError) };
        }) as [Figure, Figure];
        if (change.status === 'insufficient') return;
        for (const [seen, own] of [
          [change.before, from],
          [change.after, to],
        ] as const) {
          expect(seen.value).toBe(own.value);
          expect(seen.relativeError ?? 0).toBe(own.relativeError);
        }
        if (from.value === null || to.value === null) {
          expect(change.difference).toBe(null);
          return;
        }
        expectClose(change.difference!, to.value - from.value);
        if ('interval' in change && change.interval !== undefined) {
          const noise = 1e-9;
          expect(change.interval.low).toBeLessThanOrEqual(to.least - from.value + noise);
          expect(change.interval.high).toBeGreaterThanOrEqual(to.value - from.least - noise);
        }
        const mixed = compareLikeWithLike(kpi, [
          { id: 'a', strata: { x: first } },
          { id: 'b', strata: { x: second } },
        ]);
        if (mixed.status !== 'compared') throw new Error(mixed.status);
        mixed.groups.forEach((group, i) => {
          if (group.status !== 'standardised') throw new Error(group.status);
          const own = [from, to][i]!;
          expect([group.value, group.crude]).toEqual([own.value, own.value]);
          expectClose(group.relativeError ?? 0, own.relativeError, 1e-9);
        });
      }),
      { numRuns: 150 },
    );
  });

  interface Figure {
    readonly value: number | null;
    readonly relativeError: number;
    readonly least: number;
  }
});

describe('studies in which nothing changed', () => {
  /** Numbers from 0 to 1 from a seed (mulberry32). */
  const randomFrom = (seed: number) => {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  };
  type Random = ReturnType<typeof randomFrom>;
  const normal = (random: Random) =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

  /** Half closed by a job a little after the 72nd hour; some looked at just before it. */
  const crowded = {
    closes: (random: Random) =>
      random() < 0.5 ? 72.05 + Math.round(random() * 20) / 100 : -Math.log(1 - random()) * 30,
    seen: (share: number) => (random: Random) =>
      random() < share ? 72.02 : Number.POSITIVE_INFINITY,
  };
  /** Closed about the 24th hour; half looked at about then. */
  const daily = {
    closes: (random: Random) => 24 + 0.1 * normal(random),
    seen: () => (random: Random) =>
      random() < 0.5 ? 24 + 0.1 * normal(random) : Number.POSITIVE_INFINITY,
  };

  it.each([
    [crowded, 0.4, 400, 1500],
    [crowded, 0.2, 400, 1500],
    [crowded, 0.4, 200, 600],
    [crowded, 0.4, 600, 1500],
    [daily, 0.5, 400, 1200],
    [daily, 0.5, 600, 1200],
  ] as const)(
    'are found to show one in at most 8 of 100, whatever was open: row %#',
    (how, share, n, m) => {
      let shown = 0;
      for (let seed = 0; seed < 50; seed++) {
        const random = randomFrom(1000 * n + seed);
        const look = how.seen(share);
        const before = Array.from({ length: n }, () => {
          const [time, seen] = [how.closes(random), look(random)];
          return time <= seen ? { duration: time } : { duration: seen, open: true };
        });
        const after = Array.from({ length: m }, () => ({ duration: how.closes(random) }));
        const change = compareBeforeAfter(median, stateOf(before), stateOf(after));
        if (change.status !== 'compared') throw new Error(change.status);
        if (change.verdict !== 'not-shown') shown += 1;
      }
      expect(shown).toBeLessThanOrEqual(4);
    },
  );
});
