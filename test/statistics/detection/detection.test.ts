import { describe, expect, it } from 'vitest';
import {
  averageDetectionScores,
  type DetectionCounts,
  detectionScores,
  f1Interval,
} from '../../../src/statistics/index.js';
import { expectClose, expectRefusal, wrong } from '../support.js';

const counts = (tp: number, fp: number, fn: number): DetectionCounts => ({
  truePositives: tp,
  falsePositives: fp,
  falseNegatives: fn,
});

// The example of scikit-learn's precision_score, recall_score, f1_score and fbeta_score.
const TRUE = [0, 1, 2, 0, 1, 2];
const PREDICTED = [0, 2, 1, 0, 0, 1];
const CLASSES = [0, 1, 2].map((label) => {
  const number = (isTrue: boolean, isPredicted: boolean) =>
    TRUE.filter((truth, i) => {
      return (truth === label) === isTrue && (PREDICTED[i] === label) === isPredicted;
    }).length;
  return counts(number(true, true), number(false, true), number(true, false));
});

/** The published digits are cut off after the second. */
const cut = (value: number | null): number => Math.floor(value! * 100) / 100;

describe('precision, recall and F', () => {
  it('are those of the published example, class by class', () => {
    const scores = CLASSES.map((cases) => detectionScores(cases));
    expect(scores.map(({ precision }) => precision)).toEqual([2 / 3, 0, 0]);
    expect(scores.map(({ recall }) => recall)).toEqual([1, 0, 0]);
    expect(scores.map(({ fScore }) => fScore)).toEqual([0.8, 0, 0]);
    // fbeta_score(…, average=None, beta=0.5) is documented as array([0.71, 0, 0]); 1.25·2/(1.25·2 + 0.25·0 + 1) = 5/7.
    const half = CLASSES.map((cases) => detectionScores(cases, { beta: 0.5 }).fScore!);
    expectClose(half[0]!, 5 / 7, 1e-15);
    expect(half.slice(1)).toEqual([0, 0]);
  });

  it('are precision alone with a beta of 0 and recall alone with one without end', () => {
    // Precision 3/4, recall 3/9.
    const cases = counts(3, 1, 6);
    expect(detectionScores(cases, { beta: 0 }).fScore).toBe(0.75);
    expectClose(detectionScores(cases, { beta: 1e200 }).fScore!, 1 / 3, 1e-15);
    // (1 + β²)PR/(β²P + R) with β = 2: 5·(3/4)·(1/3)/(4·3/4 + 1/3) = 1.25/(10/3).
    expectClose(detectionScores(cases, { beta: 2 }).fScore!, 0.375, 1e-15);
  });

  it('are not given where there is nothing to divide by', () => {
    const none = { precision: null, recall: null, fScore: null, beta: 1 };
    expect(detectionScores(counts(0, 0, 0))).toEqual(none);
    expect(detectionScores(counts(0, 0, 4))).toEqual({ ...none, recall: 0, fScore: 0 });
    expect(detectionScores(counts(0, 4, 0))).toEqual({ ...none, precision: 0, fScore: 0 });
    expect(Object.isFrozen(detectionScores(counts(1, 1, 1)))).toBe(true);
  });
});

describe('averages over classes', () => {
  it('are those of the published example', () => {
    const { macro, micro } = averageDetectionScores(CLASSES);
    expect([macro.precision, macro.recall, macro.f1].map(cut)).toEqual([0.22, 0.33, 0.26]);
    expectClose(macro.precision!, 2 / 9, 1e-15);
    expectClose(macro.recall!, 1 / 3, 1e-15);
    expectClose(macro.f1!, 0.8 / 3, 1e-15);
    // Two of six are put right.
    for (const score of [micro.precision, micro.recall, micro.f1])
      expectClose(score!, 1 / 3, 1e-15);
  });

  it('are missing where a class has no score, unless it is said what counts for it', () => {
    // Of the second class none is found: recall 0, F1 0, no precision.
    const classes = [counts(4, 0, 0), counts(0, 0, 2)];
    expect(averageDetectionScores(classes)).toEqual({
      macro: { precision: null, recall: 0.5, f1: 0.5 },
      micro: { precision: 1, recall: 4 / 6, f1: 0.8 },
    });
    expect(averageDetectionScores(classes, { zeroDivision: 0 }).macro.precision).toBe(0.5);
    expect(averageDetectionScores(classes, { zeroDivision: 1 }).macro.precision).toBe(1);
    const nothing = averageDetectionScores([counts(0, 0, 0)]);
    expect(nothing.micro).toEqual({ precision: null, recall: null, f1: null });
  });

  it('do not depend on the order of the classes', () => {
    const classes = [counts(1, 2, 3), counts(90, 7, 11), counts(13, 5, 1), counts(3, 17, 2)];
    const turned = averageDetectionScores([...classes].reverse());
    expect(turned).toEqual(averageDetectionScores(classes));
  });
});

describe('the interval of F1', () => {
  it('is 2J/(1 + J) of the bounds of J by prop.test(…, correct = FALSE) in R 4.2.2', () => {
    for (const [cases, low, high] of [
      [counts(30, 10, 10), 0.631837235413303, 0.839850734690294],
      [counts(0, 4, 6), 0, 0.434482464783175],
      [counts(7, 0, 0), 0.784689197262364, 1],
      [counts(81, 100, 82), 0.406740786417818, 0.536095754491129],
    ] as const) {
      const interval = f1Interval(cases);
      expectClose(interval.low, low, 1e-13);
      expectClose(interval.high, high, 1e-13);
      expect(interval).toMatchObject({ confidence: 0.95, method: 'wilson-f1' });
      const { fScore } = detectionScores(cases);
      expect(interval.low).toBeLessThanOrEqual(fScore!);
      expect(interval.high).toBeGreaterThanOrEqual(fScore!);
    }
    const sure = f1Interval(counts(30, 10, 10), { confidence: 0.99 });
    expectClose(sure.low, 0.591743950499083, 1e-13);
    expectClose(sure.high, 0.861289911513215, 1e-13);
  });

  it('covers the true F1 about as often as it says, counted over all outcomes', () => {
    for (const share of [0.2, 0.5, 0.8]) {
      const n = 60;
      let chance = (1 - share) ** n;
      let covered = 0;
      for (let found = 0; found <= n; found++) {
        const { low, high } = f1Interval(counts(found, n - found, 0));
        const f1 = (2 * share) / (1 + share);
        if (low <= f1 && f1 <= high) covered += chance;
        chance *= ((n - found) / (found + 1)) * (share / (1 - share));
      }
      expect(covered).toBeGreaterThan(0.93);
      expect(covered).toBeLessThan(0.97);
    }
  });
});

describe('what are no cases', () => {
  it('is refused by name', () => {
    for (const read of [detectionScores, f1Interval] as const) {
      expectRefusal(() => read(wrong(null)), 'missing-value', 'cases');
      expectRefusal(() => read(counts(1, -1, 0)), 'out-of-range', 'cases.falsePositives');
      expectRefusal(() => read(counts(1, 0, 0.5)), 'invalid-type', 'cases.falseNegatives');
      const misspelt = { ...counts(1, 1, 1), trueNegatives: 4 };
      expectRefusal(() => read(misspelt), 'unknown-id', 'cases.trueNegatives');
    }
    expectRefusal(() => f1Interval(counts(0, 0, 0)), 'empty', 'cases');
    const one = counts(1, 1, 1);
    expectRefusal(() => detectionScores(one, { beta: -1 }), 'out-of-range', 'options.beta');
    expectRefusal(() => detectionScores(one, wrong({ bta: 2 })), 'unknown-id', 'options.bta');
    expectRefusal(() => f1Interval(one, { confidence: 1 }), 'out-of-range', 'options.confidence');
    expectRefusal(() => averageDetectionScores([]), 'empty', 'classes');
    expectRefusal(
      () => averageDetectionScores([one, counts(1, -1, 0)]),
      'out-of-range',
      'classes[1].falsePositives',
    );
    const zeroDivision = wrong(2);
    expectRefusal(
      () => averageDetectionScores([one], { zeroDivision }),
      'out-of-range',
      'options.zeroDivision',
    );
  });
});
