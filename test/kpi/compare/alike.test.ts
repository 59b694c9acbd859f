import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareGroups,
  compareLikeWithLike,
  compareWithControl,
  defineKpi,
  fairnessReport,
  summarise,
} from '../../../src/kpi/index.js';
import { mannWhitney } from '../../../src/statistics/index.js';
import { DESCRIPTION, expectClose } from '../support.js';

const hours = {
  ...DESCRIPTION,
  kind: 'durations',
  direction: 'lower-is-better',
} as const;
const median = defineKpi({ ...hours, measure: { name: 'quantile', probability: 0.5 } });

type Case = { readonly duration: number; readonly open?: boolean };
const stateOf = (cases: readonly Case[]) => accumulateAll(median, cases).state;

/** Half closed by a nightly job within a quarter of an hour after the 72nd, half spread over 1 to 97 hours. */
const list = (n: number): number[] =>
  Array.from({ length: n }, (_, i) => (i % 2 === 1 ? 72 + (i % 50) / 200 : 1 + (i % 97)));
const closed = (n: number) => stateOf(list(n).map((duration) => ({ duration })));
/** By hand: from 64 to 128 hours a 256th is a quarter of an hour, and whole hours up to 256 are edges. */
const edge = (time: number): number => Math.ceil(time * 4) / 4;
const atEdges = (n: number): number[] => list(n).map(edge);

const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code);

describe('times of which one side is kept exactly and the other in bins', () => {
  it('are ranked by the bins of both', () => {
    const change = compareBeforeAfter(median, closed(400), closed(600));
    const ranks = mannWhitney(atEdges(600), atEdges(400));
    if (change.status !== 'compared' || ranks.status === 'no-variation') throw new Error('none');
    expectClose(change.pValue, ranks.pValue, 1e-12);
    expect(change).toMatchObject({
      verdict: 'not-shown',
      shift: { value: ranks.shift },
      effect: { value: ranks.effect.delta },
    });
    expect(codes(change.reasons)).toContain('kpi.compared-in-bins');
  });

  it('show the figure of each side by itself, with how far one read off bins may be too high', () => {
    const change = compareBeforeAfter(median, closed(400), closed(600));
    if (change.status !== 'compared') throw new Error(change.status);
    // By hand: the bin from 72 to 72.25.
    expect(summarise(median, closed(400))).toMatchObject({ value: 72.065 });
    expect(summarise(median, closed(600))).toMatchObject({
      value: 72.25,
      relativeError: expect.closeTo(1 / 288, 14),
    });
    expect(change.before).toEqual({ value: 72.065, n: 400 });
    expect(change.after).toEqual({
      value: 72.25,
      relativeError: expect.closeTo(1 / 288, 14),
      n: 600,
    });
    expectClose(change.difference!, 0.185);
    // The bin alone reaches from 72 to 72.25, and the interval of the difference past 0.
    expect(change.interval!.low).toBeLessThanOrEqual(0);
  });

  it('are judged by the test where the figures lie in one bin, whichever way they are shown apart', () => {
    const times = (...parts: readonly (readonly [count: number, duration: number])[]) =>
      stateOf(parts.flatMap(([count, duration]) => new Array(count).fill({ duration })));
    // The middle ones hardly moved; before them 59 hours were saved, and behind them 27.
    const before = times([150, 60], [100, 72.065], [150, 100]);
    const after = times([225, 1], [150, 72.1], [225, 73]);
    const change = compareBeforeAfter(median, before, after);
    expect(change).toMatchObject({
      before: { value: 72.065 },
      after: { value: 72.25 },
      verdict: 'better',
    });
    expect(codes(change.reasons)).toContain('kpi.value-may-be-unchanged');
    expect(compareBeforeAfter(median, after, before)).toMatchObject({ verdict: 'worse' });
  });

  it('say nothing of bins where no time was moved', () => {
    const whole = (n: number) =>
      stateOf(Array.from({ length: n }, (_, i) => ({ duration: 1 + (i % 97) })));
    const change = compareBeforeAfter(median, whole(300), closed(600));
    expect(codes(change.reasons)).not.toContain('kpi.compared-in-bins');
  });

  it('are as they are where both are kept exactly, and say nothing of bins', () => {
    const change = compareBeforeAfter(median, closed(400), closed(500));
    const ranks = mannWhitney(list(500), list(400));
    if (change.status !== 'compared' || ranks.status === 'no-variation') throw new Error('none');
    expectClose(change.pValue, ranks.pValue, 1e-12);
    expect(codes(change.reasons)).not.toContain('kpi.compared-in-bins');
  });

  it('are between groups, whatever the reference, with a control group and with one mix', () => {
    const groups = [
      { id: 'branch', state: closed(400) },
      { id: 'others', state: closed(600) },
    ];
    for (const reference of ['rest', 'all', { group: 'others' }] as const) {
      const [branch] = compareGroups(median, groups, { reference }).groups;
      expect(branch).toMatchObject({ verdict: 'not-shown', value: 72.065 });
      if (branch?.status !== 'compared') throw new Error(branch?.status);
      expect(codes(branch.reasons)).toContain('kpi.compared-in-bins');
      expect(branch.reference).toMatchObject({
        value: 72.25,
        relativeError: expect.closeTo(1 / 288, 14),
      });
    }
    expect(fairnessReport([{ kpi: median, split: 'branch', groups }]).findings).toEqual([]);
    const effect = compareWithControl(median, {
      treated: { before: closed(400), after: closed(600) },
      control: { before: closed(400), after: closed(400) },
    });
    if (effect.status !== 'described') throw new Error(effect.status);
    expectClose(effect.treatedChange, 0.185);
    expect(effect).toMatchObject({ controlChange: 0, verdict: 'not-shown' });
    const mixed = compareLikeWithLike(median, [
      { id: 'N', strata: { a: closed(400), b: closed(100) } },
      { id: 'S', strata: { a: closed(600), b: closed(100) } },
    ]);
    if (mixed.status !== 'compared') throw new Error(mixed.status);
    const [north, south] = mixed.groups;
    expect(north).toMatchObject({ status: 'standardised', crude: 72.065 });
    expect(north).not.toHaveProperty('relativeError');
    expect(south).toMatchObject({ status: 'standardised', crude: 72.25 });
    expect(mixed.differences[0]).toMatchObject({ verdict: 'not-shown' });
  });

  it('are alike up to the last bin, where each side ends at another time', () => {
    // Half of each side lies below 60 hours, half between the 72nd and its quarter, the one side before the other.
    const upTo = (n: number, last: number) =>
      stateOf(
        Array.from({ length: n }, (_, i) => ({ duration: i % 2 === 1 ? last : 1 + (i % 59) })),
      );
    const change = compareBeforeAfter(median, upTo(590, 72.1), upTo(1180, 72.2));
    const edges = (n: number) =>
      Array.from({ length: n }, (_, i) => (i % 2 === 1 ? 72.25 : 1 + (i % 59)));
    const ranks = mannWhitney(edges(1180), edges(590));
    if (change.status !== 'compared' || ranks.status === 'no-variation') throw new Error('none');
    expectClose(change.pValue, ranks.pValue, 1e-12);
    expect(change).toMatchObject({
      verdict: 'not-shown',
      // Half lie at 59 at most, and the longest of each side by itself is no edge: the middle of both.
      before: { value: (59 + 72.1) / 2 },
      after: { value: (59 + 72.2) / 2 },
    });
  });

  it('and as far as the longest time of all, where both are in bins', () => {
    const all = (duration: number) => stateOf(new Array(600).fill({ duration }));
    const change = compareBeforeAfter(median, all(71), all(72.2));
    if (change.status !== 'compared' || !('shift' in change)) throw new Error(change.status);
    expect(summarise(median, all(72.2))).toMatchObject({ value: 72.2 });
    expect(change).toMatchObject({ before: { value: 71 }, after: { value: 72.2 } });
    expectClose(change.difference!, 1.2);
    expectClose(change.shift!.value, 1.2);
    const mixed = compareLikeWithLike(median, [
      { id: 'a', strata: { x: all(71) } },
      { id: 'b', strata: { x: all(72.2) } },
    ]);
    if (mixed.status !== 'compared') throw new Error(mixed.status);
    expectClose(mixed.differences[0]!.difference, -1.2);
    expectClose(mixed.differences[0]!.interval!.low, -1.2);
  });
});
