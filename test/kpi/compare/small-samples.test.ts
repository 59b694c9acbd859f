import { describe, expect, it } from 'vitest';
import { formatReason } from '../../../src/evidence/index.js';
import {
  accumulateAll,
  type BeforeAfter,
  compareBeforeAfter,
  compareGroups,
  compareLikeWithLike,
  compareWithControl,
  defineKpi,
  type Kpi,
  type KpiEvent,
  type KpiKind,
  kpiMessages,
  serviceKpis,
} from '../../../src/kpi/index.js';
import incidences from '../../fixtures/kpi/incidence-difference.json' with { type: 'json' };
import oracle from '../../fixtures/statistics/small-samples.json' with { type: 'json' };
import { DESCRIPTION, expectClose } from '../support.js';

const kpis = serviceKpis({ currency: 'CNY' });
const stateOf = <K extends KpiKind>(kpi: Kpi<K>, events: readonly KpiEvent<K>[]) =>
  accumulateAll(kpi, events).state;
const answers = (kpi: Kpi<'ratings'>, counts: Readonly<Record<number, number>>) =>
  stateOf(
    kpi,
    Object.entries(counts).map(([score, count]) => ({ score: Number(score), count })),
  );
const codes = ({ reasons }: BeforeAfter) => reasons.map(({ code }) => code);
function compared(result: BeforeAfter) {
  if (result.status !== 'compared') throw new Error(result.status);
  return result;
}

describe('a small group whose answers are all alike', () => {
  it('is no better than a public of which nine in ten say the same', () => {
    const kpi = kpis.satisfactionMean;
    const [many, few] = [answers(kpi, { 5: 180, 4: 20 }), answers(kpi, { 5: 5 })];
    const { student } = oracle.means[0]!;
    const change = compared(compareBeforeAfter(kpi, many, few));
    expect(change).toMatchObject({ method: 'student-t-pooled', verdict: 'not-shown' });
    expectClose(change.pValue, student.pValue, 1e-9);
    expectClose(change.interval!.low, student.low, 1e-9);
    const groups = [
      { id: 'few', state: few },
      { id: 'many', state: many },
    ];
    const verdicts = compareGroups(kpi, groups).groups.map(
      (group) => 'verdict' in group && group.verdict,
    );
    expect(verdicts).toEqual(['not-shown', 'not-shown']);
  });

  it('is no better by its net promoter score either', () => {
    const kpi = kpis.netPromoterScore;
    const many = answers(kpi, { 10: 170, 8: 20, 3: 10 });
    const change = compared(compareBeforeAfter(kpi, many, answers(kpi, { 10: 5 })));
    expect(change).toMatchObject({ method: 'adjusted-wald', verdict: 'not-shown' });
    // By hand: (5.75 − 0.75)/8 − (170.75 − 10.75)/203 in standard errors of 0.23 each way.
    const [p, q] = [5 / 8, 160 / 203];
    const error = Math.sqrt((6.5 / 8 - p * p) / 8 + (181.5 / 203 - q * q) / 203);
    expectClose(change.statistic, (p - q) / error, 1e-12);
    // The difference itself, 1 − 0.8, lies within its interval.
    expectClose(change.difference!, 0.2, 1e-12);
    expect(change.interval!.high).toBeGreaterThanOrEqual(0.2);
  });

  it('has nothing to be held against where the other side is all alike too', () => {
    const kpi = kpis.satisfactionMean;
    const result = compareBeforeAfter(kpi, answers(kpi, { 5: 9 }), answers(kpi, { 4: 9 }));
    expect(result).toMatchObject({ status: 'no-variation', difference: -1 });
    expect(codes(result)).toContain('kpi.all-alike');
  });
});

describe('net promoter scores of which the answers of each side are all alike', () => {
  const kpi = defineKpi({ ...kpis.netPromoterScore, minimumSample: 1 });
  // By hand: 50.75 − 0.75 of 53 are promoters less detractors, of 51.5 who are either.
  const error = Math.sqrt((51.5 / 53 - (50 / 53) * (50 / 53)) / 53);

  it('are tested by the adjusted Wald method, which knows how sure they are', () => {
    const change = compared(
      compareBeforeAfter(kpi, answers(kpi, { 0: 50 }), answers(kpi, { 10: 50 })),
    );
    expect(change).toMatchObject({ method: 'adjusted-wald', difference: 2, verdict: 'better' });
    expectClose(change.statistic, 100 / 53 / Math.hypot(error, error), 1e-12);
    expect(change.interval!.high).toBe(2);
    // Nothing varies within a side, of which the effect could be so many standard deviations.
    expect(change).not.toHaveProperty('effect');
    const same = compareBeforeAfter(kpi, answers(kpi, { 8: 9 }), answers(kpi, { 7: 9 }));
    expect(same).toMatchObject({ status: 'no-variation', difference: 0 });
  });

  it('are compared with a control group and with one mix by the same errors', () => {
    const still = answers(kpi, { 0: 50 });
    const effect = compareWithControl(kpi, {
      treated: { before: still, after: answers(kpi, { 10: 50 }) },
      control: { before: still, after: still },
    });
    if (effect.status !== 'estimated') throw new Error(effect.status);
    expect(effect).toMatchObject({ estimate: 2, verdict: 'better' });
    expectClose(effect.standardError, 2 * error, 1e-9);
    const mixed = compareLikeWithLike(kpi, [
      { id: 'N', strata: { a: answers(kpi, { 10: 50 }) } },
      { id: 'S', strata: { a: still } },
    ]);
    if (mixed.status !== 'compared') throw new Error(mixed.status);
    const arm = 1 - (50 / 53 - 1.959963984540054 * error);
    const [north] = mixed.groups as unknown as readonly [{ interval: { low: number } }];
    expectClose(north.interval.low, 1 - arm, 1e-9);
    expect(mixed.differences).toMatchObject([{ difference: 2, verdict: 'better' }]);
    expectClose(mixed.differences[0]!.interval!.low, 2 - Math.hypot(arm, arm), 1e-9);
  });

  it('have changed by nothing, with a control group, where the added answers alone turn the change round', () => {
    // 1 before, 0.95 after; with the added answers 2/5 before, 19/23 after, which is a rise.
    const control = { before: answers(kpi, { 8: 9 }), after: answers(kpi, { 7: 9 }) };
    const treated = { before: answers(kpi, { 10: 2 }), after: answers(kpi, { 10: 19, 8: 1 }) };
    const effect = compareWithControl(kpi, { treated, control });
    if (effect.status !== 'estimated') throw new Error(effect.status);
    expectClose(effect.estimate, -0.05, 1e-12);
    expect(effect).toMatchObject({ statistic: 0, pValue: 1, verdict: 'not-shown' });
    expect(effect.interval.low).toBeLessThanOrEqual(effect.estimate);
    expect(effect.interval.high).toBeGreaterThan(19 / 23 - 2 / 5);
    expect(effect.reasons.map(({ code }) => code)).toEqual([
      'kpi.parallel-trends',
      'kpi.effect-not-shown',
    ]);
  });

  it('do not vary, with a control group, where all answers of all four are alike', () => {
    const [few, many] = [answers(kpi, { 10: 3 }), answers(kpi, { 9: 60 })];
    const same = compareWithControl(kpi, {
      treated: { before: few, after: many },
      control: { before: many, after: many },
    });
    expect(same).toMatchObject({ status: 'no-variation', estimate: 0 });
  });

  it('are no better with one mix where five of a public say the same', () => {
    const many = answers(kpi, { 10: 170, 8: 20, 3: 10 });
    const few = compareLikeWithLike(kpi, [
      { id: 'N', strata: { a: answers(kpi, { 10: 5 }) } },
      { id: 'S', strata: { a: many } },
    ]);
    expect(few).toMatchObject({ differences: [{ verdict: 'not-shown' }] });
  });
});

describe('strata whose answers are all alike', () => {
  const kpi = kpis.satisfactionMean;

  it('show no difference that is sure to a point', () => {
    const result = compareLikeWithLike(kpi, [
      { id: 'N', strata: { a: answers(kpi, { 5: 5 }) } },
      { id: 'S', strata: { a: answers(kpi, { 4: 5 }) } },
    ]);
    if (result.status !== 'compared') throw new Error(result.status);
    const [difference] = result.differences;
    expect(difference).toMatchObject({ difference: 1 });
    expect(difference).not.toHaveProperty('interval');
    expect(difference).not.toHaveProperty('verdict');
    expect(difference!.reasons.map(({ code }) => code)).toEqual(['kpi.interval-unknown']);
  });

  it('show none beside a study of many others', () => {
    const many = answers(kpi, { 5: 180, 4: 20 });
    const effect = compareWithControl(kpi, {
      treated: { before: many, after: answers(kpi, { 5: 5 }) },
      control: { before: many, after: many },
    });
    expect(effect).toMatchObject({ status: 'estimated', verdict: 'not-shown' });
  });
});

describe('a handful of clients of whom one leaves', () => {
  const kpi = kpis.tenureOneYear;
  const old = stateOf(kpi, [
    ...Array.from({ length: 30 }, (_, i) => ({ time: 14 + (i % 10) })),
    ...Array.from({ length: 10 }, (_, i) => ({ time: 20 + (i % 5), cause: 'cost' })),
  ]);
  const young = stateOf(kpi, [
    { time: 3, cause: 'cost' },
    ...[1, 1, 1, 1].map((time) => ({ time })),
  ]);

  it('has the chance that this one is among them, and no hazard ratio', () => {
    const change = compared(compareBeforeAfter(kpi, old, young));
    // One leaves at month 3, one of 41 who are there.
    expectClose(change.pValue, 1 / 41, 1e-12);
    expect(change).toMatchObject({ method: 'log-rank-exact', statistic: 1, verdict: 'worse' });
    expect(codes(change)).toContain('kpi.few-expected-cases');
    // Its likelihood rises for ever: 1 leaves where 0 of the others do.
    expect(change).not.toHaveProperty('effect');
    expect(compareBeforeAfter(kpi, young, old)).toMatchObject({ verdict: 'better' });
    const [gap] = compareGroups(kpi, [
      { id: 'new', state: young },
      { id: 'old', state: old },
    ]).groups;
    expect(gap).toMatchObject({ method: 'log-rank-exact', verdict: 'worse' });
  });

  it('is not told from chance where cases are open and one is closed early', () => {
    const { name, first, second, pValue } = oracle.logRank[1]!;
    expect(name).toContain('thirteen');
    const hours = (rows: typeof first) =>
      stateOf(
        kpis.resolutionMedian,
        rows.map(({ time, event }) => ({ duration: time, open: !event })),
      );
    const change = compareBeforeAfter(kpis.resolutionMedian, hours(second), hours(first));
    expectClose(compared(change).pValue, pValue, 1e-10);
    expect(change).toMatchObject({ verdict: 'not-shown' });
  });
});

describe('the share that leaves for one of several causes', () => {
  const kpi = kpis.leavingForMainCause;

  it('is compared by its own value and error, as those of R', () => {
    for (const { name, before, after, ...expected } of incidences.cases) {
      const of = (rows: readonly object[]) => stateOf(kpi, rows as KpiEvent<'survival'>[]);
      const change = compared(compareBeforeAfter(kpi, of(before), of(after)));
      expect(change.method, name).toBe('incidence-z');
      expectClose(change.before.value!, expected.values[0]!, 1e-9);
      expectClose(change.after.value!, expected.values[1]!, 1e-9);
      expectClose(change.interval!.low, expected.low, 1e-7);
      expectClose(change.interval!.high, expected.high, 1e-7);
      expectClose(change.statistic, expected.statistic, 1e-7);
      expectClose(change.pValue, expected.pValue, 1e-6);
      const { low, high } = change.interval!;
      expect(change.pValue < 0.05).toBe(low > 0 || high < 0);
    }
    expect(incidences.cases.map(({ pValue }) => pValue < 0.05)).toEqual([false, true, false]);
  });

  it('falls where others leave first for another cause, at whatever speed those left go', () => {
    // 4 % a month leave for service, then 4 % for service and 30 % for cost; a thousand clients, nobody lost from sight before the twelfth month.
    const of = (service: number, cost: number) => {
      const events: KpiEvent<'survival'>[] = [];
      let staying = 1000;
      for (let time = 1; time <= 24; time++) {
        const [a, b] = [Math.round(staying * service), Math.round(staying * cost)];
        events.push({ time, cause: 'service', count: a }, { time, cause: 'cost', count: b });
        staying -= a + b;
      }
      return stateOf(kpi, [...events, { time: 24, count: staying }]);
    };
    const change = compared(compareBeforeAfter(kpi, of(0.04, 0), of(0.04, 0.3)));
    expectClose(change.before.value!, 0.388, 1e-12);
    expectClose(change.after.value!, 0.116, 1e-12);
    // Each is a share of a thousand; the arm of a log–log end is near the plain one: z about −0.272/√(0.388·0.612/1000 + 0.116·0.884/1000) = −14.7.
    expect(change.statistic).toBeGreaterThan(-15.5);
    expect(change.statistic).toBeLessThan(-14);
    expect(change.pValue).toBeLessThan(1e-40);
    expect(change.verdict).toBe('better');
    expect(codes(change)).toEqual(['kpi.no-control-group']);
  });

  it('is sure of nothing where none of a few has left for it', () => {
    const of = (left: number, stayed: number) =>
      stateOf(kpi, [
        { time: 6, cause: 'service', count: left },
        { time: 20, count: stayed },
      ]);
    // Greenwood's error of 0 of 5 is 0; Wilson's end is 0.43.
    const change = compared(compareBeforeAfter(kpi, of(20, 80), of(0, 5)));
    expect(change).toMatchObject({ verdict: 'not-shown', after: { value: 0 } });
    expect(change.pValue).toBeGreaterThan(0.05);
    expect(change.interval!.high).toBeGreaterThan(0);
    const none = compareBeforeAfter(kpi, of(0, 30), of(0, 50));
    expect(none).toMatchObject({ status: 'no-variation', difference: 0 });
  });

  it('has no value where nobody was watched so long', () => {
    const short = stateOf(kpi, [{ time: 3, count: 9 }]);
    const long = stateOf(kpi, [{ time: 20, count: 9 }]);
    const result = compareBeforeAfter(kpi, short, long);
    expect(result.status).toBe('insufficient');
    expect(codes(result)).toEqual(['kpi.not-watched-so-long']);
  });
});

describe('shares of few cases', () => {
  it('are not worse by a test that is only a rough guide', () => {
    const kpi = kpis.renewalRate;
    const of = (successes: number, trials: number) => stateOf(kpi, [{ successes, trials }]);
    const change = compared(compareBeforeAfter(kpi, of(990, 1000), of(4, 5)));
    // R 4.2.2: fisher.test(matrix(c(4, 1, 990, 10), 2)).
    expectClose(change.pValue, 0.0536459446207136, 1e-10);
    expect(change).toMatchObject({ method: 'fisher-exact', verdict: 'not-shown' });
    const [reason] = change.reasons.filter(({ code }) => code === 'kpi.few-expected-cases');
    expect(formatReason(kpiMessages, reason!, 'en')).toBe(
      'Fewer than five cases were to be expected in some group: of so few only a large difference shows.',
    );
  });
});

describe('an effect size whose interval says otherwise than the test', () => {
  const EDGE = 'kpi.test-and-effect-differ';

  it('is named, of a rate', () => {
    const kpi = kpis.complaintRate;
    const of = (count: number, exposure: number) => stateOf(kpi, [{ count, exposure }]);
    // R: poisson.test(c(1, 11), c(30, 50)): p 0.0386, interval up to 1.04.
    const change = compared(compareBeforeAfter(kpi, of(11, 50), of(1, 30)));
    expect(change.effect!.interval!.high).toBeGreaterThan(1);
    expect(change.pValue).toBeLessThan(0.05);
    expect(change.verdict).toBe('better');
    expect(codes(change)).toContain(EDGE);
    expect(codes(compareBeforeAfter(kpi, of(30, 50), of(1, 30)))).not.toContain(EDGE);
  });

  it('is named, of a rate, both ways, though from no events on there is no ratio to show', () => {
    const kpi = kpis.complaintRate;
    const of = (count: number, exposure: number) => stateOf(kpi, [{ count, exposure }]);
    const confidence = 0.8;
    // R: poisson.test(c(2, 0), c(760, 968), conf.level = 0.8): p 0.1934, interval from 0.589; of c(4, 0) p 0.0374, from 1.637.
    for (const [events, isNamed] of [
      [2, true],
      [4, false],
    ] as const) {
      const [some, none] = [of(events, 760), of(0, 968)];
      const rise = compared(compareBeforeAfter(kpi, none, some, { confidence }));
      const fall = compared(compareBeforeAfter(kpi, some, none, { confidence }));
      expect(rise).not.toHaveProperty('effect');
      expect(fall).toHaveProperty('effect');
      expect([rise.verdict, fall.verdict]).toEqual(['worse', 'better']);
      expect([rise, fall].map((change) => codes(change).includes(EDGE))).toEqual([
        isNamed,
        isNamed,
      ]);
    }
  });

  it('is named, of times too few for their test to show anything', () => {
    const hours = defineKpi({
      ...DESCRIPTION,
      kind: 'durations',
      measure: { name: 'quantile', probability: 0.5 },
    });
    const of = (...list: readonly number[]) =>
      stateOf(
        hours,
        list.map((duration) => ({ duration })),
      );
    // All apart: 2 of the 28 ways to draw two of eight.
    const change = compared(compareBeforeAfter(hours, of(3, 4, 5, 6, 7, 8), of(1, 2)));
    expectClose(change.pValue, 2 / 28, 1e-12);
    expect(change.effect!.interval!.high).toBeLessThan(0);
    expect(codes(change)).toEqual(['kpi.no-control-group', 'kpi.change-not-shown', EDGE]);
  });
});
