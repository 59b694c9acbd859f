import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReason } from '../../../src/evidence/index.js';
import {
  kpiMessages,
  type Trainee,
  type TrainingOptions,
  trainingEffect,
} from '../../../src/kpi/index.js';
import { createRandom } from '../../../src/numerics/index.js';
import fixture from '../../fixtures/kpi/advisers-and-groups.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from '../support.js';

const people = (prefix: string, before: readonly number[], after: readonly number[]): Trainee[] =>
  before.map((score, i) => ({ id: `${prefix}${i}`, before: score, after: after[i]! }));

const { training } = fixture;
const TRAINED = people('t', training.before, training.after);
const CONTROL = people('c', training.controlBefore, training.controlAfter);
const UNRELATED = { selection: { kind: 'unrelated' } } as const;

function tested(...args: Parameters<typeof trainingEffect>) {
  const effect = trainingEffect(...args);
  if (effect.status !== 'tested') throw new Error(effect.status);
  return effect;
}

const codes = ({ reasons }: { readonly reasons: readonly { readonly code: string }[] }) =>
  reasons.map(({ code }) => code);

describe('trainingEffect', () => {
  it('tests the change as Student did his sleep data: t = 4.0621, p = 0.002833', () => {
    const { change, verdict, n, reasons } = tested({ trained: TRAINED }, UNRELATED);
    if (change.status !== 'tested' || change.method !== 'paired-t') throw new Error(change.status);
    expect(n).toBe(10);
    expect(change.statistic).toBeCloseTo(4.0621, 4);
    expectClose(change.statistic, training.t);
    expectClose(change.pValue, training.p, 1e-9);
    expectClose(change.interval.low, training.low, 1e-9);
    expectClose(change.interval.high, training.high, 1e-9);
    expectClose(change.cohensDz.value, training.dz);
    expect(verdict).toBe('better');
    expect(codes({ reasons })).toEqual(['kpi.training-without-control']);
  });

  it('tests by ranks on request', () => {
    const { change } = tested({ trained: TRAINED }, { ...UNRELATED, test: 'wilcoxon-signed-rank' });
    expect(change).toMatchObject({ statistic: training.wilcoxonV, zeros: 1 });
    // All nine who change rise: 2 of 2⁹ signs. R, which with ties turns to the normal distribution, says 0.0091.
    expectClose((change as { pValue: number }).pValue, 2 / 512, 1e-12);
    expect(training.wilcoxonP).toBeCloseTo(0.0091, 4);
  });

  it('is better only where test and interval both say so', () => {
    // Of 2¹⁰ signs 50 are as far out. The mean of every two changes that is the ninth (R's qsignrank) from below is 0, the ninth from above 4.
    const changes = [-1, -2, 2, 5, -1, 3, 1, 3, 5, 3];
    const trained = people(
      't',
      changes.map(() => 60),
      changes.map((change) => 60 + change),
    );
    const { change, verdict, reasons } = tested(
      { trained },
      { ...UNRELATED, test: 'wilcoxon-signed-rank' },
    );
    expect(change).toMatchObject({ shift: 2, interval: { low: 0, high: 4 } });
    expectClose((change as { pValue: number }).pValue, 50 / 1024, 1e-12);
    expect(verdict).toBe('not-shown');
    expect(codes({ reasons })).toEqual([
      'kpi.training-without-control',
      'kpi.test-and-interval-differ',
    ]);
  });

  it('never says better or worse where the interval of the test that decides holds 0', () => {
    const person = fc.tuple(fc.integer({ min: 40, max: 60 }), fc.integer({ min: -4, max: 7 }));
    const group = fc.array(person, { minLength: 2, maxLength: 14 });
    const test = fc.constantFrom('paired-t' as const, 'wilcoxon-signed-rank' as const);
    const scores = (prefix: string, rows: readonly (readonly [number, number])[]) =>
      people(
        prefix,
        rows.map(([before]) => before),
        rows.map(([before, change]) => before + change),
      );
    fc.assert(
      fc.property(group, fc.option(group, { nil: undefined }), test, (trained, control, by) => {
        const groups = {
          trained: scores('t', trained),
          ...(control && { control: scores('c', control) }),
        };
        const effect = trainingEffect(groups, {
          selection: { kind: 'low-scores', groupMean: 55, reliability: 0.8 },
          test: by,
        });
        if (effect.status !== 'tested') return;
        const { controlled, regression, change, verdict } = effect;
        const alone = regression && regression.expected > 0 ? regression.test : change;
        const judged = controlled ?? alone;
        if (judged.status !== 'tested') throw new Error(judged.status);
        const beside = judged.interval && (judged.interval.low > 0 || judged.interval.high < 0);
        if (verdict !== 'not-shown') expect(beside).toBe(true);
        const says = codes(effect).includes('kpi.test-and-interval-differ');
        expect(says).toBe(judged.interval !== undefined && beside !== judged.pValue <= 0.05);
      }),
      { numRuns: 500 },
    );
  });

  it('compares change with change where there is a control group, as R does', () => {
    const { controlled, verdict, reasons } = tested(
      { trained: TRAINED, control: CONTROL },
      UNRELATED,
    );
    if (controlled?.status !== 'tested') throw new Error(controlled?.status);
    expectClose(controlled.difference, training.did);
    expectClose(controlled.statistic, training.didT);
    expectClose(controlled.pValue, training.didP, 1e-9);
    expectClose(controlled.interval.low, training.didLow, 1e-9);
    expectClose(controlled.interval.high, training.didHigh, 1e-9);
    expect(controlled).toMatchObject({ trained: 10, control: 8, assumption: 'parallel-trends' });
    expect(controlled.hedgesG!.value).toBeGreaterThan(1);
    expect(verdict).toBe('better');
    expect(codes({ reasons })).toEqual(['kpi.parallel-trends']);
  });

  it('lets the control group decide: who rises as much without it, gains nothing by it', () => {
    const control = CONTROL.map(({ id, before }, i) => {
      return { id, before, after: before! + [2, 1.2, 1.9, 0.8, 1.6, 1.5, 2.2, 1.4][i]! };
    });
    const effect = tested({ trained: TRAINED, control }, UNRELATED);
    expect(effect.change).toMatchObject({ status: 'tested' });
    expect((effect.change as { pValue: number }).pValue).toBeLessThan(0.05);
    expect(effect.verdict).toBe('not-shown');
    expect(codes(effect)).toEqual(['kpi.parallel-trends', 'kpi.effect-not-shown']);
  });

  it('says so where the control group started elsewhere', () => {
    const control = CONTROL.map((one) => ({ ...one, before: one.before! + 20, after: 32 }));
    expect(codes(trainingEffect({ trained: TRAINED, control }, UNRELATED))).toContain(
      'kpi.training-control-differs',
    );
  });

  it('takes off the rise that comes by itself to those chosen for low scores', () => {
    const trained = people('t', [50, 52, 48, 54], [60, 59, 57, 64]);
    const selection = { kind: 'low-scores', groupMean: 71, reliability: 0.6 } as const;
    const { regression, reasons, change, verdict } = tested({ trained }, { selection });
    // (1 − 0.6)·(71 − 51) = 8 of a rise of 9.
    expectClose(regression!.expected, 8);
    expectClose(regression!.beyond, 1);
    // The rise of 9 is no chance, but 60, 59, 57, 64 against the 58.4, 59.6, 57.2, 60.8 to be expected may be:
    // R: t.test(c(1.6, -0.6, -0.2, 3.2)), t = 1.1421, p = 0.3363
    expect((change as { pValue: number }).pValue).toBeLessThan(0.01);
    expect((regression!.test as { pValue: number }).pValue).toBeCloseTo(0.3363178, 6);
    expect(verdict).toBe('not-shown');
    expect(codes({ reasons })).toContain('kpi.gain-beyond-not-shown');
    expect(codes({ reasons })).toContain('kpi.regression-to-the-mean');
    const unknown = tested({ trained }, { selection: { kind: 'low-scores' } });
    expect(unknown.regression).toBeUndefined();
    expect(codes(tested({ trained }))).toContain('kpi.selection-unknown');
  });

  it('takes a rise smaller than what comes by itself for no proof of the training', () => {
    const trained = people('t', [61, 58, 64, 55, 62], [63, 60.5, 66, 57.6, 64]);
    const selection = { kind: 'low-scores', groupMean: 72, reliability: 0.5 } as const;
    const { regression, reasons, verdict } = tested({ trained }, { selection });
    // 0.5·(72 − 60) = 6 were to be expected, and 2.22 came: 66.5, 65, 68, 63.5, 67 against 63, 60.5, 66, 57.6, 64.
    expectClose(regression!.beyond, -3.78);
    // R: t.test of their differences, p = 0.004752.
    expect((regression!.test as { pValue: number }).pValue).toBeCloseTo(0.00475198, 7);
    expect(verdict).toBe('worse');
    expect(codes({ reasons })).toContain('kpi.regression-explains-gain');
    expect(codes({ reasons })).not.toContain('kpi.regression-to-the-mean');
  });

  it('speaks of a gain only where there is one', () => {
    const trained = people('t', [61, 58, 64, 55, 62], [50, 49, 55, 44, 54]);
    const selected = (reliability?: number) => {
      const selection = { kind: 'low-scores', groupMean: 72, ...(reliability && { reliability }) };
      return codes(tested({ trained }, wrong({ selection })));
    };
    expect(selected()).toEqual(['kpi.training-without-control', 'kpi.regression-hides-loss']);
    expect(selected(0.7)).toEqual(selected());
    // Scores without error come back as they were.
    expect(selected(1)).toEqual(['kpi.training-without-control']);
  });

  it('leaves regression to the control group, unless that started higher', () => {
    const trained = people('t', [61, 58, 64, 55, 62], [70, 69, 70, 67, 71]);
    const against = (before: readonly number[]) => {
      const control = people('c', before, [62, 60, 63, 57, 61]);
      return codes(trainingEffect({ trained, control }, { selection: { kind: 'low-scores' } }));
    };
    expect(against([61, 58, 64, 55, 62])).not.toContain('kpi.regression-to-the-mean');
    expect(against([63, 60, 65, 58, 64])).toContain('kpi.regression-to-the-mean');
  });

  it('judges no training good more often than chance has it where it does nothing', () => {
    const random = createRandom(20260301);
    const normal = () => random.normal();
    const selection = { kind: 'low-scores', groupMean: 60, reliability: 0.5 } as const;
    const verdicts = Array.from({ length: 100 }, () => {
      // True scores and errors of equal variance: a reliability of a half. The ten lowest of forty are chosen.
      const truths = Array.from({ length: 40 }, () => 60 + 5 * normal());
      const firsts = truths.map((truth) => ({ truth, before: truth + 5 * normal() }));
      const chosen = firsts.sort((a, b) => a.before - b.before).slice(0, 10);
      const trained = chosen.map(({ truth, before }, i) => {
        return { id: `t${i}`, before, after: truth + 5 * normal() };
      });
      return tested({ trained }, { selection }).verdict;
    });
    // Of 100 at 5 %, 5 are to be expected; more than 14 come less than once in 5,000 times.
    expect(verdicts.filter((verdict) => verdict !== 'not-shown').length).toBeLessThan(15);
  });

  it('says so where those chosen for low scores stood above their group', () => {
    const trained = people('t', [80, 82, 84, 86], [85, 83, 88, 86]);
    const selection = { kind: 'low-scores', groupMean: 70, reliability: 0.6 } as const;
    const { regression, reasons } = tested({ trained }, { selection });
    // (1 − 0.6)·(70 − 83): they would have fallen.
    expectClose(regression!.expected, -5.2);
    expect(codes({ reasons })).toContain('kpi.selection-not-low');
    expect(codes({ reasons })).not.toContain('kpi.regression-to-the-mean');
    const found = reasons.find(({ code }) => code === 'kpi.selection-not-low')!;
    expect(formatReason(kpiMessages, found, 'en')).toBe(
      'They are said to have been chosen for low scores, but stood at 83 on average, no lower than their group at 70: check the figures or how they were chosen.',
    );
    const level = { ...selection, groupMean: 83 };
    expect(codes(tested({ trained }, { selection: level }))).toContain('kpi.selection-not-low');
    const above = { ...selection, groupMean: 83.5 };
    expect(codes(tested({ trained }, { selection: above }))).toContain(
      'kpi.regression-to-the-mean',
    );
  });

  it('rests on what goes beyond the fall to be expected of those who stood above their group', () => {
    const trained = people('t', [69, 62, 56, 60, 70, 55, 57], [46, 61, 49, 60, 61, 54, 51]);
    const judged = (reliability: number) =>
      tested(
        { trained },
        { confidence: 0.9, selection: { kind: 'low-scores', groupMean: 50, reliability } },
      );
    const half = judged(0.5);
    // 50 + 0.5·(before − 50) was to be expected. R: t.test(c(-13.5, 5, -4, 5, 1, 1.5, -2.5)), p = 0.6757509; of the changes alone p = 0.0674499.
    expect(half.verdict).toBe('not-shown');
    expect((half.change as { pValue: number }).pValue).toBeCloseTo(0.0674499, 6);
    expect((half.regression!.test as { pValue: number }).pValue).toBeCloseTo(0.6757509, 6);
    expect(codes(half)).toEqual([
      'kpi.training-without-control',
      'kpi.selection-not-low',
      'kpi.verdict-beyond-fall',
      'kpi.gain-beyond-fall-not-shown',
    ]);
    // 50 was to be expected of all. R: t.test(c(-4, 11, -1, 10, 11, 4, 1)), p = 0.0984141: verdict and figure point one way.
    const none = judged(0);
    expect((none.regression!.test as { pValue: number }).pValue).toBeCloseTo(0.0984141, 6);
    expectClose(none.regression!.beyond, 32 / 7);
    expect(none.verdict).toBe('better');
    expect(codes(none)).toContain('kpi.verdict-beyond-fall');
    // Scores without error do not fall by themselves: what is beyond is the change.
    const sure = judged(1);
    expect(sure.verdict).toBe('worse');
    expect(codes(sure)).not.toContain('kpi.verdict-beyond-fall');
    // With a control group that decides, and nothing is said of the fall.
    const control = people('c', [60, 61, 62], [58, 62, 63]);
    const selection = { kind: 'low-scores', groupMean: 50, reliability: 0 } as const;
    expect(codes(tested({ trained, control }, { selection }))).not.toContain(
      'kpi.verdict-beyond-fall',
    );
  });

  it('leaves out who lacks a score, and counts them', () => {
    const gone = [
      { id: 'x', before: 9, after: null },
      { id: 'y', before: null, after: 12 },
    ];
    const effect = tested({ trained: [...TRAINED, ...gone] }, UNRELATED);
    expect(effect.n).toBe(10);
    expect(effect.reasons[1]).toMatchObject({
      code: 'kpi.scores-missing-after',
      parameters: { people: 2 },
    });
    const control = [...CONTROL, { id: 'z', before: 8, after: null }];
    const against = tested({ trained: TRAINED, control }, UNRELATED);
    expect(against.reasons[1]).toMatchObject({
      code: 'kpi.scores-missing-in-control',
      parameters: { people: 1 },
    });
    expect(codes(against)).not.toContain('kpi.scores-missing-after');
    expect(formatReason(kpiMessages, against.reasons[1]!, 'en')).toContain(
      'looks worse than it is',
    );
  });

  it('has nothing to test where all changed alike, or with one person', () => {
    const same = people('t', [50, 60, 70], [55, 65, 75]);
    const effect = trainingEffect({ trained: same }, UNRELATED);
    expect(effect).toMatchObject({ status: 'no-variation', change: { difference: 5 } });
    expect(trainingEffect({ trained: TRAINED.slice(0, 1) })).toMatchObject({
      status: 'insufficient',
      reasons: [{ code: 'kpi.sample-too-small', parameters: { n: 1, minimum: 2 } }],
    });
    const alone = { trained: TRAINED, control: CONTROL.slice(0, 1) };
    expect(trainingEffect(alone).status).toBe('insufficient');
    expect(trainingEffect({ trained: [] }).status).toBe('insufficient');
  });

  it('gives the same bytes for people in any order', () => {
    const once = trainingEffect({ trained: TRAINED, control: CONTROL });
    const turned = trainingEffect({
      trained: [...TRAINED].reverse(),
      control: [...CONTROL].reverse(),
    });
    expect(JSON.stringify(turned)).toBe(JSON.stringify(once));
  });

  it('refuses bad input by path', () => {
    const call =
      (groups: unknown, options: TrainingOptions = {}) =>
      () =>
        trainingEffect(wrong(groups), options);
    const one = TRAINED[0]!;
    expectRefusal(call({}), 'missing-value', 'groups.trained');
    expectRefusal(call({ trained: [one, one] }), 'duplicate-id', 'groups.trained[1].id');
    expectRefusal(call({ trained: [one], control: [one] }), 'duplicate-id', 'groups.control[0].id');
    const score = (before: unknown) => call({ trained: [{ ...one, before }] });
    expectRefusal(score(undefined), 'missing-value', 'groups.trained[0].before');
    expectRefusal(score(-1), 'out-of-range', 'groups.trained[0].before');
    expectRefusal(score(Number.POSITIVE_INFINITY), 'not-finite', 'groups.trained[0].before');
    const option = (options: unknown) => call({ trained: TRAINED }, wrong(options));
    expectRefusal(option({ test: 't' }), 'unknown-value', 'options.test');
    expectRefusal(
      option({ selection: { kind: 'low-scores', reliability: 2 } }),
      'out-of-range',
      'options.selection.reliability',
    );
    expectRefusal(
      option({ selection: { kind: 'unrelated', groupMean: 70 } }),
      'unknown-id',
      'options.selection.groupMean',
    );
  });
});
