import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  type ComparedGroup,
  compareBeforeAfter,
  compareGroups,
  defineKpi,
  emptyState,
  type GroupComparison,
  type GroupGap,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { newcombeDifference } from '../../../src/statistics/index.js';
import fixture from '../../fixtures/kpi/advisers-and-groups.json' with { type: 'json' };
import { DESCRIPTION, expectClose, expectRefusal, shuffled, wrong } from '../support.js';

const share = defineKpi({ ...DESCRIPTION, kind: 'proportion' });
const of = (successes: number, trials: number) =>
  accumulateAll(share, [{ successes, trials }]).state;

function tested({ groups }: GroupComparison): readonly ComparedGroup[] {
  return groups.filter((group): group is ComparedGroup => group.status === 'compared');
}

function statusOf(groups: readonly GroupGap[]): Readonly<Record<string, string>> {
  return Object.fromEntries(groups.map(({ id, status }) => [id, status]));
}

const { x, n } = fixture.shares;
const BANDS = x.map((successes, i) => ({ id: `band ${i}`, state: of(successes, n[i]!) }));

describe('compareGroups', () => {
  it('compares each group with the rest as R does, p-values by Holm', () => {
    const comparison = compareGroups(share, BANDS);
    tested(comparison).forEach((group, i) => {
      expectClose(group.gap!, fixture.shares.gap[i]!);
      expectClose(group.pValue, fixture.shares.p[i]!, 1e-9);
      expectClose(group.adjustedPValue, fixture.shares.holm[i]!, 1e-9);
    });
    expect(tested(comparison).map(({ verdict }) => verdict)).toEqual([
      'better',
      'better',
      'worse',
      'not-shown',
    ]);
    expect(comparison.comparisons).toBe(4);
  });

  it('bounds false discoveries instead on request', () => {
    const comparison = compareGroups(share, BANDS, { adjust: 'benjamini-hochberg' });
    tested(comparison).forEach((group, i) => {
      expectClose(group.adjustedPValue, fixture.shares.bh[i]!, 1e-9);
    });
  });

  it('compares with everybody: the gap and its bounds shrink, the test stays', () => {
    const rest = tested(compareGroups(share, BANDS));
    const all = tested(compareGroups(share, BANDS, { reference: 'all' }));
    const total = n.reduce((a, b) => a + b);
    all.forEach((group, i) => {
      expectClose(group.gap!, fixture.shares.gapToAll[i]!);
      expectClose(group.reference.value!, x.reduce((a, b) => a + b) / total);
      expect(group.reference.n).toBe(total);
      expect(group.pValue).toBe(rest[i]!.pValue);
      expectClose(group.interval!.low, rest[i]!.interval!.low * (1 - n[i]! / total));
    });
  });

  it('takes the two gaps of a split in two for one test, whatever the reference', () => {
    const two = [
      { id: 'others', state: of(389, 500) },
      { id: 'vulnerable', state: of(61, 90) },
    ];
    // R: prop.test(c(61, 389), c(90, 500), correct = FALSE)$p.value
    const p = 0.0396444502761;
    for (const reference of ['rest', 'all', { group: 'others' }] as const) {
      for (const groups of [two, [...two, { id: 'nobody', state: of(0, 0) }]]) {
        const comparison = compareGroups(share, groups, { reference });
        expect(comparison.comparisons).toBe(1);
        const seen = tested(comparison);
        expect(seen.at(-1)!.verdict).toBe('worse');
        seen.forEach(({ pValue, adjustedPValue }) => {
          expectClose(pValue, p, 1e-9);
          expectClose(adjustedPValue, p, 1e-9);
        });
      }
    }
    const [others] = tested(compareGroups(share, two));
    expect(others!.verdict).toBe('better');
    // A third group makes three different gaps of it.
    const three = [...two, { id: 'new', state: of(30, 40) }];
    expect(compareGroups(share, three).comparisons).toBe(3);
  });

  it('compares with one group, as before against after', () => {
    const comparison = compareGroups(share, BANDS, { reference: { group: 'band 1' } });
    expect(statusOf(comparison.groups)).toMatchObject({ 'band 1': 'reference' });
    expect(comparison.comparisons).toBe(3);
    const [first] = tested(comparison);
    const change = compareBeforeAfter(share, BANDS[1]!.state, BANDS[0]!.state);
    if (change.status !== 'compared') throw new Error(change.status);
    expect(first).toMatchObject({ gap: change.difference, pValue: change.pValue });
    const { low, high } = newcombeDifference(
      { successes: x[0]!, n: n[0]! },
      { successes: x[1]!, n: n[1]! },
    );
    expect(first!.interval).toMatchObject({ low, high, method: 'newcombe-10' });
  });

  it('says that a gap is no cause, and never that there was no control group', () => {
    for (const { reasons } of tested(compareGroups(share, BANDS))) {
      expect(reasons[0]!.code).toBe('kpi.gap-not-cause');
      expect(reasons.map(({ code }) => code)).not.toContain('kpi.no-control-group');
    }
  });

  it('lets a gap that only one look would show go among several', () => {
    const groups = [
      { id: 'a', state: of(50, 100) },
      { id: 'b', state: of(36, 100) },
      ...[0, 1, 2, 3].map((i) => ({ id: `c${i}`, state: of(43, 100) })),
    ];
    const alone = compareGroups(share, groups.slice(0, 2), { reference: { group: 'b' } });
    expect(tested(alone)[0]!.verdict).toBe('better');
    const [first] = tested(compareGroups(share, groups, { reference: { group: 'b' } }));
    expect(first!.pValue).toBeLessThan(0.05);
    expect(first!.verdict).toBe('not-shown');
    expect(first!.reasons.map(({ code }) => code)).toContain('kpi.gap-among-several');
  });

  it('applies the four-fifths rule with the interval of the ratio', () => {
    const impactOf = (one: ReturnType<typeof of>, other: ReturnType<typeof of>, kpi = share) =>
      tested(
        compareGroups(
          kpi,
          [
            { id: 'a', state: one },
            { id: 'b', state: other },
          ],
          { reference: { group: 'b' } },
        ),
      )[0]!.impact;
    // Koopman (1984): 36 of 40 against 16 of 80 is a ratio of 4.5 from 2.94 to 7.15.
    const koopman = impactOf(of(36, 40), of(16, 80));
    expect(koopman).toMatchObject({ fourFifths: 'above', ratio: { value: 4.5 } });
    expect(impactOf(of(16, 80), of(36, 40))).toMatchObject({ fourFifths: 'below' });
    // The EEOC's own caution: a ratio below four fifths of few people shows nothing.
    expect(impactOf(of(3, 10), of(5, 10))).toMatchObject({
      fourFifths: 'not-shown',
      ratio: { value: 0.6 },
    });
    expect(impactOf(of(5, 10), of(0, 10))?.ratio.status).toBe('unbounded');
    // Where lower is better, what counts is that it does not happen: (1 − 0.2)/(1 − 0.1).
    const complaints = defineKpi({
      ...DESCRIPTION,
      kind: 'proportion',
      direction: 'lower-is-better',
    });
    expectClose(
      (impactOf(of(20, 100), of(10, 100), complaints)!.ratio as { value: number }).value,
      8 / 9,
    );
    const neutral = defineKpi({ ...DESCRIPTION, kind: 'proportion', direction: 'neutral' });
    expect(impactOf(of(20, 100), of(10, 100), neutral)).toBeUndefined();
  });

  it('compares means, rates, durations and survival by their own tests', () => {
    const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1 });
    const rate = defineKpi({ ...DESCRIPTION, kind: 'rate', direction: 'lower-is-better' });
    const rates = [
      { id: 'a', state: accumulateAll(rate, [{ count: 30, exposure: 1000 }]).state },
      { id: 'b', state: accumulateAll(rate, [{ count: 10, exposure: 1000 }]).state },
    ];
    const methods = [
      tested(compareGroups(rate, rates)),
      tested(compareGroups(kpis.testScoreMean, scoresOf(kpis.testScoreMean))),
      tested(compareGroups(kpis.medianHandling, timesOf(kpis.medianHandling, false))),
      tested(compareGroups(kpis.medianHandling, timesOf(kpis.medianHandling, true))),
    ].map(([first]) => [first!.method, first!.verdict]);
    expect(methods).toEqual([
      ['poisson-conditional', 'worse'],
      ['welch-t', 'better'],
      ['mann-whitney-exact', 'better'],
      ['log-rank-exact', 'better'],
    ]);
    const open = tested(
      compareGroups(kpis.medianHandling, timesOf(kpis.medianHandling, true), { reference: 'all' }),
    )[0]!;
    expect(open.interval).toBeUndefined();
    expect(open.gap).toBeLessThan(0);
  });

  it('tells better from worse by ranks where most times are equal and their shift is 0', () => {
    const { medianHandling } = serviceKpis({ currency: 'CNY' });
    const state = (ones: number, twos: number) =>
      accumulateAll(medianHandling, [
        ...new Array(ones).fill({ duration: 1 }),
        ...new Array(twos).fill({ duration: 2 }),
      ]).state;
    const [quick, slow] = tested(
      compareGroups(medianHandling, [
        { id: 'quick', state: state(30, 0) },
        { id: 'slow', state: state(20, 10) },
      ]),
    );
    expect([quick!.gap, slow!.gap]).toEqual([0, 0]);
    expect([quick!.verdict, slow!.verdict]).toEqual(['better', 'worse']);
  });

  it('holds small groups back, and one more where the total would give one away', () => {
    const groups = [
      { id: 'a', state: of(2, 4) },
      { id: 'b', state: of(20, 40) },
      { id: 'c', state: of(90, 200) },
      { id: 'd', state: of(100, 200) },
    ];
    expect(statusOf(compareGroups(share, groups).groups)).toEqual({
      ...{ a: 'suppressed', b: 'suppressed', c: 'compared', d: 'compared' },
    });
    const shown = compareGroups(share, groups, { suppressBelow: 1 });
    expect(statusOf(shown.groups)).toMatchObject({ a: 'compared' });
    const hidden = compareGroups(share, groups, { reference: { group: 'a' } });
    expect(Object.values(statusOf(hidden.groups))).toEqual(new Array(4).fill('suppressed'));
    expect(JSON.stringify(hidden)).not.toMatch(/"n":4\b/);
  });

  it('says where cases are too few, alike or of a kind without a test', () => {
    const few = defineKpi({ ...DESCRIPTION, kind: 'proportion', minimumSample: 10 });
    const state = (successes: number, trials: number) =>
      accumulateAll(few, [{ successes, trials }]).state;
    const small = compareGroups(few, [
      { id: 'a', state: state(4, 8) },
      { id: 'b', state: state(8, 20) },
      { id: 'c', state: emptyState(few) },
    ]);
    expect(small.groups).toMatchObject([
      { status: 'insufficient', reasons: [{ code: 'kpi.sample-too-small' }] },
      { status: 'insufficient', reasons: [{ code: 'kpi.reference-too-small' }] },
      { status: 'insufficient', reasons: [{ code: 'kpi.no-cases' }] },
    ]);
    const alike = compareGroups(share, [
      { id: 'a', state: of(8, 8) },
      { id: 'b', state: of(9, 9) },
    ]);
    expect(alike.groups[0]).toMatchObject({ status: 'no-variation', gap: 0 });
    expect(alike.comparisons).toBe(0);
    const count = defineKpi({ ...DESCRIPTION, kind: 'count-ratio' });
    const ratio = accumulateAll(count, [{ numerator: 9, denominator: 8 }]).state;
    const none = compareGroups(count, [
      { id: 'a', state: ratio },
      { id: 'b', state: ratio },
    ]);
    expect(none.groups[0]).toMatchObject({
      ...{ status: 'described', value: 9 / 8, gap: 0, n: 8, reference: { value: 9 / 8, n: 8 } },
      reasons: [{ code: 'kpi.gap-not-cause' }, { code: 'kpi.difference-not-tested' }],
    });
    expect(compareGroups(share, [{ id: 'a', state: of(8, 9) }]).groups[0]).toMatchObject({
      reasons: [{ code: 'kpi.reference-too-small' }],
    });
    expect(compareGroups(share, []).groups).toEqual([]);
  });

  it('gives the same bytes for groups in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 2, maxLength: 6 }),
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        fc.constantFrom('rest' as const, 'all' as const),
        (counts, keys, reference) => {
          const groups = counts.map(([yes, no], i) => ({ id: `g${i}`, state: of(yes, yes + no) }));
          const once = compareGroups(share, groups, { reference });
          const again = compareGroups(share, shuffled(groups, keys), { reference });
          expect(JSON.stringify(again)).toBe(JSON.stringify(once));
          expect(JSON.stringify(once)).not.toMatch(/NaN|Infinity/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses bad input by path', () => {
    const call =
      (groups: unknown, options: unknown = {}) =>
      () =>
        compareGroups(share, wrong(groups), wrong(options));
    expectRefusal(call(null), 'missing-value', 'groups');
    expectRefusal(call([BANDS[0], BANDS[0]]), 'duplicate-id', 'groups[1].id');
    expectRefusal(call([{ id: 'a' }]), 'missing-value', 'groups[0].state');
    const version = { ...BANDS[0]!.state, version: '2' };
    expectRefusal(call([{ id: 'a', state: version }]), 'inconsistent', 'groups[0].state.version');
    const option = (options: unknown) => call(BANDS, options);
    expectRefusal(option({ reference: 'band 1' }), 'unknown-value', 'options.reference');
    expectRefusal(option({ reference: { group: 'z' } }), 'unknown-id', 'options.reference.group');
    expectRefusal(option({ suppressBelow: 0 }), 'out-of-range', 'options.suppressBelow');
    expectRefusal(option({ adjust: 'none' }), 'unknown-value', 'options.adjust');
    expectRefusal(option({ confidence: 95 }), 'out-of-range', 'options.confidence');
    expectRefusal(option({ alpha: 0.05 }), 'unknown-id', 'options.alpha');
  });
});

function scoresOf(kpi: ReturnType<typeof serviceKpis>['testScoreMean']) {
  const state = (from: number) =>
    accumulateAll(
      kpi,
      [0, 1, 2, 3, 4, 5].map((i) => ({ value: from + i })),
    ).state;
  return [
    { id: 'a', state: state(80) },
    { id: 'b', state: state(60) },
  ];
}

function timesOf(kpi: ReturnType<typeof serviceKpis>['medianHandling'], open: boolean) {
  const state = (from: number) => {
    const closed = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => ({ duration: from + i }));
    const all = open ? [...closed, { duration: from, open: true }] : closed;
    return accumulateAll(kpi, all).state;
  };
  return [
    { id: 'a', state: state(1) },
    { id: 'b', state: state(20) },
  ];
}
