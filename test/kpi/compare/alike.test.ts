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
import { logRank, mannWhitney, survivalCounts } from '../../../src/statistics/index.js';
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
      before: { value: 72.25 },
      after: { value: 72.25 },
      difference: 0,
      shift: { value: ranks.shift },
      effect: { value: ranks.effect.delta },
    });
    expect(codes(change.reasons)).toContain('kpi.compared-in-bins');
    // By itself the side keeps its own median, which is no edge.
    expect(summarise(median, closed(400))).toMatchObject({ value: 72.065 });
  });

  it('are as they are where both are kept exactly, and say nothing of bins', () => {
    const change = compareBeforeAfter(median, closed(400), closed(500));
    const ranks = mannWhitney(list(500), list(400));
    if (change.status !== 'compared' || ranks.status === 'no-variation') throw new Error('none');
    expectClose(change.pValue, ranks.pValue, 1e-12);
    expect(codes(change.reasons)).not.toContain('kpi.compared-in-bins');
  });

  it('are, with open cases, taken to survive to the edges of both', () => {
    const cases = (n: number): Case[] =>
      list(n).map((duration, i) => (i % 10 === 3 ? { duration, open: true } : { duration }));
    const change = compareBeforeAfter(median, stateOf(cases(300)), stateOf(cases(900)));
    const counts = (n: number) =>
      survivalCounts(
        cases(n).map(({ duration, open }) => ({ time: edge(duration), event: !open })),
      );
    const test = logRank([
      { id: 'after', counts: counts(900) },
      { id: 'before', counts: counts(300) },
    ]);
    if (change.status !== 'compared' || test.status === 'no-variation') throw new Error('none');
    expectClose(change.pValue, test.pValue, 1e-10);
    expect(codes(change.reasons)).toContain('kpi.compared-in-bins');
  });

  it('are between groups, whatever the reference, with a control group and with one mix', () => {
    const groups = [
      { id: 'branch', state: closed(400) },
      { id: 'others', state: closed(600) },
    ];
    for (const reference of ['rest', 'all', { group: 'others' }] as const) {
      const [branch] = compareGroups(median, groups, { reference }).groups;
      expect(branch).toMatchObject({ verdict: 'not-shown', value: 72.25, gap: 0 });
      if (branch?.status !== 'compared') throw new Error(branch?.status);
      expect(codes(branch.reasons)).toContain('kpi.compared-in-bins');
    }
    expect(fairnessReport([{ kpi: median, split: 'branch', groups }]).findings).toEqual([]);
    const effect = compareWithControl(median, {
      treated: { before: closed(400), after: closed(600) },
      control: { before: closed(400), after: closed(400) },
    });
    expect(effect).toMatchObject({ treatedChange: 0, controlChange: 0, estimate: 0 });
    const mixed = compareLikeWithLike(median, [
      { id: 'N', strata: { a: closed(400), b: closed(300) } },
      { id: 'S', strata: { a: closed(600), b: closed(300) } },
    ]);
    if (mixed.status !== 'compared') throw new Error(mixed.status);
    const [north] = mixed.groups;
    expect(north).toMatchObject({ status: 'standardised', crude: 72.25 });
    expect(codes(north!.reasons)).toContain('kpi.compared-in-bins');
    expect(mixed.differences[0]).toMatchObject({ crude: 0, verdict: 'not-shown' });
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
    expect(change.verdict).toBe('not-shown');
  });
});
